package store

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
)

// benchEvents are 100,000 quads, and a tenth of them again in another graph.
const benchEvents = 10_000

func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	s := folder(b, dir)
	load(b, s, news(benchEvents))
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s, err := Open(dir, Options{})
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReplace writes documents of about 220 quads, each on disk before
// the next: new ones, the same again, and others of the same label.
func BenchmarkReplace(b *testing.B) {
	docs := news(benchEvents)
	labels := slices.Sorted(maps.Keys(docs))
	// variant gives document n of a round other events than any other has.
	variant := func(n, round int) (quad.IRI, []quad.Quad) {
		g := labels[n%len(labels)]
		name := fmt.Sprintf("/%d/%d", round, n/len(labels))
		quads := slices.Clone(docs[g])
		g += quad.IRI(fmt.Sprint("/", n/len(labels)))
		for i, q := range quads {
			quads[i].Subject = q.Subject.(quad.IRI) + quad.IRI(name)
			quads[i].Label = g
		}
		return g, quads
	}
	s := folder(b, b.TempDir())
	count := make(map[string]int)
	for _, name := range []string{"new", "other", "same"} {
		b.Run(name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				g, quads := variant(n, 0)
				switch name {
				case "other":
					g, quads = variant(n%count["new"], 1+n/count["new"])
				case "same":
					g, quads = variant(n%min(count["new"], count["other"]), 1+(count["other"]-1)/count["new"])
				}
				replace(b, s, g, quads...)
				n++
			}
			count[name] = n
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "docs/s")
		})
	}
}

// BenchmarkPath asks for the actors of a place in a year, and for those who
// act together with one.
func BenchmarkPath(b *testing.B) {
	dir := b.TempDir()
	s := folder(b, dir)
	load(b, s, news(benchEvents))
	s.Close()
	s = folder(b, dir)
	v := s.View()
	defer v.Close()
	for name, p := range map[string]*path.Path{
		"place":     path.StartPath(v, iri("place/5")).In(iri("place")).Has(iri("year"), quad.Int(2016)).Out(iri("agent")),
		"co-actors": path.StartPath(v, iri("actor/3")).In(iri("agent"), iri("target")).Out(iri("agent"), iri("target")).Unique(),
		"years": path.StartPath(v, iri("place/1")).In(iri("place")).
			HasFilter(iri("year"), false, atLeast(quad.Int(2014))),
		"type and year": path.StartPath(v, iri("type/1")).In(iri("type")).Has(iri("year"), quad.Int(2016)),
		"one graph":     path.StartPath(v).LabelContext(iri("doc/7")).Has(iri("type")).Out(iri("agent")),
	} {
		b.Run(name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				n = 0
				if err := p.Iterate(ctx).Each(func(graph.Ref) { n++ }); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n), "results")
		})
	}
	b.Run("gizmo", func(b *testing.B) {
		for b.Loop() {
			ask(b, v, gizmo.Name, `g.V("<`+ns+`place/5>").In("<`+ns+`place>").Has("<`+ns+`year>", 2016).Out("<`+ns+`agent>").All()`)
		}
	})
}

func BenchmarkExport(b *testing.B) {
	s := memory(b)
	load(b, s, news(benchEvents))
	v := s.View()
	defer v.Close()
	n := 0
	for b.Loop() {
		for _, err := range v.Quads(ctx, nil) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "quads/s")
}
