package store

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// fit is what scans and look-ups of a pattern share: the quad at hand, and
// the conditions it has passed.
type fit struct {
	m      *matches
	w      walk
	checks []check
	quad   tuple
	steps  int
	err    error
}

// check is a condition that quads are tested for.
type check struct {
	at    int
	nodes graph.Index
}

func (f *fit) String() string { return f.m.String() }

// nextFit goes on to the next quad of the walk that passes the checks.
func (f *fit) nextFit(ctx context.Context) bool {
	for {
		if f.steps++; f.steps%256 == 0 && ctx.Err() != nil {
			f.err = ctx.Err()
			return false
		}
		q, ok := f.w.next()
		if !ok {
			f.err = f.w.c.err
			return false
		}
		if f.passes(ctx, q) {
			f.quad = q
			return true
		}
		if f.err != nil {
			return false
		}
	}
}

func (f *fit) passes(ctx context.Context, q tuple) bool {
	if q[label] == 0 && len(f.m.tags[label]) > 0 {
		return false // the default graph is no node that a tag could hold
	}
	for _, c := range f.checks {
		if q[c.at] == 0 || !c.nodes.Contains(ctx, q[c.at]) {
			f.err = c.nodes.Err()
			return false
		}
	}
	return true
}

// nextPath goes on to another way in which the quad passes the checks.
func (f *fit) nextPath(ctx context.Context) bool {
	for _, c := range f.checks {
		if c.nodes.NextPath(ctx) {
			return true
		}
		if f.err = c.nodes.Err(); f.err != nil {
			return false
		}
	}
	return false
}

// Result returns the quad, or its node in the direction of the pattern.
func (f *fit) Result() graph.Ref {
	if f.m.result == quad.Any {
		return f.quad
	}
	return f.quad.ref(position(f.m.result))
}

// TagResults sets the tags of the pattern and of its conditions.
func (f *fit) TagResults(dst map[string]graph.Ref) {
	for _, c := range f.checks {
		c.nodes.TagResults(dst)
	}
	for at, tags := range f.m.tags {
		for _, t := range tags {
			dst[t] = f.quad.ref(at)
		}
	}
}

// Err returns what ended the iteration, or the first error of the store.
func (f *fit) Err() error {
	if f.err != nil {
		return f.err
	}
	return f.m.r.err()
}

// Close ends the walk and the checks.
func (f *fit) Close() error {
	if f.w.c.r != nil {
		f.w.c.close()
	}
	var first error
	for _, c := range f.checks {
		if err := c.nodes.Close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}
