package main

import (
	"fmt"
	"slices"
	"strings"
)

// nominals expands adjectives, numerals, names and nouns.
type nominals struct {
	grammar grammar
	out     *collection
	done    map[string][]entry // forms without the stem, by the stem's conditions
	derived func(lemma string) // told of each lemma while nouns are derived from verbs, else nil
}

func readNominals(folder string, out *collection) (*nominals, error) {
	rows, err := readTable(folder, "MSA-Nom-MORPH")
	if err != nil {
		return nil, err
	}
	return &nominals{readGrammar(rows), out, map[string][]entry{}, nil}, nil
}

// table names a lexicon of Camel Morph and the part of speech of its words.
type table struct{ name, pos string }

var nominalTables = []table{
	{"MSA-Adj-LEX", "ADJ"}, {"MSA-Adj-Comp-LEX", "ADJ"}, {"MSA-Adj-Num-LEX", "ADJ"},
	{"MSA-Noun-Num-LEX", "NUM"}, {"MSA-Noun-Quant-LEX", "NOUN"}, {"MSA-Noun-Prop-LEX", "PROPN"},
}

func (n *nominals) expandTable(folder string, t table) error {
	rows, err := readTable(folder, t.name)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r["DEFINE"] != "LEXICON" {
			continue
		}
		s := stem{lemma: lemma(r["LEMMA"]), form: r["FORM"], requires: strings.Fields(r["COND-T"]), sets: conditions(r["COND-S"]), feats: feats(r["FEAT"])}
		n.decline(s, t.pos)
		if t.name == "MSA-Noun-Quant-LEX" {
			n.decline(s, "DET")
		}
	}
	return nil
}

var suffixClasses = []string{"IN", "IA", "IG", "DN", "DA", "DG", "CN", "CA", "CG"}

// decline adds the forms of one nominal stem.
func (n *nominals) decline(s stem, pos string) {
	key := fmt.Sprint(s.sets, s.requires, s.feats["gen"], s.feats["num"], s.feats["cas"], s.feats["extra"])
	if n.done[key] == nil {
		n.done[key] = n.paradigm(s)
	}
	if n.derived != nil {
		n.derived(s.lemma)
	} else {
		n.out.keep[s.lemma] = true
	}
	for _, e := range n.done[key] {
		if pos == "PROPN" && e.bound {
			continue
		}
		e.lemma, e.stem, e.pos = s.lemma, s.form, pos
		n.out.add(e)
	}
}

// paradigm returns the forms of stems with these conditions.
func (n *nominals) paradigm(s stem) []entry {
	var out []entry
	for _, class := range suffixClasses {
		state, grammCase := strings.ToLower(class[:1]), strings.ToLower(class[1:])
		if c := s.feats["cas"]; c != "" && c != "u" && c != grammCase {
			continue
		}
		for _, bound := range []bool{false, true} {
			if bound && state != "c" {
				continue
			}
			out = append(out, n.word(s, class, state, grammCase, bound)...)
		}
	}
	return out
}

func (n *nominals) word(s stem, class, state, grammCase string, bound bool) []entry {
	var out []entry
	var pronoun []string
	if bound {
		pronoun = []string{"enc0", "poss", "!1s_poss"}
	}
	for _, group := range n.grammar["[NSuff.XX"+class+"]"] {
		for _, suffix := range group {
			st := stateOf(s.sets, suffix.sets, pronoun)
			if !st.requirement(s.requires) || !contains(st.choose(group, 0), suffix) {
				continue
			}
			for _, buffer := range n.buffers(st) {
				e := entry{suffix: buffer.form + suffix.form,
					feats: nominalFeats(s.feats, suffix.feats), state: state, grammCase: grammCase, bound: bound}
				if state == "d" {
					e.prefix = "Al"
				}
				out = append(out, e)
			}
		}
	}
	if bound { // before the pronoun ي the endings are cut: كتابي, محاميّ
		out = append(out, n.firstPerson(s, class, grammCase)...)
	}
	return out
}

// firstPerson adds the forms before the pronoun of the first person where
// they are spelt otherwise than before the other pronouns (hamza: بنائي).
func (n *nominals) firstPerson(s stem, class, grammCase string) []entry {
	var out []entry
	for _, group := range n.grammar["[NSuff.XX"+class+"]"] {
		for _, suffix := range group {
			st := stateOf(s.sets, suffix.sets, []string{"enc0", "poss", "1s_poss", "i-suff"})
			if !st.requirement(s.requires) || !contains(st.choose(group, 0), suffix) {
				continue
			}
			for _, buffer := range n.buffers(st) {
				out = append(out, entry{suffix: buffer.form + suffix.form,
					feats: nominalFeats(s.feats, suffix.feats), state: "c", grammCase: grammCase, bound: true})
			}
		}
	}
	return out
}

func (n *nominals) buffers(st state) []morph {
	var out []morph
	for _, group := range n.grammar["[NBuff]"] {
		out = append(out, st.choose(group, 0)...)
	}
	if len(out) == 0 {
		out = []morph{{}}
	}
	return out
}

// nominalFeats joins the gender and number of the lexicon with those of the
// suffix, which give way.
func nominalFeats(own, suffix map[string]string) []string {
	gender, number := suffix["form_gen"], suffix["form_num"]
	if g := own["gen"]; g == "m" || g == "f" {
		gender = g
	}
	if n := own["num"]; n == "s" || n == "d" || n == "p" {
		number = n
	}
	var out []string
	if g := genders[gender]; g != "" {
		out = append(out, g)
	}
	if n := numbers[number]; n != "" {
		out = append(out, n)
	}
	out = append(out, strings.Fields(own["extra"])...)
	slices.Sort(out)
	return out
}

// wordConditions returns the conditions that the spelling of a noun's ending
// sets, and its stem without that ending.
func wordConditions(word string) (form string, sets []string) {
	switch {
	case strings.HasSuffix(word, "Y"):
		return strings.TrimSuffix(word, "Y"), []string{"#aY-Ap-y"}
	case strings.HasSuffix(word, "A'"):
		return strings.TrimSuffix(word, "'"), []string{"#A'"}
	case strings.HasSuffix(word, "y'"), strings.HasSuffix(word, "b'"):
		return strings.TrimSuffix(word, "'"), []string{"#o'-con"}
	case strings.HasSuffix(word, "w'"):
		return strings.TrimSuffix(word, "'"), []string{"#w'"}
	case strings.HasSuffix(word, "'"):
		return strings.TrimSuffix(word, "'"), []string{"#o'-dis"}
	case strings.HasSuffix(word, ">"):
		return strings.TrimSuffix(word, ">"), []string{"#a>"}
	case strings.HasSuffix(word, "&"):
		return strings.TrimSuffix(word, "&"), []string{"#u&"}
	case strings.HasSuffix(word, "A") && len(word) > 2:
		return strings.TrimSuffix(word, "A"), []string{"#aA-Ap-w"}
	}
	return word, nil
}
