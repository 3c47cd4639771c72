package model

import "slices"

// Index numbers features in the order they are added: an open-addressing
// table from hash to row.
type Index struct {
	slots []slot
	n     int
	mask  uint32
	seen  filter
}

// slot is a place of the table; key 0 is an empty one.
type slot struct {
	key uint32
	row int32
}

// NewIndex returns an index with room for about n features.
func NewIndex(n int) *Index {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return &Index{slots: make([]slot, size), mask: uint32(size - 1), seen: newFilter(size)}
}

// Len returns how many features are numbered.
func (x *Index) Len() int { return x.n }

// Row returns the number of a feature, or -1.
func (x *Index) Row(feature uint32) int32 {
	if !x.seen.has(feature) {
		return -1
	}
	for i := feature >> 1 & x.mask; ; i = (i + 1) & x.mask {
		switch s := x.slots[i]; s.key {
		case feature:
			return s.row
		case 0:
			return -1
		}
	}
}

// Add returns the number of a feature, a new one if it has none.
func (x *Index) Add(feature uint32) int32 {
	if 2*(x.n+1) > len(x.slots) {
		x.grow()
	}
	i := feature >> 1 & x.mask
	for ; x.slots[i].key != 0; i = (i + 1) & x.mask {
		if x.slots[i].key == feature {
			return x.slots[i].row
		}
	}
	x.slots[i] = slot{feature, int32(x.n)}
	x.seen.add(feature)
	x.n++
	return int32(x.n - 1)
}

func (x *Index) grow() {
	old := x.slots
	x.slots = make([]slot, 2*len(old))
	x.mask, x.seen = uint32(len(x.slots)-1), newFilter(len(x.slots))
	for _, s := range old {
		if s.key == 0 {
			continue
		}
		i := s.key >> 1 & x.mask
		for x.slots[i].key != 0 {
			i = (i + 1) & x.mask
		}
		x.slots[i] = s
		x.seen.add(s.key)
	}
}

// keys returns the features in order of their hashes.
func (x *Index) keys() []uint32 {
	list := make([]uint32, 0, x.n)
	for _, s := range x.slots {
		if s.key != 0 {
			list = append(list, s.key)
		}
	}
	slices.Sort(list)
	return list
}

// filter is a set of bits, small enough for the processor's cache, that says
// of most absent features that they are absent (Bloom 1970, one hash).
type filter struct {
	bits []uint64
	mask uint32
}

// newFilter makes a filter with four bits a slot.
func newFilter(slots int) filter {
	size := max(slots/16, 1)
	return filter{make([]uint64, size), uint32(size - 1)}
}

func (f *filter) has(feature uint32) bool {
	return f.bits[feature>>7&f.mask]>>(feature>>1&63)&1 != 0
}

func (f *filter) add(feature uint32) { f.bits[feature>>7&f.mask] |= 1 << (feature >> 1 & 63) }
