package store

import (
	"bytes"
	"slices"
)

// walk reads the quads that have one of the wanted ids at each position. It
// seeks below every combination of those at the leading positions of a table,
// and leaves out what differs at the others.
type walk struct {
	c     cursor
	table *table
	depth int     // how many leading positions of the table are sought
	want  [4][]id // ascending, by position; nil is any
	turn  [4]int  // which wanted id is next, for each position that is sought

	prefix []byte
	below  bool // whether the cursor stands below prefix
	done   bool
}

// start begins anew. No slice of want may be empty and not nil.
func (w *walk) start(t *table, depth int, want [4][]id) {
	w.table, w.depth, w.want = t, depth, want
	w.turn, w.below, w.done = [4]int{}, false, false
}

// next returns the next quad; none at the end or on an error of the cursor.
func (w *walk) next() (tuple, bool) {
	for !w.done {
		var key []byte
		if w.below {
			key = w.c.next()
		} else {
			key = w.seek()
		}
		if !bytes.HasPrefix(key, w.prefix) {
			w.nextTurn()
			continue
		}
		q := w.table.read(key)
		if w.depth == len(w.table.order) {
			w.nextTurn() // there is but one such key
		}
		if w.admits(q) {
			return q, true
		}
	}
	return tuple{}, false
}

func (w *walk) seek() []byte {
	w.prefix = append(w.prefix[:0], w.table.name)
	for i, at := range w.table.order[:w.depth] {
		w.prefix = appendID(w.prefix, w.want[at][w.turn[i]])
	}
	w.below = true
	return w.c.seek(w.prefix)
}

// nextTurn goes on to the next combination of the ids that are sought.
func (w *walk) nextTurn() {
	w.below = false
	for i := w.depth - 1; i >= 0 && w.c.err == nil; i-- {
		if w.turn[i]++; w.turn[i] < len(w.want[w.table.order[i]]) {
			return
		}
		w.turn[i] = 0
	}
	w.done = true
}

func (w *walk) admits(q tuple) bool { return admits(w.want, q) }

func admits(want [4][]id, q tuple) bool {
	for at, ids := range want {
		if ids == nil || len(ids) == 1 && ids[0] == q[at] {
			continue
		}
		if _, found := slices.BinarySearch(ids, q[at]); !found {
			return false
		}
	}
	return true
}
