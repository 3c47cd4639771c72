package store

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
)

// version returns document d in its nth version: as many quads as size, all
// of that version, and a link to the version's node in every other document.
func version(d, n, size int) (quad.IRI, []quad.Quad) {
	g := iri(fmt.Sprint("doc/", d))
	var quads []quad.Quad
	for i := range size {
		quads = append(quads, quad.Quad{
			Subject:   iri(fmt.Sprintf("event/%d/%d", d, i)),
			Predicate: iri("version"),
			Object:    quad.Int(n),
			Label:     g,
		})
	}
	return g, quads
}

// TestReadersBesideWriter replaces documents while readers ask that each view
// has them whole, and the same to the end.
func TestReadersBesideWriter(t *testing.T) {
	const docs, size, rounds, readers = 5, 20, 60, 3
	s := folder(t, t.TempDir())
	for d := range docs {
		g, quads := version(d, 0, size)
		replace(t, s, g, quads...)
	}
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range readers {
		wg.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
					if err := wholeDocuments(s, docs, size); err != nil {
						t.Error(err)
						return
					}
				}
			}
		})
	}
	for n := 1; n <= rounds; n++ {
		g, quads := version(n%docs, n, size)
		if n%7 == 0 {
			if _, err := s.Remove(g); err != nil {
				t.Error(err)
			}
		}
		if err := s.Replace(g, quads); err != nil {
			t.Error(err)
		}
	}
	close(done)
	wg.Wait()
}

// wholeDocuments reads a view twice.
func wholeDocuments(s *Store, docs, size int) error {
	v := s.View()
	defer v.Close()
	var first string
	for range 2 {
		var all string
		for d := range docs {
			g, _ := version(d, 0, 0)
			versions := make(map[quad.Value]int)
			for q, err := range v.Quads(ctx, g) {
				if err != nil {
					return err
				}
				versions[q.Object]++
			}
			for _, n := range versions {
				if len(versions) > 1 || n != size {
					return fmt.Errorf("graph %s has %v", g, versions)
				}
			}
			// The same through Cayley.
			seen := make(map[quad.Value]int)
			err := path.StartPath(v, iri(fmt.Sprintf("event/%d/0", d))).Out(iri("version")).Iterate(ctx).
				EachValue(nil, func(n quad.Value) { seen[n]++ })
			if err != nil {
				return err
			}
			if len(seen) != len(versions) {
				return fmt.Errorf("a path finds %v in graph %s, which has %v", seen, g, versions)
			}
			all += fmt.Sprintln(g, versions, seen)
		}
		if first == "" {
			first = all
		}
		if all != first {
			return fmt.Errorf("a view changed from\n%s to\n%s", first, all)
		}
	}
	return nil
}

// TestCloseBesideReaders closes views, and the store, under running queries:
// these end with ErrClosed and nothing else.
func TestCloseBesideReaders(t *testing.T) {
	for _, what := range []string{"view", "store"} {
		s, err := OpenMemory()
		if err != nil {
			t.Fatal(err)
		}
		for d := range 20 {
			g, quads := version(d, d, 50)
			replace(t, s, g, quads...)
		}
		v := s.View()
		var wg sync.WaitGroup
		started := make(chan struct{}, 8)
		for range 4 {
			wg.Go(func() {
				for {
					err := path.StartPath(v).Out(iri("version")).In(iri("version")).Iterate(ctx).
						EachValue(nil, func(quad.Value) {
							select {
							case started <- struct{}{}:
							default:
							}
						})
					if errors.Is(err, ErrClosed) {
						return
					}
					if err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
		<-started
		if what == "view" {
			err = v.Close()
		} else {
			err = s.Close()
		}
		if err != nil {
			t.Error(err)
		}
		wg.Wait()
		if err := errors.Join(v.Close(), s.Close()); err != nil {
			t.Error(err)
		}
	}
}

// TestWriteWhileIterating replaces the graph that is being read, from within
// the reading, both on a view and on the store itself.
func TestWriteWhileIterating(t *testing.T) {
	s := memory(t)
	g, quads := version(1, 1, 50)
	replace(t, s, g, quads...)
	v := s.View()
	defer v.Close()
	for name, qs := range map[string]graph.QuadStore{"view": v, "store": s} {
		seen := 0
		err := path.StartPath(qs, quad.Int(1)).In(iri("version")).Iterate(ctx).Each(func(graph.Ref) {
			seen++
			_, other := version(1, 100+seen, 50)
			replace(t, s, g, other...)
		})
		if seen != 50 || err != nil {
			t.Errorf("%s: %d results, %v", name, seen, err)
		}
		replace(t, s, g, quads...)
	}
}

// TestCancel stops a query, and lists, by their context.
func TestCancel(t *testing.T) {
	s := memory(t)
	g, quads := version(1, 1, 2000)
	replace(t, s, g, quads...)
	v := s.View()
	defer v.Close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	query := path.StartPath(v).Out(iri("version")).In(iri("version"))
	for name, it := range map[string]graph.Iterator{"query": query.BuildIterator(), "nodes": v.NodesAllIterator()} {
		seen := 0
		for it.Next(ctx) {
			if seen++; seen == 10 {
				cancel()
			}
		}
		if !errors.Is(it.Err(), context.Canceled) || seen > 1000 {
			t.Errorf("%s gave %d results and %v", name, seen, it.Err())
		}
		it.Close()
	}
	for _, err := range v.Quads(ctx, nil) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("list: %v", err)
		}
	}
	for _, err := range v.Graphs(ctx) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("graphs: %v", err)
		}
	}
}
