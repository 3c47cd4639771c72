// Package analysis gives all readings of an Arabic word: part of speech,
// features and lemma, out of context. It knows verbs in all their forms,
// verbal nouns and participles, nouns with their plurals, adjectives, names
// and function words, and guesses unknown words by their pattern.
package analysis

import (
	"math/bits"
	"slices"
)

// Analysis is one reading of a word or token.
type Analysis struct {
	Prefix string // proclitics, one letter each
	Stem   string // the word itself, with the article
	Suffix string // attached pronoun
	Lemma  string // unvocalised, right spelling
	POS    string // UPOS
	Feats  string // UD v2 features that the spelling shows, or ""
}

// index builds the hash table of the stems.
func (l *Lexicon) index() {
	size := 1 << bits.Len(uint(2*len(l.stems)))
	l.shift = uint(64 - bits.Len(uint(size-1)))
	l.table = make([]uint64, size)
	for i := range l.stems {
		s := &l.stems[i]
		at := s.hash >> l.shift
		for l.table[at] != 0 && l.stems[uint32(l.table[at])-1].hash != s.hash {
			at = (at + 1) & uint64(size-1)
		}
		if l.table[at] != 0 {
			s.next = int32(uint32(l.table[at]) - 1)
		}
		l.table[at] = s.hash<<32 | uint64(i+1)
	}
}

// find returns the index of the first stem with this hash, or -1.
func (l *Lexicon) find(h uint64) int {
	mask := uint64(len(l.table) - 1)
	for at := h >> l.shift; l.table[at] != 0; at = (at + 1) & mask {
		if l.table[at]>>32 != h&0xFFFFFFFF {
			continue
		}
		if i := uint32(l.table[at]) - 1; l.stems[i].hash == h {
			return int(i)
		}
	}
	return -1
}

// match calls yield for each reading of form. contracted is set where the
// article is written ل, as after the preposition ل.
func (l *Lexicon) match(form string, yield func(e *stem, s *slot, contracted bool)) {
	var w spelling
	if !w.spell(form) {
		return
	}
	var suffixes [maxWord + 1]int16 // number of the suffix from that letter, or -1
	for i := max(0, w.n-l.suffixes.longest); i < w.n; i++ {
		suffixes[i] = int16(l.suffixes.find(w.hash(i, w.n)))
	}
	suffixes[w.n] = int16(l.suffixes.number[""])
	for start := 0; start <= min(l.prefixes.longest, w.n); start++ {
		prefix := l.prefixes.number[""]
		if start > 0 {
			if prefix = l.prefixes.find(w.hash(0, start)); prefix < 0 {
				continue
			}
		}
		l.matchFrom(&w, start, prefix, &suffixes, false, yield)
	}
	if w.n > 2 && form[:2] == "ل" { // the article after the preposition ل
		l.matchFrom(&w, 1, l.prefixes.number["ال"], &suffixes, true, yield)
	}
}

func (l *Lexicon) matchFrom(w *spelling, start, prefix int, suffixes *[maxWord + 1]int16, contracted bool, yield func(*stem, *slot, bool)) {
	for end := max(start, w.n-l.suffixes.longest); end <= w.n; end++ {
		suffix := suffixes[end]
		if suffix < 0 {
			continue
		}
		var h uint64
		if end > start {
			h = w.hash(start, end)
		}
		for i := int32(l.find(h)); i >= 0; i = l.stems[i].next {
			e := &l.stems[i]
			slots := l.paradigms[e.paradigm].find(prefix, int(suffix))
			for k := range slots {
				yield(e, &slots[k], contracted)
			}
		}
	}
}

// find returns the slots of a prefix and a suffix.
func (p *paradigm) find(prefix, suffix int) []slot {
	if p.prefixes>>prefix&1 == 0 || p.suffixes[suffix>>6]>>(suffix&63)&1 == 0 {
		return nil
	}
	key := uint16(prefix<<8 | suffix)
	low, high := 0, len(p.slots)
	for low < high {
		middle := (low + high) / 2
		if p.slots[middle].affixes < key {
			low = middle + 1
		} else {
			high = middle
		}
	}
	end := low
	for end < len(p.slots) && p.slots[end].affixes == key {
		end++
	}
	return p.slots[low:end]
}

// Stem returns the readings of form, a word without clitics in Norm spelling.
// Readings of words that common text does not have come last.
func (l *Lexicon) Stem(form string) []Analysis {
	var out readings
	l.match(form, func(e *stem, s *slot, contracted bool) {
		for _, t := range s.tags {
			out.add(&l.lemmas[e.lemma], Analysis{Stem: form, Lemma: l.lemmas[e.lemma].word, POS: l.tags[t].pos, Feats: l.tags[t].feats})
		}
	})
	return out.all()
}

// readings collects analyses, the rare ones apart.
type readings struct{ common, rare []Analysis }

func (r *readings) add(l *lemma, a Analysis) {
	list := &r.common
	if l.mask&Rare != 0 {
		list = &r.rare
	}
	if !slices.Contains(*list, a) {
		*list = append(*list, a)
	}
}

func (r *readings) all() []Analysis { return append(r.common, r.rare...) }
