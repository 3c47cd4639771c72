package store

import (
	"bytes"
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// exactSize is up to how many quads an estimate counts them.
const exactSize = 64

// size estimates how many quads a table has below a prefix of its keys: it
// counts a few, and from there on takes the share of the table's bytes on
// disk, which leaves out what was written last.
func (r *reader) size(t *table, prefix []byte) int64 {
	c := &cursor{r: r}
	defer c.close()
	var n int64
	for key := c.seek(prefix); bytes.HasPrefix(key, prefix); key = c.next() {
		if n++; n == exactSize {
			return max(n, r.share(t, prefix))
		}
	}
	r.fail(c.err)
	return n
}

// share estimates from disk usage how many quads stand below a prefix.
func (r *reader) share(t *table, prefix []byte) int64 {
	all, err := r.state()
	if err != nil {
		r.fail(err)
		return 0
	}
	if len(prefix) == 1 {
		return all.quads
	}
	r.mu.RLock()
	defer r.mu.RUnlock()
	if r.closed {
		return 0
	}
	whole, err := r.db.EstimateDiskUsage([]byte{t.name}, []byte{t.name + 1})
	if err != nil || whole == 0 {
		return 0
	}
	part, err := r.db.EstimateDiskUsage(prefix, after(prefix))
	if err != nil {
		return 0
	}
	return int64(float64(all.quads) * float64(part) / float64(whole))
}

// after returns the first key behind all keys with this prefix.
func after(prefix []byte) []byte {
	end := bytes.Clone(prefix)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i]++; end[i] != 0 {
			return end[:i+1]
		}
	}
	return nil
}

// sizeOf estimates how many quads are bound to any of the wanted ids at each
// position, reading below the given table's leading positions. Of many ids it
// looks at the first few.
func (r *reader) sizeOf(t *table, depth int, want [4][]id) int64 {
	const looks = 4
	prefix, combinations := []byte{t.name}, 1
	last := []id(nil)
	for _, at := range t.order[:depth] {
		if last != nil {
			prefix = appendID(prefix, last[0])
			combinations *= len(last)
		}
		last = want[at]
	}
	if last == nil {
		return r.size(t, prefix)
	}
	var n int64
	seen := last[:min(looks, len(last))]
	for _, v := range seen {
		n += r.size(t, appendID(prefix[:len(prefix):len(prefix)], v))
	}
	return n * int64(len(last)) / int64(len(seen)) * int64(combinations)
}

// QuadIteratorSize estimates how many quads have a node in one direction.
func (r *reader) QuadIteratorSize(ctx context.Context, d quad.Direction, ref graph.Ref) (graph.Size, error) {
	costs, err := r.quads(d, ref).Stats(ctx)
	return costs.Size, err
}

// Stats returns the number of nodes and quads, always exactly.
func (r *reader) Stats(context.Context, bool) (graph.Stats, error) {
	s, err := r.state()
	return graph.Stats{
		Nodes: graph.Size{Size: s.terms, Exact: true},
		Quads: graph.Size{Size: s.quads, Exact: true},
	}, err
}
