package query

import (
	"slices"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"

	"github.com/isnad-project/isnad/schema"
)

// lookups is a view for Gizmo: it finds names by their folded form, and it
// has a reference for every term, in the graph or not. A look-up that finds
// nothing would become a nil shape, and Cayley panics where it comes upon one
// in Both, Except, Labels and others.
type lookups struct{ View }

// absent is the reference of what is not in the graph.
type absent struct{}

// Key is what Cayley tells references apart by.
func (absent) Key() interface{} { return absent{} }

// ValueOf returns the reference of a term; that of the folded name for a
// string of the type folding.
func (l lookups) ValueOf(v quad.Value) graph.Ref {
	if t, ok := v.(quad.TypedString); ok && t.Type == folding {
		v = quad.String(schema.FoldName(string(t.Value)))
	}
	if ref := l.View.ValueOf(v); ref != nil {
		return ref
	}
	return absent{}
}

// OptimizeShape takes what is absent out of a list of nodes, and passes on to
// the view, as Cayley looks for the method on what it is given.
func (l lookups) OptimizeShape(s shape.Shape) (shape.Shape, bool) {
	if nodes, ok := s.(shape.Fixed); ok && slices.Contains(nodes, graph.Ref(absent{})) {
		nodes = slices.DeleteFunc(slices.Clone(nodes), func(ref graph.Ref) bool { return ref == absent{} })
		if len(nodes) == 0 {
			return none{}, true
		}
		s = nodes
	}
	if optimizer, ok := l.View.(shape.Optimizer); ok {
		return optimizer.OptimizeShape(s)
	}
	return s, false
}

// none is the shape of no nodes at all.
type none struct{}

// BuildIterator returns an iterator over nothing.
func (none) BuildIterator(graph.QuadStore) graph.Iterator { return iterator.NewNull() }

// Optimize leaves none as it is, lest it become nil.
func (n none) Optimize(shape.Optimizer) (shape.Shape, bool) { return n, false }
