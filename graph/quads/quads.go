package quads

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/isnad-project/isnad/schema"
)

// FormatVersion is the version of this model, written into every graph.
const FormatVersion = "1"

// Label returns the label of the named graph of the document with this id.
func Label(base, id string) quad.IRI {
	return quad.IRI(schema.DocumentIRI(base, id))
}

// Quads returns the whole named graph of a document, sorted and without
// duplicates. It is a pure function of the record and the base IRI. A record
// that breaks a rule of the schema, such as an event without a sentence, is an
// error that names the event, entity or document.
func Quads(rec schema.Record, base string) ([]quad.Quad, error) {
	if err := check(rec, base); err != nil {
		return nil, fmt.Errorf("document %q: %w", rec.Document.ID, err)
	}
	w := newWriter(rec, base)
	w.document()
	for i := range rec.Entities {
		w.entity(&rec.Entities[i])
	}
	for i := range rec.Events {
		w.event(&rec.Events[i])
	}
	slices.SortFunc(w.quads, compare)
	graph := slices.Compact(w.quads)
	for _, q := range graph {
		if err := wellFormed(q); err != nil {
			return nil, fmt.Errorf("document %q: %w", rec.Document.ID, err)
		}
	}
	return graph, nil
}

// compare orders quads by subject, predicate and object, byte by byte.
func compare(a, b quad.Quad) int {
	if c := strings.Compare(string(a.Subject.(quad.IRI)), string(b.Subject.(quad.IRI))); c != 0 {
		return c
	}
	if c := strings.Compare(string(a.Predicate.(quad.IRI)), string(b.Predicate.(quad.IRI))); c != 0 {
		return c
	}
	return compareObjects(a.Object, b.Object)
}

func compareObjects(a, b quad.Value) int {
	x, xIsIRI := a.(quad.IRI)
	y, yIsIRI := b.(quad.IRI)
	switch {
	case a == b:
		return 0
	case xIsIRI && yIsIRI:
		return strings.Compare(string(x), string(y))
	}
	return strings.Compare(a.String(), b.String())
}

// writer gathers the quads of one document.
type writer struct {
	rec      schema.Record
	base     string
	label    quad.IRI
	run      quad.IRI
	entities map[string]*schema.Entity
	quads    []quad.Quad
}

func newWriter(rec schema.Record, base string) *writer {
	label := Label(base, rec.Document.ID)
	w := &writer{rec: rec, base: base, label: label, run: label + "#extraction", entities: map[string]*schema.Entity{}}
	for i := range rec.Entities {
		w.entities[rec.Entities[i].ID] = &rec.Entities[i]
	}
	return w
}

// add writes a quad of the document's graph.
func (w *writer) add(subject quad.IRI, predicate string, object quad.Value) {
	w.quads = append(w.quads, quad.Quad{Subject: subject, Predicate: quad.IRI(predicate), Object: object, Label: w.label})
}

// link writes a quad between two IRIs, unless the second is empty.
func (w *writer) link(subject quad.IRI, predicate, object string) {
	if object != "" {
		w.add(subject, predicate, quad.IRI(object))
	}
}

// text writes a quad with a plain literal, unless that is empty.
func (w *writer) text(subject quad.IRI, predicate, literal string) {
	if literal != "" {
		w.add(subject, predicate, quad.String(literal))
	}
}

// named writes a quad with a literal tagged by its language, unless that is empty.
func (w *writer) named(subject quad.IRI, predicate, literal string) {
	if literal != "" {
		w.add(subject, predicate, tagged(literal))
	}
}
