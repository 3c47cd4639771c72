package parse

import (
	"math/rand/v2"
	"slices"

	"github.com/isnad-project/isnad/extract/conllu"
	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/segment"
	"github.com/isnad-project/isnad/extract/morph/tag"
)

// Sentence is an example: words, the tags a tagger that did not learn from
// the sentence gave them, and the gold columns.
type Sentence struct {
	Words  []segment.Word
	Tagged []tag.Tagged
	Gold   []conllu.Word
}

// Options of training.
type Options struct {
	Passes  int
	Weights int // limit of the graph's weights
}

// example is a sentence with its gold tree, made projective.
type example struct {
	*sentence
	gold     []int
	deprels  []string
	possible [][]int // the heads the filter leaves for each word, and the gold one
}

// Train trains a parser.
func Train(sentences []Sentence, k tag.Knowledge, attributes []string, o Options) *Model {
	m := &Model{builder: newBuilder(k, attributes)}
	examples := make([]*example, 0, len(sentences))
	for _, s := range sentences {
		e := &example{sentence: m.builder.sentence(s.Words, s.Tagged), gold: make([]int, len(s.Words)+1), deprels: make([]string, len(s.Words)+1)}
		for i, w := range s.Gold {
			e.gold[i+1], e.deprels[i+1] = w.Head, w.Deprel
		}
		examples = append(examples, e)
	}
	m.labels = trainLabeller(examples, o.Passes)
	for _, e := range examples {
		projectivise(e.gold)
	}
	m.filter = trainFilter(examples)
	var w work
	for _, e := range examples {
		e.possible = make([][]int, len(e.gold))
		for i := 1; i < len(e.gold); i++ {
			for _, c := range m.candidates(e.sentence, i, &w) {
				e.possible[i] = append(e.possible[i], c.head)
			}
			if !slices.Contains(e.possible[i], e.gold[i]) {
				e.possible[i] = append(e.possible[i], e.gold[i])
			}
		}
	}
	learner := model.NewLearner()
	random := rand.New(rand.NewPCG(7, 8))
	for range o.Passes {
		random.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		for _, e := range examples {
			learn(learner, e, &w)
		}
	}
	m.weights = learner.Sparse(o.Weights)
	return m
}

const (
	graphRate   = 0.005
	graphCost   = 1
	filterPass  = 5
	filterLimit = 60000
)

// learn makes one MIRA step towards the gold tree, away from the best tree
// under a cost of 1 for each wrong head.
func learn(l *model.Learner, e *example, w *work) {
	l.Step()
	n := len(e.gold)
	w.chart.reset(n)
	for i := 1; i < n; i++ {
		for _, h := range e.possible[i] {
			w.features = e.arcFeatures(h, i, w.features[:0])
			score := l.Sum(w.features)
			if h != e.gold[i] {
				score += graphCost
			}
			w.chart.arc[h*n+i] = score
		}
	}
	heads := w.chart.best(func(h, c, i int) float32 {
		w.features = e.siblingFeatures(h, c, i, w.features[:0])
		return l.Sum(w.features)
	})
	wrong := 0
	for i := 1; i < n; i++ {
		if heads[i] != e.gold[i] {
			wrong++
		}
	}
	if wrong == 0 {
		return
	}
	plus, minus := difference(e, heads)
	loss := graphCost*float32(wrong) + l.Sum(minus) - l.Sum(plus)
	if loss <= 0 {
		return
	}
	step := min(graphRate, loss/float32(len(plus)+len(minus)))
	l.Add(plus, step)
	l.Add(minus, -step)
}

// difference returns the features of the gold tree's parts that the other
// tree lacks, and the other way round.
func difference(e *example, heads []int) (plus, minus []uint32) {
	gold, other := parts(e.gold), parts(heads)
	for p := range gold {
		p := gold[p]
		if !slices.Contains(other, p) {
			plus = e.siblingFeatures(p.head, p.sibling, p.word, plus)
		}
		if heads[p.word] != p.head {
			plus = e.arcFeatures(p.head, p.word, plus)
		}
	}
	for _, p := range other {
		if !slices.Contains(gold, p) {
			minus = e.siblingFeatures(p.head, p.sibling, p.word, minus)
		}
		if e.gold[p.word] != p.head {
			minus = e.arcFeatures(p.head, p.word, minus)
		}
	}
	// the root has no siblings
	root := func(heads []int) int { return slices.Index(heads[1:], 0) + 1 }
	if a, b := root(e.gold), root(heads); a != b {
		plus, minus = e.arcFeatures(0, a, plus), e.arcFeatures(0, b, minus)
	}
	return plus, minus
}

type part struct{ head, sibling, word int }

// parts lists a tree's sibling parts, those of the root left out.
func parts(heads []int) []part {
	var list []part
	n := len(heads)
	for h := 1; h < n; h++ {
		sibling := h
		for i := h + 1; i < n; i++ {
			if heads[i] == h {
				list = append(list, part{h, sibling, i})
				sibling = i
			}
		}
		sibling = h
		for i := h - 1; i > 0; i-- {
			if heads[i] == h {
				list = append(list, part{h, sibling, i})
				sibling = i
			}
		}
	}
	return list
}

// projectivise lifts the shortest arc that crosses another to the head's head
// until none crosses (Nivre and Nilsson 2005, without labels).
func projectivise(heads []int) {
	for range len(heads) * len(heads) {
		shortest := 0
		for m := 1; m < len(heads); m++ {
			if heads[m] == 0 || covered(heads, m) {
				continue
			}
			if shortest == 0 || length(heads, m) < length(heads, shortest) {
				shortest = m
			}
		}
		if shortest == 0 {
			return
		}
		heads[shortest] = heads[heads[shortest]]
	}
}

func length(heads []int, m int) int { return max(heads[m]-m, m-heads[m]) }

// covered reports whether every word between m and its head descends from
// the head.
func covered(heads []int, m int) bool {
	h := heads[m]
	for i := min(h, m) + 1; i < max(h, m); i++ {
		up := i
		for steps := 0; up != 0 && up != h && steps < len(heads); steps++ {
			up = heads[up]
		}
		if up != h {
			return false
		}
	}
	return true
}

// trainFilter trains the filter to rank the gold head of a word first.
func trainFilter(examples []*example) *model.Sparse {
	l := model.NewLearner()
	var right, worst, other []uint32
	for range filterPass {
		for _, e := range examples {
			for m := 1; m < len(e.gold); m++ {
				gold := e.gold[m]
				if gold == 0 {
					continue
				}
				l.Step()
				right = e.filterFeatures(gold, m, right[:0])
				score, best := l.Sum(right), float32(-1e9)
				for h := 1; h < len(e.gold); h++ {
					if h == m || h == gold {
						continue
					}
					other = e.filterFeatures(h, m, other[:0])
					if s := l.Sum(other); s > best {
						best = s
						worst, other = other, worst
					}
				}
				if loss := best + 1 - score; loss > 0 && best > -1e9 {
					step := min(0.05, loss/float32(2*len(right)))
					l.Add(right, step)
					l.Add(worst, -step)
				}
			}
		}
	}
	return l.Sparse(filterLimit)
}
