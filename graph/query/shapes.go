package query

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/shape"
)

// none is the shape of no nodes at all.
type none struct{}

// BuildIterator returns an iterator over nothing.
func (none) BuildIterator(graph.QuadStore) graph.Iterator { return iterator.NewNull() }

// Optimize leaves none as it is, lest it become nil.
func (n none) Optimize(shape.Optimizer) (shape.Shape, bool) { return n, false }

// untagged is a shape whose iterators give no tags. What Except takes away is
// one: Cayley asks it for tags just where it has no result, and a union then
// panics.
type untagged struct{ shape.Shape }

// BuildIterator returns the iterator of the shape, without tags.
func (u untagged) BuildIterator(qs graph.QuadStore) graph.Iterator {
	return graph.NewLegacy(untaggedIterator{graph.AsShape(u.Shape.BuildIterator(qs))}, nil)
}

// Optimize leaves the shape as it is; it has been optimized.
func (u untagged) Optimize(shape.Optimizer) (shape.Shape, bool) { return u, false }

type untaggedIterator struct{ graph.IteratorShape }

func (u untaggedIterator) Iterate() graph.Scanner { return untaggedScanner{u.IteratorShape.Iterate()} }

func (u untaggedIterator) Lookup() graph.Index { return untaggedIndex{u.IteratorShape.Lookup()} }

func (u untaggedIterator) Optimize(ctx context.Context) (graph.IteratorShape, bool) {
	optimized, changed := u.IteratorShape.Optimize(ctx)
	return untaggedIterator{optimized}, changed
}

type untaggedScanner struct{ graph.Scanner }

func (untaggedScanner) TagResults(map[string]graph.Ref) {}

type untaggedIndex struct{ graph.Index }

func (untaggedIndex) TagResults(map[string]graph.Ref) {}
