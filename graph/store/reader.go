package store

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/cockroachdb/pebble/v2"
)

// reader reads one state of the store: a snapshot, or whatever is committed.
// It is the reading half of graph.QuadStore, and safe for concurrent use.
//
// Cayley's look-ups have no way to return an error, and its iterators are not
// always closed; so the reader keeps its first error for the iterators to
// report, and close ends what was left open.
type reader struct {
	db    *pebble.DB
	from  pebble.Reader // a snapshot of db, or db itself
	names *names
	moves atomic.Int64 // steps of all cursors: what the queries cost

	mu      sync.RWMutex // held for reading by every access to from
	closed  bool
	failure error
	open    map[*cursor]struct{}
}

func newReader(db *pebble.DB, from pebble.Reader, names *names) *reader {
	return &reader{db: db, from: from, names: names, open: make(map[*cursor]struct{})}
}

// close closes all cursors and refuses later access with ErrClosed.
func (r *reader) close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return nil
	}
	r.closed = true
	var errs []error
	for c := range r.open {
		errs = append(errs, c.it.Close())
	}
	r.open = nil
	return errors.Join(errs...)
}

// fail keeps the first error of a look-up that cannot return it. A node that
// is gone is none: a reference may outlive it.
func (r *reader) fail(err error) {
	if err == nil || errors.Is(err, errNoTerm) {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.failure == nil {
		r.failure = err
	}
}

// err returns the first error that fail was given.
func (r *reader) err() error {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.failure
}

// get returns a copy of the value of a key; found tells whether there is one.
func (r *reader) get(key []byte) (value []byte, found bool, err error) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	if r.closed {
		return nil, false, ErrClosed
	}
	v, done, err := r.from.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("read key %x: %w", key, err)
	}
	value = append([]byte{}, v...)
	return value, true, done.Close()
}

// state returns the counts of the state that is read.
func (r *reader) state() (state, error) {
	b, found, err := r.get(keyState)
	if err != nil || !found {
		return state{next: 1}, err
	}
	return readState(b), nil
}

// cursor walks the keys of one table at a time. The zero cursor with its
// reader set is ready for seek; it must be closed.
type cursor struct {
	r     *reader
	it    *pebble.Iterator
	table byte
	key   []byte // a copy of the current key
	err   error
}

// seek moves to the first key of the table at or after key, and returns it;
// nil at the end of the table or on an error. What it returns is valid until
// the next move.
func (c *cursor) seek(key []byte) []byte {
	if c.err != nil {
		return nil
	}
	if c.it == nil || c.table != key[0] {
		if err := c.begin(key[0]); err != nil {
			c.err = err
			return nil
		}
	}
	return c.move(func() bool { return c.it.SeekGE(key) })
}

// next moves to the following key and returns it, as seek does.
func (c *cursor) next() []byte {
	if c.err != nil || c.it == nil {
		return nil
	}
	return c.move(func() bool { return c.it.Next() })
}

func (c *cursor) move(step func() bool) []byte {
	c.r.mu.RLock()
	defer c.r.mu.RUnlock()
	if c.r.closed {
		c.err = ErrClosed
		return nil
	}
	c.r.moves.Add(1)
	if !step() {
		if err := c.it.Error(); err != nil {
			c.err = fmt.Errorf("walk table %c: %w", c.table, err)
		}
		return nil
	}
	c.key = append(c.key[:0], c.it.Key()...)
	return c.key
}

// begin opens an iterator on a table.
func (c *cursor) begin(table byte) error {
	c.close()
	c.r.mu.Lock()
	defer c.r.mu.Unlock()
	if c.r.closed {
		return ErrClosed
	}
	it, err := c.r.from.NewIter(&pebble.IterOptions{LowerBound: []byte{table}, UpperBound: []byte{table + 1}})
	if err != nil {
		return fmt.Errorf("open table %c: %w", table, err)
	}
	c.it, c.table = it, table
	c.r.open[c] = struct{}{}
	return nil
}

// close releases the cursor; seek opens it again.
func (c *cursor) close() {
	c.r.mu.Lock()
	defer c.r.mu.Unlock()
	if c.it == nil || c.r.closed {
		return
	}
	if err := c.it.Close(); err != nil && c.err == nil {
		c.err = err
	}
	c.it = nil
	delete(c.r.open, c)
}
