package store

import (
	"context"
	"math"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// matches is the iterator of a pattern: how it is read is decided here.
type matches struct {
	*pattern
	conds []condition
	sizes *sizes // estimates, once made
}

// condition is a sub as an iterator.
type condition struct {
	at    int
	nodes graph.IteratorShape
}

// sizes are the estimates a plan rests on.
type sizes struct {
	quads float64               // quads that fit what is fixed
	conds []graph.IteratorCosts // of each condition
}

// Costs in Cayley's units, where one is a step along an index.
const (
	stepCost = 1
	seekCost = 5
)

func (m *matches) String() string { return "Pattern" }

func (m *matches) SubIterators() []graph.IteratorShape {
	subs := make([]graph.IteratorShape, len(m.conds))
	for i, c := range m.conds {
		subs[i] = c.nodes
	}
	return subs
}

// Optimize optimizes the conditions; the plan is made when iteration begins.
func (m *matches) Optimize(ctx context.Context) (graph.IteratorShape, bool) {
	if len(m.conds) == 0 {
		return m, false
	}
	out := &matches{pattern: m.pattern}
	for _, c := range m.conds {
		nodes, _ := c.nodes.Optimize(ctx)
		out.conds = append(out.conds, condition{c.at, nodes})
	}
	return out, true
}

// Stats estimates size and costs. Sizes are never said to be exact: Cayley
// takes an exact size of one part for the count of the whole.
func (m *matches) Stats(ctx context.Context) (graph.IteratorCosts, error) {
	if m.none {
		return graph.IteratorCosts{NextCost: stepCost, ContainsCost: stepCost}, nil
	}
	e, err := m.estimate(ctx)
	if err != nil {
		return graph.IteratorCosts{}, err
	}
	contains := float64(stepCost)
	size := e.quads
	for _, c := range e.conds {
		contains += count(c.ContainsCost)
		size = min(size, count(c.Size.Size)*m.fanout())
	}
	costs := graph.IteratorCosts{NextCost: int64(contains), Size: graph.Size{Size: int64(math.Ceil(size))}}
	if m.result == quad.Any {
		costs.ContainsCost = int64(contains)
	} else {
		costs.ContainsCost = seekCost + int64(min(m.fanout()*contains, math.MaxInt32))
	}
	return costs, nil
}

// fanout guesses how many quads that fit have the same node somewhere.
func (m *matches) fanout() float64 {
	if m.bound().has(predicate) {
		return 2
	}
	return 10
}

// count reads a size or cost of Cayley's, of which some overflow.
func count(n int64) float64 {
	if n < 0 {
		return math.MaxInt32
	}
	return float64(n)
}

func (m *matches) estimate(ctx context.Context) (*sizes, error) {
	if m.sizes != nil {
		return m.sizes, nil
	}
	_, _, quads := m.direct()
	e := &sizes{quads: quads}
	for _, c := range m.conds {
		costs, err := c.nodes.Stats(ctx)
		if err != nil {
			return nil, err
		}
		e.conds = append(e.conds, costs)
	}
	m.sizes = e
	return e, nil
}

// direct returns where to read all quads that fit what is fixed, and about
// how many quads stand there.
func (m *matches) direct() (*table, int, float64) {
	bound := m.bound()
	var (
		best  *table
		depth int
		size  = math.Inf(1)
	)
	for _, t := range tables {
		n := t.depth(bound)
		if n == bound.count() {
			return t, n, float64(m.r.sizeOf(t, n, m.fixed))
		}
		if n == 0 {
			continue
		}
		if s := float64(m.r.sizeOf(t, n, m.fixed)); s < size {
			best, depth, size = t, n, s
		}
	}
	return best, depth, size
}

// indirect returns where to look up the quads that fit what is fixed and have
// given nodes at one more position. The best table has what is fixed first,
// so that look-ups of nodes in turn stay close together; else the one with
// the longest prefix, or the graph if that leaves the choice.
func (m *matches) indirect(at int) (*table, int) {
	const few = 8 // of more nodes than that, each quad is checked instead
	var fixed positions
	for i, nodes := range m.fixed {
		if i != at && nodes != nil && len(nodes) <= few {
			fixed |= 1 << i
		}
	}
	bound := fixed | 1<<at
	best, depth := tables[0], 0
	for _, t := range tables {
		n := t.depth(bound)
		if n > fixed.count() && t.depth(fixed) == fixed.count() {
			return t, n
		}
		if n >= depth {
			best, depth = t, n
		}
	}
	return best, depth
}

// driver chooses what leads the iteration: the condition with this index, or
// with -1 the quads themselves.
func (m *matches) driver(ctx context.Context) (int, error) {
	if len(m.conds) == 0 {
		return -1, nil
	}
	e, err := m.estimate(ctx)
	if err != nil {
		return -1, err
	}
	check := 0.0
	for _, c := range e.conds {
		check += count(c.ContainsCost)
	}
	best, cost := -1, e.quads*(stepCost+check)
	for i, c := range e.conds {
		rest := stepCost + check - count(c.ContainsCost)
		if lead := count(c.Size.Size) * (count(c.NextCost) + seekCost + m.fanout()*rest); lead < cost {
			best, cost = i, lead
		}
	}
	return best, nil
}

// Iterate begins a scan.
func (m *matches) Iterate() graph.Scanner { return &scan{fit: fit{m: m}} }

// Lookup begins a series of look-ups.
func (m *matches) Lookup() graph.Index {
	l := &lookup{fit: fit{m: m}}
	for _, c := range m.conds {
		l.checks = append(l.checks, check{c.at, c.nodes.Lookup()})
	}
	if m.result != quad.Any {
		l.table, l.depth = m.indirect(position(m.result))
	}
	return l
}
