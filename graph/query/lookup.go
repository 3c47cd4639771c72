package query

import (
	"slices"

	"github.com/cayleygraph/cayley/graph"
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

// NameOf returns the term of a reference; a term that nothing has for a
// reference that is not the view's own, since sorting calls its methods.
func (l lookups) NameOf(ref graph.Ref) quad.Value {
	name := l.View.NameOf(ref)
	if name == nil && ref != nil {
		return quad.IRI(nothing)
	}
	return name
}

// OptimizeShape makes a shape safe and passes it on to the view, as Cayley
// looks for the method on what it is given.
func (l lookups) OptimizeShape(s shape.Shape) (shape.Shape, bool) {
	s, changed := safe(s)
	optimizer, ok := l.View.(shape.Optimizer)
	if !ok {
		return s, changed
	}
	s, more := optimizer.OptimizeShape(s)
	return s, changed || more
}

// safe takes what is absent out of a list of nodes, and the tags from what is
// excepted.
func safe(s shape.Shape) (shape.Shape, bool) {
	switch s := s.(type) {
	case shape.Fixed:
		if !slices.Contains(s, graph.Ref(absent{})) {
			return s, false
		}
		present := slices.DeleteFunc(slices.Clone(s), func(ref graph.Ref) bool { return ref == absent{} })
		if len(present) == 0 {
			return none{}, true
		}
		return present, true
	case shape.Except:
		s.Exclude = untagged{s.Exclude}
		return s, true
	}
	return s, false
}
