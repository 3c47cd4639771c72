// Package extract turns a document into a record of events: it is the driver
// of the stages, each in the package of its name. Extraction is a pure
// function of one document and the lexicons.
package extract

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/isnad-project/isnad/extract/events"
	"github.com/isnad-project/isnad/extract/language"
	"github.com/isnad-project/isnad/extract/lexicon"
	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/names"
	"github.com/isnad-project/isnad/extract/places"
	"github.com/isnad-project/isnad/extract/syntax"
	"github.com/isnad-project/isnad/extract/text"
	"github.com/isnad-project/isnad/extract/times"
	"github.com/isnad-project/isnad/schema"
)

// Version is the version of the extractor, part of every record.
const Version = "0.1.0"

// DefaultMaxSentence is the longest sentence, in tokens, that is analysed whole.
const DefaultMaxSentence = 2000

// Options are what a caller may set. Zero values stand for the defaults.
type Options struct {
	Base string // base IRI of things; default schema.DefaultBase
	// MaxSentence is the number of tokens at which a sentence is cut.
	MaxSentence int
	// Language is the model of words and tags; default the one built in.
	Language *language.Model
}

// Extractor extracts with one set of lexicons. It is safe for concurrent use.
type Extractor struct {
	Options
	tool     schema.Tool
	analyzer *morph.Analyzer
	finder   *names.Finder
	places   *places.Gazetteer
}

// New returns an extractor with the embedded lexicons. The error is of the
// built-in language model.
func New(o Options) (*Extractor, error) {
	if o.Base == "" {
		o.Base = schema.DefaultBase
	}
	if o.MaxSentence <= 0 {
		o.MaxSentence = DefaultMaxSentence
	}
	if o.Language == nil {
		m, err := language.Embedded()
		if err != nil {
			return nil, err
		}
		o.Language = m
	}
	l := lexicon.Default()
	tool := schema.Tool{Version: Version, Lexicons: maps.Clone(l.Hashes)}
	tool.Lexicons["language-model"] = o.Language.Hash()
	tool.Lexicons["places"], tool.Lexicons["times"] = places.Hash(), times.Hash()
	return &Extractor{o, tool, morph.Default(), names.DefaultFinder(), places.Default()}, nil
}

// Result is a record and what the extraction counted.
type Result struct {
	schema.Record
	Sentences int
	// Cut counts the sentences that were longer than the limit.
	Cut int
}

// part is the title or the text with its sentences.
type part struct {
	in        string
	source    string
	tokens    []text.Token
	sentences []text.Sentence
}

// Extract analyses one document. The title is analysed first where it isn't in
// the text already.
func (x *Extractor) Extract(d schema.Document) Result {
	parts, cut := x.split(d)
	marked := x.mark(parts, d)
	discourse := names.NewDiscourse(x.finder, x.places, x.Base, d.ID)
	extractor := &events.Extractor{Document: d.ID, Finder: x.finder, Discourse: discourse}
	r := Result{Record: schema.Record{Document: d, Events: []schema.Event{}, Tool: x.tool}, Sentences: len(marked), Cut: cut}
	for n, s := range marked {
		r.Events = append(r.Events, extractor.Sentence(n, s.Sentence, s.mention)...)
	}
	r.Entities = used(discourse.Entities(), r.Events)
	return r
}

func (x *Extractor) split(d schema.Document) (parts []part, cut int) {
	if d.Title != "" && !strings.Contains(text.Norm(d.Text), text.Norm(d.Title)) {
		parts = append(parts, newPart(schema.InTitle, d.Title))
	}
	parts = append(parts, newPart("", d.Text))
	for i := range parts {
		cut += parts[i].limit(x.MaxSentence)
	}
	return parts, cut
}

func newPart(in, source string) part {
	tokens := text.Tokens(source)
	return part{in, source, tokens, text.Sentences(tokens)}
}

// limit cuts sentences of more than most tokens into pieces, and returns how
// many there were.
func (p *part) limit(most int) (cut int) {
	var pieces []text.Sentence
	for _, s := range p.sentences {
		if s.Last-s.First > most {
			cut++
		}
		for ; s.Last-s.First > most; s.First += most {
			pieces = append(pieces, text.Sentence{First: s.First, Last: s.First + most})
		}
		pieces = append(pieces, s)
	}
	p.sentences = pieces
	return cut
}

// markedSentence is a sentence with words, names, places and times.
type markedSentence struct {
	*syntax.Sentence
	mention schema.Mention
}

// mark runs the finders over all sentences; places need the whole document.
func (x *Extractor) mark(parts []part, d schema.Document) []markedSentence {
	known := vocabulary(parts)
	var reference times.Reference
	if day, err := time.Parse(time.DateOnly, d.Date); err == nil {
		reference.Date = day
	}
	var found [][]places.Mention
	var words [][]morph.Word
	weights := map[string]float64{}
	for _, p := range parts {
		for _, s := range p.sentences {
			tokens := p.tokens[s.First:s.Last]
			found = append(found, x.places.Find(tokens))
			analysed := x.analyzer.Words(tokens, known, x.Language.Tags(tokens))
			countNationalities(analysed, weights)
			words = append(words, analysed)
		}
	}
	x.places.Resolve(found, weights)
	var marked []markedSentence
	for _, p := range parts {
		for _, s := range p.sentences {
			n := len(marked)
			tokens := p.tokens[s.First:s.Last]
			actors := x.finder.Actors(words[n])
			sentence := syntax.NewSentence(p.source, words[n], actors, found[n], times.Find(tokens, reference))
			first, last := tokens[0], tokens[len(tokens)-1]
			mention := schema.Mention{Text: p.source[first.Byte:last.ByteEnd], Span: schema.Span{Start: first.Start, End: last.End, In: p.in}}
			marked = append(marked, markedSentence{sentence, mention})
		}
	}
	return marked
}

// vocabulary knows the words that the document writes without clitics.
func vocabulary(parts []part) func(string) bool {
	seen := map[string]bool{}
	for _, p := range parts {
		for _, t := range p.tokens {
			if t.Class == text.Word {
				seen[t.Norm] = true
			}
		}
	}
	return func(norm string) bool { return seen[norm] }
}

func countNationalities(words []morph.Word, weights map[string]float64) {
	for i := range words {
		if c := words[i].Country; c != "" {
			weights[c]++
		}
	}
}

// used are the entities that the events name, with what contains or leads
// them, sorted by IRI.
func used(all map[string]schema.Entity, found []schema.Event) []schema.Entity {
	keep := map[string]schema.Entity{}
	var add func(id string)
	add = func(id string) {
		e, known := all[id]
		if _, done := keep[id]; done || !known || e.ID == "" {
			return
		}
		keep[id] = e
		add(e.Within)
		add(e.LedBy)
	}
	for _, e := range found {
		for _, r := range e.Roles {
			add(r.Entity)
		}
		for _, r := range e.AccordingTo {
			add(r.Entity)
		}
	}
	entities := slices.Collect(maps.Values(keep))
	slices.SortFunc(entities, func(a, b schema.Entity) int { return cmp.Compare(a.ID, b.ID) })
	if entities == nil {
		entities = []schema.Entity{}
	}
	return entities
}
