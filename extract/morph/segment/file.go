package segment

import "github.com/isnad-project/isnad/extract/model"

// Put writes the model into sections of a file; the counts go apart.
func (m *Model) Put(f *model.File) {
	var e model.Encoder
	e.Sparse(m.weights.(*model.Sparse))
	m.vocabulary.encode(&e)
	f.Put("segment", &e)
	var counts model.Encoder
	m.Counts.Encode(&counts)
	f.Put("counts", &counts)
}

// Get reads what Put wrote.
func Get(f *model.File, mask Lexicon) (*Model, error) {
	d, c := f.Get("segment"), f.Get("counts")
	m := &Model{Mask: mask, weights: d.Sparse(), vocabulary: decodeVocabulary(d), Counts: DecodeCounts(c)}
	if d.Err() != nil {
		return nil, d.Err()
	}
	return m, c.Err()
}

func (v *vocabulary) encode(e *model.Encoder) {
	order := make([]int, len(v.keys))
	for i := range order {
		order[i] = i
	}
	sortBy(order, v.keys)
	keys := make([]uint32, len(order))
	for i, row := range order {
		keys[i] = v.keys[row]
	}
	e.Keys(keys)
	for _, row := range order {
		e.Uint(uint64(v.count[row]))
		e.Uint(uint64(v.tag[row]))
	}
}

func decodeVocabulary(d *model.Decoder) *vocabulary {
	keys := d.Keys()
	v := &vocabulary{index: model.NewIndex(len(keys)), keys: keys, count: make([]uint8, len(keys)), tag: make([]uint8, len(keys))}
	for i, key := range keys {
		v.index.Add(key)
		v.count[i], v.tag[i] = uint8(d.Uint()), uint8(d.Uint())
	}
	return v
}
