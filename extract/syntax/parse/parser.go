package parse

import (
	"slices"

	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/segment"
	"github.com/isnad-project/isnad/extract/morph/tag"
)

// Model parses tagged sentences. It is safe for concurrent use.
type Model struct {
	builder *builder
	filter  model.Summer
	weights model.Summer
	labels  *labeller
}

// Arc is the head of a word, 0 for the root or the number of a word from 1
// on, and the relation to it.
type Arc struct {
	Head   int
	Deprel string
}

// Parse returns the arc of each word of a sentence.
func (m *Model) Parse(words []segment.Word, tagged []tag.Tagged) []Arc {
	if len(words) == 0 {
		return nil
	}
	s := m.builder.sentence(words, tagged)
	var w work
	heads := m.heads(s, &w)
	labels := m.labels.label(s, heads)
	arcs := make([]Arc, len(words))
	for i := range arcs {
		arcs[i] = Arc{heads[i+1], m.labels.names[labels[i+1]]}
	}
	return arcs
}

// work is memory used again.
type work struct {
	chart    chart
	features []uint32
	scored   []scored
}

type scored struct {
	head  int
	score float32
}

// heads returns the best tree.
func (m *Model) heads(s *sentence, w *work) []int {
	n := len(s.nodes)
	w.chart.reset(n)
	for i := 1; i < n; i++ {
		for _, h := range m.candidates(s, i, w) {
			w.features = s.arcFeatures(h.head, i, w.features[:0])
			w.chart.arc[h.head*n+i] = m.weights.Sum(w.features) - penalties[s.rule(h.head, i)]
		}
	}
	return w.chart.best(func(h, c, i int) float32 {
		w.features = s.siblingFeatures(h, c, i, w.features[:0])
		return m.weights.Sum(w.features)
	})
}

// maxHeads is how many heads of a word the filter leaves, besides the root
// and the words beside it, which make sure that there is a tree.
const maxHeads = 10

// behind is how far the filter's score of a head may be behind the best one's.
const behind = 1.2

// candidates returns the heads that word i may have (Rush and Petrov 2012
// filter so, with more stages).
func (m *Model) candidates(s *sentence, i int, w *work) []scored {
	w.scored = w.scored[:0]
	n := len(s.nodes)
	for h := 1; h < n; h++ {
		if h == i {
			continue
		}
		score := float32(0)
		if n > maxHeads+2 {
			w.features = s.filterFeatures(h, i, w.features[:0])
			score = m.filter.Sum(w.features)
		}
		w.scored = append(w.scored, scored{h, score})
	}
	if len(w.scored) > maxHeads {
		slices.SortFunc(w.scored, func(a, b scored) int {
			switch {
			case a.score > b.score:
				return -1
			case a.score < b.score:
				return 1
			}
			return a.head - b.head
		})
		kept := maxHeads
		for kept > 1 && w.scored[kept-1].score < w.scored[0].score-behind {
			kept--
		}
		rest := w.scored[kept:]
		w.scored = w.scored[:kept]
		for _, c := range rest {
			if c.head == i-1 || c.head == i+1 {
				w.scored = append(w.scored, c)
			}
		}
	}
	return append(w.scored, scored{0, 0})
}
