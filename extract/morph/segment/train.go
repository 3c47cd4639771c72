package segment

import (
	"math/rand/v2"
	"slices"

	"github.com/isnad-project/isnad/extract/conllu"
	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/text"
)

// vocabulary holds the stems of the training treebank with how often they
// stood and their commonest part of speech.
type vocabulary struct {
	index *model.Index
	keys  []uint32
	count []uint8
	tag   []uint8
	tags  map[uint32][]uint8 // while training: count of each tag
}

// look returns a value for the stem: level of its count and its tag. own
// leaves one occurrence out.
func (v *vocabulary) look(norm string, own bool) uint32 {
	row := v.index.Row(model.String(norm) | 1)
	if row < 0 {
		return 0
	}
	n := int(v.count[row])
	if own {
		n--
	}
	if n <= 0 {
		return 0
	}
	return min(Level(n), 3)<<8 | uint32(v.tag[row]) + 1
}

// Tags lists the parts of speech of UD v2.
var Tags = []string{"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

func newVocabulary(treebank []conllu.Sentence) *vocabulary {
	v := &vocabulary{index: model.NewIndex(1 << 12), tags: map[uint32][]uint8{}}
	for i := range treebank {
		for k, w := range Gold(&treebank[i]) {
			if w.Kind != Stem || w.Class != text.Word {
				continue
			}
			key := model.String(w.Norm) | 1
			row := v.index.Add(key)
			if int(row) == len(v.keys) {
				v.keys, v.count, v.tag = append(v.keys, key), append(v.count, 0), append(v.tag, 0)
				v.tags[key] = make([]uint8, len(Tags))
			}
			v.count[row] = min(v.count[row]+1, 254)
			if tag := slices.Index(Tags, treebank[i].Words[k].UPOS); tag >= 0 {
				seen := v.tags[key]
				seen[tag] = min(seen[tag]+1, 254)
				if seen[tag] > seen[v.tag[row]] {
					v.tag[row] = uint8(tag)
				}
			}
		}
	}
	return v
}

// example is a token with its candidates' features; right is the gold one.
type example struct {
	features [][]uint32
	right    int
}

// Train trains on a treebank. The treebank's own tokens must be in counts:
// they are left out, each in turn, where its own candidates are ranked.
func Train(treebank []conllu.Sentence, counts *Counts, mask Lexicon, passes int) *Model {
	m := &Model{Counts: counts, Mask: mask, vocabulary: newVocabulary(treebank)}
	var examples []example
	for i := range treebank {
		examples = m.examples(&treebank[i], examples)
	}
	learner := model.NewLearner()
	random := rand.New(rand.NewPCG(1, 2))
	for range passes {
		random.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		for _, e := range examples {
			learner.Step()
			learnOne(learner, e)
		}
	}
	m.weights = learner.Sparse(maxWeights)
	return m
}

const maxWeights = 60000

// learnOne makes one passive-aggressive step for the split that scores best
// under a margin of 1.
func learnOne(l *model.Learner, e example) {
	right := l.Sum(e.features[e.right])
	worst, loss := -1, float32(0)
	for k, f := range e.features {
		if k == e.right {
			continue
		}
		if d := l.Sum(f) + 1 - right; d > loss {
			worst, loss = k, d
		}
	}
	if worst < 0 {
		return
	}
	step := min(0.05, loss/float32(2*len(e.features[e.right])))
	l.Add(e.features[e.right], step)
	l.Add(e.features[worst], -step)
}

// examples appends the tokens of a sentence that have a choice and whose gold
// split is among their candidates.
func (m *Model) examples(s *conllu.Sentence, list []example) []example {
	words := Gold(s)
	tokens := dashes(text.Tokens(s.Text()))
	at := 0
	for i := range tokens {
		for at < len(words) && words[at].End <= tokens[i].Start {
			at++
		}
		if tokens[i].Class != text.Word || at == len(words) || words[at].Start != tokens[i].Start {
			continue
		}
		c := newContext(tokens, i)
		c.own = true
		f := text.Fold(tokens[i].Text)
		e := example{right: -1}
		for _, cand := range candidates(f.Text, tokens[i].Text, nil) {
			if same(cand.pieces(f), words[at:], tokens[i]) {
				e.right = len(e.features)
			}
			e.features = append(e.features, m.features(&c, cand, nil))
		}
		if e.right >= 0 && len(e.features) > 1 {
			list = append(list, e)
		}
	}
	return list
}

// same reports whether the pieces are the words that the token has in gold.
func same(pieces []piece, words []Word, t text.Token) bool {
	for i, p := range pieces {
		if i >= len(words) || words[i].Start != t.Start+p.start || words[i].End != t.Start+p.end {
			return false
		}
	}
	return words[len(pieces)-1].End == t.End
}
