package main

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// entry is one form of one lemma. Prefix, stem and suffix are transliterated
// with vowels; mood, case and state are those of one reading, added up over
// all readings of the same spelling.
type entry struct {
	lemma, pos             string
	prefix, stem, suffix   string
	feats                  []string
	mood, grammCase, state string
	bound                  bool // stands before an attached pronoun
}

// cell is what a paradigm says of one prefix and suffix.
type cell struct{ prefix, suffix, pos, feats string }

// readings adds up what one spelling can be.
type readings struct {
	moods, cases, states string // letters
	free, bound          bool
}

type stemKey struct{ lemma, stem string }

// collection gathers the forms by lemma and unvocalised stem.
type collection struct {
	stems map[stemKey]map[cell]*readings
	fixed map[stemKey]map[fixedWord]bool // whole words: their tags
	rare  map[string]bool                // lemmas of which no text is witness
	keep  map[string]bool                // lemmas of a list or table of nominals
	trans map[string]string              // letters t and i for verbs with and without an object
}

func newCollection() *collection {
	return &collection{stems: map[stemKey]map[cell]*readings{}, fixed: map[stemKey]map[fixedWord]bool{}, rare: map[string]bool{}, keep: map[string]bool{}, trans: map[string]string{}}
}

func (c *collection) add(e entry) {
	key := stemKey{e.lemma, lookUp(e.stem)}
	cells := c.stems[key]
	if cells == nil {
		cells = map[cell]*readings{}
		c.stems[key] = cells
	}
	k := cell{lookUp(e.prefix), lookUp(e.suffix), e.pos, strings.Join(e.feats, "|")}
	r := cells[k]
	if r == nil {
		r = &readings{}
		cells[k] = r
	}
	r.moods = addLetter(r.moods, e.mood)
	r.cases = addLetter(r.cases, e.grammCase)
	r.states = addLetter(r.states, e.state)
	if e.bound {
		r.bound = true
	} else {
		r.free = true
	}
}

func addLetter(set, letter string) string {
	if strings.Contains(set, letter) {
		return set
	}
	return set + letter
}

// letters of Camel Morph and their values, in the order of Universal
// Dependencies (alphabetical).
var (
	caseValues  = []string{"a", "Acc", "g", "Gen", "n", "Nom"}
	moodValues  = []string{"i", "Ind", "j", "Jus", "s", "Sub"}
	stateValues = []string{"c", "Cons", "d", "Def", "i", "Ind"}
)

// visible returns the feature if the spelling tells something about it: not
// all of its values are possible.
func visible(name, set string, values []string, all int) string {
	if set == "" || len(set) >= all {
		return ""
	}
	var out []string
	for i := 0; i < len(values); i += 2 {
		if strings.Contains(set, values[i]) {
			out = append(out, values[i+1])
		}
	}
	if len(out) == 0 {
		return ""
	}
	return name + "=" + strings.Join(out, ",")
}

// tag returns the part of speech and all features of a cell.
func (k cell) tag(r *readings) string {
	var out []string
	if k.feats != "" {
		out = strings.Split(k.feats, "|")
	}
	add := func(f string) {
		if f != "" {
			out = append(out, f)
		}
	}
	add(visible("Mood", r.moods, moodValues, 3))
	add(visible("Case", strings.ReplaceAll(r.cases, "u", ""), caseValues, 3))
	add(visible("Definite", r.states, stateValues, 2))
	slices.Sort(out)
	if len(out) == 0 {
		return k.pos + " _"
	}
	return k.pos + " " + strings.Join(out, "|")
}

// paradigms writes the cells of a stem in a fixed order, one paradigm for
// each part of speech and voice: prefix-suffix, a mark (+ only before a
// pronoun, * also before one), the tag.
func paradigms(cells map[cell]*readings) [][]slot {
	mergeDerived(cells)
	kinds := map[string]map[cell]*readings{}
	for k, r := range cells {
		kind := k.pos
		if kind == "VERB" {
			kind += k.feats[:strings.IndexByte(k.feats, '|')] + k.feats[strings.LastIndexByte(k.feats, '|'):]
		}
		if kinds[kind] == nil {
			kinds[kind] = map[cell]*readings{}
		}
		kinds[kind][k] = r
	}
	var out [][]slot
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		out = append(out, paradigm(kinds[kind]))
	}
	return out
}

// mergeDerived joins the reading of a listed noun or adjective with that of
// the same word as derived from a verb, which says more.
func mergeDerived(cells map[cell]*readings) {
	for k, r := range cells {
		if !strings.Contains(k.feats, "VerbForm=") {
			continue
		}
		plain := k
		plain.feats = verbForm.ReplaceAllString(k.feats, "")
		if p := cells[plain]; p != nil {
			r.cases, r.states = addLetters(r.cases, p.cases), addLetters(r.states, p.states)
			r.free, r.bound = r.free || p.free, r.bound || p.bound
		}
	}
	for k := range cells {
		if strings.Contains(k.feats, "VerbForm=") {
			k.feats = verbForm.ReplaceAllString(k.feats, "")
			delete(cells, k)
		}
	}
}

var verbForm = regexp.MustCompile(`\|VerbForm=\w+|\|Voice=\w+`)

func addLetters(set, letters string) string {
	for _, l := range letters {
		set = addLetter(set, string(l))
	}
	return set
}

func paradigm(cells map[cell]*readings) []slot {
	var out []slot
	for k, r := range cells {
		mark := ""
		if r.bound {
			mark = "+"
			if r.free {
				mark = "*"
			}
		}
		out = append(out, slot{k.prefix + "-" + k.suffix + mark, k.tag(r)})
	}
	slices.SortFunc(out, func(a, b slot) int {
		return cmp.Or(cmp.Compare(a.affixes, b.affixes), cmp.Compare(a.tag, b.tag))
	})
	return slices.Compact(out)
}

type slot struct{ affixes, tag string }
