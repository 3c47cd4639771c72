package store

import (
	"encoding/binary"
	"math/bits"

	"github.com/cayleygraph/quad"
	"github.com/cespare/xxhash/v2"
)

// The keys of the store. Every key starts with one byte that names its table.
// An id is five bytes, big-endian; ids are given in sequence from 1 and never
// given twice. The label id 0 is the default graph.
//
//	s S P O G          quads by subject
//	p P O S G          quads by predicate and object
//	o O S P G          quads by object
//	g G S P O          quads by label
//	d id               the term, as text writes it
//	h xxhash64 id      ids by the hash of the term's text
//	n number id        ids by native value, as sortKey writes it
//	m "format"         the version of this layout
//	m "state"          next id, number of quads, number of terms; 8 bytes each
//
// Only d and m have values.
const (
	tableTerm   = 'd'
	tableHash   = 'h'
	tableNative = 'n'
	tableMeta   = 'm'
)

var (
	keyFormat = []byte("mformat")
	keyState  = []byte("mstate")
)

// format is the version of the layout above.
const format = "isnad graph 1"

const (
	idSize   = 5
	quadSize = 1 + 4*idSize
	maxID    = id(1)<<(8*idSize) - 1
)

// Positions of a quad's terms in a tuple.
const (
	subject = iota
	predicate
	object
	label
)

// position returns where the term of direction d stands in a tuple.
func position(d quad.Direction) int { return int(d) - int(quad.Subject) }

// id is the number of a term; as a graph.Ref it stands for a node.
type id uint64

func appendID(b []byte, n id) []byte {
	return append(b, byte(n>>32), byte(n>>24), byte(n>>16), byte(n>>8), byte(n))
}

func readID(b []byte) id {
	return id(b[0])<<32 | id(binary.BigEndian.Uint32(b[1:]))
}

// tuple is a quad by the ids of its terms; as a graph.Ref it stands for a quad.
type tuple [4]id

// table is one order in which all quads are stored.
type table struct {
	name  byte
	order [4]int
}

var (
	bySubject   = &table{'s', [4]int{subject, predicate, object, label}}
	byPredicate = &table{'p', [4]int{predicate, object, subject, label}}
	byObject    = &table{'o', [4]int{object, subject, predicate, label}}
	byLabel     = &table{'g', [4]int{label, subject, predicate, object}}

	tables = [...]*table{bySubject, byPredicate, byObject, byLabel}
)

// appendKey appends the key of a quad.
func (t *table) appendKey(b []byte, q tuple) []byte {
	b = append(b, t.name)
	for _, at := range t.order {
		b = appendID(b, q[at])
	}
	return b
}

// read returns the quad of a key.
func (t *table) read(key []byte) (q tuple) {
	for i, at := range t.order {
		q[at] = readID(key[1+i*idSize:])
	}
	return q
}

// positions is a set of positions, one bit each.
type positions uint8

func (s positions) has(at int) bool { return s>>at&1 == 1 }
func (s positions) count() int      { return bits.OnesCount8(uint8(s)) }

// depth returns how many of the table's leading positions are in s.
func (t *table) depth(s positions) int {
	for n, at := range t.order {
		if !s.has(at) {
			return n
		}
	}
	return len(t.order)
}

func termKey(n id) []byte { return appendID([]byte{tableTerm}, n) }

// hashKey returns the key below which the ids of the terms with this text's
// hash stand.
func hashKey(text string) []byte {
	return binary.BigEndian.AppendUint64([]byte{tableHash}, xxhash.Sum64String(text))
}

// nativeKey returns the key below which the ids of all spellings of a native
// value stand, or nil if v is not one.
func nativeKey(v quad.Value) []byte {
	k := sortKey(v)
	if k == nil {
		return nil
	}
	return append([]byte{tableNative}, k...)
}

// state is what the meta table counts.
type state struct {
	next  id // the next id to give
	quads int64
	terms int64
}

func (s state) bytes() []byte {
	b := binary.BigEndian.AppendUint64(nil, uint64(s.next))
	b = binary.BigEndian.AppendUint64(b, uint64(s.quads))
	return binary.BigEndian.AppendUint64(b, uint64(s.terms))
}

func readState(b []byte) state {
	return state{
		next:  id(binary.BigEndian.Uint64(b)),
		quads: int64(binary.BigEndian.Uint64(b[8:])),
		terms: int64(binary.BigEndian.Uint64(b[16:])),
	}
}
