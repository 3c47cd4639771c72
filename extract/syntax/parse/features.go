package parse

import (
	"math/bits"
	"slices"

	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/tag"
)

// numbers of the tags that are counted between head and dependent
var (
	verbTag  = number("VERB")
	nounTag  = number("NOUN")
	adjTag   = number("ADJ")
	propnTag = number("PROPN")
	punctTag = number("PUNCT")
	cconjTag = number("CCONJ")
	adpTag   = number("ADP")
	sconjTag = number("SCONJ")
	pronTag  = number("PRON")
	detTag   = number("DET")
	numTag   = number("NUM")
	partTag  = number("PART")
)

func number(name string) uint32 { return uint32(slices.Index(tag.Tags, name)) + 1 }

// arcFeatures appends the features of the arc from head h to word m.
func (s *sentence) arcFeatures(h, m int, out []uint32) []uint32 {
	H, M := &s.nodes[h], &s.nodes[m]
	dir := uint32(0)
	if h < m {
		dir = 1
	}
	far := distance(h-m)<<1 | dir
	if h == 0 {
		far, dir = min(distance(m), 5)<<1, 2
	}
	before, behind := s.at(m-1), s.at(m+1)
	hbefore, hbehind := s.at(h-1), s.at(h+1)
	f2 := func(t, a, b uint32) { out = append(out, model.Feature3(t, a, b, dir), model.Feature3(t+1, a, b, far)) }
	f1 := func(t, a, b uint32) { out = append(out, model.Feature3(t, a, b, dir)) }
	f2(1, H.upos, M.upos)
	f2(3, H.fine, M.fine)
	f2(5, H.lex, M.upos)
	f2(7, H.upos, M.lex)
	f2(9, H.lex, M.lex)
	f2(11, H.lex, 0)
	f2(13, 0, M.lex)
	f1(15, H.form, M.form)
	f1(16, H.form, M.upos)
	f1(17, H.upos, M.form)
	f1(18, H.form, M.fine)
	f1(19, H.fine, M.form)
	f1(20, H.class[1], M.class[1])
	f1(21, H.class[0], M.class[0])
	f1(22, H.class[1], M.upos)
	f1(23, H.upos, M.class[1])
	f1(24, H.lex, M.class[1])
	f1(25, H.class[1], M.lex)
	f1(26, H.class[0], M.lex)
	f1(27, H.lex, M.class[0])
	f1(28, H.form, M.class[0])
	f2(29, H.verb, M.upos)
	both := H.upos<<5 | M.upos
	// the words beside head and dependent
	f2(31, both, before.upos<<5|hbehind.upos)
	f1(33, both, before.upos<<5|hbefore.upos)
	f1(34, both, behind.upos<<5|hbehind.upos)
	f1(35, both, behind.upos<<5|hbefore.upos)
	f1(36, both, before.upos)
	f1(37, both, behind.upos)
	f1(38, both, hbefore.upos)
	f1(39, both, hbehind.upos)
	f2(40, both, before.lex)
	f1(42, both, behind.lex)
	f1(43, both, hbefore.lex)
	f1(44, both, hbehind.lex)
	f1(45, H.form, model.Pair(M.upos, before.lex))
	f1(46, H.class[1], model.Pair(M.upos, before.lex))
	f1(47, H.lex, model.Pair(M.class[1], before.lex))
	f1(48, both, s.at(m-2).upos<<5|before.upos)
	f1(49, both, behind.upos<<5|s.at(m+2).upos)
	f1(50, H.upos, model.Pair(M.form, before.lex))
	// agreement
	same := uint32(0)
	if H.agree == M.agree {
		same = 1
	}
	if H.cases == M.cases {
		same |= 2
	}
	f2(51, both, same<<8|H.definite<<4|M.definite)
	f1(53, both, H.agree<<8|M.agree)
	f1(54, both, H.cases<<8|M.cases)
	f2(55, both, M.cases<<4|M.definite)
	f1(57, H.verb, model.Pair(M.upos, M.cases))
	f1(58, H.verb, model.Pair(M.upos, before.lex))
	f1(59, H.last, model.Pair(both, M.last))
	// other readings of the parts of speech
	if H.second|M.second != 0 {
		f1(60, H.second, M.upos)
		f1(61, H.upos, M.second)
		f1(62, H.second, M.second)
	}
	f1(63, both, H.place<<8|M.place)
	if M.opens|H.opens != 0 {
		f2(64, both, M.opens)
		f1(66, H.lex, model.Pair(M.upos, M.opens))
		f1(67, both, H.opens)
		f1(68, both, model.Pair(H.opens, M.opens))
	}
	if M.governor != 0 {
		f2(80, both, M.governor)
		f1(82, H.form, model.Pair(M.upos, M.governor))
		f1(83, H.class[1], model.Pair(M.upos, M.governor))
		f1(84, H.verb, model.Pair(M.class[1], M.governor))
		f1(85, H.last, model.Pair(both, M.governor))
	}
	if e := s.enclosure(h, m); e != 0 {
		f2(86, both, e)
		f2(88, M.lex, e)
		f1(90, e, 0)
	}
	if m == len(s.nodes)-1 {
		f1(91, both, s.count(0, h, verbTag)<<2|s.count(h, m, verbTag))
		f1(92, M.lex, H.verb)
	}
	return s.betweenFeatures(h, m, both, dir, out)
}

