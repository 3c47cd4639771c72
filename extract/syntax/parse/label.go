package parse

import (
	"slices"

	"github.com/isnad-project/isnad/extract/model"
)

// labeller gives arcs their relations, from the root down and at each head
// from left to right, so that the relations of the head and of the sisters
// before a word are known.
type labeller struct {
	names []string
	rows  *model.Rows
}

// tree is a sentence with heads and the relations given so far.
type tree struct {
	*sentence
	heads    []int
	children [][]int
	labels   []int // -1 where none is given yet
}

func newTree(s *sentence, heads []int) *tree {
	t := &tree{sentence: s, heads: heads, children: make([][]int, len(heads)), labels: make([]int, len(heads))}
	for i := 1; i < len(heads); i++ {
		t.children[heads[i]] = append(t.children[heads[i]], i)
		t.labels[i] = -1
	}
	return t
}

// order lists the words from the root down, sisters from left to right.
func (t *tree) order() []int {
	list := make([]int, 0, len(t.heads))
	queue := slices.Clone(t.children[0])
	for len(queue) > 0 {
		i := queue[0]
		queue = append(queue[1:], t.children[i]...)
		list = append(list, i)
	}
	return list
}

// label returns the relation of each word; 0 has none.
func (l *labeller) label(s *sentence, heads []int) []int {
	t := newTree(s, heads)
	scores := make([]int32, len(l.names))
	var buffer []uint32
	for _, i := range t.order() {
		buffer = t.labelFeatures(i, buffer[:0])
		clear(scores)
		l.rows.Sum(buffer, scores)
		best := -1
		for k, score := range scores {
			if root := l.names[k] == "root"; root != (heads[i] == 0) {
				continue
			}
			if (best < 0 || score > scores[best]) && !t.bars(i, l.names[k], l.names) {
				best = k
			}
		}
		t.labels[i] = max(best, 0)
	}
	t.labels[0] = 0
	return t.labels
}

// labelFeatures appends the features of the arc to word m.
func (t *tree) labelFeatures(m int, out []uint32) []uint32 {
	h := t.heads[m]
	H, M := &t.nodes[h], &t.nodes[m]
	dir := uint32(0)
	if h < m {
		dir = 1
	}
	before, behind := t.at(m-1), t.at(m+1)
	own, given := t.childrenOf(m), t.given(m)
	add := func(n, a, b uint32) { out = append(out, model.Feature3(300+n, a, b, dir)) }
	both := H.upos<<5 | M.upos
	add(0, both, 0)
	add(1, both, distance(h-m))
	add(2, H.lex, M.lex)
	add(3, H.lex, M.upos)
	add(4, H.upos, M.lex)
	add(5, H.form, M.form)
	add(6, H.form, M.upos)
	add(7, H.upos, M.form)
	add(8, H.fine, M.fine)
	add(9, H.verb, M.upos)
	add(10, H.verb, M.upos<<8|M.cases)
	add(11, both, own.marker)
	add(12, H.form, own.marker)
	add(13, H.class[1], own.marker)
	add(14, M.form, own.marker)
	add(15, M.class[1], own.marker)
	add(16, both, own.first)
	add(17, both, own.tags)
	add(18, both, given.last)
	add(19, both, given.labels)
	add(20, H.verb, model.Pair(M.upos, given.labels))
	add(21, H.form, model.Pair(M.upos, given.labels))
	add(22, both, H.agree<<8|M.agree)
	add(23, H.verb, model.Pair(M.cases, model.Pair(H.agree, M.agree)))
	add(24, both, M.definite<<4|H.definite)
	add(25, both, before.lex)
	add(26, both, behind.lex)
	add(27, both, before.upos<<5|behind.upos)
	add(28, H.class[1], M.class[1])
	add(29, H.class[0], M.class[0])
	add(30, H.upos, M.class[1])
	add(31, H.class[1], M.upos)
	add(32, H.lex, M.class[1])
	add(33, both, M.place<<8|H.place)
	add(34, both, H.second)
	add(35, both, M.second)
	add(36, H.verb, model.Pair(M.form, own.marker))
	add(37, H.verb, model.Pair(M.last, own.marker))
	add(38, M.upos, own.marker)
	add(39, M.last, M.upos)
	add(40, both, t.count(h, m, verbTag)<<4|t.count(h, m, punctTag)<<2|t.count(h, m, cconjTag))
	add(41, both, own.count<<8|uint32(len(t.children[h])))
	add(42, M.verb, own.marker)
	add(43, M.verb, model.Pair(H.fine, given.labels))
	add(44, both, model.Pair(own.marker, given.labels))
	add(45, both, given.before)
	v := t.valency(h, m)
	add(51, H.verb, v)
	add(52, model.Pair(both, v), model.Pair(H.agree, M.agree))
	add(53, H.form, v)
	add(54, H.verb, model.Pair(v, M.cases))
	add(55, model.Pair(both, v), M.definite)
	add(56, both, model.Pair(v, M.agree))
	add(57, H.class[1], v)
	add(58, H.verb, model.Pair(v, M.class[1]))
	up := uint32(63)
	if h > 0 {
		up = uint32(t.labels[h] + 1)
		add(46, up, both)
		add(47, up, M.lex)
		add(48, t.nodes[t.heads[h]].upos, both)
	}
	add(49, both, own.last)
	add(50, H.verb, model.Pair(given.labels, M.agree<<4|M.cases))
	return out
}

