package store

import (
	"context"
	"fmt"
	"iter"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
)

var (
	_ graph.QuadStore = (*Store)(nil)
	_ graph.QuadStore = (*View)(nil)
)

// View is the state of a store at one time. It is a graph.QuadStore that
// refuses to be written, safe for concurrent use. It must be closed: until
// then the store keeps what the view can see.
type View struct {
	*reader
	s        *Store
	snapshot *pebble.Snapshot // nil if the store was closed already
}

// View returns a view of what was last committed. On a closed store it is
// one of which every use fails with ErrClosed.
func (s *Store) View() *View {
	s.life.Lock()
	defer s.life.Unlock()
	v := &View{s: s}
	if s.views == nil {
		v.reader = &reader{names: s.names, closed: true, failure: ErrClosed}
		return v
	}
	v.snapshot = s.db.NewSnapshot()
	v.reader = newReader(s.db, v.snapshot, s.names)
	s.views[v] = struct{}{}
	return v
}

// Close ends the view and whatever iterators are left of it. Later use of
// either fails with ErrClosed.
func (v *View) Close() error {
	v.s.life.Lock()
	defer v.s.life.Unlock()
	if _, open := v.s.views[v]; !open {
		return nil
	}
	delete(v.s.views, v)
	return v.end()
}

func (v *View) end() error {
	err := v.reader.close()
	if err2 := v.snapshot.Close(); err == nil {
		err = err2
	}
	if err != nil {
		return fmt.Errorf("close view: %w", err)
	}
	return nil
}

// Graphs returns the labels of the named graphs, in the order in which they
// were first written. An error ends them.
func (v *View) Graphs(ctx context.Context) iter.Seq2[quad.IRI, error] {
	return func(yield func(quad.IRI, error) bool) {
		c := &cursor{r: v.reader}
		defer c.close()
		for n := id(1); ; n++ {
			key := c.seek(appendID([]byte{byLabel.name}, n))
			if err := firstOf(c.err, ctx.Err()); err != nil {
				yield("", fmt.Errorf("list graphs: %w", err))
				return
			}
			if key == nil {
				return
			}
			n = byLabel.read(key)[label]
			term, err := v.term(n)
			if err != nil {
				yield("", fmt.Errorf("list graphs: %w", err))
				return
			}
			if iri, ok := term.exact.(quad.IRI); ok && !yield(iri, nil) {
				return
			}
		}
	}
}

// Quads returns the quads of the graph with this label, or of all graphs if
// it is nil, each term exactly as it was written. The order depends only on
// what was written to the store, and when. An error ends them.
func (v *View) Quads(ctx context.Context, label quad.Value) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		if err := v.eachQuad(ctx, label, func(q quad.Quad) bool { return yield(q, nil) }); err != nil {
			yield(quad.Quad{}, fmt.Errorf("list quads: %w", err))
		}
	}
}

// eachQuad calls f for the quads of a graph until it returns false.
func (v *View) eachQuad(ctx context.Context, graph quad.Value, f func(quad.Quad) bool) error {
	var want [4][]id
	depth := 0
	if graph != nil {
		n, err := v.exactly(graph)
		if err != nil || n == 0 {
			return err
		}
		want[label], depth = []id{n}, 1
	}
	w := walk{c: cursor{r: v.reader}}
	defer w.c.close()
	w.start(byLabel, depth, want)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		q, ok := w.next()
		if !ok {
			return w.c.err
		}
		exact, err := v.exact(q)
		if err != nil {
			return err
		}
		if !f(exact) {
			return nil
		}
	}
}

// exactly returns the id of a term as it is spelled, or 0.
func (r *reader) exactly(v quad.Value) (id, error) {
	t, err := text(v)
	if err != nil {
		return 0, err
	}
	c := &cursor{r: r}
	defer c.close()
	return c.find(t)
}

// exact returns a quad as it was written.
func (r *reader) exact(q tuple) (quad.Quad, error) {
	var terms [4]quad.Value
	for at, n := range q {
		if n == 0 {
			continue
		}
		t, err := r.term(n)
		if err != nil {
			return quad.Quad{}, err
		}
		terms[at] = t.exact
	}
	return quad.Quad{Subject: terms[subject], Predicate: terms[predicate], Object: terms[object], Label: terms[label]}, nil
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// ApplyDeltas returns ErrReadOnly.
func (v *View) ApplyDeltas([]graph.Delta, graph.IgnoreOpts) error { return ErrReadOnly }

// NewQuadWriter returns ErrReadOnly.
func (v *View) NewQuadWriter() (quad.WriteCloser, error) { return nil, ErrReadOnly }
