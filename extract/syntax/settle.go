package syntax

import (
	"github.com/isnad-project/isnad/extract/morph"
)

// settlePhrases makes words of fixed phrases what the phrase makes of them:
// ما لا يقل عن is a quantifier, شمالي before a definite noun a preposition.
func (s *Sentence) settlePhrases() {
	for i := range s.Words {
		for _, phrase := range quantifiers {
			if s.reads(i, phrase) {
				for j := range phrase {
					s.Words[i+j].Reading = morph.Reading{POS: morph.Quantifier, Lemma: phrase[j]}
				}
			}
		}
		if s.directs(i) {
			s.Words[i].Reading = morph.Reading{POS: morph.Preposition, Lemma: s.Words[i].Stem}
		}
	}
}

// quantifiers are phrases that stand before a number or a counted noun, in
// text.Norm spelling.
var quantifiers = [][]string{
	{"ما", "لا", "يقل", "عن"}, {"لا", "يقل", "عن"}, {"ما", "يزيد", "على"}, {"ما", "يزيد", "عن"}, {"ما", "يقارب"}, {"ما", "يقرب", "من"},
	{"ما", "يربو", "على"}, {"يزيد", "على"}, {"لا", "تقل", "عن"}, {"ما", "بين"},
}

// reads reports whether the words from i on are these, the first perhaps with
// a conjunction or preposition attached.
func (s *Sentence) reads(i int, phrase []string) bool {
	if i+len(phrase) >= len(s.Words) || s.Words[i].Stem != phrase[0] {
		return false
	}
	for j, want := range phrase {
		if j > 0 && s.Words[i+j].Norm != want {
			return false
		}
	}
	return true
}

// directs reports whether word i is a direction that governs the place behind
// it: جنوبي العاصمة, شرق الموصل.
func (s *Sentence) directs(i int) bool {
	w := &s.Words[i]
	switch w.Stem {
	case "شمالي", "جنوبي", "شرقي", "غربي", "شمال", "جنوب", "شرق", "غرب", "شماليّ":
	default:
		return false
	}
	if w.Det || w.Suffix != "" || w.Prep != "" || w.Conj != "" || s.PlaceAt[i] >= 0 || i+1 >= len(s.Words) {
		return false
	}
	if i > 0 && s.Words[i-1].POS == morph.Preposition {
		return false
	}
	next := &s.Words[i+1]
	return next.Prep == "" && next.Conj == "" && (next.Det || s.PlaceAt[i+1] >= 0 || next.POS == morph.Noun)
}
