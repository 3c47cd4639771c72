package places

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-project/isnad/extract/text"
)

// tanwin ends indefinite words in the accusative, never a place's name.
const tanwin = '\u064B'

// noWord is the number of words that are in no table.
const noWord = 0

// word is a token as the tables see it.
type word struct {
	id    uint32
	loose string
	token *text.Token
}

// variant is a reading of a token with proclitics taken off.
type variant struct {
	id     uint32
	skip   int // code points taken off
	prefix flags
	in     bool // a preposition of place was among them
}

// hint says what in the sentence supports a reading as a place.
type hint uint8

const (
	hintNone  hint = iota
	hintPrep       // a preposition of place
	hintClass      // a class word or the adjective of its country
)

// match is a name found.
type match struct {
	first, last int // tokens, [first, last)
	skip        int // code points of the first token that are proclitics
	places      []*Place
	node        *node
	prefix      flags
	hint        hint
}

type scanner struct {
	g     *Gazetteer
	words []word
	out   []Mention
}

// Find returns the places named in a sentence, in order and apart from each
// other: at each word the longest name or composition, with all the places
// it may mean. Mentions it cannot vouch for are Weak.
func (g *Gazetteer) Find(tokens []text.Token) []Mention {
	s := scanner{g: g, words: make([]word, len(tokens))}
	for i := range tokens {
		w := &s.words[i]
		w.token = &tokens[i]
		if tokens[i].Class == text.Word {
			w.loose = loose(tokens[i].Norm)
			w.id = g.names.words[w.loose]
		}
	}
	for i := 0; i < len(tokens); {
		next := i + 1
		if w := s.words[i]; w.loose != "" && w.loose[0] >= utf8.RuneSelf {
			next = max(next, s.take(i))
		}
		i = next
	}
	return s.out
}

// take appends what begins at word i and returns where it ends; 0 if nothing.
func (s *scanner) take(i int) int {
	var variants [6]variant
	readings := s.readings(i, &variants)
	best := s.name(i, readings)
	for _, v := range readings {
		if end := s.compose(i, v, best.last); end > 0 {
			return end
		}
	}
	if best.node == nil {
		return 0
	}
	if len(best.places) > 0 && best.places[0].Subkind == Facility {
		s.tails(&best, facility)
	}
	s.introduced(&best)
	s.extend(&best, true)
	s.add(best)
	return best.last
}

// readings lists the ways to read word i, with fewer and more proclitics
// taken off, that the tables know.
func (s *scanner) readings(i int, buf *[6]variant) []variant {
	out := buf[:0]
	w := &s.words[i]
	if w.id != noWord {
		out = append(out, variant{id: w.id})
	}
	rest := w.loose
	var v variant
	if strings.HasPrefix(rest, "و") {
		rest, v = rest[2:], variant{skip: 1, prefix: withWaw}
	} else if strings.HasPrefix(rest, "ف") {
		rest, v = rest[2:], variant{skip: 1, prefix: withFa}
	}
	if v.skip > 0 {
		out = s.try(out, rest, v)
	}
	v.skip++
	if strings.HasPrefix(rest, "لل") {
		v := v
		v.prefix, v.in = v.prefix|withLam, true
		out = s.try(out, "ال"+rest[4:], v)
	}
	for _, p := range prepositionLetters {
		if strings.HasPrefix(rest, p.letter) {
			v.prefix, v.in = v.prefix|p.flag, p.place
			return s.try(out, rest[2:], v)
		}
	}
	return out
}

var prepositionLetters = []struct {
	letter string
	flag   flags
	place  bool
}{{"ب", withBa, true}, {"ل", withLam, true}, {"ك", withKaf, false}}

// try appends the reading of rest, if it is a word of the tables.
func (s *scanner) try(out []variant, rest string, v variant) []variant {
	if len(rest) < 4 {
		return out
	}
	if v.id = s.g.names.words[rest]; v.id == noWord {
		return out
	}
	return append(out, v)
}

