package store

import (
	"slices"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

// pattern is a query shape of the store's own: all quads whose terms fit, or
// the nodes these quads have in one direction. Cayley would test quads one
// direction at a time; a pattern is read from the index that has most of it.
type pattern struct {
	r      *reader
	result quad.Direction // quad.Any: the quads themselves
	fixed  [4][]id        // by position, ascending; nil is any
	tags   [4][]string    // what the node at a position is tagged with
	subs   []sub          // what else has to hold
	none   bool           // nothing can fit
}

// sub asks that the node at a position be a result of a query.
type sub struct {
	at    int
	query shape.Shape
}

// OptimizeShape turns Cayley's shapes over quads into patterns. It never
// returns a null shape, as not all shapes of Cayley check for one.
func (r *reader) OptimizeShape(s shape.Shape) (shape.Shape, bool) {
	switch s := s.(type) {
	case shape.Fixed:
		return r.spread(s)
	case shape.Quads:
		return r.patternOf(s), true
	case shape.QuadsAction:
		p := &pattern{r: r, result: s.Result}
		for d, ref := range s.Filter {
			p.restrict(position(d), r.nodes(ref))
		}
		for d, tags := range s.Save {
			p.tags[position(d)] = tags
		}
		return p, true
	case shape.NodesFrom:
		if p, ok := s.Quads.(*pattern); ok && p.result == quad.Any {
			nodes := *p
			nodes.result = s.Dir
			return &nodes, true
		}
	case shape.Union:
		return withoutNull(s)
	case shape.Except:
		if s.From == nil {
			return shape.Null{}, true // else it is read as all nodes
		}
	case shape.Count:
		if _, ok := s.Values.(shape.AllNodes); ok {
			all, err := r.state()
			if err != nil {
				r.fail(err)
				break
			}
			return shape.Fixed{graph.PreFetched(quad.Int(all.terms))}, true
		}
	}
	return s, false
}

// withoutNull leaves out what became null when it was optimized: Cayley cannot
// build a union with it.
func withoutNull(s shape.Union) (shape.Shape, bool) {
	out := slices.DeleteFunc(slices.Clone(s), shape.IsNull)
	if len(out) == 0 {
		return shape.Null{}, true
	}
	return out, len(out) < len(s)
}

// spread replaces references to several spellings by their nodes, as Cayley
// compares fixed nodes one by one.
func (r *reader) spread(s shape.Fixed) (shape.Shape, bool) {
	several := func(ref graph.Ref) bool { _, ok := ref.(spellings); return ok }
	if !slices.ContainsFunc(s, several) {
		return s, false
	}
	var out shape.Fixed
	for _, ref := range s {
		if !several(ref) {
			out = append(out, ref)
			continue
		}
		for _, n := range r.nodes(ref) {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		return &pattern{r: r, none: true}, true
	}
	return out, true
}

// patternOf returns the pattern of a set of quads.
func (r *reader) patternOf(filters shape.Quads) *pattern {
	p := &pattern{r: r}
	for _, f := range filters {
		p.filter(position(f.Dir), f.Values)
	}
	return p
}

// filter adds that the node at a position is one of values.
func (p *pattern) filter(at int, values shape.Shape) {
	switch v := values.(type) {
	case shape.Fixed:
		if nodes, ok := p.r.allNodes(v); ok {
			p.restrict(at, nodes)
			return
		}
	case shape.Save:
		switch from := v.From.(type) {
		case shape.AllNodes:
			p.tags[at] = append(p.tags[at], v.Tags...)
			return
		case shape.Fixed:
			if nodes, ok := p.r.allNodes(from); ok {
				p.tags[at] = append(p.tags[at], v.Tags...)
				p.restrict(at, nodes)
				return
			}
		}
	}
	p.subs = append(p.subs, sub{at, values})
}

// allNodes returns the nodes of a fixed set, ascending and each once; ok is
// false if a node is in it twice, which gives every result twice.
func (r *reader) allNodes(s shape.Fixed) (nodes []id, ok bool) {
	for _, ref := range s {
		nodes = append(nodes, r.nodes(ref)...)
	}
	slices.Sort(nodes)
	n := len(nodes)
	nodes = slices.Compact(nodes)
	return nodes, len(nodes) == n
}

// restrict adds that the node at a position is one of nodes.
func (p *pattern) restrict(at int, nodes []id) {
	if p.fixed[at] != nil {
		nodes = slices.DeleteFunc(slices.Clone(nodes), func(n id) bool {
			_, found := slices.BinarySearch(p.fixed[at], n)
			return !found
		})
	}
	if len(nodes) == 0 {
		p.none = true
		return
	}
	p.fixed[at] = nodes
}

// bound returns the positions that are fixed.
func (p *pattern) bound() (s positions) {
	for at, nodes := range p.fixed {
		if nodes != nil {
			s |= 1 << at
		}
	}
	return s
}

// Optimize returns the pattern itself: it is made when all else is optimized.
func (p *pattern) Optimize(shape.Optimizer) (shape.Shape, bool) { return p, false }

// BuildIterator returns the iterator over the quads or nodes that fit. One
// that finds nothing is not Cayley's null iterator, which would hide the
// reader's errors.
func (p *pattern) BuildIterator(qs graph.QuadStore) graph.Iterator {
	m := &matches{pattern: p}
	for _, s := range p.subs {
		m.conds = append(m.conds, condition{s.at, graph.AsShape(s.query.BuildIterator(qs))})
	}
	return graph.NewLegacy(m, nil)
}

// quads returns the iterator over the quads with a node in one direction.
func (r *reader) quads(d quad.Direction, ref graph.Ref) *matches {
	p := &pattern{r: r}
	p.restrict(position(d), r.nodes(ref))
	return &matches{pattern: p}
}

// QuadIterator returns an iterator over the quads with a node in one
// direction; none for a reference of another store.
func (r *reader) QuadIterator(d quad.Direction, ref graph.Ref) graph.Iterator {
	if d == quad.Any {
		return iterator.NewNull()
	}
	return graph.NewLegacy(r.quads(d, ref), nil)
}

// QuadsAllIterator returns an iterator over all quads.
func (r *reader) QuadsAllIterator() graph.Iterator {
	return graph.NewLegacy(&matches{pattern: &pattern{r: r}}, nil)
}

// NodesAllIterator returns an iterator over all nodes.
func (r *reader) NodesAllIterator() graph.Iterator {
	return graph.NewLegacy(everyNode{r}, nil)
}
