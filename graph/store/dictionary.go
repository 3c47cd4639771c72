package store

import (
	"bytes"
	"fmt"
	"slices"
	"sync"

	"github.com/cayleygraph/quad"
)

// name is a term as it was written, and as Cayley compares it.
type name struct {
	exact  quad.Value
	native quad.Value
}

// names remembers terms that were read lately. As ids are never given twice,
// what it holds is right for every state of the store.
type names struct {
	mu       sync.Mutex
	new, old map[id]name
}

// generation is how many terms either half of names holds.
const generation = 8192

func (c *names) get(n id) (name, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	v, ok := c.new[n]
	if !ok {
		if v, ok = c.old[n]; ok {
			c.keep(n, v)
		}
	}
	return v, ok
}

func (c *names) put(n id, v name) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.keep(n, v)
}

func (c *names) keep(n id, v name) {
	if c.new == nil || len(c.new) >= generation {
		c.old, c.new = c.new, make(map[id]name)
	}
	c.new[n] = v
}

// term returns the term of an id. An id without a term is an error: the store
// gives ids only to terms it holds.
func (r *reader) term(n id) (name, error) {
	if v, ok := r.names.get(n); ok {
		return v, nil
	}
	b, found, err := r.get(termKey(n))
	if err != nil {
		return name{}, err
	}
	if !found {
		return name{}, fmt.Errorf("term %d: %w", n, errNoTerm)
	}
	exact, err := parse(string(b))
	if err != nil {
		return name{}, fmt.Errorf("term %d: %w", n, err)
	}
	v := name{exact: exact, native: native(exact)}
	r.names.put(n, v)
	return v, nil
}

// find returns the id of the term with this text, or 0.
func (c *cursor) find(text string) (id, error) {
	prefix := hashKey(text)
	for key := c.seek(prefix); bytes.HasPrefix(key, prefix); key = c.next() {
		n := readID(key[len(prefix):])
		b, found, err := c.r.get(termKey(n))
		if err != nil {
			return 0, err
		}
		if found && string(b) == text {
			return n, nil
		}
	}
	return 0, c.err
}

// find returns the ids of a value in ascending order: of all spellings for a
// native value, of the one term otherwise; none if the store lacks it.
func (r *reader) find(v quad.Value) ([]id, error) {
	c := &cursor{r: r}
	defer c.close()
	if prefix := nativeKey(v); prefix != nil {
		var found []id
		for key := c.seek(prefix); bytes.HasPrefix(key, prefix); key = c.next() {
			found = append(found, readID(key[len(prefix):]))
		}
		slices.Sort(found)
		return found, c.err
	}
	t, err := text(v)
	if err != nil {
		return nil, nil // no such term can be stored
	}
	n, err := c.find(t)
	if err != nil || n == 0 {
		return nil, err
	}
	return []id{n}, nil
}
