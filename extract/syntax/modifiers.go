package syntax

import (
	"slices"
	"strings"

	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/text"
)

// apposedPlace reports whether the word at is the name behind a definite
// noun: العاصمة طرابلس.
func (s *Sentence) apposedPlace(p *Phrase, at int) bool {
	w := &s.Words[p.Chain[len(p.Chain)-1]]
	return p.Definite && s.PlaceAt[at] >= 0 && !s.Words[at].Det && w.Det && w.POS == morph.Noun && len(w.Triggers) == 0
}

// complement takes a body's name that goes on with لـ: الاتحاد العام للشغل. It
// returns the word after it, or at.
func (s *Sentence) complement(p *Phrase, at int) int {
	w, head := &s.Words[at], &s.Words[p.Head]
	if w.Prep != "ل" || !w.Det || w.Conj != "" || !p.Definite || w.POS != morph.Noun && w.POS != morph.Unknown || len(w.Triggers) > 0 || s.TimeAt[at] >= 0 {
		return at
	}
	if !namedByPurpose(head.Stem) {
		return at
	}
	for i := range w.Readings {
		if w.Readings[i].Title != nil {
			return at
		}
	}
	inner, ok := s.parseOne(at)
	if !ok {
		return at
	}
	return inner.Last
}

// namedByPurpose reports whether a body of that kind is named after what it is
// for: الهيئة العليا للانتخابات.
func namedByPurpose(stem string) bool {
	switch stem {
	case "اتحاد", "هيئة", "لجنة", "منظمة", "مجلس", "مكتب", "وكالة", "مؤسسة", "صندوق", "مركز", "جمعية", "نقابة", "مفوضية", "برنامج", "ادارة", "ديوان", "معهد", "شركة", "جهاز", "مرصد", "رابطة", "بنك", "محكمة", "امانة":
		return true
	}
	return false
}

// spokenFor takes باسم and the body that a spokesman speaks for. It returns
// the word after it, or at.
func (s *Sentence) spokenFor(p *Phrase, at int) int {
	if s.Words[at].Norm != "باسم" || at+1 >= len(s.Words) || !s.titled(p) {
		return at
	}
	inner, ok := s.parseOne(at + 1)
	if !ok {
		return at
	}
	return inner.Last
}

// genitive reports whether the word at goes on with a construct chain that is
// not yet definite.
func (s *Sentence) genitive(p *Phrase, at int) bool {
	last := &s.Words[p.Chain[len(p.Chain)-1]]
	w := &s.Words[at]
	if last.Accusative || last.Suffix != "" {
		return last.POS == morph.Numeral
	}
	if p.Chain[len(p.Chain)-1] != at-1 && p.Quantity < 0 {
		return false // an adjective has closed the chain
	}
	if w.Accusative || w.POS == morph.Numeral {
		return s.Words[at-1].POS == morph.Numeral || s.Words[at-1].Class == text.Number
	}
	return !w.Det || len(p.Chain) < 6
}

// adjectiveOf reports whether the word at is an adjective that agrees with a
// noun of the phrase.
func (s *Sentence) adjectiveOf(p *Phrase, at int) bool {
	w := &s.Words[at]
	if s.ActorAt[at] >= 0 || s.PlaceAt[at] >= 0 || w.Prep != "" || w.Suffix != "" || w.Class != text.Word {
		return false
	}
	if !s.Adjectival(w) || s.Predicative(at) {
		return false
	}
	if !p.Definite {
		if w.Det {
			return false
		}
		return s.Words[p.Head].Accusative == w.Accusative || w.Accusative
	}
	if !w.Det {
		return false
	}
	for _, i := range p.Chain {
		if Agree(&s.Words[i], w) {
			return true
		}
	}
	return false
}

// Predicative reports whether the word is a participle of a trigger with a
// preposition behind it: rather an act than an attribute.
func (s *Sentence) Predicative(at int) bool {
	w := &s.Words[at]
	if w.POS != morph.Participle || len(w.Triggers) == 0 || at+1 >= len(s.Words) {
		return false
	}
	next := &s.Words[at+1]
	return next.POS == morph.Preposition && next.Conj == ""
}

// Adjectival reports whether the word is an adjective by the lexicon or by its
// shape: a nisba, or a definite participle in m-.
func (s *Sentence) Adjectival(w *morph.Word) bool {
	adjective := false
	for i := range w.Readings {
		r := &w.Readings[i]
		if r.Head != nil && (r.Head.Kind == "group" || r.Head.Kind == "person") {
			return false // المسلحون are people, not an attribute
		}
		adjective = adjective || (r.POS == morph.Adjective || r.POS == morph.Participle) && !r.Construct
	}
	if adjective {
		return true
	}
	if w.POS != morph.Unknown {
		return false
	}
	for _, ending := range []string{"ية", "يون", "يين"} {
		if strings.HasSuffix(w.Stem, ending) && len(w.Stem) > len(ending)+4 {
			return true
		}
	}
	return w.Det && (strings.HasSuffix(w.Stem, "ي") && len(w.Stem) > 6 || strings.HasPrefix(w.Stem, "م") && strings.HasSuffix(w.Stem, "ة"))
}

// afterAdjective reports whether the word before at is an adjective of the
// phrase, so that و joins another.
func (s *Sentence) afterAdjective(p *Phrase, at int) bool {
	return at-1 > p.Head && s.Words[at].Conj == "و" && s.Adjectival(&s.Words[at-1]) && s.Words[at-1].Det == s.Words[at].Det
}

