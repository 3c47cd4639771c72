// Package parse finds dependency trees: a projective graph parser whose
// scores are of arcs and of neighbouring arcs of one head (McDonald and
// Pereira 2006), trained by cost-augmented MIRA, and a labeller of its own.
package parse

import (
	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/analysis"
	"github.com/isnad-project/isnad/extract/morph/segment"
	"github.com/isnad-project/isnad/extract/morph/tag"
	"github.com/isnad-project/isnad/extract/text"
)

// node is what the parser knows of a word; the values are hashes or small
// numbers, ready to be put into features. Node 0 is the root.
type node struct {
	form, upos uint32
	second     uint32 // the next best part of speech, 0 where it is far behind
	fine       uint32 // upos, XPOS, definiteness
	verb       uint32 // upos, voice, aspect, person, transitivity
	agree      uint32 // gender and number
	cases      uint32
	definite   uint32
	class      [2]uint32 // word clusters
	lex        uint32    // form of function words, else fine
	last       uint32    // last two letters
	place      uint32
	nominal    bool   // may be a subject or object
	opens      uint32 // of a subordinate or relative clause: what introduces it
	governor   uint32 // the preposition that governs the word, through words that may stand between
	pair       int    // of quotes and brackets: the partner, 0 for none
}

const (
	rootTag = 30
	edgeTag = 31
)

var rootNode = node{form: 3, upos: rootTag, fine: rootTag, verb: rootTag, lex: rootTag}
var edgeNode = node{form: 5, upos: edgeTag, fine: edgeTag, verb: edgeTag, lex: edgeTag}

// builder makes nodes.
type builder struct {
	tag.Knowledge
	gender, number, cases, definite, voice, aspect, xpos, person int    // places in Tagged.Fine
	lexical                                                      uint32 // parts of speech whose form matters, a bit each
	verbs, nominals                                              uint32
}

func newBuilder(k tag.Knowledge, attributes []string) *builder {
	b := &builder{Knowledge: k}
	for name, place := range map[string]*int{"Gender": &b.gender, "Number": &b.number, "Case": &b.cases, "Definite": &b.definite, "Voice": &b.voice, "Aspect": &b.aspect, "XPOS": &b.xpos, "Person": &b.person} {
		*place = -1
		for i, a := range attributes {
			if a == name {
				*place = i
			}
		}
	}
	for i, name := range tag.Tags {
		switch name {
		case "ADP", "CCONJ", "SCONJ", "PART", "PRON", "DET", "AUX", "PUNCT", "ADV":
			b.lexical |= 1 << i
		case "VERB":
			b.verbs |= 1 << i
		}
		switch name {
		case "NOUN", "PROPN", "PRON", "NUM", "DET":
			b.nominals |= 1 << i
		}
	}
	return b
}

// sentence makes a sentence ready for scoring.
func (b *builder) sentence(words []segment.Word, tagged []tag.Tagged) *sentence {
	s := newSentence(b.nodes(words, tagged))
	s.forms = b.spellings(words, s.nodes)
	return s
}

// nodes returns the root and the words.
func (b *builder) nodes(words []segment.Word, tagged []tag.Tagged) []node {
	list := make([]node, len(words)+1)
	list[0] = rootNode
	for i := range words {
		list[i+1] = b.node(&words[i], &tagged[i])
	}
	return list
}

func (b *builder) node(w *segment.Word, t *tag.Tagged) node {
	spelling := tag.Key(w)
	value := func(place int) uint32 {
		if place < 0 {
			return 0
		}
		return uint32(t.Fine[place])
	}
	n := node{form: model.String(spelling), upos: uint32(t.UPOS) + 1, agree: value(b.gender)<<4 | value(b.number), cases: value(b.cases), definite: value(b.definite)}
	if t.Margin < 3 {
		n.second = (uint32(t.Second)+1)<<2 | uint32(t.Margin)
	}
	n.fine = n.upos | value(b.xpos)<<8 | n.definite<<16
	n.verb = n.upos | value(b.voice)<<8 | value(b.aspect)<<12 | value(b.person)<<20
	if b.Mask != nil && b.verbs>>t.UPOS&1 != 0 {
		mask := b.Mask(spelling)
		if mask&analysis.Transitive != 0 {
			n.verb |= 1 << 16
		}
		if mask&analysis.Intransitive != 0 {
			n.verb |= 1 << 17
		}
	}
	classes := b.Clusters.Of(spelling)
	n.class = [2]uint32{uint32(classes[0])<<5 | n.upos, uint32(classes[1])<<5 | n.upos}
	n.lex = n.fine
	if b.lexical>>t.UPOS&1 != 0 {
		n.lex = n.form
		if w.Class == text.Word && w.Kind == segment.Stem {
			n.lex = model.String(w.Dict) // أن and إن differ
		}
	}
	n.nominal = b.nominals>>t.UPOS&1 != 0
	n.last = model.String(lastLetters(spelling))
	n.place = uint32(w.Kind) << 2
	if w.Left {
		n.place |= 1
	}
	if w.Right {
		n.place |= 2
	}
	return n
}

// lastLetters returns the last two letters, the first two bytes apart.
func lastLetters(s string) string {
	if len(s) > 4 {
		return s[len(s)-4:]
	}
	return s
}

// distance puts a distance in words into one of ten classes.
func distance(d int) uint32 {
	if d < 0 {
		d = -d
	}
	switch {
	case d <= 4:
		return uint32(d)
	case d <= 6:
		return 5
	case d <= 9:
		return 6
	case d <= 14:
		return 7
	case d <= 22:
		return 8
	}
	return 9
}

// sentence is a sentence ready for scoring.
type sentence struct {
	nodes  []node
	inside []uint32 // how many pairs of quotes and brackets a word stands in, and their number
	seen   []uint32 // seen[i*32+t]: how many words with tag t stand before word i
	forms  []spelling
}

func newSentence(nodes []node) *sentence {
	s := &sentence{nodes: nodes, seen: make([]uint32, (len(nodes)+1)*32)}
	for i, n := range nodes {
		copy(s.seen[(i+1)*32:(i+2)*32], s.seen[i*32:(i+1)*32])
		s.seen[(i+1)*32+int(n.upos)]++
	}
	s.introduce()
	s.match()
	return s
}

// at returns node i, or the edge outside of the sentence.
func (s *sentence) at(i int) *node {
	if i < 1 || i >= len(s.nodes) {
		return &edgeNode
	}
	return &s.nodes[i]
}

// between returns the tags that stand between words i and j, a bit each.
func (s *sentence) between(i, j int) uint32 {
	if i > j {
		i, j = j, i
	}
	from, to := s.seen[(i+1)*32:(i+2)*32], s.seen[j*32:(j+1)*32]
	var set uint32
	for t := range 32 {
		if to[t] != from[t] {
			set |= 1 << t
		}
	}
	return set
}

// count returns how many words with a tag stand between i and j, 3 at most.
func (s *sentence) count(i, j int, tag uint32) uint32 {
	if i > j {
		i, j = j, i
	}
	return min(s.seen[j*32+int(tag)]-s.seen[(i+1)*32+int(tag)], 3)
}
