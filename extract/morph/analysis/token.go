package analysis

import (
	"strings"
)

// proclitic is a run of letters that can be written onto the beginning of a
// word.
type proclitic struct {
	text  string
	allow func(pos, feats string) bool
}

func anything(pos, feats string) bool { return true }

// nominal allows what a preposition can govern.
func nominal(pos, feats string) bool {
	switch pos {
	case "NOUN", "ADJ", "PROPN", "NUM", "DET", "PRON", "ADP", "SCONJ":
		return !strings.Contains(feats, "Case=Nom")
	case "PART", "ADV":
		return true
	}
	return false
}

// purpose allows what ل can stand before: a nominal, or a verb in the
// subjunctive or jussive.
func purpose(pos, feats string) bool {
	return nominal(pos, feats) || imperfect(pos, feats) && !strings.Contains(feats, "Mood=Ind")
}

// future allows what س can stand before: a verb in the indicative.
func future(pos, feats string) bool {
	return imperfect(pos, feats) && !strings.Contains(feats, "Mood=Jus")
}

func imperfect(pos, feats string) bool {
	return (pos == "VERB" || pos == "AUX") && strings.HasPrefix(feats, "Aspect=Imp") && !strings.Contains(feats, "Mood=Imp")
}

// question allows what the particle أ can stand before.
func question(pos, feats string) bool {
	switch pos {
	case "VERB", "AUX":
		return !strings.Contains(feats, "Mood=Imp") && !strings.Contains(feats, "Voice=Pass")
	case "PART", "PRON":
		return true
	}
	return false
}

// proclitics are those that stand at the beginning of a token, with و and ف
// before all of them.
var proclitics = withConjunctions([]proclitic{
	{"", anything}, {"ب", nominal}, {"ك", nominal}, {"ل", purpose}, {"س", future}, {"ا", question},
})

func withConjunctions(simple []proclitic) []proclitic {
	out := append([]proclitic{}, simple...)
	for _, c := range []string{"و", "ف"} {
		for _, p := range simple {
			if p.text != "ا" {
				out = append(out, proclitic{c + p.text, p.allow})
			}
		}
	}
	for _, c := range []string{"او", "اف"} { // أفلا, أوليس
		out = append(out, proclitic{c, question})
	}
	return out
}

// enclitics are the attached pronouns, in Norm spelling.
var enclitics = []struct {
	text  string
	allow func(pos string) bool
}{
	{"ه", anyHost}, {"ها", anyHost}, {"هم", anyHost}, {"هن", anyHost}, {"هما", anyHost},
	{"ك", anyHost}, {"كم", anyHost}, {"كن", anyHost}, {"كما", anyHost}, {"نا", anyHost},
	{"ي", nominalHost}, {"ني", verbalHost},
}

func anyHost(string) bool         { return true }
func nominalHost(pos string) bool { return pos != "VERB" && pos != "AUX" }
func verbalHost(pos string) bool {
	return pos == "VERB" || pos == "AUX" || pos == "PART" || pos == "SCONJ" || pos == "CCONJ" || pos == "ADP"
}

// Token returns the readings of form, a token in Norm spelling: proclitics, a
// word and an attached pronoun. Prefix, Stem and Suffix together are form.
// Readings of words that common text does not have come last.
func (l *Lexicon) Token(form string) []Analysis {
	var out readings
	for _, p := range proclitics {
		rest, ok := strings.CutPrefix(form, p.text)
		if !ok || rest == "" {
			continue
		}
		l.whole(&out, p, rest)
		for _, e := range enclitics {
			if host, ok := strings.CutSuffix(rest, e.text); ok && host != "" {
				l.hosted(&out, p, host, e.text, e.allow)
			}
		}
	}
	return out.all()
}

// whole adds the readings of rest without an attached pronoun.
func (l *Lexicon) whole(out *readings, p proclitic, rest string) {
	governed := strings.HasSuffix(p.text, "ل")
	l.match(rest, func(e *stem, s *slot, contracted bool) {
		if !s.free || contracted && !governed {
			return
		}
		for _, t := range s.tags {
			t := &l.tags[t]
			if p.allow(t.pos, t.feats) && !(governed && !contracted && strings.Contains(t.feats, "Definite=Def") && strings.HasPrefix(rest, "ال")) {
				out.add(&l.lemmas[e.lemma], Analysis{p.text, rest, "", l.lemmas[e.lemma].word, t.pos, t.feats})
			}
		}
	})
}

// hosted adds the readings of host before an attached pronoun.
func (l *Lexicon) hosted(out *readings, p proclitic, host, pronoun string, allow func(string) bool) {
	l.match(host, func(e *stem, s *slot, contracted bool) {
		if !s.bound || contracted {
			return
		}
		for _, t := range s.tags {
			t := &l.tags[t]
			if p.allow(t.pos, t.feats) && allow(t.pos) {
				out.add(&l.lemmas[e.lemma], Analysis{p.text, host, pronoun, l.lemmas[e.lemma].word, t.pos, t.feats})
			}
		}
	})
}
