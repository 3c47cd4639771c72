package parse

import (
	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/tag"
)

// Put writes the model into a section of a file.
func (m *Model) Put(f *model.File) {
	var e model.Encoder
	e.Sparse(m.filter.(*model.Sparse))
	e.Sparse(m.weights.(*model.Sparse))
	e.Strings(m.labels.names)
	e.Rows(m.labels.rows)
	f.Put("parse", &e)
}

// Get reads what Put wrote, for use behind a tagger.
func Get(f *model.File, tagger *tag.Model) (*Model, error) {
	d := f.Get("parse")
	m := &Model{builder: newBuilder(tagger.Knowledge, tagger.Attributes())}
	m.filter, m.weights = d.Sparse(), d.Sparse()
	m.labels = &labeller{names: d.Strings(), rows: d.Rows()}
	if d.Err() != nil {
		return nil, d.Err()
	}
	if len(m.labels.names) == 0 || m.labels.rows.Labels != len(m.labels.names) {
		return nil, model.ErrFormat
	}
	return m, nil
}
