package store

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2/vfs"
	"pgregory.net/rapid"
)

// model is what a store has to hold.
type model map[quad.Quad]bool

func (m model) quads() []quad.Quad { return slices.Collect(maps.Keys(m)) }

func (m model) graph(l quad.Value) model {
	out := model{}
	for q := range m {
		if q.Label == l {
			out[q] = true
		}
	}
	return out
}

// terms that share texts, hashes of values, or roles.
var (
	modelLabels = []quad.Value{iri("g1"), iri("g2"), iri("g3"), iri("a")}
	modelNodes  = []quad.Value{iri("a"), iri("b"), iri("g1"), quad.BNode("a"), iri("p")}
	modelPreds  = []quad.Value{iri("p"), iri("q"), iri("a")}
	modelValues = []quad.Value{iri("a"), iri("c"), quad.BNode("b"), quad.String("a"), quad.LangString{Value: "a", Lang: "ar"},
		typed("7", "integer"), typed("007", "integer"), typed("7", "long"), typed("7", "decimal"), typed("a", "string")}
)

func drawQuad(t *rapid.T, labels []quad.Value) quad.Quad {
	return quad.Quad{
		Subject:   rapid.SampledFrom(modelNodes).Draw(t, "s"),
		Predicate: rapid.SampledFrom(modelPreds).Draw(t, "p"),
		Object:    rapid.SampledFrom(modelValues).Draw(t, "o"),
		Label:     rapid.SampledFrom(labels).Draw(t, "g"),
	}
}

// TestModel does to a store and to a map what rapid comes up with, and asks
// that they stay the same, and that views stay as they were.
func TestModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		disk := vfs.NewMem()
		s, err := open("", settings(disk), true)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { s.Close() }()
		want := model{}

		type kept struct {
			view *View
			want model
		}
		var views []kept
		same := func(v *View, want model) {
			if err := v.check(); err != nil {
				t.Fatal(err)
			}
			for _, l := range append([]quad.Value{nil}, modelLabels...) {
				part := want
				if l != nil {
					part = want.graph(l)
				}
				got := model{}
				for q, err := range v.Quads(ctx, l) {
					if err != nil || got[q] {
						t.Fatalf("%v: %v, or twice", q, err)
					}
					got[q] = true
				}
				if !maps.Equal(got, part) {
					t.Fatalf("graph %v holds %v, want %v", l, got, part)
				}
			}
		}

		t.Repeat(map[string]func(*rapid.T){
			"": func(t *rapid.T) {
				v := s.View()
				same(v, want)
				if len(views) < 2 {
					views = append(views, kept{v, maps.Clone(want)})
				} else {
					v.Close()
				}
			},
			"replace": func(t *rapid.T) {
				l := rapid.SampledFrom(modelLabels).Draw(t, "label")
				quads := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) quad.Quad {
					return drawQuad(t, []quad.Value{l})
				}), 0, 12).Draw(t, "quads")
				if err := s.Replace(l.(quad.IRI), quads); err != nil {
					t.Fatal(err)
				}
				maps.DeleteFunc(want, func(q quad.Quad, _ bool) bool { return q.Label == l })
				for _, q := range quads {
					want[q] = true
				}
			},
			"remove": func(t *rapid.T) {
				l := rapid.SampledFrom(modelLabels).Draw(t, "label")
				removed, err := s.Remove(l.(quad.IRI))
				if err != nil || removed != (len(want.graph(l)) > 0) {
					t.Fatalf("remove %v: %v, %v", l, removed, err)
				}
				maps.DeleteFunc(want, func(q quad.Quad, _ bool) bool { return q.Label == l })
			},
			"deltas": func(t *rapid.T) {
				var deltas []graph.Delta
				for range rapid.IntRange(1, 8).Draw(t, "n") {
					d := graph.Delta{Quad: drawQuad(t, append(modelLabels, nil)), Action: graph.Add}
					if rapid.Bool().Draw(t, "delete") {
						d.Action = graph.Delete
					}
					deltas = append(deltas, d)
				}
				ignore := graph.IgnoreOpts{IgnoreDup: rapid.Bool().Draw(t, "dup"), IgnoreMissing: rapid.Bool().Draw(t, "missing")}
				after, wantErr := want.apply(deltas, ignore)
				err := s.ApplyDeltas(deltas, ignore)
				if delta := new(graph.DeltaError); errors.As(err, &delta) {
					err = delta.Err
				}
				if !errors.Is(err, wantErr) {
					t.Fatalf("apply %v: %v, want %v", deltas, err, wantErr)
				}
				want = after
			},
			"reopen": func(t *rapid.T) {
				for _, k := range views {
					same(k.view, k.want)
				}
				views = nil // Close ends those that are open
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				if s, err = open("", settings(disk), false); err != nil {
					t.Fatal(err)
				}
			},
		})
		for _, k := range views {
			same(k.view, k.want)
		}
	})
}

