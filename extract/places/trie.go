package places

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// trie finds names of one or more words. Words are numbered; an edge leads
// from a node by a word to a node.
type trie struct {
	words map[string]uint32
	first []uint32 // node by first word, 0 for none
	edges map[uint64]uint32
	nodes []node
}

// node is the end of a name, if it has places or is barred.
type node struct {
	places []*Place
	flags  flags
	more   bool // an edge leads on
}

// flags say what else a name is.
type flags uint16

const (
	common   flags = 1 << iota // a word
	person                     // a person's name
	withWaw                    // with و before it, a word
	withFa                     // with ف
	withBa                     // with ب
	withLam                    // with ل
	withKaf                    // with ك
	regional                   // as common, but the document's country is support enough
	never                      // no place unless a class word stands before it
	barred                     // a longer name or phrase that is no place
	quoted                     // in quotes, a newspaper
	withHa                     // with ه for its ة, a word: جده
	strong                     // a place whatever the other flags say
)

var flagLetters = map[rune]flags{
	'c': common, 'p': person, 'و': withWaw, 'ف': withFa, 'ب': withBa, 'ل': withLam, 'ك': withKaf,
	'r': regional, 'n': never, 'q': quoted, 'ه': withHa, 'x': barred, 's': strong,
}

func newTrie(size int) trie {
	return trie{
		words: make(map[string]uint32, size),
		first: make([]uint32, 1, size), // 0 is noWord
		edges: make(map[uint64]uint32, size),
		nodes: make([]node, 1, size*2),
	}
}

// node returns the node of a folded name, making it.
func (t *trie) node(name string) *node {
	at := uint32(0)
	for word := range strings.FieldsSeq(name) {
		id := t.id(word)
		next := t.next(at, id)
		if next == 0 {
			next = uint32(len(t.nodes))
			t.nodes = append(t.nodes, node{})
			t.nodes[at].more = true
			if at == 0 {
				t.first[id] = next
			} else {
				t.edges[uint64(at)<<32|uint64(id)] = next
			}
		}
		at = next
	}
	return &t.nodes[at]
}

// id returns the number of a word, giving it one.
func (t *trie) id(word string) uint32 {
	id, ok := t.words[word]
	if !ok {
		id = uint32(len(t.first))
		t.words[word] = id
		t.first = append(t.first, 0)
	}
	return id
}

func (t *trie) next(at, word uint32) uint32 {
	if at == 0 {
		return t.first[word]
	}
	return t.edges[uint64(at)<<32|uint64(word)]
}

func (t *trie) add(name string, p *Place, letters string) {
	n := t.node(name)
	if !slices.Contains(n.places, p) {
		n.places = append(n.places, p)
	}
	n.mark(letters)
}

// remove takes a place from a name.
func (t *trie) remove(name string, p *Place) {
	n := t.node(name)
	n.places = slices.DeleteFunc(n.places, func(q *Place) bool { return q == p })
}

func (n *node) mark(letters string) {
	for _, r := range letters {
		n.flags |= flagLetters[r]
	}
}

// walk returns the node of the longest name that begins with the word first
// and goes on with rest, and how many words it has; nil and 0 for none.
func (t *trie) walk(first uint32, rest []word) (*node, int) {
	at := t.first[first]
	if at == 0 {
		return nil, 0
	}
	var best *node
	length := 0
	for i := 0; ; i++ {
		n := &t.nodes[at]
		if n.named() {
			best, length = n, i+1
		}
		if !n.more || i >= len(rest) || rest[i].id == noWord {
			return best, length
		}
		if at = t.edges[uint64(at)<<32|uint64(rest[i].id)]; at == 0 {
			return best, length
		}
	}
}

// guardShort marks a name of one or two letters, but for places of note.
func (n *node) guardShort() {
	if !slices.ContainsFunc(n.places, func(p *Place) bool { return p.notable || p.Subkind == Country || p.rank == 'A' }) {
		n.flags |= never
	}
}

func (n *node) named() bool { return len(n.places) > 0 || n.flags&barred != 0 }

// settle sorts the places of each name, the most likely first.
func (g *Gazetteer) settle() {
	for len(g.infos) < len(g.names.first) {
		g.infos = append(g.infos, nil)
	}
	for i := range g.names.nodes {
		n := &g.names.nodes[i]
		if len(n.places) > 1 {
			slices.SortFunc(n.places, func(a, b *Place) int {
				return cmp.Or(cmp.Compare(b.prior(), a.prior()), strings.Compare(a.Key, b.Key))
			})
		}
	}
	for word, id := range g.names.words {
		if utf8.RuneCountInString(word) < 3 {
			g.names.nodes[g.names.first[id]].guardShort()
		}
	}
	for _, p := range g.inOrder {
		if p.HasPoint {
			continue
		}
		for c := g.byKey[p.Within]; c != nil; c = g.byKey[c.Within] {
			if c.HasPoint {
				p.Lat, p.Lon = c.Lat, c.Lon
				break
			}
		}
	}
}