// below is what stands under a word.
type below struct {
	marker      uint32 // form of its first preposition, conjunction or particle
	first, last uint32 // its first and last dependents' forms of function words
	tags        uint32 // tags of its dependents, a bit each
	count       uint32
}

func (t *tree) childrenOf(m int) below {
	b := below{count: uint32(min(len(t.children[m]), 4))}
	for k, c := range t.children[m] {
		n := &t.nodes[c]
		b.tags |= 1 << n.upos
		if k == 0 {
			b.first = n.lex
		}
		b.last = n.lex
		if b.marker == 0 && c < m && n.lex == n.form && n.upos != punctTag || n.upos == adpTag && c < m {
			b.marker = n.lex
		}
	}
	return b
}

// valency tells the place of m among the bare nouns that depend on h: those
// without preposition, from which subject and object are taken.
func (t *tree) valency(h, m int) uint32 {
	var left, before, behind, pronoun uint32
	for _, c := range t.children[h] {
		n := &t.nodes[c]
		if c == m || !n.nominal || t.marked(c) {
			continue
		}
		switch {
		case n.upos == pronTag && n.place&1 != 0:
			pronoun = 1
		case c < h:
			left++
		case c < m:
			before++
		default:
			behind++
		}
	}
	own := uint32(0)
	if t.nodes[m].nominal && !t.marked(m) {
		own = 1
	}
	return own<<7 | pronoun<<6 | min(left, 3)<<4 | min(before, 3)<<2 | min(behind, 3)
}

// marked reports whether a preposition or conjunction depends on m before it.
func (t *tree) marked(m int) bool {
	for _, c := range t.children[m] {
		if tag := t.nodes[c].upos; c < m && (tag == adpTag || tag == cconjTag || tag == sconjTag) {
			return true
		}
	}
	return false
}

// sisters is what the head already has.
type sisters struct {
	labels uint32 // hash of the relations given, core ones only, in order
	last   uint32 // relation of the sister before
	before uint32 // tags of the sisters before, a bit each
}

func (t *tree) given(m int) sisters {
	var g sisters
	for _, c := range t.children[t.heads[m]] {
		if c == m {
			break
		}
		g.before |= 1 << t.nodes[c].upos
		if label := t.labels[c]; label >= 0 {
			g.last = uint32(label) + 1
			g.labels |= 1 << (uint(label) & 31)
		}
	}
	return g
}
