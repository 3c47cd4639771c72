package parse

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/isnad-project/isnad/extract/conllu"
	"github.com/isnad-project/isnad/extract/morph/segment"
	"github.com/isnad-project/isnad/extract/morph/tag"
)

// trees lists every projective tree with one root over words 1 to n-1.
func trees(n int, yield func(heads []int)) {
	heads := make([]int, n)
	var fill func(i int)
	fill = func(i int) {
		if i == n {
			if isTree(heads) {
				yield(heads)
			}
			return
		}
		for h := 0; h < n; h++ {
			if h != i {
				heads[i] = h
				fill(i + 1)
			}
		}
	}
	fill(1)
}

func isTree(heads []int) bool {
	roots := 0
	for i := 1; i < len(heads); i++ {
		up := i
		for range heads {
			up = heads[up]
		}
		if up != 0 || heads[i] != 0 && !covered(heads, i) {
			return false
		}
		if heads[i] == 0 {
			roots++
		}
	}
	return roots == 1
}

// TestChart compares the chart with all trees there are.
func TestChart(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for n := 2; n <= 6; n++ {
		for range 20 {
			var c chart
			c.reset(n)
			for h := range n {
				for m := 1; m < n; m++ {
					if h != m {
						c.arc[h*n+m] = random.Float32()
					}
				}
			}
			extra := make([]float32, n*n*n)
			for i := range extra {
				extra[i] = random.Float32()
			}
			sibling := func(h, s, m int) float32 { return extra[(h*n+s)*n+m] }
			score := func(heads []int) (sum float32) {
				for m := 1; m < n; m++ {
					sum += c.arc[heads[m]*n+m]
				}
				for _, p := range parts(heads) {
					sum += sibling(p.head, p.sibling, p.word)
				}
				return sum
			}
			best := float32(-1)
			trees(n, func(heads []int) { best = max(best, score(heads)) })
			heads := c.best(sibling)
			if got := score(heads); !isTree(heads) || got < best-1e-4 {
				t.Fatalf("%d words: tree %v of score %v, best %v", n-1, heads, got, best)
			}
		}
	}
}

func TestProjectivise(t *testing.T) {
	heads := []int{0, 3, 4, 0, 3, 2} // 2 → 4 and 1 → 3 cross
	projectivise(heads)
	if !isTree(heads) {
		t.Errorf("not projective: %v", heads)
	}
}

// example makes a training sentence; a word is form/tag/head/relation.
func sampleSentence(rows string) Sentence {
	var s conllu.Sentence
	var tagged []tag.Tagged
	for _, row := range strings.Fields(rows) {
		f := strings.Split(row, "/")
		s.Words = append(s.Words, conllu.Word{Form: f[0], UPOS: f[1], Head: int(f[2][0] - '0'), Deprel: f[3]})
		tagged = append(tagged, tag.Tagged{UPOS: uint8(slices.Index(tag.Tags, f[1])), Margin: 3})
	}
	return Sentence{Words: segment.Gold(&s), Tagged: tagged, Gold: s.Words}
}

func TestTrain(t *testing.T) {
	var list []Sentence
	for _, rows := range []string{
		"زار/VERB/0/root الوزير/NOUN/1/nsubj المدينة/NOUN/1/obj ./PUNCT/1/punct",
		"وصل/VERB/0/root الوفد/NOUN/1/nsubj إلى/ADP/4/case بغداد/PROPN/1/obl ./PUNCT/1/punct",
		"قصف/VERB/0/root الجيش/NOUN/1/nsubj القرية/NOUN/1/obj في/ADP/5/case الشمال/NOUN/1/obl",
	} {
		list = append(list, sampleSentence(rows))
	}
	k := tag.Knowledge{Counts: segment.CountTokens(nil), Clusters: tag.NewClusters(nil), Names: tag.NewNames(nil, nil)}
	m := Train(list, k, nil, Options{Passes: 10, Weights: 1 << 20})
	for _, s := range list {
		for i, arc := range m.Parse(s.Words, s.Tagged) {
			if arc.Head != s.Gold[i].Head || arc.Deprel != s.Gold[i].Deprel {
				t.Errorf("%s: %v, want %d %s", s.Gold[i].Form, arc, s.Gold[i].Head, s.Gold[i].Deprel)
			}
		}
	}
	long := sampleSentence(strings.Repeat("كتاب/NOUN/0/root ", 60))
	heads := []int{0}
	for _, arc := range m.Parse(long.Words, long.Tagged) {
		heads = append(heads, arc.Head)
	}
	if !isTree(heads) {
		t.Errorf("unknown words: %v is no tree", heads)
	}
	if m.Parse(nil, nil) != nil {
		t.Error("arcs for no words")
	}
}
