package store

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
)

// change is a transaction in the making. Nothing of it is in the store before
// commit, and commit is one batch.
type change struct {
	s       *Store
	terms   cursor        // looks up terms
	ids     map[string]id // of the terms met so far, by text
	fresh   map[id]term   // of which these are new
	next    id            // the next id to give
	added   map[tuple]struct{}
	removed map[tuple]struct{}
}

// term is a term to be written.
type term struct {
	text  string
	value quad.Value
}

// change begins a transaction. The caller holds s.write until it is closed.
func (s *Store) change() (*change, error) {
	if s.readOnly {
		return nil, ErrReadOnly
	}
	if s.ended() {
		return nil, ErrClosed
	}
	return &change{
		s:       s,
		terms:   cursor{r: s.reader},
		ids:     make(map[string]id),
		fresh:   make(map[id]term),
		next:    s.next,
		added:   make(map[tuple]struct{}),
		removed: make(map[tuple]struct{}),
	}, nil
}

func (c *change) close() { c.terms.close() }

// id returns the id of a term, a new one if the store lacks it.
func (c *change) id(v quad.Value) (id, error) {
	t, err := text(v)
	if err != nil {
		return 0, err
	}
	if n, ok := c.ids[t]; ok {
		return n, nil
	}
	n, err := c.terms.find(t)
	if err != nil {
		return 0, err
	}
	if n == 0 {
		if c.next > maxID {
			return 0, errors.New("no ids left")
		}
		n = c.next
		c.next++
		c.fresh[n] = term{t, v}
	}
	c.ids[t] = n
	return n, nil
}

// tuple returns the ids of a quad.
func (c *change) tuple(q quad.Quad) (t tuple, err error) {
	if !q.IsValid() {
		return t, fmt.Errorf("quad %v lacks a term", q)
	}
	for at, v := range [4]quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		if v == nil {
			continue // the default graph
		}
		if t[at], err = c.id(v); err != nil {
			return t, err
		}
	}
	return t, nil
}

// stored tells whether the store has a quad.
func (c *change) stored(q tuple) (bool, error) {
	for _, n := range q {
		if n >= c.s.next {
			return false, nil
		}
	}
	_, found, err := c.s.get(bySubject.appendKey(nil, q))
	return found, err
}

// below calls f for the quads whose leading term in a table is n, until it
// returns false.
func below(c *cursor, t *table, n id, f func(tuple) bool) error {
	prefix := appendID([]byte{t.name}, n)
	for key := c.seek(prefix); bytes.HasPrefix(key, prefix); key = c.next() {
		if !f(t.read(key)) {
			break
		}
	}
	return c.err
}

// commit writes the transaction. One that changes nothing writes nothing.
func (c *change) commit() error {
	if len(c.added) == 0 && len(c.removed) == 0 {
		return nil
	}
	st, err := c.s.state()
	if err != nil {
		return err
	}
	b := c.s.db.NewBatchWithSize(100 * (len(c.added) + len(c.removed)))
	defer b.Close()
	write := batch{b: b}
	for q := range c.added {
		write.quad(q, true)
	}
	for q := range c.removed {
		write.quad(q, false)
	}
	used := terms(c.added)
	for n := range used {
		if t, ok := c.fresh[n]; ok {
			write.term(n, t, true)
			st.terms++
		}
	}
	unused, err := c.unused(used)
	if err != nil {
		return err
	}
	for _, n := range unused {
		v, err := c.s.term(n)
		if err != nil {
			return err
		}
		t, err := text(v.exact)
		if err != nil {
			return err
		}
		write.term(n, term{t, v.exact}, false)
		st.terms--
	}
	st.quads += int64(len(c.added) - len(c.removed))
	st.next = c.next
	write.set(keyState, st.bytes())
	if write.err != nil {
		return write.err
	}
	c.s.next = c.next // even if commit fails: an id that was tried is not given again
	return b.Commit(pebble.Sync)
}

// terms returns the ids that quads have.
func terms(quads map[tuple]struct{}) map[id]struct{} {
	ids := make(map[id]struct{})
	for q := range quads {
		for _, n := range q {
			if n != 0 {
				ids[n] = struct{}{}
			}
		}
	}
	return ids
}

// unused returns the terms that no quad will have any more: those of removed
// quads that are neither in an added nor in a remaining one.
func (c *change) unused(used map[id]struct{}) ([]id, error) {
	gone := terms(c.removed)
	maps.DeleteFunc(gone, func(n id, _ struct{}) bool { _, ok := used[n]; return ok })
	left := slices.SortedFunc(maps.Keys(gone), cmp.Compare[id])
	cur := &cursor{r: c.s.reader}
	defer cur.close()
	for _, t := range tables {
		kept := left[:0]
		for _, n := range left {
			remains := false
			err := below(cur, t, n, func(q tuple) bool {
				_, removed := c.removed[q]
				remains = !removed
				return removed
			})
			if err != nil {
				return nil, err
			}
			if !remains {
				kept = append(kept, n)
			}
		}
		left = kept
	}
	return left, nil
}

// batch collects what is written, and keeps the first error.
type batch struct {
	b   *pebble.Batch
	key []byte
	err error
}

func (w *batch) set(key, value []byte) {
	if w.err == nil {
		w.err = w.b.Set(key, value, nil)
	}
}

func (w *batch) put(key, value []byte, add bool) {
	if add {
		w.set(key, value)
	} else if w.err == nil {
		w.err = w.b.Delete(key, nil)
	}
}

// quad adds or deletes a quad in all tables.
func (w *batch) quad(q tuple, add bool) {
	for _, t := range tables {
		w.key = t.appendKey(w.key[:0], q)
		w.put(w.key, nil, add)
	}
}

// term adds or deletes a term and its look-ups.
func (w *batch) term(n id, t term, add bool) {
	w.put(termKey(n), []byte(t.text), add)
	w.put(appendID(hashKey(t.text), n), nil, add)
	if k := nativeKey(native(spelled(t.value))); k != nil {
		w.put(appendID(k, n), nil, add)
	}
}
