package syntax

import (
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
		if s.beginsClause(next) {
			return
		}
		p.Conjuncts = append(p.Conjuncts, next)
		p.Next = next.Last
	}
}

// beginsClause reports whether a phrase behind و is rather the subject of a
// clause of its own: a verb in the masculine singular follows, which would be
// a plural after two subjects. (قصف على الفاشر والجيش يعلن)
func (s *Sentence) beginsClause(p Phrase) bool {
	if p.Last >= len(s.Words) || !p.Definite || IsFeminine(&s.Words[p.Head]) {
		return false
	}
	verb := &s.Words[p.Last]
	return verb.POS == morph.Verb && verb.Conj == "" && !verb.Auxiliary && verb.Person == 3 && verb.Gender == morph.Masculine && verb.Number == morph.Singular
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
