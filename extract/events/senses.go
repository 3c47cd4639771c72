package events

import (
	"strings"

	"github.com/isnad-project/isnad/extract/lexicon"
	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/text"
)

// maxWith bounds how many words behind a trigger the word that selects its
// sense may stand.
const maxWith = 8

// sense picks the sense that the words behind the trigger ask for: one whose
// condition holds, before one without condition. It is nil where none fits or
// an idiom that is no event does.
func (x *extractor) sense(i int) *lexicon.Trigger {
	t, known := x.senses[i]
	if !known {
		t = x.chooseSense(i)
		x.senses[i] = t
	}
	return t
}

func (x *extractor) chooseSense(i int) *lexicon.Trigger {
	if x.consumed[i] || x.impersonal(i) {
		return nil
	}
	var best *lexicon.Trigger
	bestRank := 0
	for _, t := range x.s.Words[i].Triggers {
		if !x.wholeNoun(i, t) {
			continue
		}
		rank := 1
		switch at := x.condition(i, t.With); {
		case len(t.With) == 0:
		case at < 0:
			continue
		default:
			rank = 100 - at
		}
		if len(t.Without) > 0 && x.condition(i, t.Without) >= 0 {
			continue
		}
		if rank > bestRank {
			best, bestRank = t, rank
		}
	}
	if best != nil {
		x.consume(i, best)
	}
	if best != nil && best.Type == lexicon.TypeNone {
		return nil
	}
	return best
}

// wholeNoun reports whether the word begins one of the trigger's nouns with
// all its parts: a noun of several words is listed with underscores.
func (x *extractor) wholeNoun(i int, t *lexicon.Trigger) bool {
	w := &x.s.Words[i]
	if w.POS != morph.Noun {
		return true
	}
	several := false
	for _, noun := range t.Nouns {
		first, _, joined := strings.Cut(noun, "_")
		if !joined || text.Norm(first) != w.Stem {
			continue
		}
		if x.matches(i, noun) {
			return true
		}
		several = true
	}
	return !several
}

// consume notes the words of a phrase that selected a sense (وقف إطلاق النار),
// so that none of them is taken for another event.
func (x *extractor) consume(i int, t *lexicon.Trigger) {
	for _, want := range t.With {
		parts := strings.Count(want, "_") + 1
		for j := i + 1; j < len(x.s.Words) && j <= i+maxWith; j++ {
			if x.matches(j, want) && (parts > 1 || x.tellsSame(j, t.Type)) {
				for k := j; k < j+parts; k++ {
					x.consumed[k] = true
				}
				return
			}
		}
	}
}

// tellsSame reports whether the noun at j could tell an event of that type by
// itself, as مصرع does behind لقي.
func (x *extractor) tellsSame(j int, kind string) bool {
	if kind != "kill" && kind != "injure" {
		return false
	}
	for _, t := range x.s.Words[j].Triggers {
		if t.Type == kind && x.s.Words[j].POS == morph.Noun {
			return true
		}
	}
	return false
}

// impersonal reports whether the verb at i is a formula without a speaker:
// يذكر أن، يشار إلى أن، ينتظر أن.
func (x *extractor) impersonal(i int) bool {
	w := &x.s.Words[i]
	if w.POS != morph.Verb || w.Aspect != morph.Imperfect || w.Number != morph.Singular || w.Suffix != "" || w.Future {
		return false
	}
	if i > 0 && x.s.Words[i-1].Class != text.Punct {
		return false
	}
	j := i + 1
	if j < len(x.s.Words) && x.s.Words[j].POS == morph.Preposition && x.s.Words[j].Suffix == "" {
		j++
	}
	return j < len(x.s.Words) && x.s.Words[j].POS == morph.Subordinator && x.s.Words[j].Norm == "ان"
}

// condition returns how far behind word i one of the words stands, or -1.
func (x *extractor) condition(i int, words []string) int {
	if len(words) == 0 {
		return -1
	}
	for j := i + 1; j < len(x.s.Words) && j <= i+maxWith; j++ {
		w := &x.s.Words[j]
		if w.Norm == "." || w.Norm == "؛" || w.POS == morph.Verb && j > i+1 && w.Conj != "" || w.POS == morph.Subordinator && w.Note == "that" {
			if w.POS != morph.Subordinator {
				break
			}
		}
		for _, want := range words {
			if x.matches(j, want) {
				return j - i
			}
		}
		if w.POS == morph.Subordinator && w.Note == "that" {
			break
		}
	}
	return x.conditionBefore(i, words)
}

// conditionBefore looks for one of the words before a verb, where its subject
// may stand; it ranks behind all that follow.
func (x *extractor) conditionBefore(i int, words []string) int {
	if x.s.Words[i].POS != morph.Verb {
		return -1
	}
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		w := &x.s.Words[j]
		if w.Class == text.Punct && !morph.IsQuote(w.Norm) || w.POS == morph.Verb && !w.Auxiliary {
			return -1
		}
		if w.POS != morph.Noun && w.POS != morph.Name {
			continue
		}
		for _, want := range words {
			if x.matches(j, want) {
				return maxWith + i - j
			}
		}
	}
	return -1
}

// matches reports whether the words from j on are want, whose parts are joined
// by underscores; a preposition may be attached, an article left out.
func (x *extractor) matches(j int, want string) bool {
	for part := range strings.SplitSeq(want, "_") {
		if j >= len(x.s.Words) || !wordIs(&x.s.Words[j], text.Norm(part)) {
			return false
		}
		j++
	}
	return true
}

func wordIs(w *morph.Word, want string) bool {
	if w.Norm == want || w.Stem == want && w.Stem != "" || w.Det && "ال"+w.Stem == want {
		return true
	}
	if w.Prep != "" && bareForm(w.Prep) == bareForm(want) {
		return true
	}
	return w.Accusative && w.Stem == want+"ا"
}
