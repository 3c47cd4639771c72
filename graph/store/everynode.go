package store

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
)

// everyNode is the iterator over all nodes.
type everyNode struct{ r *reader }

func (e everyNode) String() string { return "Nodes" }

func (e everyNode) SubIterators() []graph.IteratorShape { return nil }

// Optimize returns the iterator itself.
func (e everyNode) Optimize(context.Context) (graph.IteratorShape, bool) { return e, false }

// Stats returns the number of nodes; it is exact, but matches.Stats says why
// it must not say so.
func (e everyNode) Stats(context.Context) (graph.IteratorCosts, error) {
	s, err := e.r.state()
	return graph.IteratorCosts{
		NextCost:     stepCost,
		ContainsCost: stepCost,
		Size:         graph.Size{Size: s.terms},
	}, err
}

// Iterate begins a scan of the terms.
func (e everyNode) Iterate() graph.Scanner {
	return &nodeScan{node: node{everyNode: e}, c: cursor{r: e.r}}
}

// Lookup begins a series of look-ups.
func (e everyNode) Lookup() graph.Index { return &nodeLookup{node{everyNode: e}} }

// node is what scans and look-ups of all nodes share.
type node struct {
	everyNode
	at  id
	err error
}

func (n *node) Result() graph.Ref               { return n.at }
func (n *node) TagResults(map[string]graph.Ref) {}
func (n *node) NextPath(context.Context) bool   { return false }
func (n *node) Close() error                    { return nil }
func (n *node) Err() error {
	if n.err != nil {
		return n.err
	}
	return n.r.err()
}

type nodeScan struct {
	node
	c     cursor
	begun bool
	steps int
}

// Next goes on to the next node.
func (s *nodeScan) Next(ctx context.Context) bool {
	if s.steps++; s.steps%256 == 0 && ctx.Err() != nil {
		s.err = ctx.Err()
	}
	if s.err != nil {
		return false
	}
	var key []byte
	if s.begun {
		key = s.c.next()
	} else {
		s.begun = true
		key = s.c.seek([]byte{tableTerm})
	}
	if key == nil {
		s.err = s.c.err
		return false
	}
	s.at = readID(key[1:])
	return true
}

// Close ends the scan.
func (s *nodeScan) Close() error {
	s.c.close()
	return nil
}

type nodeLookup struct{ node }

// Contains tells whether the store has the node.
func (l *nodeLookup) Contains(_ context.Context, ref graph.Ref) bool {
	for _, n := range l.r.nodes(ref) {
		if l.r.nativeOf(n) != nil {
			l.at = n
			return true
		}
	}
	return false
}
