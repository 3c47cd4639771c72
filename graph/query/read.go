package query

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/isnad-project/isnad/graph/quads"
	"github.com/isnad-project/isnad/schema"
)

// reader reads what the graphs of documents say of their nodes.
type reader struct {
	ctx       context.Context
	view      View
	documents map[quad.IRI]quads.Facts // of the documents themselves, which many events need
}

// quads calls fn with each quad of a subject, in any graph.
func (r *reader) quads(subject quad.IRI, fn func(quad.Quad)) error {
	ref := r.view.ValueOf(subject)
	if ref == nil {
		return nil
	}
	err := graph.Iterate(r.ctx, r.view.QuadIterator(quad.Subject, ref)).Paths(false).Each(func(ref graph.Ref) { fn(r.view.Quad(ref)) })
	if err == nil {
		err = r.ctx.Err() // which makes Cayley's iterators end as if they were done
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", subject, err)
	}
	return nil
}

// event returns what its document says of an event, and the document; "" if
// no document does.
func (r *reader) event(node quad.IRI) (facts quads.Facts, document quad.IRI, err error) {
	var all []quad.Quad
	err = r.quads(node, func(q quad.Quad) {
		all = append(all, q)
		if q.Predicate == quad.IRI(schema.ProvWasDerivedFrom) && q.Object == q.Label {
			document, _ = q.Label.(quad.IRI)
		}
	})
	facts = quads.Facts{}
	for _, q := range all {
		if q.Label == document {
			predicate := q.Predicate.(quad.IRI)
			facts[predicate] = append(facts[predicate], q.Object)
		}
	}
	return facts, document, err
}

// about returns the reader of one document's graph.
func (r *reader) about(document quad.IRI) quads.About {
	return func(subject quad.IRI) (quads.Facts, error) {
		if facts, known := r.documents[subject]; known {
			return facts, nil
		}
		facts := quads.Facts{}
		err := r.quads(subject, func(q quad.Quad) {
			if predicate, ok := q.Predicate.(quad.IRI); ok && q.Label == document {
				facts[predicate] = append(facts[predicate], q.Object)
			}
		})
		if subject == document {
			r.documents[subject] = facts
		}
		return facts, err
	}
}
