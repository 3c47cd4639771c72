package tag

import (
	"slices"
	"strings"

	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/segment"
)

// Names says of a word how often it stood in a name of each kind in the name
// corpora, and how often outside of names.
type Names struct {
	index *model.Index
	keys  []uint32
	count [][nameKinds]uint8
}

const (
	outside   = iota
	inPerson  // PER, PERS
	inPlace   // LOC
	inGroup   // ORG
	inOther   // MISC and the like
	nameKinds = 5
)

func kindOf(label string) int {
	_, kind, found := strings.Cut(label, "-")
	switch {
	case !found:
		return outside
	case strings.HasPrefix(kind, "PER"):
		return inPerson
	case kind == "LOC":
		return inPlace
	case kind == "ORG":
		return inGroup
	}
	return inOther
}

// NewNames counts the words of labelled sentences; stems gives the stem of
// each token of sentence i, "" for one without.
func NewNames(sentences [][]segment.Named, stems func(i int) []string) *Names {
	n := &Names{index: model.NewIndex(1 << 14)}
	for i, s := range sentences {
		for k, stem := range stems(i) {
			if stem != "" {
				n.add(model.String(stem)|1, kindOf(s[k].Label))
			}
		}
	}
	return n
}

func (n *Names) add(key uint32, kind int) {
	row := n.index.Add(key)
	if int(row) == len(n.keys) {
		n.keys, n.count = append(n.keys, key), append(n.count, [nameKinds]uint8{})
	}
	n.count[row][kind] = min(n.count[row][kind]+1, 250)
}

// Of returns a value for the word: 0 where it never stood, else how large its
// share in names is, of which kind, and how often it stood.
func (n *Names) Of(stem string) uint32 {
	row := n.index.Row(model.String(stem) | 1)
	if row < 0 {
		return 0
	}
	count := &n.count[row]
	named, best := 0, inPerson
	for kind := inPerson; kind < nameKinds; kind++ {
		named += int(count[kind])
		if count[kind] > count[best] {
			best = kind
		}
	}
	total := named + int(count[outside])
	if total == 0 {
		return 0
	}
	share := uint32(named * 4 / total)
	if named == 0 {
		return 1 + min(segment.Level(total), 3)
	}
	return 16 + share*64 + uint32(best)*8 + min(segment.Level(total), 3)
}

// Encode puts the names into a section.
func (n *Names) Encode(e *model.Encoder) {
	keys := slices.Clone(n.keys)
	slices.Sort(keys)
	e.Keys(keys)
	for _, key := range keys {
		for _, c := range n.count[n.index.Row(key)] {
			e.Uint(uint64(c))
		}
	}
}

// DecodeNames reads what Encode put.
func DecodeNames(d *model.Decoder) *Names {
	n := &Names{keys: d.Keys()}
	n.index, n.count = model.NewIndex(len(n.keys)), make([][nameKinds]uint8, len(n.keys))
	for i, key := range n.keys {
		n.index.Add(key)
		for k := range n.count[i] {
			n.count[i][k] = uint8(d.Uint())
		}
	}
	return n
}
