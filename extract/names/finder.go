// Package names says who and what the phrases of a document are: it finds the
// names of the actor lexicon, decides the kind of a phrase, gives everything
// an identity, and resolves pronouns and definite descriptions.
package names

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/isnad-project/isnad/extract/lexicon"
	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/syntax"
	"github.com/isnad-project/isnad/extract/text"
)

// Finder knows the actors of the lexicon.
type Finder struct {
	actors []lexicon.Actor
	byKey  map[string]int
	// byFirst maps the first word of a name, loosely folded, to the names that
	// begin with it, longest first.
	byFirst map[string][]actorName
}

type actorName struct {
	words  []string // loosely folded, without the article of the first
	actor  int
	unsure bool
}

// DefaultFinder returns the finder of the embedded lexicon.
var DefaultFinder = sync.OnceValue(func() *Finder { return NewFinder(lexicon.Default()) })

// NewFinder indexes the names of a lexicon.
func NewFinder(l *lexicon.Lexicon) *Finder {
	f := &Finder{actors: l.Actors, byKey: map[string]int{}, byFirst: map[string][]actorName{}}
	for i, a := range l.Actors {
		f.byKey[a.Key] = i
		for _, name := range a.Names {
			f.addName(name, i, a.Unsure[name])
		}
	}
	return f
}

func (f *Finder) addName(name string, actor int, unsure bool) {
	words := strings.Fields(fold(name))
	if len(words) == 0 {
		return
	}
	entry := actorName{words, actor, unsure}
	list := f.byFirst[words[0]]
	at := 0
	for at < len(list) && len(list[at].words) >= len(words) {
		at++
	}
	list = append(list, actorName{})
	copy(list[at+1:], list[at:])
	list[at] = entry
	f.byFirst[words[0]] = list
}

func fold(s string) string { return text.Loose(text.Norm(s)) }

// Actors returns the actor names in a sentence, longest first, not
// overlapping. Quotation marks inside a name are passed over.
func (f *Finder) Actors(words []morph.Word) []syntax.ActorMention {
	var found []syntax.ActorMention
	for i := 0; i < len(words); i++ {
		if words[i].Class != text.Word {
			continue
		}
		if actor, last := f.match(words, i); last > 0 {
			found = append(found, syntax.ActorMention{First: i, Last: last, Actor: actor})
			i = last - 1
		}
	}
	return found
}

func (f *Finder) match(words []morph.Word, i int) (actor, last int) {
	for _, first := range firstForms(&words[i]) {
		for _, name := range f.byFirst[first.word] {
			last, ok := matchRest(words, i, name.words)
			if !ok || name.unsure && !f.sure(words, i, last) {
				continue
			}
			words[i].SplitBefore(first.at)
			return name.actor, last
		}
	}
	return 0, 0
}

// form is a way to read the first word of a name, and where it begins.
type form struct {
	word string
	at   int // code point of the document
}

// firstForms are the word as written and without each run of proclitics.
func firstForms(w *morph.Word) []form {
	forms := []form{{fold(w.Norm), w.Start}}
	if utf8.RuneCountInString(w.Norm) != w.End-w.Start {
		return forms
	}
	rest, at := w.Norm, w.Start
	for _, clitic := range []string{"و", "ف"} {
		if tail, ok := strings.CutPrefix(rest, clitic); ok && len(tail) > 4 {
			forms = append(forms, form{fold(tail), at + 1})
			forms = appendAfterPreposition(forms, tail, at+1)
			return appendAfterPreposition(forms, rest, at)
		}
	}
	return appendAfterPreposition(forms, rest, at)
}

func appendAfterPreposition(forms []form, word string, at int) []form {
	if tail, ok := strings.CutPrefix(word, "لل"); ok && len(tail) > 4 {
		forms = append(forms, form{fold("ال" + tail), at + 1})
	}
	for _, clitic := range []string{"ب", "ل", "ك"} {
		if tail, ok := strings.CutPrefix(word, clitic); ok && len(tail) > 4 {
			forms = append(forms, form{fold(tail), at + 1})
		}
	}
	return forms
}

func matchRest(words []morph.Word, i int, name []string) (last int, ok bool) {
	at := i + 1
	for _, want := range name[1:] {
		for at < len(words) && morph.IsQuote(words[at].Norm) {
			at++
		}
		if at >= len(words) || fold(words[at].Norm) != want {
			return 0, false
		}
		at++
	}
	return at, true
}

// sure reports whether the neighbours make an uncertain name one of a person:
// a title or a force before it.
func (f *Finder) sure(words []morph.Word, i, last int) bool {
	if last-i > 1 {
		return true
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		for k := range words[j].Readings {
			if r := &words[j].Readings[k]; r.Title != nil || r.Head != nil {
				return true
			}
		}
	}
	return false
}
