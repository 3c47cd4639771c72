package tag

import (
	"math/rand/v2"
	"slices"

	"github.com/isnad-project/isnad/extract/conllu"
	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/segment"
)

// Sentence is an example: words and their gold columns.
type Sentence struct {
	Words []segment.Word
	Gold  []conllu.Word
}

// Examples makes training examples of a treebank.
func Examples(treebank []conllu.Sentence) []Sentence {
	list := make([]Sentence, len(treebank))
	for i := range treebank {
		list[i] = Sentence{segment.Gold(&treebank[i]), treebank[i].Words}
	}
	return list
}

// Options of training.
type Options struct {
	Passes int
	Fine   bool // features and lemmas too
	// Inventory lists the sentences whose features' values are numbered, those
	// trained on if nil: taggers for parts of one treebank number alike.
	Inventory []Sentence
}

// example is a sentence with its features looked up.
type example struct {
	rows   [][]int32
	gold   []int
	labels []uint32
}

func tagNumber(upos string) int { return max(slices.Index(Tags, upos), 0) }

// Train trains a tagger.
func Train(sentences []Sentence, k Knowledge, o Options) *Model {
	m := &Model{Knowledge: k}
	L := len(Tags)
	learner := model.NewRowLearner(L)
	chain := model.NewRowLearner(L)
	starts := make([]uint32, L+1)
	for j := range starts {
		starts[j] = model.Feature(9, uint32(j))
	}
	chainRows := chain.Rows(starts)
	examples := make([]example, len(sentences))
	all := make([][]atom, len(sentences))
	for i, s := range sentences {
		atoms := m.atoms(s.Words)
		all[i] = atoms
		for k := range atoms {
			examples[i].rows = append(examples[i].rows, learner.Rows(features(atoms, k, nil)))
			gold := tagNumber(s.Gold[k].UPOS)
			examples[i].gold = append(examples[i].gold, gold)
			examples[i].labels = append(examples[i].labels, atoms[k].labels|1<<gold)
		}
	}
	random := rand.New(rand.NewPCG(3, 4))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	c := chainLearner{learner, chain, chainRows, lattice{}}
	for range o.Passes {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			c.learn(&examples[i])
		}
	}
	m.rows = learner.Table(tagWeights)
	m.transition = transitions(chain.Table(1<<20), starts)
	if o.Fine {
		m.fine = trainFine(sentences, all, o)
		m.lemmas = learnLemmas(sentences)
	}
	return m
}

// chainLearner trains emissions and transitions together.
type chainLearner struct {
	emission, chain *model.RowLearner
	chainRows       []int32
	lattice         lattice
}

// scores returns the transitions of the moment, the start's last.
func (c *chainLearner) transitions() []float32 {
	L := c.emission.Labels
	t := make([]float32, (L+1)*L)
	for j, row := range c.chainRows {
		c.chain.Sum([]int32{row}, t[j*L:(j+1)*L])
	}
	return t
}

// learn makes one cost-augmented passive-aggressive step: the best path is
// sought with one point more for every wrong label.
func (c *chainLearner) learn(e *example) {
	c.emission.Step()
	c.chain.Step()
	L := c.emission.Labels
	c.lattice.reset(len(e.gold), L)
	for i, rows := range e.rows {
		scores := c.lattice.emission[i*L : (i+1)*L]
		c.emission.Sum(rows, scores)
		for k := range scores {
			if e.labels[i]>>k&1 == 0 {
				scores[k] = forbidden
			} else if k != e.gold[i] {
				scores[k] += tagCost
			}
		}
	}
	transition := c.transitions()
	path := make([]int, len(e.gold))
	c.lattice.best(transition, path)
	loss, norm := float32(0), float32(0)
	before, goldBefore := L, L
	for i, k := range path {
		gold := e.gold[i]
		loss += c.lattice.emission[i*L+k] - c.lattice.emission[i*L+gold] + transition[before*L+k] - transition[goldBefore*L+gold]
		if k != gold {
			norm += 2 * float32(len(e.rows[i]))
		}
		if k != gold || before != goldBefore {
			norm += 2
		}
		before, goldBefore = k, gold
	}
	if loss <= 0 || norm == 0 {
		return
	}
	step := min(tagRate, loss/norm)
	before, goldBefore = L, L
	for i, k := range path {
		gold := e.gold[i]
		if k != gold {
			c.emission.Add(e.rows[i], gold, step)
			c.emission.Add(e.rows[i], k, -step)
		}
		if k != gold || before != goldBefore {
			c.chain.Add(c.chainRows[goldBefore:goldBefore+1], gold, step)
			c.chain.Add(c.chainRows[before:before+1], k, -step)
		}
		before, goldBefore = k, gold
	}
}

const (
	tagCost    = 3
	tagRate    = 0.02
	tagWeights = 120_000
)

func transitions(t *model.Rows, starts []uint32) []float32 {
	L := t.Labels
	list := make([]float32, len(starts)*L)
	scores := make([]int32, L)
	for j, f := range starts {
		clear(scores)
		t.Sum([]uint32{f}, scores)
		for k, s := range scores {
			list[j*L+k] = float32(s) * t.Scale()
		}
	}
	return list
}
