package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// stem is one line of a lexicon: a stem with its conditions.
type stem struct {
	lemma              string // unvocalised, right spelling
	form               string // transliterated
	pattern, root, key string
	requires, sets     []string
	feats              map[string]string
}

// verbs expands the verb lexicon into forms.
type verbs struct {
	grammar grammar
	orders  []row
	passive map[string]map[string][]passivePattern // by table, by pattern
	out     *collection
	done    map[string][]entry // forms without the stem, by the stem's conditions
}

type passivePattern struct {
	requires, sets string // of the active stem
	match          *regexp.Regexp
	template       string
	becomes        stem // conditions of the passive stem
}

func readVerbs(folder string, out *collection) (*verbs, error) {
	v := &verbs{passive: map[string]map[string][]passivePattern{}, out: out, done: map[string][]entry{}}
	rows, err := readTable(folder, "MSA-Verb-MORPH")
	if err != nil {
		return nil, err
	}
	v.grammar = readGrammar(rows)
	if rows, err = readTable(folder, "MSA-Verb-ORDER"); err != nil {
		return nil, err
	}
	for _, r := range rows {
		if r["DEFINE"] == "ORDER" && !strings.Contains(r["EXCLUDE"]+r["VARIANT"]+r["PREFIX"], "ENER") && !strings.Contains(r["SUFFIX"], "Suff.E") && !strings.Contains(r["SUFFIX"], "Suff.X") {
			v.orders = append(v.orders, r)
		}
	}
	for _, aspect := range []string{"PV", "IV"} {
		if v.passive[aspect], err = readPassives(folder, aspect); err != nil {
			return nil, err
		}
	}
	return v, nil
}

var passiveGroup = regexp.MustCompile(`\$(\d)`)

func readPassives(folder, aspect string) (map[string][]passivePattern, error) {
	rows, err := readTable(folder, "MSA-Verb-"+aspect+"-Passive-Patterns")
	if err != nil {
		return nil, err
	}
	out := map[string][]passivePattern{}
	for _, r := range rows {
		if r["PATTERN"] == "" || r["MATCH"] == "" {
			continue
		}
		expression, err := regexp.Compile("^" + strings.ReplaceAll(r["MATCH"], "{", `\{`) + "$")
		if err != nil {
			return nil, fmt.Errorf("passive pattern %s: %w", r["PATTERN"], err)
		}
		p := passivePattern{requires: r["COND-T"], sets: transitivity.Replace(r["COND-S"]), match: expression, template: passiveGroup.ReplaceAllString(r["SUB"], "$${$1}")}
		p.becomes.requires, p.becomes.sets = strings.Fields(r["COND-T-PASS"]), conditions(r["COND-S-PASS"])
		key := hollowPattern.Replace(r["PATTERN"])
		out[key] = append(out[key], p)
	}
	return out, nil
}

// hollowPattern undoes the mark of a lost radical, which the lexicon's own
// patterns lack: 1aAo3 is 1aA3.
var hollowPattern = strings.NewReplacer("aAo", "aA", "~o", "~")

var transitivity = strings.NewReplacer(" ditrans", "", " intrans", "", " trans", "", "ditrans", "", "intrans", "", "trans", "")

// themeVowel is the mark of a form I imperfect in a pattern: 1a2a3-u.
var themeVowel = regexp.MustCompile(`-[aiu]+$`)

// expand adds all forms of the lexicon of one aspect, PV, IV or CV, and
// shows each line to see.
func (v *verbs) expand(folder, aspect string, see func(row)) error {
	rows, err := readTable(folder, "MSA-Verb-LEX-"+aspect)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r["DEFINE"] != "LEXICON" {
			continue
		}
		see(r)
		s := stem{lemma: lemma(r["LEMMA"]), form: r["FORM"], pattern: r["PATTERN_ABSTRACT"], root: r["ROOT"], key: r["LEMMA"],
			requires: strings.Fields(r["COND-T"]), sets: conditions(r["COND-S"])}
		for _, c := range s.sets {
			switch c {
			case "trans", "ditrans":
				v.out.trans[s.lemma] = addLetter(v.out.trans[s.lemma], "t")
			case "intrans":
				v.out.trans[s.lemma] = addLetter(v.out.trans[s.lemma], "i")
			}
		}
		v.conjugate(s, aspect, "Act")
		if p, ok := v.passiveOf(s, aspect, themeVowel.ReplaceAllString(r["PATTERN_LEMMA"], ""), r["COND-T"], r["COND-S"]); ok {
			v.conjugate(p, aspect, "Pass")
		}
	}
	return nil
}

func (v *verbs) passiveOf(s stem, aspect, pattern, requires, sets string) (stem, bool) {
	sets = strings.TrimSpace(transitivity.Replace(sets))
	radical := weakPattern(pattern, s.root)
	for try := range 4 { // the own pattern before the strong one, the own conditions before any
		key, exact := radical, try%2 == 0
		if try >= 2 {
			key = pattern
		}
		for _, p := range v.passive[aspect][key] {
			if exact && (p.requires != requires || p.sets != sets) || !p.match.MatchString(s.form) {
				continue
			}
			passive := s
			passive.form = p.match.ReplaceAllString(s.form, p.template)
			passive.requires, passive.sets = p.becomes.requires, p.becomes.sets
			return passive, true
		}
	}
	return plainPassive(s, aspect)
}

