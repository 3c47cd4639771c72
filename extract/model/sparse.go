package model

import (
	"math"
	"slices"
)

// Summer adds up the weights of features: a Learner while training, Sparse
// when the model is done.
type Summer interface {
	Sum(features []uint32) float32
}

// Learner trains one weight a feature, with averaging over all steps.
type Learner struct {
	index  *Index
	weight []float32
	sum    []float32 // of step × change, for the average
	step   float32
}

// NewLearner returns a learner whose weights are all 0.
func NewLearner() *Learner { return &Learner{index: NewIndex(1 << 16), step: 1} }

// Step counts one example seen, right or wrong.
func (l *Learner) Step() { l.step++ }

// Sum implements Summer with the weights of the moment.
func (l *Learner) Sum(features []uint32) float32 {
	var total float32
	for _, f := range features {
		if row := l.index.Row(f); row >= 0 {
			total += l.weight[row]
		}
	}
	return total
}

// Add changes the weight of each feature by delta.
func (l *Learner) Add(features []uint32, delta float32) {
	for _, f := range features {
		row := l.index.Add(f)
		if int(row) == len(l.weight) {
			l.weight, l.sum = append(l.weight, 0), append(l.sum, 0)
		}
		l.weight[row] += delta
		l.sum[row] += l.step * delta
	}
}

// Sparse returns the averaged weights, the limit largest of them.
func (l *Learner) Sparse(limit int) *Sparse {
	type entry struct {
		key   uint32
		value float32
	}
	var entries []entry
	for _, key := range l.index.keys() {
		row := l.index.Row(key)
		if value := l.weight[row] - l.sum[row]/l.step; value != 0 {
			entries = append(entries, entry{key, value})
		}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		x, y := abs(a.value), abs(b.value)
		switch {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return int(int64(a.key) - int64(b.key))
	})
	entries = entries[:min(limit, len(entries))]
	slices.SortFunc(entries, func(a, b entry) int { return int(int64(a.key) - int64(b.key)) })
	s := &Sparse{}
	var largest float32
	for _, e := range entries {
		largest = max(largest, abs(e.value))
	}
	s.scale = largest / math.MaxInt16
	for _, e := range entries {
		if q := quantise(e.value, s.scale); q != 0 {
			s.keys = append(s.keys, e.key)
			s.values = append(s.values, q)
		}
	}
	s.build()
	return s
}

func abs(x float32) float32 { return max(x, -x) }

func quantise(value, scale float32) int16 {
	if scale == 0 {
		return 0
	}
	return int16(math.RoundToEven(float64(value / scale)))
}

// Sparse holds one quantised weight a feature in a flat table of 4-byte slots:
// 16 bits of the hash to check and the weight. The slot's place holds the
// other bits of the hash.
type Sparse struct {
	scale  float32
	keys   []uint32 // in order, for the file
	values []int16
	slots  []uint32
	mask   uint32
}

// Len returns the number of weights.
func (s *Sparse) Len() int { return len(s.keys) }

func (s *Sparse) build() {
	size := 16
	for size < 2*len(s.keys) {
		size *= 2
	}
	s.slots, s.mask = make([]uint32, size), uint32(size-1)
	for i, key := range s.keys {
		at := key >> 13 & s.mask
		for s.slots[at] != 0 {
			at = (at + 1) & s.mask
		}
		s.slots[at] = key<<16 | uint32(uint16(s.values[i]))
	}
}

// chunk is how many features are looked up at a time: their slots are loaded
// first, so that the processor waits for memory once and not for each.
const chunk = 64

// Sum implements Summer.
func (s *Sparse) Sum(features []uint32) float32 {
	var total int32
	var first [chunk]uint32
	slots, mask := s.slots, s.mask
	for len(features) > 0 {
		n := min(chunk, len(features))
		for i, f := range features[:n] {
			first[i] = slots[f>>13&mask]
		}
		for i, f := range features[:n] {
			check := f << 16
			for slot, at := first[i], f>>13&mask; slot != 0; slot = slots[at] {
				if slot&0xFFFF0000 == check {
					total += int32(int16(slot))
					break
				}
				at = (at + 1) & mask
			}
		}
		features = features[n:]
	}
	return float32(total) * s.scale
}