// betweenFeatures appends what stands between head and dependent.
func (s *sentence) betweenFeatures(h, m int, both, dir uint32, out []uint32) []uint32 {
	for set := s.between(h, m); set != 0; set &= set - 1 {
		out = append(out, model.Feature3(70, both, uint32(bits.TrailingZeros32(set)), dir))
	}
	verbs, puncts := s.count(h, m, verbTag), s.count(h, m, punctTag)
	conjunctions, prepositions := s.count(h, m, cconjTag), s.count(h, m, adpTag)
	M := &s.nodes[m]
	return append(out,
		model.Feature3(71, both, verbs, dir),
		model.Feature3(72, both, puncts, dir),
		model.Feature3(73, both, conjunctions, dir),
		model.Feature3(74, both, prepositions, dir),
		model.Feature3(75, both, verbs<<6|puncts<<4|conjunctions<<2|prepositions, dir),
		model.Feature3(76, M.lex, verbs<<4|puncts<<2|conjunctions, dir),
		model.Feature3(77, model.Pair(M.upos, s.at(m-1).lex), verbs<<4|puncts<<2|conjunctions, dir),
	)
}

// siblingFeatures appends the features of word m being the next dependent of h
// outward behind c; c is h itself where m is the first.
func (s *sentence) siblingFeatures(h, c, m int, out []uint32) []uint32 {
	H, C, M := &s.nodes[h], &s.nodes[c], &s.nodes[m]
	dir := uint32(0)
	if h < m {
		dir = 1
	}
	if c == h {
		dir |= 2
		C = &edgeNode
	}
	far := distance(m-c)<<2 | dir
	three := H.upos<<10 | C.upos<<5 | M.upos
	before, cbefore := s.at(m-1), s.at(c-1)
	f1 := func(t, a, b uint32) { out = append(out, model.Feature3(t, a, b, dir)) }
	f1(100, three, 0)
	f1(101, H.fine, model.Pair(C.fine, M.fine))
	f1(102, H.lex, C.upos<<5|M.upos)
	f1(103, H.form, C.upos<<5|M.upos)
	f1(104, H.upos, model.Pair(C.lex, M.upos))
	f1(105, H.upos, model.Pair(C.upos, M.lex))
	f1(106, H.upos, model.Pair(C.lex, M.lex))
	f1(107, H.verb, model.Pair(C.upos<<4|C.cases, M.upos<<4|M.cases))
	f1(108, three, model.Pair(before.lex, cbefore.lex))
	f1(109, three, before.lex)
	out = append(out, model.Feature3(110, three, 0, far))
	if c == h {
		return out
	}
	f1(111, C.upos, M.upos)
	f1(112, C.lex, M.upos)
	f1(113, C.upos, M.lex)
	f1(114, C.form, M.upos)
	f1(115, C.upos, M.form)
	f1(116, C.form, M.form)
	f1(117, C.class[1], M.class[1])
	f1(118, C.fine, M.fine)
	f1(119, C.class[0], model.Pair(M.class[0], H.upos))
	return append(out, model.Feature3(120, C.upos, M.upos, far))
}

// filterFeatures appends the few features by which the filter ranks heads.
func (s *sentence) filterFeatures(h, m int, out []uint32) []uint32 {
	H, M := &s.nodes[h], &s.nodes[m]
	dir := uint32(0)
	if h < m {
		dir = 1
	}
	far := distance(h-m)<<1 | dir
	both := H.upos<<5 | M.upos
	return append(out,
		model.Feature2(150, both, far),
		model.Feature2(151, both, dir),
		model.Feature3(152, H.lex, M.upos, far),
		model.Feature3(153, H.upos, M.lex, far),
		model.Feature3(154, H.lex, M.lex, dir),
		model.Feature3(155, both, s.at(m-1).lex, dir),
		model.Feature3(156, both, s.count(h, m, verbTag)<<6|s.count(h, m, punctTag)<<4|s.count(h, m, cconjTag)<<2, dir),
		model.Feature3(157, H.class[1], M.class[1], dir),
		model.Feature3(158, both, H.agree<<8|M.agree, dir),
		model.Feature3(159, both, s.at(h+1).upos<<5|s.at(m-1).upos, dir),
	)
}
