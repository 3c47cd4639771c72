package events

import (
	"slices"

	"github.com/isnad-project/isnad/extract/lexicon"
	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/text"
	"github.com/isnad-project/isnad/schema"
)

// status reads polarity and factuality off the words before the verb at i.
func (x *extractor) status(d *draft, i int) {
	w := &x.s.Words[i]
	if w.Future {
		d.fact = schema.Planned
	}
	if w.Prep == "ل" && w.Aspect == morph.Imperfect {
		d.fact = schema.Planned
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		before := &x.s.Words[j]
		switch before.POS {
		case morph.Negation:
			switch before.Stem {
			case "لم", "لا", "ليس", "ليست", "ليسوا", "ما", "دون", "لما":
				if before.Stem == "ما" && w.Aspect == morph.Imperfect || before.Stem == "لما" && w.Aspect == morph.Perfect {
					return
				}
				d.negative = true
			case "لن":
				d.negative, d.fact = true, schema.Planned
			}
			return
		case morph.Particle:
			switch {
			case before.Note == "future":
				d.fact = schema.Planned
			case before.Note == "possible", before.Note == "maybe" && w.Aspect == morph.Imperfect:
				d.fact = schema.Possible
			}
		case morph.Subordinator:
			x.subordinate(d, i, j)
			return
		case morph.Verb:
			if before.Auxiliary {
				if isPossible(before.Lemma) {
					d.fact = schema.Possible
				}
				continue
			}
			return
		case morph.Adverb:
		default:
			return
		}
	}
}

// subordinate reads factuality off the subordinator at j: conditions, purpose.
func (x *extractor) subordinate(d *draft, i, j int) {
	switch x.s.Words[j].Stem {
	case "اذا", "لو", "ان":
		if x.s.Words[j].Stem == "ان" {
			if before := j - 1; before >= 0 && x.s.Words[before].POS == morph.Verb && isPossible(x.s.Words[before].Lemma) {
				d.fact = schema.Possible
			}
			return
		}
		d.fact = schema.Possible
	case "كي", "لكي", "ريثما":
		d.fact = schema.Planned
	}
}

func isPossible(lemma string) bool {
	switch lemma {
	case "أمكن", "استطاع", "جاز", "احتمل", "يمكن":
		return true
	}
	return false
}

// lightStatus adds what the light verb itself says of the act.
func (x *extractor) lightStatus(d *draft, light *lexicon.Light) {
	switch light.Perfect {
	case "حاول", "سعى":
		d.inherit = schema.Attempted
	case "فشل", "أخفق":
		d.inherit = schema.Attempted
	case "اعتزم", "قرر":
		d.inherit = schema.Planned
	case "رفض":
		d.negative = true
	}
}

// nounStatus reads polarity and factuality off the words before a noun.
func (x *extractor) nounStatus(d *draft) {
	i := d.word
	w := &x.s.Words[i]
	before := i - 1
	for before >= 0 && (morph.IsQuote(x.s.Words[before].Norm) || x.s.Words[before].POS == morph.Adverb) {
		before--
	}
	if before < 0 {
		return
	}
	b := &x.s.Words[before]
	switch {
	case b.Stem == "عدم" || b.Stem == "دون" || b.Stem == "بدون":
		d.negative = true
	case b.Stem == "بهدف" || b.Stem == "بغية" || b.Stem == "بغرض" || b.Stem == "لغرض" || b.Stem == "اجل":
		d.fact = schema.Planned
	case w.Prep == "ل" && w.Conj == "" && d.sense.Perfect != "":
		d.fact = schema.Planned
	}
}

// govern takes over from the predicate that a draft is an argument of: an
// agent that only the governor names, and what the governor says of the act.
func (x *extractor) govern(d *draft) {
	g, direct := x.governor(d)
	if g == nil {
		return
	}
	d.governor = g
	if !direct {
		return
	}
	switch g.sense.Type {
	case "demand":
		d.inherit = schema.Demanded
	case "threaten":
		d.inherit = schema.Planned
	case "permit":
		d.inherit = schema.Possible
	case "reject", "obstruct":
		if !slices.Contains(speech, d.sense.Type) {
			d.negative = !g.negative
		}
	}
	if d.fact == "" && d.inherit == "" && g.sense.Type == d.sense.Type {
		d.inherit = g.fact
	}
}

// governor is the draft whose clause the noun d stands in as an argument;
// direct says that the governor's frame speaks of it: its object, or behind a
// preposition that introduces an act.
func (x *extractor) governor(d *draft) (g *draft, direct bool) {
	w := &x.s.Words[d.word]
	if w.POS == morph.Verb {
		return x.verbGovernor(d)
	}
	if d.light || w.POS == morph.Participle {
		return nil, false
	}
	for _, candidate := range slices.Backward(x.drafts) {
		if candidate.word >= d.word || d.word-candidate.word > 12 {
			continue
		}
		if candidate.word == d.word-1 {
			return candidate, true
		}
		if d.word >= candidate.end || x.s.Words[candidate.word].POS == morph.Noun && candidate.word < d.word-4 {
			continue
		}
		return candidate, x.complement(d.word)
	}
	return nil, false
}

// complement reports whether the noun at i stands behind a preposition that
// introduces an act one speaks of, or behind none.
func (x *extractor) complement(i int) bool {
	w := &x.s.Words[i]
	prep := w.Prep
	if prep == "" && i > 0 && x.s.Words[i-1].POS == morph.Preposition {
		prep = x.s.Words[i-1].Stem
	}
	switch bareForm(prep) {
	case "":
		return i == 0 || !x.inConstruct(i)
	case "ب", "إلى", "على", "ل", "من", "عن":
		return true
	}
	return false
}

// inConstruct reports whether the noun at i is the genitive of a noun that is
// no act: ملابسات التفجير.
func (x *extractor) inConstruct(i int) bool {
	before := &x.s.Words[i-1]
	if x.s.Words[i].Conj != "" || before.Det || before.Suffix != "" || before.Accusative {
		return false
	}
	switch before.POS {
	case morph.Noun, morph.Unknown, morph.Quantifier:
		return len(before.Triggers) == 0 && len(before.Lights) == 0 && before.Class == text.Word
	}
	return false
}

// verbGovernor is the draft whose content clause opens right before the verb:
// دعا إلى أن ينسحب, هدد بأن يقصف.
func (x *extractor) verbGovernor(d *draft) (*draft, bool) {
	for _, candidate := range slices.Backward(x.drafts) {
		if candidate.word < d.word && candidate.content >= 0 && candidate.content <= d.word && d.word-candidate.content <= 3 {
			return candidate, candidate.sense.Type != "state" && candidate.sense.Type != "reject"
		}
	}
	return nil, false
}
