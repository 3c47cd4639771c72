package analysis

import (
	"bytes"
	"cmp"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// lexicon.txt.gz is gzipped text; its head describes its lines.
//
//go:generate go run ./generate -data $ISNAD_DATA -out . -names ../../lexicon/given-names.txt
//go:embed lexicon.txt.gz
var embedded []byte

// Default returns the embedded lexicon, read at the first call.
var Default = sync.OnceValue(func() *Lexicon {
	z, err := gzip.NewReader(bytes.NewReader(embedded))
	if err != nil {
		panic("analysis: embedded lexicon: " + err.Error())
	}
	l, err := read(z)
	if err != nil {
		panic("analysis: embedded lexicon: " + err.Error())
	}
	return l
})

// tag is a part of speech with features.
type tag struct {
	pos, feats string
	mask       uint64
}

// slot is what a paradigm says of one prefix and suffix.
type slot struct {
	affixes uint16 // prefix number << 8 | suffix number
	free    bool   // stands alone
	bound   bool   // stands before a pronoun
	mask    uint64
	tags    []uint16
}

// paradigm is the slots of a stem, in the order of their affixes.
type paradigm struct {
	prefixes uint64    // bit set of prefix numbers
	suffixes [4]uint64 // bit set of suffix numbers
	slots    []slot
}

// stem is one stem of one lemma.
type stem struct {
	hash     uint64
	lemma    uint32
	paradigm uint16
	next     int32 // index of another stem of the same spelling, or -1
}

type lemma struct {
	word string
	mask uint64 // Rare, Transitive, Intransitive
}

// Lexicon knows the words of the language by stem and paradigm.
type Lexicon struct {
	tags      []tag
	paradigms []paradigm
	lemmas    []lemma
	stems     []stem
	table     []uint64 // open addressing: low half of the hash, index in stems + 1
	prefixes  affixes
	suffixes  affixes
	shift     uint
}

// affixes numbers the prefixes or suffixes and finds them by hash.
type affixes struct {
	number map[string]int
	list   []string
	table  [512]struct {
		hash   uint64
		number uint16 // + 1
	}
	longest int
}

func (a *affixes) add(s string) (int, error) {
	if n, ok := a.number[s]; ok {
		return n, nil
	}
	h, ok := hashOf(s)
	if !ok {
		return 0, fmt.Errorf("affix %q is not in the alphabet", s)
	}
	n := len(a.list)
	if n == 256 {
		return 0, fmt.Errorf("affix %q: more than 256 prefixes or suffixes", s)
	}
	a.number[s] = n
	a.list = append(a.list, s)
	a.longest = max(a.longest, len(s)/2)
	at := h & 511
	for a.table[at].number != 0 {
		at = (at + 1) & 511
	}
	a.table[at].hash, a.table[at].number = h, uint16(n+1)
	return n, nil
}

func (a *affixes) find(h uint64) int {
	for at := h & 511; a.table[at].number != 0; at = (at + 1) & 511 {
		if a.table[at].hash == h {
			return int(a.table[at].number) - 1
		}
	}
	return -1
}

// read reads the text of a lexicon.
func read(r io.Reader) (*Lexicon, error) {
	var b strings.Builder
	if _, err := io.Copy(&b, r); err != nil {
		return nil, err
	}
	text := b.String() // the lemmas are pieces of it
	lines := strings.Count(text, "\n")
	l := &Lexicon{prefixes: affixes{number: map[string]int{}}, suffixes: affixes{number: map[string]int{}},
		lemmas: make([]lemma, 0, lines), stems: make([]stem, 0, 2*lines)}
	for _, empty := range []*affixes{&l.prefixes, &l.suffixes} {
		if _, err := empty.add(""); err != nil {
			return nil, err
		}
	}
	for n := 1; text != ""; n++ {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		if err := l.addLine(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	l.index()
	return l, nil
}

func (l *Lexicon) addLine(line string) error {
	kind, rest, _ := strings.Cut(line, "\t")
	switch kind {
	case "T":
		l.addTag(rest)
	case "P":
		return l.addParadigm(rest)
	case "L":
		return l.addLemma(rest)
	}
	return nil
}

func (l *Lexicon) addTag(text string) {
	pos, feats, _ := strings.Cut(text, " ")
	if feats == "_" {
		feats = ""
	}
	l.tags = append(l.tags, tag{pos, feats, tagMask(pos, feats)})
}

func (l *Lexicon) addParadigm(text string) error {
	var p paradigm
	for _, item := range strings.Fields(text) {
		names, numbers, _ := strings.Cut(item, ":")
		s := slot{free: true}
		switch names[len(names)-1] {
		case '+':
			s.free, s.bound = false, true
		case '*':
			s.bound = true
		}
		prefix, suffix, _ := strings.Cut(strings.TrimRight(names, "+*"), "-")
		a, err := l.prefixes.add(prefix)
		if err != nil {
			return err
		}
		b, err := l.suffixes.add(suffix)
		if err != nil {
			return err
		}
		if a >= 64 {
			return fmt.Errorf("prefix %q: more than 64 prefixes", prefix)
		}
		s.affixes = uint16(a<<8 | b)
		p.prefixes |= 1 << a
		p.suffixes[b>>6] |= 1 << (b & 63)
		for _, number := range strings.Split(numbers, ",") {
			n, err := strconv.Atoi(number)
			if err != nil || n >= len(l.tags) {
				return fmt.Errorf("tag %q: no such number", number)
			}
			s.tags = append(s.tags, uint16(n))
			s.mask |= l.tags[n].mask
		}
		if !s.free {
			s.mask |= BoundOnly
		}
		p.slots = append(p.slots, s)
	}
	slices.SortStableFunc(p.slots, func(a, b slot) int { return cmp.Compare(a.affixes, b.affixes) })
	l.paradigms = append(l.paradigms, p)
	return nil
}

func (l *Lexicon) addLemma(text string) error {
	word, rest, _ := strings.Cut(text, "\t")
	marks, rest, _ := strings.Cut(rest, "\t")
	entry := lemma{word: word}
	for _, m := range marks {
		switch m {
		case '~':
			entry.mask |= Rare
		case 't':
			entry.mask |= Transitive
		case 'i':
			entry.mask |= Intransitive
		}
	}
	l.lemmas = append(l.lemmas, entry)
	for rest != "" {
		item, more, _ := strings.Cut(rest, " ")
		rest = more
		form, number, _ := strings.Cut(item, "=")
		switch form {
		case "":
			form = word
		case "-":
			form = ""
		}
		h, ok := hashOf(form)
		if !ok {
			continue // a foreign letter: Norm spelling has none
		}
		for more := true; more; {
			var first string
			first, number, more = strings.Cut(number, ",")
			p, err := strconv.Atoi(first)
			if err != nil || p >= len(l.paradigms) {
				return fmt.Errorf("paradigm %q: no such number", first)
			}
			l.stems = append(l.stems, stem{hash: h, lemma: uint32(len(l.lemmas) - 1), paradigm: uint16(p), next: -1})
		}
	}
	return nil
}