// inName reports whether the word at goes on with a person's name: after a
// title, or after another part of the name.
func (s *Sentence) inName(p *Phrase, at, names int) bool {
	w := &s.Words[at]
	if names >= maxNameWords || s.PlaceAt[at] >= 0 && names == 0 {
		return false
	}
	if names > 0 {
		return s.namePart(w) || w.Det && w.POS == morph.Unknown || w.Det && s.Words[at-1].Stem == "عبد"
	}
	return p.Definite && s.titled(p) && !w.Det && s.namePart(w)
}

// titled reports whether a word of the phrase is a title or a noun for a person.
func (s *Sentence) titled(p *Phrase) bool {
	for i := p.First; i < len(s.Words) && i <= slices.Max(p.Chain); i++ {
		w := &s.Words[i]
		for j := range w.Readings {
			if w.Readings[j].Title != nil {
				return true
			}
		}
	}
	return false
}

func (s *Sentence) nameLike(i int) bool {
	if s.PlaceAt[i] >= 0 {
		return false
	}
	return s.ActorAt[i] < 0 && s.Words[i].POS == morph.Name
}

// namePart reports whether a word can be part of a person's name: known as
// one, or unknown.
func (s *Sentence) namePart(w *morph.Word) bool {
	if w.Suffix != "" || w.Prep != "" || w.Conj != "" || w.Accusative {
		return false
	}
	for i := range w.Readings {
		if w.Readings[i].POS == morph.Name {
			return true
		}
	}
	return w.POS == morph.Unknown && !w.Det
}

// quoted takes a quoted name in apposition or in the genitive: تنظيم «الدولة».
// It returns the word after the closing quote.
func (s *Sentence) quoted(p *Phrase, at int) (int, bool) {
	if !isOpening(s.Words[at].Norm) || at+1 >= len(s.Words) || s.Words[at+1].Start != s.Words[at].End {
		return at, false
	}
	for i := at + 1; i < len(s.Words) && i-at <= 5; i++ {
		if isClosing(s.Words[i].Norm) && i > at+1 {
			return i + 1, true
		}
		if !s.nominal(i) || s.Words[i].Conj != "" && s.ActorAt[i] < 0 {
			return at, false
		}
		p.Chain = append(p.Chain, i)
	}
	return at, false
}

func isOpening(norm string) bool {
	return norm == "“" || norm == "«" || norm == "\"" || norm == "‘"
}

func isClosing(norm string) bool {
	return norm == "”" || norm == "»" || norm == "\"" || norm == "’"
}

// opened reports whether the closing quote at word i was opened in the phrase.
func (s *Sentence) opened(first, i int) bool {
	for j := first; j < i; j++ {
		if isOpening(s.Words[j].Norm) {
			return true
		}
	}
	return false
}

// partitive takes من and a noun phrase behind a counted or collective head:
// عدد من المسلحين, 12 عنصرا من التنظيم. It returns the word after it, or at.
func (s *Sentence) partitive(p *Phrase, at int) int {
	w := &s.Words[at]
	if w.POS != morph.Preposition || w.Stem != "من" || w.Suffix != "" || w.Conj != "" || p.Quantity < 0 && !isPart(s.Words[p.Head].Stem) || at != p.Head+1 && at != p.Head+2 {
		return at
	}
	inner, ok := s.NounPhrase(at + 1)
	if !ok || inner.First != at+1 && !morph.IsQuote(s.Words[at+1].Norm) {
		return at
	}
	p.Chain = append(p.Chain, inner.Chain...)
	return inner.Last
}

// isPart reports whether a noun is a part of what follows behind من.
func isPart(stem string) bool {
	switch stem {
	case "مساحات", "مساحة", "اجزاء", "جزء", "قسم", "عنصر", "عناصر", "افراد", "فرد", "واحد", "واحدة", "عدد", "كثير", "كثيرين":
		return true
	}
	return false
}

// Agree reports whether an adjective can qualify a noun: gender and number as
// far as the spelling tells, plurals of things being feminine singular.
func Agree(noun, adjective *morph.Word) bool {
	switch {
	case strings.HasSuffix(adjective.Stem, "ات"):
		return strings.HasSuffix(noun.Stem, "ات") || noun.Reading.Gender == morph.Feminine
	case strings.HasSuffix(adjective.Stem, "ون"), strings.HasSuffix(adjective.Stem, "ين") && len(adjective.Stem) > 8:
		return IsPlural(noun) || strings.HasSuffix(noun.Stem, "ين") || strings.HasSuffix(noun.Stem, "ان")
	case strings.HasSuffix(adjective.Stem, "ة"):
		return !noun.Accusative // broken plurals are not told from singulars
	}
	return !strings.HasSuffix(noun.Stem, "ة") && !strings.HasSuffix(noun.Stem, "ات")
}

// IsFeminine reports whether a noun is feminine by the lexicon or its ending.
func IsFeminine(w *morph.Word) bool {
	if strings.HasSuffix(w.Stem, "ة") || strings.HasSuffix(w.Stem, "ات") {
		return true
	}
	for i := range w.Readings {
		r := &w.Readings[i]
		if (r.Head != nil || r.Title != nil) && r.Gender == morph.Feminine {
			return true
		}
	}
	return false
}

// IsPlural reports whether a noun is plural by the lexicon or its ending.
func IsPlural(w *morph.Word) bool {
	for _, ending := range []string{"ون", "ين", "ات"} {
		if strings.HasSuffix(w.Stem, ending) && len(w.Stem) > len(ending)+4 {
			return true
		}
	}
	for i := range w.Readings {
		if w.Readings[i].Head != nil && w.Readings[i].Number == morph.Plural {
			return true
		}
	}
	return false
}
