package model

// Index numbers features in the order they are added: an open-addressing
// table from hash to row.
type Index struct {
	keys []uint32
	rows []int32
	n    int
	mask uint32
}

// NewIndex returns an index with room for about n features.
func NewIndex(n int) *Index {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return &Index{keys: make([]uint32, size), rows: make([]int32, size), mask: uint32(size - 1)}
}

// Len returns how many features are numbered.
func (x *Index) Len() int { return x.n }

// Row returns the number of a feature, or -1.
func (x *Index) Row(feature uint32) int32 {
	for i := feature >> 1 & x.mask; ; i = (i + 1) & x.mask {
		switch x.keys[i] {
		case feature:
			return x.rows[i]
		case 0:
			return -1
		}
	}
}

// Add returns the number of a feature, a new one if it has none.
func (x *Index) Add(feature uint32) int32 {
	if 2*(x.n+1) > len(x.keys) {
		x.grow()
	}
	i := feature >> 1 & x.mask
	for ; x.keys[i] != 0; i = (i + 1) & x.mask {
		if x.keys[i] == feature {
			return x.rows[i]
		}
	}
	x.keys[i], x.rows[i] = feature, int32(x.n)
	x.n++
	return int32(x.n - 1)
}

func (x *Index) grow() {
	old := *x
	x.keys, x.rows = make([]uint32, 2*len(old.keys)), make([]int32, 2*len(old.keys))
	x.mask = uint32(len(x.keys) - 1)
	for i, key := range old.keys {
		if key == 0 {
			continue
		}
		j := key >> 1 & x.mask
		for x.keys[j] != 0 {
			j = (j + 1) & x.mask
		}
		x.keys[j], x.rows[j] = key, old.rows[i]
	}
}
