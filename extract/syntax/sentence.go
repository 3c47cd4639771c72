// Package syntax finds the phrases of a sentence: noun phrases with their
// heads, the prepositions that govern them, and what is coordinated. It knows
// no events; roles are the business of package events.
package syntax

import (
	"strings"

	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/places"
	"github.com/isnad-project/isnad/extract/text"
	"github.com/isnad-project/isnad/extract/times"
)

// Sentence is an analysed sentence with what the name, place and time finders
// marked in it. The index slices have an entry a word: the index into the list
// of that name, or -1.
type Sentence struct {
	Source string // the text or title that the offsets point into
	Words  []morph.Word
	Actors []ActorMention
	Places []places.Mention
	Times  []times.Time

	ActorAt, PlaceAt, TimeAt []int
	phrases                  map[int]Phrase // noun phrases by first word, parsed once
}

// ActorMention is a name of the actor lexicon, words [First, Last).
type ActorMention struct {
	First, Last int
	Actor       int // index into the lexicon
}

// NewSentence ties the marks to the words.
func NewSentence(source string, words []morph.Word, actors []ActorMention, placeMentions []places.Mention, timeMentions []times.Time) *Sentence {
	s := &Sentence{Source: source, Words: words, Actors: actors, Places: placeMentions, Times: timeMentions, phrases: map[int]Phrase{}}
	s.ActorAt, s.PlaceAt, s.TimeAt = none(len(words)), none(len(words)), none(len(words))
	for i, t := range timeMentions {
		mark(s.TimeAt, t.First, t.Last, i)
	}
	for i, p := range placeMentions {
		if p.Place != nil && s.TimeAt[p.First] < 0 {
			mark(s.PlaceAt, p.First, p.Last, i)
		}
	}
	for i, a := range actors {
		mark(s.ActorAt, a.First, a.Last, i)
	}
	for i := range words {
		s.settle(i)
	}
	s.settlePhrases()
	return s
}

func none(n int) []int {
	marks := make([]int, n)
	for i := range marks {
		marks[i] = -1
	}
	return marks
}

func mark(marks []int, first, last, value int) {
	for i := first; i < last; i++ {
		marks[i] = value
	}
}

// settle makes a word inside a name a name, with the clitics that stand before
// the name split off.
func (s *Sentence) settle(i int) {
	w := &s.Words[i]
	if p := s.PlaceAt[i]; p >= 0 {
		if i == s.Places[p].First && s.Places[p].Start > w.StemStart {
			w.SplitBefore(s.Places[p].Start)
		}
		w.BecomeName()
	}
	if s.ActorAt[i] >= 0 {
		w.BecomeName()
	}
}

// Phrase is a noun phrase.
type Phrase struct {
	First, Last int // words [First, Last)
	Head        int // the word that the phrase is about
	// Chain are the nominal words of the construct chain, Head included.
	Chain []int
	// Next is the first word after the phrase and its coordinated phrases.
	Next int
	// Conjuncts are phrases coordinated with this one.
	Conjuncts []Phrase
	// Quantity is the number word or figure that counts the head, -1 for none.
	Quantity int
	// Definite: the phrase ends in a definite word.
	Definite bool
}

// Start and End are the phrase's span in code points, without the article's
// conjunction or preposition.
func (s *Sentence) Start(p Phrase) int { return s.Words[p.First].StemStart }

// End is the end of the phrase in code points.
func (s *Sentence) End(p Phrase) int { return s.Words[p.Last-1].End }

// PlaceOf returns the index of the place mention that the phrase ends in or
// consists of, or -1.
func (s *Sentence) PlaceOf(p Phrase) int {
	for i := p.Last - 1; i >= p.First; i-- {
		if s.PlaceAt[i] >= 0 {
			return s.PlaceAt[i]
		}
	}
	return -1
}

// Bare is a written word without diacritics, tatweel and controls, its letters
// as written.
func Bare(word string) string {
	return strings.Map(func(r rune) rune {
		if text.IsMark(r) {
			return -1
		}
		return r
	}, word)
}
