package names

import (
	"slices"

	"github.com/isnad-project/isnad/extract/places"
	"github.com/isnad-project/isnad/extract/syntax"
	"github.com/isnad-project/isnad/schema"
)

// Want says what an antecedent must be.
type Want struct {
	Feminine, Masculine bool
	Plural, Singular    bool
	// Actor or Place ask for that kind; both false for any.
	Actor, Place bool
	// PreferPlace favours places, as what is bombarded or stormed.
	PreferPlace bool
}

// PronounWant is what an attached or free pronoun asks of its antecedent.
func PronounWant(pronoun string) Want {
	switch pronoun {
	case "ها", "هي":
		return Want{Feminine: true}
	case "ه", "هو":
		return Want{Masculine: true, Singular: true}
	case "هم", "هن":
		return Want{Plural: true}
	case "هما":
		return Want{}
	}
	return Want{Actor: true}
}

// maxSentencesBack bounds how far an antecedent may lie.
const maxSentencesBack = 3

// maxDescriptionBack bounds how many sentences back a definite description
// finds what it stands for.
const maxDescriptionBack = 40

// Antecedent returns the referent that a pronoun or a dropped subject at this
// word of sentence n refers to, or nil: the nearest that agrees, subjects
// before others of the same sentence, and none of not.
func (d *Discourse) Antecedent(n, word int, want Want, not ...*Referent) *Referent {
	var best *Referent
	bestScore := -1 << 30
	for i := len(d.mention) - 1; i >= 0; i-- {
		m := d.mention[i]
		if !after(position{n, word}, m.at) {
			continue
		}
		if n-m.at.sentence > maxSentencesBack {
			break
		}
		if !want.accepts(m.referent) || slices.Contains(not, m.referent) {
			continue
		}
		score := -20 * (n - m.at.sentence)
		if m.at.sentence == n {
			score -= (word - m.at.word) / 3
		} else {
			score += max(0, 8-m.at.word/3)
		}
		if m.subject {
			score += 8
		}
		if m.referent.Form == schema.Named {
			score += 4
		}
		if want.PreferPlace && (m.referent.Kind == schema.KindPlace || m.referent.Kind == schema.KindFacility) {
			score += 12
		}
		if score > bestScore {
			best, bestScore = m.referent, score
		}
	}
	return best
}

func (w Want) accepts(r *Referent) bool {
	isActor := r.Kind == schema.KindPerson || r.Kind == schema.KindOrganization || r.Kind == schema.KindGroup
	isPlace := r.Kind == schema.KindPlace || r.Kind == schema.KindFacility
	if w.Actor && !isActor || w.Place && !isPlace || !isActor && !isPlace {
		return false
	}
	collective := r.Kind == schema.KindOrganization || r.Kind == schema.KindGroup
	switch {
	case w.Plural && !r.Plural && !collective:
		return false
	case w.Singular && r.Plural && r.Kind != schema.KindOrganization:
		return false
	case w.Feminine && !r.Feminine && !(r.Plural && r.Kind != schema.KindGroup):
		return false
	case w.Masculine && r.Feminine:
		return false
	}
	return true
}

// MarkSubject notes that a phrase is the subject of its clause, which makes it
// the likelier antecedent.
func (d *Discourse) MarkSubject(n int, p syntax.Phrase) {
	for i := len(d.mention) - 1; i >= 0 && d.mention[i].at.sentence >= n; i-- {
		if d.mention[i].at == (position{n, p.First}) {
			d.mention[i].subject = true
		}
	}
}

// description resolves a bare definite noun (المدينة، التنظيم) to what was
// spoken of before, or returns nil.
func (d *Discourse) description(n int, s *syntax.Sentence, p syntax.Phrase) *Referent {
	if p.Last-p.First != 1 || !s.Words[p.Head].Det {
		return nil
	}
	fits := describes(s.Words[p.Head].Stem)
	if fits == nil {
		return nil
	}
	for i := len(d.mention) - 1; i >= 0 && n-d.mention[i].at.sentence <= maxDescriptionBack; i-- {
		m := d.mention[i]
		if after(position{n, p.First}, m.at) && m.referent.Form == schema.Named && fits(m.referent) {
			return m.referent
		}
	}
	return nil
}

// describes returns what a definite noun can stand for, nil for nouns that
// stand for themselves.
func describes(stem string) func(*Referent) bool {
	switch stem {
	case "مدينة", "بلدة", "قرية":
		return func(r *Referent) bool { return r.Kind == schema.KindPlace && r.Subkind == places.City }
	case "محافظة", "ولاية", "اقليم", "منطقة":
		return func(r *Referent) bool {
			return r.Kind == schema.KindPlace && (r.Subkind == places.Region || r.Subkind == places.Other)
		}
	case "بلاد", "بلد", "دولة", "مملكة", "جمهورية":
		return func(r *Referent) bool { return r.Kind == schema.KindPlace && r.Subkind == places.Country }
	case "تنظيم", "جماعة", "حركة", "حزب", "ميليشيا", "مليشيا", "جبهة":
		return func(r *Referent) bool {
			return r.Kind == schema.KindOrganization && (r.Subkind == "armed-group" || r.Subkind == "party") || r.Kind == schema.KindGroup && r.Subkind == "armed-group"
		}
	case "منظمة", "هيئة", "وكالة":
		return func(r *Referent) bool {
			return r.Kind == schema.KindOrganization && r.Subkind != "armed-group" && r.Subkind != "armed-force"
		}
	case "رئيس", "وزير", "مسؤول", "متحدث", "ناطق", "قائد", "زعيم", "سفير", "مبعوث":
		return func(r *Referent) bool { return r.Kind == schema.KindPerson && !r.Feminine }
	}
	return nil
}
