// Package events finds the events of a document: trigger words, the sense
// each has here, and who fills its roles. It reads the phrases of package
// syntax by the frames of the lexicon, and asks package names who they are.
package events

import (
	"cmp"
	"slices"

	"github.com/isnad-project/isnad/extract/lexicon"
	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/names"
	"github.com/isnad-project/isnad/extract/syntax"
	"github.com/isnad-project/isnad/schema"
)

// draft is an event in the making.
type draft struct {
	word  int // the trigger
	sense *lexicon.Trigger
	roles []filler
	// subject is the filler of the predicate's subject, for what it governs.
	subject *filler
	// governor is the draft whose argument this one is, nil for none.
	governor *draft
	negative bool
	fact     string // factuality by its own words, "" for none
	inherit  string // factuality by its governor
	verbal   bool   // the trigger is a finite verb or stands with a light verb
	content  int    // first word of its content clause, -1
	end      int    // where its clause ends
	light    bool   // a light verb carries it
	strong   bool   // told as an event of its own: caused, carried out
}

// filler is who or what fills a role: a phrase, a pronoun, or an antecedent
// that the clause leaves unsaid.
type filler struct {
	role     string
	phrase   syntax.Phrase
	pronoun  int // word that bears the pronoun, -1
	time     int // index into the sentence's times, -1
	referent *names.Referent
	// elsewhere is set for a filler that another clause gives: it bears no
	// offsets of its own here.
	elsewhere bool
}

// Extractor turns the sentences of one document into events.
type Extractor struct {
	Document  string
	Finder    *names.Finder
	Discourse *names.Discourse
	// speaker is who was last said to have said something.
	speaker *names.Referent
}

// extractor is the work on one sentence.
type extractor struct {
	*Extractor
	n       int // number of the sentence in the document
	s       *syntax.Sentence
	drafts  []*draft
	byWord  map[int]*draft
	subject map[int]*filler // subjects of verbs, triggers or not, by word
	// senses are the senses chosen so far, by word; consumed are words that
	// belong to the phrase of another trigger.
	senses   map[int]*lexicon.Trigger
	consumed map[int]bool
}

// Sentence returns the events of sentence number n of the document. In is
// schema.InTitle for the title; span delimits the sentence in code points.
func (e *Extractor) Sentence(n int, s *syntax.Sentence, sentence schema.Mention) []schema.Event {
	x := &extractor{Extractor: e, n: n, s: s, byWord: map[int]*draft{}, subject: map[int]*filler{}, senses: map[int]*lexicon.Trigger{}, consumed: map[int]bool{}}
	x.mentions()
	for i := range s.Words {
		x.predicate(i)
	}
	slices.SortStableFunc(x.drafts, func(a, b *draft) int { return cmp.Compare(a.word, b.word) })
	for _, d := range x.drafts {
		x.govern(d)
	}
	var found []schema.Event
	for _, d := range x.drafts {
		if event, ok := x.event(d, sentence); ok {
			found = append(found, event)
		}
	}
	x.attribute(found)
	return found
}

// mentions tells the discourse of every phrase of the sentence, so that
// pronouns find what no event speaks of too.
func (x *extractor) mentions() {
	for i := 0; i < len(x.s.Words); {
		w := &x.s.Words[i]
		p, ok := syntax.Phrase{}, false
		if w.POS != morph.Demonstrative && !morph.IsQuote(w.Norm) {
			p, ok = x.s.NounPhrase(i)
		}
		if !ok {
			i++
			continue
		}
		for _, q := range append([]syntax.Phrase{p}, p.Conjuncts...) {
			if !x.isEventNoun(q.Head) {
				x.Discourse.Refer(x.n, x.s, q)
			}
		}
		i = max(p.First+1, p.Next)
		if x.isEventNoun(p.Head) {
			for i = p.Head + 1; i < len(x.s.Words) && x.adjectiveHere(p.Head, i); i++ {
			}
		}
	}
}

// predicate makes a draft of the word if it is a trigger.
func (x *extractor) predicate(i int) {
	w := &x.s.Words[i]
	if x.s.ActorAt[i] >= 0 || x.s.PlaceAt[i] >= 0 || x.s.TimeAt[i] >= 0 {
		return
	}
	switch {
	case w.POS == morph.Verb:
		x.verb(i)
	case w.POS == morph.Noun && len(w.Triggers) > 0:
		x.noun(i)
	case w.POS == morph.Noun && len(w.Lights) > 0:
		x.lightNounOfNoun(i)
	case w.POS == morph.Participle && len(w.Triggers) > 0:
		x.participle(i)
	}
}

func (x *extractor) add(d *draft) *draft {
	if have := x.byWord[d.word]; have != nil {
		return have
	}
	x.byWord[d.word] = d
	x.drafts = append(x.drafts, d)
	return d
}

// give adds a filler to a role that is not filled yet by another phrase.
func (d *draft) give(f filler, role string) {
	if role == "" || role == "-" {
		return
	}
	f.role = role
	for _, have := range d.roles {
		if have.role == role && have.pronoun == f.pronoun && have.phrase.First == f.phrase.First && have.time == f.time && have.elsewhere == f.elsewhere {
			return
		}
	}
	d.roles = append(d.roles, f)
}

func (d *draft) has(role string) bool {
	return slices.ContainsFunc(d.roles, func(f filler) bool { return f.role == role })
}

func (d *draft) filler(role string) *filler {
	for i := range d.roles {
		if d.roles[i].role == role {
			return &d.roles[i]
		}
	}
	return nil
}
