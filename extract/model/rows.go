package model

import (
	"math"
	"slices"
)

// RowLearner trains one weight a feature and label, with averaging.
type RowLearner struct {
	Labels int
	index  *Index
	weight []float32
	sum    []float32
	step   float32
}

// NewRowLearner returns a learner for that many labels.
func NewRowLearner(labels int) *RowLearner {
	return &RowLearner{Labels: labels, index: NewIndex(1 << 16), step: 1}
}

// Step counts one example seen, right or wrong.
func (l *RowLearner) Step() { l.step++ }

// Rows numbers the features, adding those not seen before; the numbers stay,
// so that an example's features are looked up once for all passes.
func (l *RowLearner) Rows(features []uint32) []int32 {
	rows := make([]int32, len(features))
	for i, f := range features {
		rows[i] = l.index.Add(f)
	}
	if need := l.index.Len() * l.Labels; need > len(l.weight) {
		l.weight = append(l.weight, make([]float32, need-len(l.weight))...)
		l.sum = append(l.sum, make([]float32, need-len(l.sum))...)
	}
	return rows
}

// Sum adds the weights of each label to scores.
func (l *RowLearner) Sum(rows []int32, scores []float32) {
	for _, row := range rows {
		at := int(row) * l.Labels
		weights := l.weight[at : at+len(scores)]
		for k, w := range weights {
			scores[k] += w
		}
	}
}

// Add changes the weight of a label in each row.
func (l *RowLearner) Add(rows []int32, label int, delta float32) {
	for _, row := range rows {
		at := int(row)*l.Labels + label
		l.weight[at] += delta
		l.sum[at] += l.step * delta
	}
}

// Table returns the averaged weights, the limit largest of them; rows without
// weights are left out. Weights as large as the last one kept are kept too.
func (l *RowLearner) Table(limit int) *Rows {
	t := &Rows{Labels: l.Labels}
	average := make([]float32, len(l.weight))
	var sizes []float32
	for i, w := range l.weight {
		average[i] = w - l.sum[i]/l.step
		if average[i] != 0 {
			sizes = append(sizes, abs(average[i]))
		}
	}
	slices.Sort(sizes)
	cut := float32(0)
	if len(sizes) > 0 {
		t.scale = sizes[len(sizes)-1] / math.MaxInt16
		cut = sizes[max(len(sizes)-limit, 0)]
	}
	t.starts = []uint32{0}
	for _, key := range l.index.keys() {
		at := int(l.index.Row(key)) * l.Labels
		for k, w := range average[at : at+l.Labels] {
			if q := quantise(w, t.scale); q != 0 && abs(w) >= cut {
				t.weights = append(t.weights, uint32(k)<<16|uint32(uint16(q)))
			}
		}
		if end := uint32(len(t.weights)); end > t.starts[len(t.starts)-1] {
			t.keys = append(t.keys, key)
			t.starts = append(t.starts, end)
		}
	}
	t.build()
	return t
}

// Rows holds quantised weights, for each feature those of the labels for which
// it has any.
type Rows struct {
	Labels  int
	scale   float32
	keys    []uint32
	starts  []uint32 // where a row begins in weights; one more for the end
	weights []uint32 // label in the upper half, weight in the lower
	slots   []rowSlot
	mask    uint32
}

// rowSlot is a place of the table: a feature and where its weights begin.
type rowSlot struct{ key, start, end uint32 }

// Len returns the number of rows.
func (t *Rows) Len() int { return len(t.keys) }

// Scale is what one unit of Sum's scores is worth in the learner's weights.
func (t *Rows) Scale() float32 { return t.scale }

func (t *Rows) build() {
	size := 16
	for size < 2*len(t.keys) {
		size *= 2
	}
	t.slots, t.mask = make([]rowSlot, size), uint32(size-1)
	for row, key := range t.keys {
		at := key >> 1 & t.mask
		for t.slots[at].key != 0 {
			at = (at + 1) & t.mask
		}
		t.slots[at] = rowSlot{key, t.starts[row], t.starts[row+1]}
	}
}

// Sum adds the weights of each label to scores, in units of Scale. Features
// are looked up in chunks, see Sparse.Sum.
func (t *Rows) Sum(features []uint32, scores []int32) {
	var first [chunk]rowSlot
	slots, mask := t.slots, t.mask
	for len(features) > 0 {
		n := min(chunk, len(features))
		for i, f := range features[:n] {
			first[i] = slots[f>>1&mask]
		}
		for i, f := range features[:n] {
			for slot, at := first[i], f>>1&mask; slot.key != 0; slot = slots[at] {
				if slot.key == f {
					for _, w := range t.weights[slot.start:slot.end] {
						scores[w>>16] += int32(int16(w))
					}
					break
				}
				at = (at + 1) & mask
			}
		}
		features = features[n:]
	}
}
