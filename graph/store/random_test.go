package store

import (
	"fmt"
	"testing"

	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestRandomPaths composes paths and compares what they reach, each node once:
// how often Cayley gives a result depends on what its optimizer prefers. There
// are no tags, as Cayley dies of those of an exception with a union in it.
func TestRandomPaths(t *testing.T) {
	v, mem := inBoth(t, 120)
	rapid.Check(t, func(rt *rapid.T) {
		p := drawPath(rt, 5, "event").Unique()
		want, ok := unlessItPanics(func() []string { return resultsWith(t, mem, p, true, false) })
		if !ok {
			return
		}
		for _, optimize := range []bool{true, false} {
			if diff := cmp.Diff(want, resultsWith(t, v, p, optimize, false)); diff != "" {
				rt.Fatalf("optimized %v (-memstore +store):\n%s", optimize, diff)
			}
		}
	})
}

// predicatesTo gives the predicates that lead from events to a kind of node.
var predicatesTo = map[string][]string{"actor": {"agent", "target"}, "place": {"place"}, "type": {"type"}, "year": {"year"}, "count": {"count"}}

func drawKind(t *rapid.T) string {
	return rapid.SampledFrom([]string{"actor", "place", "type", "year", "count"}).Draw(t, "kind")
}

func drawPredicate(t *rapid.T, kind string) quad.IRI {
	return iri(rapid.SampledFrom(predicatesTo[kind]).Draw(t, "predicate"))
}

func drawValues(t *rapid.T, kind string) []quad.Value {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) quad.Value {
		switch n := rapid.IntRange(0, 12).Draw(t, "n"); kind {
		case "year":
			return quad.Int(2010 + n)
		case "count":
			return quad.Int(n)
		default:
			return iri(fmt.Sprintf("%s/%d", kind, n))
		}
	}), 1, 12).Draw(t, "values")
}

// drawPath returns a path of a number of steps to a kind of node.
func drawPath(t *rapid.T, steps int, to string) *path.Path {
	at := rapid.SampledFrom([]string{"event", drawKind(t)}).Draw(t, "start")
	p := path.StartMorphism(drawValues(t, at)...)
	if rapid.IntRange(0, 9).Draw(t, "all") == 0 {
		p, at = path.StartMorphism(), "event"
	}
	for range rapid.IntRange(0, steps).Draw(t, "steps") {
		p, at = drawStep(t, p, steps, at)
	}
	if at != to && at != "event" {
		p, at = p.In(drawPredicate(t, at)), "event"
	}
	if at != to {
		p = p.Out(drawPredicate(t, to))
	}
	return p
}

// drawStep adds a step to a path, and returns the kind of node it leads to.
func drawStep(t *rapid.T, p *path.Path, steps int, at string) (*path.Path, string) {
	switch rapid.SampledFrom([]string{"and", "or", "except", "unique", "graph", "on", "on", "on", "on"}).Draw(t, "step") {
	case "and":
		return p.And(drawPath(t, steps/2, at)), at
	case "or":
		return p.Or(drawPath(t, steps/2, at)), at
	case "except":
		return p.Except(drawPath(t, steps/2, at)), at
	case "unique":
		return p.Unique(), at
	case "graph":
		if rapid.Bool().Draw(t, "any graph") {
			return p.LabelContext(), at
		}
		return p.LabelContext(iri("doc/0"), iri(fmt.Sprint("doc/", rapid.IntRange(0, 6).Draw(t, "doc")))), at
	}
	if at != "event" {
		in := drawPredicate(t, at)
		switch rapid.SampledFrom([]string{"in", "has", "both"}).Draw(t, "way in") {
		case "has":
			return p.HasReverse(in), at
		case "both":
			return p.Both(in), "event"
		}
		return p.In(in), "event"
	}
	kind := drawKind(t)
	out := drawPredicate(t, kind)
	switch rapid.SampledFrom([]string{"out", "out two", "has", "has any", "filter"}).Draw(t, "way on") {
	case "out two":
		return p.Out(out, drawPredicate(t, kind)), kind
	case "has":
		return p.Has(out, drawValues(t, kind)...), at
	case "has any":
		return p.Has(out), at
	case "filter":
		return p.HasFilter(iri("year"), false, atLeast(quad.Int(2014))), at
	}
	return p.Out(out), kind
}

// unlessItPanics passes over the queries that Cayley's optimizer dies of on any
// store, such as an exception of what is not there.
func unlessItPanics(f func() []string) (out []string, ok bool) {
	defer func() { ok = recover() == nil }()
	return f(), true
}
