package syntax

import (
	"slices"
	"strings"

	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/text"
)

// maxNameWords bounds a person's name.
const maxNameWords = 5

// NounPhrase parses the noun phrase that begins at word i, which may bear a
// clitic preposition; ok is false where none begins.
func (s *Sentence) NounPhrase(i int) (Phrase, bool) {
	if p, done := s.phrases[i]; done {
		return p, p.Last > 0
	}
	p, ok := s.parse(i)
	if !ok {
		p = Phrase{}
	}
	s.phrases[i] = p
	return p, ok
}

func (s *Sentence) parse(i int) (Phrase, bool) {
	for i < len(s.Words) && (s.Words[i].POS == morph.Demonstrative || morph.IsQuote(s.Words[i].Norm)) && s.TimeAt[i] < 0 {
		i++
	}
	if i >= len(s.Words) || !s.nominal(i) {
		return Phrase{}, false
	}
	p := Phrase{First: i, Head: i, Quantity: -1, Chain: []int{i}}
	at := s.quantity(&p)
	if at < 0 {
		return Phrase{}, false
	}
	p.Definite = s.closes(at - 1)
	at = s.extend(&p, at)
	for at > p.First+1 && morph.IsQuote(s.Words[at-1].Norm) && !s.opened(p.First, at-1) {
		at--
	}
	p.Last, p.Next = at, at
	s.coordinate(&p)
	return p, true
}

// nominal reports whether a noun phrase may stand at word i.
func (s *Sentence) nominal(i int) bool {
	w := &s.Words[i]
	if s.TimeAt[i] >= 0 {
		return false
	}
	if s.ActorAt[i] >= 0 || s.PlaceAt[i] >= 0 {
		return true
	}
	switch w.POS {
	case morph.Noun, morph.Participle, morph.Adjective, morph.Name, morph.Quantifier, morph.Numeral:
		return true
	case morph.Unknown:
		return w.Class != text.Punct
	}
	return false
}

// quantity takes numerals and quantifiers at the beginning of the phrase, and
// "من" after them, up to the counted noun, which becomes the head. It returns
// the word after the head, or -1 where the phrase is a bare number.
func (s *Sentence) quantity(p *Phrase) int {
	i := p.First
	counted := false
	for i < len(s.Words) {
		w := &s.Words[i]
		if s.TimeAt[i] >= 0 || i > p.First && (w.Prep != "" || w.Conj != "" && w.POS != morph.Numeral) {
			break
		}
		class := w.POS
		if class == morph.Numeral || class == morph.Quantifier && w.Suffix == "" {
			counted = true
			p.Quantity = i
			i++
			continue
		}
		if counted && class == morph.Preposition && (w.Stem == "من" || w.Stem == "عن") && w.Suffix == "" && i+1 < len(s.Words) && s.nominal(i+1) && s.Words[i+1].Prep == "" {
			i++
			continue
		}
		break
	}
	if !counted {
		return i + 1
	}
	if i < len(s.Words) && s.nominal(i) && s.Words[i].Prep == "" && s.Words[i].Conj == "" {
		p.Head = i
		p.Chain = []int{i}
		return i + 1
	}
	if s.Words[i-1].POS == morph.Preposition {
		i--
	}
	p.Head = i - 1
	p.Chain = []int{i - 1}
	return i
}

// closes reports whether word i makes the phrase it stands in definite.
func (s *Sentence) closes(i int) bool {
	w := &s.Words[i]
	return w.Det || w.Suffix != "" || s.PlaceAt[i] >= 0 || s.ActorAt[i] >= 0 || w.POS == morph.Name
}

// extend adds words to the phrase from word at on, and returns the first word
// that is not part of it.
func (s *Sentence) extend(p *Phrase, at int) int {
	names := 0
	if s.nameLike(p.Head) {
		names = 1
	}
	for at < len(s.Words) {
		w := &s.Words[at]
		if morph.IsQuote(w.Norm) {
			next, ok := s.quoted(p, at)
			if !ok {
				return at
			}
			at = next
			p.Definite = true
			continue
		}
		if mention := s.ActorAt[at]; mention >= 0 && at > s.Actors[mention].First || s.PlaceAt[at] >= 0 && at > s.Places[s.PlaceAt[at]].First {
			p.Chain, p.Definite = append(p.Chain, at), true // inside a name of several words
			at++
			continue
		}
		if w.Conj != "" && s.adjectiveOf(p, at) && s.afterAdjective(p, at) {
			at++
			continue
		}
		if w.Prep != "" || w.Conj != "" || !s.nominal(at) || w.Norm == "باسم" {
			if next := max(s.partitive(p, at), s.complement(p, at), s.spokenFor(p, at)); next > at {
				at = next
				continue
			}
			return at
		}
		switch {
		case s.inName(p, at, names):
			names++
			p.Chain = append(p.Chain, at)
			p.Definite = true
		case s.adjectiveOf(p, at):
		case s.apposedPlace(p, at):
			p.Chain = append(p.Chain, at)
		case !p.Definite && s.genitive(p, at):
			p.Chain = append(p.Chain, at)
			p.Definite = s.closes(at)
			names = 0
			if s.nameLike(at) {
				names = 1
			}
		default:
			return at
		}
		at++
	}
	return at
}

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

// coordinate adds the noun phrases that و joins to this one.
func (s *Sentence) coordinate(p *Phrase) {
	for p.Next < len(s.Words) {
		i := p.Next
		w := &s.Words[i]
		if w.Conj != "و" || !s.nominal(i) || w.Prep != "" && w.Prep != s.Words[p.First].Prep {
			return
		}
		if (len(w.Triggers) > 0 && w.POS == morph.Noun) != (len(s.Words[p.Head].Triggers) > 0) && s.ActorAt[i] < 0 && s.PlaceAt[i] < 0 {
			return // an act beside a thing: it belongs to another act
		}
		if s.Words[p.Head].Det != w.Det && !s.closes(i) && !p.Definite {
			return
		}
		next, ok := s.parseOne(i)
		if !ok {
			return
		}
		p.Conjuncts = append(p.Conjuncts, next)
		p.Next = next.Last
	}
}

// parseOne parses a phrase without what is coordinated with it.
func (s *Sentence) parseOne(i int) (Phrase, bool) {
	p := Phrase{First: i, Head: i, Quantity: -1, Chain: []int{i}}
	at := s.quantity(&p)
	if at < 0 {
		return p, false
	}
	p.Definite = s.closes(at - 1)
	p.Last = s.extend(&p, at)
	p.Next = p.Last
	return p, true
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