// weakPattern writes the weak radicals and the hamza of a root into a pattern,
// as the tables of the passive do: 1a2a3 of s.>.l is 1a>a3.
func weakPattern(pattern, root string) string {
	for i, radical := range strings.Split(root, ".") {
		if radical == ">" || radical == "w" || radical == "y" {
			pattern = strings.Replace(pattern, strconv.Itoa(i+1), radical, 1)
		}
	}
	return pattern
}

// plainPassive makes the passive of a verb that no pattern is given for: it
// is written as the active but for a long or weak last radical.
func plainPassive(s stem, aspect string) (stem, bool) {
	s.sets = slices.Clone(s.sets)
	for i, c := range s.sets {
		switch {
		case aspect == "PV" && (c == "#-ay" || c == "#-aw"):
			s.sets[i] = "#-iy"
		case aspect == "IV" && (c == "#-iy" || c == "#-uw"):
			s.sets[i] = "#-aY"
		case aspect == "IV" && c == "a-#":
			s.sets[i] = "u-#"
		}
	}
	switch {
	case aspect == "PV":
		s.form = strings.Replace(s.form, "aA", "uw", 1)
	case strings.Contains(s.form, "iy"):
		s.form = strings.Replace(s.form, "iy", "aA", 1)
	}
	return s, aspect != "CV"
}

// conjugate adds the forms of one stem.
func (v *verbs) conjugate(s stem, aspect, voice string) {
	key := aspect + voice + strings.Join(s.sets, " ") + "/" + strings.Join(s.requires, " ")
	if v.done[key] == nil {
		v.done[key] = v.paradigm(s, aspect, voice)
	}
	for _, e := range v.done[key] {
		e.lemma, e.stem = s.lemma, s.form
		v.out.add(e)
		if s.lemma == "كان" && voice == "Act" {
			e.pos = "AUX"
			v.out.add(e)
		}
	}
}

// paradigm returns the forms of stems with these conditions.
func (v *verbs) paradigm(s stem, aspect, voice string) []entry {
	var out []entry
	for _, o := range v.orders {
		if !strings.Contains(o["STEM"], "[STEM-"+aspect+"]") {
			continue
		}
		prefix, suffix := classes(o["PREFIX"]), classes(o["SUFFIX"])
		stemPieces := classes(o["STEM"])
		buffer := stemPieces[len(stemPieces)-1]
		var person string
		var before string // buffer between person prefix and stem
		for _, c := range prefix {
			if strings.HasPrefix(c, "[IVPref") {
				person = c
			}
			if c == "[IVPreBuff]" {
				before = c
			}
		}
		for _, bound := range []bool{false, true} {
			out = append(out, v.word(s, voice, aspect, person, before, buffer, suffix[0], bound)...)
		}
	}
	return out
}

func classes(s string) []string { return strings.Fields(s) }

func (v *verbs) word(s stem, voice, aspect, person, before, buffer, suffixClass string, bound bool) []entry {
	var out []entry
	var pronoun []string
	if bound {
		pronoun = []string{"enc0"}
	}
	for _, group := range v.grammar[suffixClass] {
		for _, suffix := range group {
			st := stateOf(s.sets, suffix.sets, pronoun)
			chosen := st.choose(group, 0)
			if !contains(chosen, suffix) {
				continue
			}
			var head, preBuffer morph
			if person != "" {
				h, ok := st.pick(v.grammar, person)
				if !ok {
					continue
				}
				head = h
				for _, c := range h.sets {
					st[c] = true
				}
				if preBuffer, ok = st.pick(v.grammar, before); !ok {
					continue
				}
			}
			if !st.requirement(s.requires) {
				continue
			}
			middle, ok := st.pick(v.grammar, buffer)
			if !ok {
				continue
			}
			f := suffix.feats
			e := entry{pos: "VERB", prefix: head.form + preBuffer.form, suffix: middle.form + suffix.form, feats: verbFeats(aspect, voice, f), bound: bound}
			if aspect == "IV" {
				e.mood = f["mod"]
			}
			out = append(out, e)
			if seat, ok := strings.CutSuffix(middle.form, "&"); ok && strings.HasPrefix(suffix.form, "u") {
				for _, other := range []string{">", "'"} { // بدأوا جاءوا beside بدؤوا جاؤوا
					e.suffix = seat + other + suffix.form
					out = append(out, e)
				}
			}
		}
	}
	return out
}

func contains(list []morph, m morph) bool {
	for _, x := range list {
		if x.form == m.form && strings.Join(x.requires, " ") == strings.Join(m.requires, " ") && strings.Join(x.sets, " ") == strings.Join(m.sets, " ") {
			return true
		}
	}
	return false
}

var genders = map[string]string{"m": "Gender=Masc", "f": "Gender=Fem"}
var numbers = map[string]string{"s": "Number=Sing", "d": "Number=Dual", "p": "Number=Plur"}

// verbFeats returns the features that one written form always has; mood is
// added when all moods of a written form are known.
func verbFeats(aspect, voice string, f map[string]string) []string {
	out := []string{"Aspect=Perf"}
	if aspect != "PV" {
		out[0] = "Aspect=Imp"
	}
	if aspect == "CV" {
		out = append(out, "Mood=Imp")
	}
	if g := genders[f["gen"]]; g != "" {
		out = append(out, g)
	}
	out = append(out, numbers[f["num"]], "Person="+f["per"], "Voice="+voice)
	slices.Sort(out)
	return out
}
