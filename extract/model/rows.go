package model

import (
	"math"
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

// Table returns the averaged weights. Weights smaller than cut times the
// largest become 0, rows without weights are left out.
func (l *RowLearner) Table(cut float32) *Rows {
	t := &Rows{Labels: l.Labels}
	average := make([]float32, len(l.weight))
	var largest float32
	for i, w := range l.weight {
		average[i] = w - l.sum[i]/l.step
		largest = max(largest, abs(average[i]))
	}
	t.scale = largest / math.MaxInt16
	keys := make([]uint32, 0, l.index.Len())
	for _, key := range l.index.keys {
		if key != 0 {
			keys = append(keys, key)
		}
	}
	sortKeys(keys)
	values := make([]int16, l.Labels)
	for _, key := range keys {
		at, kept := int(l.index.Row(key))*l.Labels, false
		for k := range values {
			values[k] = 0
			if w := average[at+k]; abs(w) >= cut*largest {
				values[k] = quantise(w, t.scale)
				kept = kept || values[k] != 0
			}
		}
		if kept {
			t.keys = append(t.keys, key)
			t.values = append(t.values, values...)
		}
	}
	t.build()
	return t
}

// Rows holds quantised weights, a row of one a label for each feature.
type Rows struct {
	Labels int
	scale  float32
	keys   []uint32
	values []int16
	index  *Index
}

// Len returns the number of rows.
func (t *Rows) Len() int { return len(t.keys) }

// Scale is what one unit of Sum's scores is worth in the learner's weights.
func (t *Rows) Scale() float32 { return t.scale }

func (t *Rows) build() {
	t.index = NewIndex(len(t.keys))
	for _, key := range t.keys {
		t.index.Add(key)
	}
}

// Sum adds the weights of each label to scores, in units of Scale.
func (t *Rows) Sum(features []uint32, scores []int32) {
	for _, f := range features {
		row := t.index.Row(f)
		if row < 0 {
			continue
		}
		at := int(row) * t.Labels
		for k, w := range t.values[at : at+len(scores)] {
			scores[k] += int32(w)
		}
	}
}
