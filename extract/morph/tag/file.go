package tag

import (
	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/segment"
)

// Put writes the model into sections of a file; the counts are the
// segmenter's.
func (m *Model) Put(f *model.File) {
	var e, k, fine model.Encoder
	e.Rows(m.rows)
	e.Uint(uint64(len(m.transition)))
	for _, t := range m.transition {
		e.Float(t)
	}
	f.Put("tag", &e)
	m.Clusters.Encode(&k)
	m.Names.Encode(&k)
	f.Put("words", &k)
	fine.Uint(uint64(len(m.fine.attributes)))
	for _, a := range m.fine.attributes {
		fine.String(a.name)
		fine.Strings(a.values)
		for _, set := range a.may {
			fine.Uint(uint64(set))
		}
	}
	fine.Rows(m.fine.rows)
	m.lemmas.encode(&fine)
	f.Put("features", &fine)
}

// Get reads what Put wrote.
func Get(f *model.File, counts *segment.Counts, mask segment.Lexicon) (*Model, error) {
	d, k, fine := f.Get("tag"), f.Get("words"), f.Get("features")
	m := &Model{rows: d.Rows(), fine: &fineModel{}}
	m.transition = make([]float32, d.Count())
	for i := range m.transition {
		m.transition[i] = d.Float()
	}
	m.Knowledge = Knowledge{Counts: counts, Clusters: DecodeClusters(k), Names: DecodeNames(k), Mask: mask}
	m.fine.attributes = make([]attribute, fine.Count())
	column := 0
	for i := range m.fine.attributes {
		a := &m.fine.attributes[i]
		a.name, a.values, a.first = fine.String(), fine.Strings(), column
		column += len(a.values)
		a.may = make([]uint32, len(Tags))
		for t := range a.may {
			a.may[t] = uint32(fine.Uint())
		}
	}
	m.fine.rows = fine.Rows()
	m.lemmas = decodeLemmas(fine)
	m.fine.findAgreeing()
	for _, decoder := range []*model.Decoder{d, k, fine} {
		if err := decoder.Err(); err != nil {
			return nil, err
		}
	}
	if m.rows.Labels != len(Tags) || len(m.transition) != (len(Tags)+1)*len(Tags) || m.fine.rows.Labels != column || len(m.fine.agree) == 0 {
		return nil, model.ErrFormat
	}
	return m, nil
}
