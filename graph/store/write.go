package store

import (
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"
)

// Replace makes the named graph hold exactly these quads, atomically and
// durably. All must carry the label; duplicates are written once. If the graph
// holds them already, nothing is written. No quads remove the graph.
func (s *Store) Replace(label quad.IRI, quads []quad.Quad) error {
	if _, err := s.replace(label, quads); err != nil {
		return fmt.Errorf("replace graph <%s>: %w", label, err)
	}
	return nil
}

// Remove removes the named graph, atomically and durably. It tells whether
// there was one.
func (s *Store) Remove(label quad.IRI) (bool, error) {
	removed, err := s.replace(label, nil)
	if err != nil {
		return false, fmt.Errorf("remove graph <%s>: %w", label, err)
	}
	return removed, nil
}

// replace tells whether any quad was removed.
func (s *Store) replace(graph quad.IRI, quads []quad.Quad) (bool, error) {
	s.write.Lock()
	defer s.write.Unlock()
	c, err := s.change()
	if err != nil {
		return false, err
	}
	defer c.close()
	for _, q := range quads {
		if q.Label != quad.Value(graph) {
			return false, fmt.Errorf("quad %v has another label", q)
		}
		t, err := c.tuple(q)
		if err != nil {
			return false, err
		}
		c.added[t] = struct{}{}
	}
	g, err := c.id(graph)
	if err != nil {
		return false, err
	}
	err = below(&c.terms, byLabel, g, func(q tuple) bool {
		if _, stays := c.added[q]; stays {
			delete(c.added, q)
		} else {
			c.removed[q] = struct{}{}
		}
		return true
	})
	if err != nil {
		return false, err
	}
	return len(c.removed) > 0, c.commit()
}

// ApplyDeltas adds and deletes quads in one transaction, in their order. If
// one is there already, or is missing, and that is not to be ignored, nothing
// is changed and the error is a *graph.DeltaError.
func (s *Store) ApplyDeltas(deltas []graph.Delta, ignore graph.IgnoreOpts) error {
	s.write.Lock()
	defer s.write.Unlock()
	c, err := s.change()
	if err != nil {
		return fmt.Errorf("apply deltas: %w", err)
	}
	defer c.close()
	for _, d := range deltas {
		err := c.apply(d)
		switch {
		case err == nil,
			ignore.IgnoreDup && errors.Is(err, graph.ErrQuadExists),
			ignore.IgnoreMissing && errors.Is(err, graph.ErrQuadNotExist):
		default:
			return &graph.DeltaError{Delta: d, Err: err} // Cayley looks for this type, not wrapped
		}
	}
	if err := c.commit(); err != nil {
		return fmt.Errorf("apply deltas: %w", err)
	}
	return nil
}

// apply adds one delta to the transaction.
func (c *change) apply(d graph.Delta) error {
	q, err := c.tuple(d.Quad)
	if err != nil {
		return err
	}
	was, err := c.stored(q)
	if err != nil {
		return err
	}
	is := was
	if was {
		_, removed := c.removed[q]
		is = !removed
	} else {
		_, is = c.added[q]
	}
	switch {
	case d.Action == graph.Add && is:
		return graph.ErrQuadExists
	case d.Action == graph.Delete && !is:
		return graph.ErrQuadNotExist
	case d.Action == graph.Add && was:
		delete(c.removed, q)
	case d.Action == graph.Add:
		c.added[q] = struct{}{}
	case d.Action == graph.Delete && was:
		c.removed[q] = struct{}{}
	case d.Action == graph.Delete:
		delete(c.added, q)
	default:
		return graph.ErrInvalidAction
	}
	return nil
}

// NewQuadWriter returns a writer that adds quads in batches, and passes over
// those that are there already. It must be closed, or the last batch is lost.
func (s *Store) NewQuadWriter() (quad.WriteCloser, error) {
	w, err := writer.NewSingle(s, graph.IgnoreOpts{IgnoreDup: true})
	if err != nil {
		return nil, err
	}
	return graph.NewWriter(w), nil
}
