package segment

import (
	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/text"
)

// Model splits tokens. It is safe for concurrent use.
type Model struct {
	Counts     *Counts
	Mask       Lexicon // may be nil
	weights    model.Summer
	vocabulary *vocabulary
}

// Segment returns the words of a sentence's tokens, all of them in order.
// Line breaks are left out. Dots in a row are one word, as are ال and a
// number behind it (الـ84).
func (m *Model) Segment(tokens []text.Token) []Word {
	words := make([]Word, 0, len(tokens)+len(tokens)/4)
	cut := dashes(tokens)
	if len(cut) != len(tokens) {
		return m.renumber(m.segment(words, cut), tokens)
	}
	return m.segment(words, tokens)
}

func (m *Model) segment(words []Word, tokens []text.Token) []Word {
	var work scratch
	for i := 0; i < len(tokens); i++ {
		t := &tokens[i]
		if t.Class == text.Newline {
			continue
		}
		if t.Class != text.Word || len(t.Norm) < 4 || t.Norm[0] < 0x80 {
			last := i
			for t.Norm == "." && last+1 < len(tokens) && tokens[last+1].Norm == "." && tokens[last+1].Byte == tokens[last].ByteEnd {
				last++
			}
			words = m.whole(words, tokens, i, last)
			i = last
			continue
		}
		if t.Norm == "ال" && i+1 < len(tokens) && tokens[i+1].Class == text.Number && tokens[i+1].Byte == t.ByteEnd {
			words = m.whole(words, tokens, i, i+1)
			i++
			continue
		}
		c := newContext(tokens, i)
		f := text.Fold(t.Text)
		best := m.choose(&c, f, &work)
		first := len(words)
		bytes := byteOffsets(t.Text, &work)
		for _, p := range best {
			words = append(words, Word{Token: i, Form: t.Text[bytes[p.start]:bytes[p.end]], Start: t.Start + p.start, End: t.Start + p.end, Class: t.Class, Kind: p.kind})
		}
		finish(words[first:])
	}
	return words
}

// renumber gives each word the token that it is part of among tokens.
func (m *Model) renumber(words []Word, tokens []text.Token) []Word {
	at := 0
	for i := range words {
		for tokens[at].End <= words[i].Start {
			at++
		}
		words[i].Token = at
	}
	return words
}

// whole appends the tokens i to last as one word.
func (m *Model) whole(words []Word, tokens []text.Token, i, last int) []Word {
	w := Word{Token: i, Start: tokens[i].Start, End: tokens[last].End, Class: tokens[last].Class}
	for _, t := range tokens[i : last+1] {
		w.Form += t.Text
	}
	words = append(words, w)
	finish(words[len(words)-1:])
	return words
}

type scratch struct {
	candidates []candidate
	features   []uint32
	bytes      []int
}

// choose returns the pieces of the best split.
func (m *Model) choose(c *context, f text.Folded, work *scratch) []piece {
	work.candidates = candidates(f.Text, c.text, work.candidates)
	var best []piece
	var bestScore float32
	for _, cand := range work.candidates {
		if len(work.candidates) == 1 {
			return cand.pieces(f)
		}
		work.features = m.features(c, cand, work.features[:0])
		score := m.weights.Sum(work.features)
		if best != nil && score <= bestScore {
			continue
		}
		if p := cand.pieces(f); whole(p) {
			best, bestScore = p, score
		}
	}
	return best
}

// whole reports whether no piece is empty.
func whole(pieces []piece) bool {
	for _, p := range pieces {
		if p.start >= p.end {
			return false
		}
	}
	return true
}

// byteOffsets returns the byte offset of each code point of s and of its end.
func byteOffsets(s string, work *scratch) []int {
	work.bytes = work.bytes[:0]
	for at := range s {
		work.bytes = append(work.bytes, at)
	}
	work.bytes = append(work.bytes, len(s))
	return work.bytes
}
