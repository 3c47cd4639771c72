package parse

import "github.com/isnad-project/isnad/extract/model"

// introduced is how many words back the word that introduces a clause or
// governs a noun is sought.
const introduced, governed = 6, 3

// introduce finds, for each word, the conjunction or relative that opens its
// clause (the nearest before it with no verb between) and the preposition that
// governs it (with only determiners, numbers and demonstratives between).
func (s *sentence) introduce() {
	for i := 1; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		for k := i - 1; k > 0 && k >= i-introduced; k-- {
			tag := s.nodes[k].upos
			if tag == verbTag || tag == punctTag {
				break
			}
			if tag == sconjTag || tag == cconjTag || tag == pronTag && s.nodes[k].place&3 == 0 {
				n.opens = model.Pair(s.nodes[k].lex, uint32(min(i-k, 3)))
				break
			}
		}
		for k := i - 1; k > 0 && k >= i-governed; k-- {
			tag := s.nodes[k].upos
			if tag == adpTag {
				n.governor = s.nodes[k].lex
				break
			}
			if tag != detTag && tag != numTag && tag != pronTag && tag != punctTag && tag != partTag {
				break
			}
		}
	}
}

// Hashes of the marks that come in pairs.
var (
	quote   = model.String("\"")
	opening = []uint32{model.String("("), model.String("[")}
	closing = []uint32{model.String(")"), model.String("]")}
)

// match pairs quotes and brackets and notes which words stand inside of which.
func (s *sentence) match() {
	s.inside = make([]uint32, len(s.nodes))
	var open [3]int
	pairs := uint32(0)
	for i := 1; i < len(s.nodes); i++ {
		kind, opens, closes := -1, false, false
		switch s.nodes[i].form {
		case quote:
			kind, opens, closes = 2, open[2] == 0, open[2] != 0
		case opening[0], opening[1]:
			kind, opens = bracket(s.nodes[i].form, opening), true
		case closing[0], closing[1]:
			kind, closes = bracket(s.nodes[i].form, closing), true
		}
		switch {
		case opens:
			open[kind] = i
		case closes && open[kind] != 0:
			first := open[kind]
			s.nodes[first].pair, s.nodes[i].pair = i, first
			open[kind] = 0
			pairs++
			for k := first + 1; k < i; k++ {
				s.inside[k] = s.inside[k]*7 + pairs
			}
		}
	}
}

func bracket(form uint32, list []uint32) int {
	if form == list[0] {
		return 0
	}
	return 1
}

// enclosure says how head and dependent stand to quotes and brackets: both in
// the same, one inside of a pair that the other is outside of, or, where the
// dependent is a quote or bracket, whether the head is inside of its pair.
func (s *sentence) enclosure(h, m int) uint32 {
	M := &s.nodes[m]
	if M.pair != 0 {
		side := uint32(8)
		if M.pair > m {
			side = 16
		}
		if h > min(m, M.pair) && h < max(m, M.pair) {
			return side | 1
		}
		if h == min(m, M.pair)-1 || h == max(m, M.pair)+1 {
			return side | 2
		}
		return side
	}
	switch {
	case s.inside[h] == s.inside[m]:
		return 0
	case s.inside[h] == 0:
		return 1
	case s.inside[m] == 0:
		return 2
	}
	return 3
}
