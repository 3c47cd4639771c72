package store

import (
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// Key makes an id a graph.Ref to a node.
func (n id) Key() any { return n }

// Key makes a tuple a graph.Ref to a quad.
func (q tuple) Key() any { return q }

// spellings refers to several nodes at once: the spellings of one native
// value, such as "7" and "007" for 7. It holds their keys in ascending order.
type spellings string

// Key makes spellings a graph.Ref.
func (s spellings) Key() any { return s }

// refTo returns the reference to nodes that one value has; nil to none.
func refTo(nodes []id) graph.Ref {
	switch len(nodes) {
	case 0:
		return nil
	case 1:
		return nodes[0]
	}
	var b []byte
	for _, n := range nodes {
		b = appendID(b, n)
	}
	return spellings(b)
}

// nodes returns the nodes that ref refers to, in ascending order. A reference
// of another store refers to none.
func (r *reader) nodes(ref graph.Ref) []id {
	switch ref := ref.(type) {
	case id:
		return []id{ref}
	case spellings:
		var nodes []id
		for b := []byte(ref); len(b) > 0; b = b[idSize:] {
			nodes = append(nodes, readID(b))
		}
		return nodes
	case graph.PreFetchedValue:
		nodes, err := r.find(ref.NameOf())
		r.fail(err)
		return nodes
	}
	return nil
}

// ref returns the reference to the node at a position of a quad; nil for the
// label of the default graph.
func (q tuple) ref(at int) graph.Ref {
	if q[at] == 0 {
		return nil
	}
	return q[at]
}

// ValueOf returns a reference to the node of a value, or nil if the store
// lacks it. A native value, such as quad.Int, refers to all its spellings; any
// other value to the very term.
func (r *reader) ValueOf(v quad.Value) graph.Ref {
	if v == nil {
		return nil
	}
	nodes, err := r.find(v)
	if err != nil {
		r.fail(err)
		return spellings("")
	}
	return refTo(nodes)
}

// NameOf returns the value of a node as Cayley compares it: quad.Int for
// "007"^^xsd:integer.
func (r *reader) NameOf(ref graph.Ref) quad.Value {
	if v, ok := ref.(graph.PreFetchedValue); ok {
		return v.NameOf()
	}
	nodes := r.nodes(ref)
	if len(nodes) == 0 {
		return nil
	}
	return r.nativeOf(nodes[0])
}

// nativeOf returns the value of an id, nil for 0.
func (r *reader) nativeOf(n id) quad.Value {
	if n == 0 {
		return nil
	}
	v, err := r.term(n)
	r.fail(err)
	return v.native
}

// Quad returns the quad that ref refers to, its terms as NameOf gives them.
func (r *reader) Quad(ref graph.Ref) quad.Quad {
	q, ok := ref.(tuple)
	if !ok {
		return quad.Quad{}
	}
	return quad.Quad{
		Subject:   r.nativeOf(q[subject]),
		Predicate: r.nativeOf(q[predicate]),
		Object:    r.nativeOf(q[object]),
		Label:     r.nativeOf(q[label]),
	}
}

// QuadDirection returns the node in one direction of a quad.
func (r *reader) QuadDirection(ref graph.Ref, d quad.Direction) graph.Ref {
	q, ok := ref.(tuple)
	if !ok || d == quad.Any {
		return nil
	}
	return q.ref(position(d))
}
