package parse

import (
	"math/rand/v2"
	"slices"

	"github.com/isnad-project/isnad/extract/model"
)

// labelExample is an arc with its rows and gold relation.
type labelExample struct {
	rows []int32
	gold int
	root bool
}

// trainLabeller trains the labeller on gold trees.
func trainLabeller(examples []*example, passes int) *labeller {
	l := &labeller{}
	for _, e := range examples {
		for _, d := range e.deprels[1:] {
			if !slices.Contains(l.names, d) {
				l.names = append(l.names, d)
			}
		}
	}
	slices.Sort(l.names)
	learner := model.NewRowLearner(len(l.names))
	var list []labelExample
	for _, e := range examples {
		t := newTree(e.sentence, slices.Clone(e.gold))
		for i := 1; i < len(e.gold); i++ {
			t.labels[i] = slices.Index(l.names, e.deprels[i])
		}
		for i := 1; i < len(e.gold); i++ {
			list = append(list, labelExample{learner.Rows(t.labelFeatures(i, nil)), t.labels[i], e.gold[i] == 0})
		}
	}
	random := rand.New(rand.NewPCG(9, 10))
	scores := make([]float32, len(l.names))
	root := slices.Index(l.names, "root")
	for range passes {
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		for i := range list {
			learnLabel(learner, &list[i], scores, root)
		}
	}
	l.rows = learner.Table(labelWeights)
	return l
}

const labelWeights = 400_000

func learnLabel(l *model.RowLearner, e *labelExample, scores []float32, root int) {
	l.Step()
	if e.root {
		return
	}
	clear(scores)
	l.Sum(e.rows, scores)
	best := -1
	for k := range scores {
		if k != e.gold && k != root && (best < 0 || scores[k] > scores[best]) {
			best = k
		}
	}
	if best < 0 {
		return
	}
	if loss := scores[best] + 1 - scores[e.gold]; loss > 0 {
		step := min(0.05, loss/float32(2*len(e.rows)))
		l.Add(e.rows, e.gold, step)
		l.Add(e.rows, best, -step)
	}
}
