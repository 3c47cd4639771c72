// Package analysis gives all readings of an Arabic word: part of speech,
// features and lemma, out of context. It knows verbs in all their forms,
// verbal nouns and participles, nouns with their plurals, adjectives, names
// and function words, and guesses unknown words by their pattern.
package analysis

import "math/bits"

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
	byHash := make(map[uint64][]stem, len(l.stems))
	var order []uint64
	for _, s := range l.stems {
		if byHash[s.hash] == nil {
			order = append(order, s.hash)
		}
		byHash[s.hash] = append(byHash[s.hash], s)
	}
	l.shift = uint(bits.LeadingZeros64(uint64(len(order)*2))) - 1
	size := uint64(1) << (64 - l.shift)
	l.table = make([]uint32, size)
	l.stems = l.stems[:0]
	for _, h := range order {
		at := h >> l.shift
		for l.table[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		l.table[at] = uint32(len(l.stems) + 1)
		group := byHash[h]
		for i, s := range group {
			s.next = i+1 < len(group)
			l.stems = append(l.stems, s)
		}
	}
}

// find returns the index of the first stem with this hash, or -1.
func (l *Lexicon) find(h uint64) int {
	mask := uint64(len(l.table) - 1)
	for at := h >> l.shift; l.table[at] != 0; at = (at + 1) & mask {
		if i := l.table[at] - 1; l.stems[i].hash == h {
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
	if w.n > 3 && form[:2] == "ل" { // the article after the preposition ل
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
		i := l.find(h)
		if i < 0 {
			continue
		}
		for {
			e := &l.stems[i]
			if s := l.paradigms[e.paradigm].slot(prefix, int(suffix)); s != nil {
				yield(e, s, contracted)
			}
			if !e.next {
				break
			}
			i++
		}
	}
}

// slot returns the slot of a prefix and a suffix, or nil.
func (p *paradigm) slot(prefix, suffix int) *slot {
	if p.prefixes>>prefix&1 == 0 || p.suffixes[suffix>>6]>>(suffix&63)&1 == 0 {
		return nil
	}
	key := uint16(prefix<<8 | suffix)
	low, high := 0, len(p.slots)
	for low < high {
		middle := (low + high) / 2
		switch a := p.slots[middle].affixes; {
		case a == key:
			return &p.slots[middle]
		case a < key:
			low = middle + 1
		default:
			high = middle
		}
	}
	return nil
}

// Stem returns the readings of form, a word without clitics in Norm spelling.
func (l *Lexicon) Stem(form string) []Analysis {
	var out []Analysis
	l.match(form, func(e *stem, s *slot, contracted bool) {
		for _, t := range s.tags {
			out = append(out, Analysis{Stem: form, Lemma: l.lemmas[e.lemma].word, POS: l.tags[t].pos, Feats: l.tags[t].feats})
		}
	})
	return out
}