// name returns the longest name of the gazetteer at word i; of equals the
// reading with fewer proclitics.
func (s *scanner) name(i int, readings []variant) match {
	var best match
	for _, v := range readings {
		n, length := s.g.names.walk(v.id, s.words[i+1:])
		if n != nil && i+length > best.last {
			best = match{first: i, last: i + length, skip: v.skip, places: n.places, node: n, prefix: v.prefix}
			if v.in {
				best.hint = hintPrep
			}
		}
	}
	switch {
	case best.node == nil:
	case best.node.flags&best.prefix != 0:
		best.hint = hintNone
	case best.hint == hintNone && s.supported(i, &best):
		best.hint = hintPrep
	}
	return best
}

// supported reports whether a preposition of place stands before the name m
// at word i, or the name needs none.
func (s *scanner) supported(i int, m *match) bool {
	before := s.bits(i - 1)
	return before&preposition != 0 || before&particle != 0 && len(m.places) > 0 && m.places[0].Subkind == Country ||
		m.node.flags&regional != 0
}

// bare returns the name at word i without proclitics.
func (s *scanner) bare(i int) match {
	if i >= len(s.words) || s.words[i].id == noWord {
		return match{}
	}
	v := [1]variant{{id: s.words[i].id}}
	return s.name(i, v[:])
}

func (s *scanner) info(i int) *wordInfo {
	if i < 0 || i >= len(s.words) {
		return nil
	}
	return s.g.infos[s.words[i].id]
}

// bits are the uses of word i, or of what is left of it without و ف ب ل.
func (s *scanner) bits(i int) wordBits {
	if i < 0 || i >= len(s.words) {
		return 0
	}
	w := &s.words[i]
	id := w.id
	if id == noWord && len(w.loose) > 4 {
		switch w.loose[:2] {
		case "و", "ف", "ب", "ل":
			id = s.g.names.words[w.loose[2:]]
		}
	}
	if info := s.g.infos[id]; info != nil {
		return info.bits
	}
	return 0
}

// ambiguous reports whether the words of m may be something else.
func (m *match) ambiguous() bool {
	if m.node == nil || m.node.flags&strong != 0 {
		return false
	}
	return m.node.flags&(common|person|regional|never) != 0 || m.node.flags&m.prefix != 0
}

// add appends m as a mention, unless it is barred or stands behind a word
// that makes it no place.
func (s *scanner) add(m match) {
	if m.hint != hintClass {
		if m.node != nil && m.node.flags&(never|barred) != 0 {
			return
		}
		if m.skip == 0 && s.bits(m.first-1)&blocker != 0 || m.node != nil && m.node.flags&quoted != 0 && s.inQuotes(m) {
			return
		}
		if m.ambiguous() && s.bits(m.first-1)&title != 0 || s.adjectival(m) {
			return
		}
	}
	if len(m.places) == 0 || strings.ContainsRune(s.words[m.last-1].token.Text, tanwin) {
		return
	}
	if m.hint != hintClass && s.possessed(m) {
		m.hint = hintNone
	}
	weak := m.hint != hintClass && (m.ambiguous() || s.possessed(m))
	start := s.words[m.first].token.Start
	if m.skip > 0 {
		f := text.Fold(s.words[m.first].token.Text)
		at, _ := f.Source(m.skip, m.skip+1)
		start += at
	}
	s.out = append(s.out, Mention{
		First: m.first, Last: m.last, Start: start, End: s.words[m.last-1].token.End,
		Candidates: s.vocalised(m), Weak: weak, hint: m.hint, stripped: m.prefix != 0, node: m.node,
	})
}

// phrase returns the words [first, last) in Norm spelling without the
// proclitics of the first.
func (s *scanner) phrase(first, skip, last int) string {
	n := s.words[first].token.Norm
	lams := skip > 0 && strings.HasPrefix(cutRunes(n, skip-1), "لل")
	n = cutRunes(n, skip)
	if lams {
		n = "ا" + n
	}
	if last-first == 1 {
		return n
	}
	var b strings.Builder
	b.WriteString(n)
	for _, w := range s.words[first+1 : last] {
		if w.token.Class == text.Word || w.token.Class == text.Number {
			b.WriteByte(' ')
			b.WriteString(w.token.Norm)
		}
	}
	return b.String()
}

func cutRunes(s string, n int) string {
	for ; n > 0; n-- {
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
	}
	return s
}
