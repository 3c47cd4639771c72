package store

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

const eventsPerDocument = 20

// news returns documents of 20 events of 10 quads each. Few places and actors
// have most of the events. Every tenth event is in the next document as well.
func news(events int) map[quad.IRI][]quad.Quad {
	rnd := rand.New(rand.NewPCG(1, 2))
	skewed := func(n int) int { return int(float64(n) * rnd.Float64() * rnd.Float64()) }
	docs := make(map[quad.IRI][]quad.Quad)
	for i := range events {
		event := iri(fmt.Sprint("event/", i))
		year := 2010 + rnd.IntN(10)
		terms := map[string]quad.Value{
			"type":   iri(fmt.Sprint("type/", skewed(20))),
			"agent":  iri(fmt.Sprint("actor/", skewed(400))),
			"target": iri(fmt.Sprint("actor/", skewed(400))),
			"place":  iri(fmt.Sprint("place/", skewed(300))),
			"date":   typed(fmt.Sprintf("%d-%02d-%02d", year, 1+rnd.IntN(12), 1+rnd.IntN(28)), "date"),
			"year":   typed(fmt.Sprint(year), "integer"),
			"label":  quad.LangString{Value: quad.String(fmt.Sprint("قصف رقم ", i)), Lang: "ar"},
			"weight": typed(fmt.Sprintf("%d.5E0", rnd.IntN(9)+1), "double"),
			"source": iri(fmt.Sprint("source/", rnd.IntN(12))),
			"count":  typed(fmt.Sprint(rnd.IntN(60)), "integer"),
		}
		doc := i / eventsPerDocument
		for n := range 2 {
			if n == 1 && i%10 != 0 {
				break
			}
			g := iri(fmt.Sprint("doc/", doc+n))
			for _, p := range slices.Sorted(maps.Keys(terms)) {
				docs[g] = append(docs[g], quad.Quad{Subject: event, Predicate: iri(p), Object: terms[p], Label: g})
			}
		}
	}
	return docs
}

func load(t testing.TB, s *Store, docs map[quad.IRI][]quad.Quad) {
	t.Helper()
	for _, g := range slices.Sorted(maps.Keys(docs)) {
		replace(t, s, g, docs[g]...)
	}
}

// inBoth returns a view and Cayley's memstore that hold the same. The memstore
// is given values as Cayley compares them, as it knows no spellings.
func inBoth(t testing.TB, events int) (*View, graph.QuadStore) {
	t.Helper()
	docs := news(events)
	s := memory(t)
	load(t, s, docs)
	mem := memstore.New()
	for _, g := range slices.Sorted(maps.Keys(docs)) {
		for _, q := range docs[g] {
			q.Object = native(q.Object)
			mem.AddQuad(q)
		}
	}
	v := s.View()
	t.Cleanup(func() { v.Close() })
	return v, mem
}

func atLeast(v quad.Value) shape.ValueFilter {
	return shape.Comparison{Op: iterator.CompareGTE, Val: v}
}

func under(v quad.Value) shape.ValueFilter { return shape.Comparison{Op: iterator.CompareLT, Val: v} }

func actors(n int) []quad.Value {
	var out []quad.Value
	for i := range n {
		out = append(out, iri(fmt.Sprint("actor/", i)))
	}
	return out
}
