package tag

import (
	"math/rand/v2"

	"github.com/isnad-project/isnad/extract/model"
)

// fineExample is a word with its rows and gold values.
type fineExample struct {
	rows []int32
	upos uint8
	gold []uint8
}

const fineMinimum = 2 // occurrences of a feature in the treebank

// trainFine trains the attributes' classifiers on gold parts of speech.
func trainFine(sentences []Sentence, atoms [][]atom, o Options) *fineModel {
	inventory := o.Inventory
	if inventory == nil {
		inventory = sentences
	}
	f := &fineModel{attributes: newAttributes(inventory)}
	f.findAgreeing()
	end := f.attributes[len(f.attributes)-1]
	learner := model.NewRowLearner(end.first + len(end.values))
	var examples []fineExample
	var lists [][]uint32
	seen := map[uint32]int{}
	for i, s := range sentences {
		tagged := make([]Tagged, len(s.Words))
		for k := range s.Words {
			tagged[k] = Tagged{UPOS: uint8(tagNumber(s.Gold[k].UPOS)), Fine: valuesOf(f.attributes, &s.Gold[k])}
		}
		for k := range tagged {
			list := f.features(atoms[i], tagged, k, nil)
			for _, feature := range list {
				seen[feature]++
			}
			lists = append(lists, list)
			examples = append(examples, fineExample{upos: tagged[k].UPOS, gold: tagged[k].Fine})
			for a, value := range tagged[k].Fine {
				f.attributes[a].may[tagged[k].UPOS] |= 1 << value
			}
		}
	}
	for i, list := range lists {
		kept := list[:0]
		for _, feature := range list {
			if seen[feature] >= fineMinimum {
				kept = append(kept, feature)
			}
		}
		examples[i].rows = learner.Rows(kept)
	}
	random := rand.New(rand.NewPCG(5, 6))
	scores := make([]float32, learner.Labels)
	for range min(o.Passes, 6) {
		random.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		for i := range examples {
			f.learn(learner, &examples[i], scores)
		}
	}
	f.rows = learner.Table(fineWeights)
	return f
}

const fineWeights = 150_000

func (f *fineModel) learn(l *model.RowLearner, e *fineExample, scores []float32) {
	l.Step()
	clear(scores)
	l.Sum(e.rows, scores)
	for k := range f.attributes {
		a := &f.attributes[k]
		gold, best := a.first+int(e.gold[k]), -1
		for v := range a.values {
			if c := a.first + v; c != gold && a.may[e.upos]>>v&1 != 0 && (best < 0 || scores[c] > scores[best]) {
				best = c
			}
		}
		if best < 0 {
			continue
		}
		if loss := scores[best] + 1 - scores[gold]; loss > 0 {
			step := min(0.05, loss/float32(2*len(e.rows)+1))
			l.Add(e.rows, gold, step)
			l.Add(e.rows, best, -step)
		}
	}
}
