// Package language analyses sentences with a trained model: it splits tokens
// into words and gives each its part of speech, features, lemma, head and
// relation, in the terms of Universal Dependencies 2.
//
//	tokens → segment → tag → parse → words
package language

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/analysis"
	"github.com/isnad-project/isnad/extract/morph/segment"
	"github.com/isnad-project/isnad/extract/morph/tag"
	"github.com/isnad-project/isnad/extract/syntax/parse"
	"github.com/isnad-project/isnad/extract/text"
)

// Word is a syntactic word of an analysed sentence. The forms of the words of
// a token, put together, are the token as written.
type Word struct {
	Token      int    // index of the (first) token it is part of
	Form       string // as written
	Lemma      string // without vowels
	UPOS, XPOS string
	Feats      string // Name=Value|Name=Value, names in order
	Head       int    // 1-based number of the head in the sentence; 0 for the root
	Deprel     string
	Start, End int // code points of the source
}

// Model analyses sentences. It is safe for concurrent use.
type Model struct {
	header  []model.Field
	segment *segment.Model
	tag     *tag.Model
	parse   *parse.Model
	lexicon Lexicon
	hash    string
}

// Lexicon is the morphological lexicon that a model is trained and used with.
type Lexicon struct {
	Mask  segment.Lexicon
	Lemma func(norm, upos string) string // "" if it has none
}

// Default returns the lexicon of the program.
func Default() Lexicon {
	l := analysis.Default()
	return Lexicon{Mask: l.Mask, Lemma: func(norm, upos string) string {
		for _, a := range l.Stem(norm) {
			if a.POS == upos {
				return a.Lemma
			}
		}
		return ""
	}}
}

// New puts a model together; Put of the result writes it.
func New(header []model.Field, s *segment.Model, t *tag.Model, p *parse.Model, l Lexicon) *Model {
	return &Model{header: header, segment: s, tag: t, parse: p, lexicon: l}
}

// Load reads a model that Write wrote.
func Load(r io.Reader) (*Model, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading a language model: %w", err)
	}
	return Parse(data, Default())
}

// Kind is the header's value of "model" in a file of this package.
const Kind = "isnad language"

// Parse reads a model that is in memory, for use with the lexicon that it was
// trained with.
func Parse(data []byte, l Lexicon) (*Model, error) {
	f, err := model.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("reading a language model: %w", err)
	}
	if kind := f.Value("model"); kind != Kind {
		return nil, fmt.Errorf("reading a language model: %w: it is %q", model.ErrFormat, kind)
	}
	sum := sha256.Sum256(data)
	m := &Model{header: f.Header, lexicon: l, hash: hex.EncodeToString(sum[:])}
	if m.segment, err = segment.Get(f, l.Mask); err != nil {
		return nil, fmt.Errorf("reading a language model, words: %w", err)
	}
	if m.tag, err = tag.Get(f, m.segment.Counts, l.Mask); err != nil {
		return nil, fmt.Errorf("reading a language model, tags: %w", err)
	}
	if m.parse, err = parse.Get(f, m.tag); err != nil {
		return nil, fmt.Errorf("reading a language model, trees: %w", err)
	}
	return m, nil
}

// Write writes the model.
func (m *Model) Write(w io.Writer) error {
	f := &model.File{Header: m.header}
	m.segment.Put(f)
	m.tag.Put(f)
	m.parse.Put(f)
	return f.Write(w)
}

// Header returns what the model says of itself: its data and licence.
func (m *Model) Header() []model.Field { return m.header }

// Hash is the SHA-256 of the model's file, in lower-case hex; empty for a model
// that was just trained.
func (m *Model) Hash() string { return m.hash }

// longest is the most words parsed as one tree: the time of the parser grows
// with the third power. Longer sentences are cut behind a mark where there is
// one, and their trees joined under the first root.
const longest = 160

// Analyze returns the words of a sentence. tokens are the sentence's alone;
// Word.Token counts from the first of them.
func (m *Model) Analyze(tokens []text.Token) []Word {
	words := m.segment.Segment(tokens)
	tagged := m.tag.Tag(words)
	list := make([]Word, len(words))
	for i := range words {
		w, t := &words[i], tagged[i]
		upos := tag.Tags[t.UPOS]
		list[i] = Word{Token: w.Token, Form: w.Form, UPOS: upos, XPOS: m.tag.XPOS(t), Feats: m.tag.Feats(w, t), Start: w.Start, End: w.End}
		list[i].Lemma = m.tag.Lemma(w, t, func() string { return m.known(w, upos) })
	}
	root := 0
	for first := 0; first < len(words); {
		last := cut(words, first)
		for i, arc := range m.parse.Parse(words[first:last], tagged[first:last]) {
			w := &list[first+i]
			w.Head, w.Deprel = arc.Head, arc.Deprel
			switch {
			case arc.Head > 0:
				w.Head += first
			case root == 0:
				root = first + i + 1
			default:
				w.Head, w.Deprel = root, "parataxis"
			}
		}
		first = last
	}
	return list
}

func (m *Model) known(w *segment.Word, upos string) string {
	if m.lexicon.Lemma == nil || w.Kind != segment.Stem {
		return ""
	}
	return m.lexicon.Lemma(text.Norm(w.Dict), upos)
}

// cut returns where the tree that begins at first ends.
func cut(words []segment.Word, first int) int {
	if len(words)-first <= longest {
		return len(words)
	}
	for last := first + longest; last > first+longest/2; last-- {
		if words[last-1].Class == text.Punct {
			return last
		}
	}
	for last := first + longest; last > first+longest/2; last-- {
		if !words[last].Left {
			return last
		}
	}
	return first + longest
}