// apply returns the model after the deltas, or as it was with an error.
func (m model) apply(deltas []graph.Delta, ignore graph.IgnoreOpts) (model, error) {
	out := maps.Clone(m)
	for _, d := range deltas {
		switch add, has := d.Action == graph.Add, out[d.Quad]; {
		case add && has && !ignore.IgnoreDup:
			return m, graph.ErrQuadExists
		case !add && !has && !ignore.IgnoreMissing:
			return m, graph.ErrQuadNotExist
		case add:
			out[d.Quad] = true
		default:
			delete(out, d.Quad)
		}
	}
	return out, nil
}

// The transactions by which Cayley's own back ends lose or mix up quads.

func q4(s, p, o, g string) quad.Quad {
	q := quad.Quad{Subject: iri(s), Predicate: iri(p), Object: iri(o)}
	if g != "" {
		q.Label = iri(g)
	}
	return q
}

func deltas(del, add []quad.Quad) []graph.Delta {
	var out []graph.Delta
	for _, q := range del {
		out = append(out, graph.Delta{Quad: q, Action: graph.Delete})
	}
	for _, q := range add {
		out = append(out, graph.Delta{Quad: q, Action: graph.Add})
	}
	return out
}

func TestFailedTransactionLeavesNothing(t *testing.T) {
	s := memory(t)
	old := q4("alpha", "p", "beta", "g")
	replace(t, s, iri("g"), old)
	dup := deltas(nil, []quad.Quad{q4("x", "p", "y", "g"), old})
	if err := s.ApplyDeltas(dup, graph.IgnoreOpts{}); !graph.IsQuadExist(err) {
		t.Fatalf("add twice: %v", err)
	}
	missing := deltas([]quad.Quad{q4("u", "p", "v", "g")}, []quad.Quad{q4("x", "p", "y", "g")})
	if err := s.ApplyDeltas(missing, graph.IgnoreOpts{}); !graph.IsQuadNotExist(err) {
		t.Fatalf("delete what is missing: %v", err)
	}
	next := q4("new1", "p", "new2", "g")
	if err := s.ApplyDeltas(deltas(nil, []quad.Quad{next}), graph.IgnoreOpts{}); err != nil {
		t.Fatal(err)
	}
	sameQuads(t, contents(t, s, nil), []quad.Quad{old, next})
}

func TestNodeKeepsItsNameInMixedTransaction(t *testing.T) {
	s := memory(t)
	replace(t, s, iri("g"), q4("a", "p", "b", "g"), q4("a", "p", "c", "g"))
	mixed := deltas([]quad.Quad{q4("a", "p", "b", "g"), q4("a", "p", "c", "g")}, []quad.Quad{q4("a", "q", "d", "g")})
	if err := s.ApplyDeltas(mixed, graph.IgnoreOpts{}); err != nil {
		t.Fatal(err)
	}
	sameQuads(t, contents(t, s, nil), []quad.Quad{q4("a", "q", "d", "g")})
}

func TestDeleteWithUnknownLabel(t *testing.T) {
	s := memory(t)
	if err := s.ApplyDeltas(deltas(nil, []quad.Quad{q4("a", "b", "c", "")}), graph.IgnoreOpts{}); err != nil {
		t.Fatal(err)
	}
	unknown := deltas([]quad.Quad{q4("a", "b", "c", "never")}, nil)
	if err := s.ApplyDeltas(unknown, graph.IgnoreOpts{}); !graph.IsQuadNotExist(err) {
		t.Errorf("delete from a graph that is not there: %v", err)
	}
	if err := s.ApplyDeltas(unknown, graph.IgnoreOpts{IgnoreMissing: true}); err != nil {
		t.Error(err)
	}
	sameQuads(t, contents(t, s, nil), []quad.Quad{q4("a", "b", "c", "")})
}

func TestInvalidAction(t *testing.T) {
	s := memory(t)
	err := s.ApplyDeltas([]graph.Delta{{Quad: q4("a", "b", "c", "")}}, graph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true})
	if !graph.IsInvalidAction(err) {
		t.Errorf("no action: %v", err)
	}
}

// TestIDsAreNotGivenTwice removes the last terms and writes others.
func TestIDsAreNotGivenTwice(t *testing.T) {
	dir := t.TempDir()
	seen := make(map[id]string)
	for round := range 4 {
		s, err := Open(dir, Options{Create: true})
		if err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprint("n", round)
		replace(t, s, iri("g"), q4(name, name+"p", name+"o", "g"))
		for _, suffix := range []string{"", "p", "o"} {
			n := s.ValueOf(iri(name + suffix)).(id)
			if other, ok := seen[n]; ok {
				t.Errorf("id %d is %s and was %s", n, name+suffix, other)
			}
			seen[n] = name + suffix
		}
		if _, err := s.Remove(iri("g")); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
