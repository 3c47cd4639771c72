package segment

import (
	"math/bits"
	"unicode/utf8"

	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/text"
)

// Lexicon is what the splitter may know about words: a set of bits a spelling
// (parts of speech, affix classes), 0 for an unknown one. Spellings are those
// of text.Norm; the bits are those of extract/morph/analysis.
type Lexicon func(norm string) uint64

// PartsOfSpeech are the bits of a mask that tell parts of speech.
const PartsOfSpeech = 1<<14 - 1

// context is what the candidates of one token share.
type context struct {
	norm, plain    string
	text           string // as written
	whole          uint32 // hash of norm
	before, behind uint32 // hashes of the neighbours
	endBefore      uint32 // last letters of the token before
	beginsBehind   uint32 // first letters of the token behind
	own            bool   // the token itself is in the counts and vocabulary
}

func newContext(tokens []text.Token, i int) context {
	c := context{norm: tokens[i].Norm, plain: plain(tokens[i].Text), text: tokens[i].Text}
	c.whole = model.String(c.norm)
	if i > 0 {
		c.before, c.endBefore = model.String(tokens[i-1].Norm), model.String(model.Last(tokens[i-1].Norm, 1))
	}
	if i+1 < len(tokens) {
		c.behind, c.beginsBehind = model.String(tokens[i+1].Norm), model.String(model.First(tokens[i+1].Norm, 2))
	}
	return c
}

// sisters are strings that, written before or behind a stem in other tokens,
// say what the stem is.
var sistersBefore = []string{"ال", "و", "ب", "ل", "ف", "س", "لل", "وال", "بال", "ي", "ت"}
var sistersBehind = []string{"ه", "ها", "هم", "ة", "ات", "ين", "ت", "ا"}

// features appends the features of a candidate.
func (m *Model) features(c *context, cand candidate, out []uint32) []uint32 {
	p, s := uint32(cand.prefix), uint32(cand.suffix)
	both := p<<8 | s
	stem := c.norm[cand.start:cand.end]
	size := uint32(min(utf8.RuneCountInString(stem), 8))
	hash := model.String(stem)
	add := func(t, a, b uint32) { out = append(out, model.Feature2(t, a, b)) }
	three := func(t, a, b uint32) { // with prefix, with suffix, with both
		out = append(out, model.Feature3(t, a, b, p), model.Feature3(t+1, a, b, s), model.Feature3(t+2, a, b, both))
	}
	add(1, p, 0)
	add(2, s, 0)
	add(3, both, 0)
	three(4, size, 0)
	three(8, hash, 0)
	three(12, c.whole, 0)
	if c.plain != c.norm {
		three(16, model.String(c.plain), 0)
	}
	for n := 1; n <= 3; n++ {
		three(20, uint32(n), model.String(model.First(stem, n)))
		three(24, uint32(n), model.String(model.Last(stem, n)))
	}
	add(28, model.String(model.First(stem, 2)), model.Pair(model.String(model.Last(stem, 2)), both))
	three(30, 1, c.before)
	three(34, 2, c.behind)
	three(38, 3, c.endBefore)
	three(42, 4, c.beginsBehind)

	alone := m.level(c, stem)
	three(46, alone, 0)
	three(50, m.level(c, "ال"+stem), alone)
	three(54, m.level(c, c.norm), alone)
	if s != 0 {
		three(58, m.level(c, restored(stem)), 0)
	}
	if p != 0 && stem != "" && prefixes[cand.prefix] != "" {
		three(62, m.level(c, "ا"+stem), m.level(c, c.norm[:cand.start]+"ا"+stem))
	}
	var seen uint32
	for k, sister := range sistersBefore {
		if m.Counts.Of(sister+stem) > 0 && sister+stem != c.norm {
			seen |= 1 << k
			three(66, uint32(k), 0)
		}
	}
	for k, sister := range sistersBehind {
		if m.Counts.Of(stem+sister) > 0 && stem+sister != c.norm {
			seen |= 1 << (k + 16)
			three(70, uint32(k), 0)
		}
	}
	three(74, uint32(min(popcount(seen), 6)), alone)
	known := m.vocabulary.look(stem, c.own)
	three(78, known, 0)
	three(82, known, alone)
	if m.Mask != nil {
		out = m.maskFeatures(c, stem, cand, out)
	}
	return out
}

// level is the size of a spelling's count, the token at hand left out where
// it was counted itself.
func (m *Model) level(c *context, norm string) uint32 {
	n := m.Counts.Of(norm)
	if c.own && norm == c.norm {
		n--
	}
	return Level(n)
}

// restored is the stem as it stands in the counts without its pronoun.
func restored(stem string) string {
	switch l := model.Last(stem, 1); l {
	case "ت":
		return stem[:len(stem)-len(l)] + "ة"
	case "ي", "ا":
		return stem[:len(stem)-len(l)] + "ى"
	case "ئ", "ؤ":
		return stem[:len(stem)-len(l)] + "ء"
	}
	return stem
}

// maskFeatures appends what the lexicon says of the stem and of the token.
func (m *Model) maskFeatures(c *context, stem string, cand candidate, out []uint32) []uint32 {
	p, s := uint32(cand.prefix), uint32(cand.suffix)
	both := p<<8 | s
	mask, full := m.Mask(stem), m.Mask(c.norm)
	parts := uint32(mask & PartsOfSpeech)
	out = append(out,
		model.Feature3(86, uint32(mask), uint32(mask>>32), p), model.Feature3(87, uint32(mask), uint32(mask>>32), s), model.Feature3(88, uint32(mask), uint32(mask>>32), both),
		model.Feature3(90, parts, 0, p), model.Feature3(91, parts, 0, s), model.Feature3(92, parts, 0, both),
		model.Feature3(93, parts, uint32(full&PartsOfSpeech), both),
		model.Feature3(94, uint32(full), uint32(full>>32), both),
		model.Feature3(95, parts, m.level(c, stem), both),
	)
	for rest := mask; rest != 0; rest &= rest - 1 {
		k := uint32(bits.TrailingZeros64(rest))
		out = append(out, model.Feature2(96, k, p), model.Feature2(97, k, s), model.Feature2(98, k, both))
	}
	return out
}

func popcount(x uint32) (n int) {
	for ; x != 0; x &= x - 1 {
		n++
	}
	return n
}
