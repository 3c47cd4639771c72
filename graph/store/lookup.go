package store

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// lookup tells whether given quads or nodes fit a pattern.
type lookup struct {
	fit
	table *table // where nodes are looked up
	depth int
}

// Contains tells whether ref fits, and makes it the result.
func (l *lookup) Contains(ctx context.Context, ref graph.Ref) bool {
	if l.err != nil || l.m.none {
		return false
	}
	if l.m.result == quad.Any {
		q, ok := ref.(tuple)
		if !ok || !admits(l.m.fixed, q) || !l.passes(ctx, q) {
			return false
		}
		l.quad = q
		return true
	}
	l.w.c.r = l.m.r
	at := position(l.m.result)
	want := l.m.with(at, ref)
	if len(want[at]) == 0 {
		l.w.done = true
		return false
	}
	l.w.start(l.table, l.depth, want)
	return l.nextFit(ctx)
}

// NextPath goes on to another way in which the result fits: its conditions
// hold in another way, or another quad has the same node.
func (l *lookup) NextPath(ctx context.Context) bool {
	if l.nextPath(ctx) {
		return true
	}
	return l.err == nil && l.m.result != quad.Any && l.nextFit(ctx)
}
