package tag

import (
	"math"
	"slices"

	"github.com/isnad-project/isnad/extract/model"
)

// Clusters puts words into classes by the words they stand beside, at several
// Sizes of class. The classes maximise the mutual information of neighbouring
// classes, as Brown et al. (1992) do; they are found by exchange (Martin,
// Liermann and Ney 1998), word by word, which needs no tree.
type Clusters struct {
	index *model.Index
	keys  []uint32
	class [][granularities]uint16
}

const granularities = 3

// Sizes are the numbers of classes at each granularity.
var Sizes = [granularities]int{24, 100, 320}

// Of returns the classes of a word, zeros for one without.
func (c *Clusters) Of(dict string) [granularities]uint16 {
	if row := c.index.Row(model.String(dict) | 1); row >= 0 {
		return c.class[row]
	}
	return [granularities]uint16{}
}

const (
	clusterMinimum = 3 // occurrences of a word that is given a class
	exchangePasses = 20
)

// NewClusters learns classes from sentences of words.
func NewClusters(sentences [][]string) *Clusters {
	e := newExchange(sentences)
	c := &Clusters{index: model.NewIndex(len(e.words))}
	for _, w := range e.words[fixed:] {
		key := model.String(w) | 1
		if row := c.index.Add(key); int(row) == len(c.keys) {
			c.keys = append(c.keys, key)
		}
	}
	c.class = make([][granularities]uint16, len(c.keys))
	for g, size := range Sizes {
		class := e.run(size)
		for i, w := range e.words[fixed:] {
			c.class[c.index.Row(model.String(w)|1)][g] = uint16(class[i+fixed])
		}
	}
	return c
}

// Words 0 and 1 of an exchange are the sentence's edge and any rare word;
// they keep classes of their own.
const fixed = 2

type link struct{ word, count int32 }

// exchange holds the bigrams of a corpus.
type exchange struct {
	words      []string
	count      []int32
	last, next [][]link // neighbours before and behind each word
	xlogx      []float64
}

func newExchange(sentences [][]string) *exchange {
	frequency := map[string]int{}
	for _, s := range sentences {
		for _, w := range s {
			frequency[w]++
		}
	}
	e := &exchange{words: []string{"", ""}}
	for w, n := range frequency {
		if n >= clusterMinimum {
			e.words = append(e.words, w)
		}
	}
	slices.SortFunc(e.words[fixed:], func(a, b string) int {
		if d := frequency[b] - frequency[a]; d != 0 {
			return d
		}
		if a < b {
			return -1
		}
		return 1
	})
	number := map[string]int32{}
	for i, w := range e.words[fixed:] {
		number[w] = int32(i + fixed)
	}
	e.link(sentences, number)
	return e
}

func (e *exchange) link(sentences [][]string, number map[string]int32) {
	pairs := map[[2]int32]int32{}
	e.count = make([]int32, len(e.words))
	total := 0
	for _, s := range sentences {
		previous := int32(0)
		for i := 0; i <= len(s); i++ {
			w := int32(0)
			if i < len(s) {
				if w = number[s[i]]; w == 0 {
					w = 1
				}
			}
			pairs[[2]int32{previous, w}]++
			e.count[w]++
			total++
			previous = w
		}
	}
	e.last, e.next = make([][]link, len(e.words)), make([][]link, len(e.words))
	for pair, n := range pairs {
		e.next[pair[0]] = append(e.next[pair[0]], link{pair[1], n})
		e.last[pair[1]] = append(e.last[pair[1]], link{pair[0], n})
	}
	for i := range e.words {
		byWord := func(a, b link) int { return int(a.word - b.word) }
		slices.SortFunc(e.next[i], byWord)
		slices.SortFunc(e.last[i], byWord)
	}
	e.xlogx = make([]float64, total+1)
	for n := 1; n <= total; n++ {
		e.xlogx[n] = float64(n) * math.Log(float64(n))
	}
}

// run returns the class of each word.
func (e *exchange) run(classes int) []int {
	class := make([]int, len(e.words))
	for w := range class {
		class[w] = w
		if w >= classes {
			class[w] = fixed + w%(classes-fixed)
		}
	}
	t := newTables(e, class, classes)
	for range exchangePasses {
		moved := 0
		for w := fixed; w < len(e.words); w++ {
			if t.reclass(w) {
				moved++
			}
		}
		if moved*1000 < len(e.words) {
			break
		}
	}
	return class
}

// tables are the counts of classes and of their bigrams.
type tables struct {
	*exchange
	class          []int
	pair           [][]int32
	size           []int32
	before, behind []int32 // of the word at hand, by class
	lefts, rights  []int   // the classes for which these are not 0
}

func newTables(e *exchange, class []int, classes int) *tables {
	t := &tables{exchange: e, class: class, size: make([]int32, classes), before: make([]int32, classes), behind: make([]int32, classes)}
	t.pair = make([][]int32, classes)
	for c := range t.pair {
		t.pair[c] = make([]int32, classes)
	}
	for w, links := range e.next {
		t.size[class[w]] += e.count[w]
		for _, l := range links {
			t.pair[class[w]][class[l.word]] += l.count
		}
	}
	return t
}

// reclass moves a word to the class that suits it best.
func (t *tables) reclass(w int) bool {
	self := int32(0)
	t.lefts, t.rights = t.lefts[:0], t.rights[:0]
	for _, l := range t.next[w] {
		if int(l.word) == w {
			self = l.count
			continue
		}
		c := t.class[l.word]
		if t.behind[c] == 0 {
			t.rights = append(t.rights, c)
		}
		t.behind[c] += l.count
	}
	for _, l := range t.last[w] {
		if int(l.word) == w {
			continue
		}
		c := t.class[l.word]
		if t.before[c] == 0 {
			t.lefts = append(t.lefts, c)
		}
		t.before[c] += l.count
	}
	from := t.class[w]
	t.move(w, from, self, -1)
	best, bestGain := from, t.gain(w, from, self)
	for c := fixed; c < len(t.size); c++ {
		if gain := t.gain(w, c, self); gain > bestGain+1e-9 {
			best, bestGain = c, gain
		}
	}
	t.move(w, best, self, 1)
	t.class[w] = best
	for _, c := range t.rights {
		t.behind[c] = 0
	}
	for _, c := range t.lefts {
		t.before[c] = 0
	}
	return best != from
}

// move adds the word's counts to class c, or takes them away.
func (t *tables) move(w, c int, self, sign int32) {
	for _, r := range t.rights {
		t.pair[c][r] += sign * t.behind[r]
	}
	for _, l := range t.lefts {
		t.pair[l][c] += sign * t.before[l]
	}
	t.pair[c][c] += sign * self
	t.size[c] += sign * t.count[w]
}

// gain is what the objective wins when the word joins class c.
func (t *tables) gain(w, c int, self int32) float64 {
	h, row := t.xlogx, t.pair[c]
	gain := -2 * (h[t.size[c]+t.count[w]] - h[t.size[c]])
	for _, r := range t.rights {
		if r != c {
			gain += h[row[r]+t.behind[r]] - h[row[r]]
		}
	}
	for _, l := range t.lefts {
		if l != c {
			n := t.pair[l][c]
			gain += h[n+t.before[l]] - h[n]
		}
	}
	within := row[c]
	return gain + h[within+t.behind[c]+t.before[c]+self] - h[within]
}

// Encode puts the clusters into a section.
func (c *Clusters) Encode(e *model.Encoder) {
	keys := slices.Clone(c.keys)
	slices.Sort(keys)
	e.Keys(keys)
	for _, key := range keys {
		for _, class := range c.class[c.index.Row(key)] {
			e.Uint(uint64(class))
		}
	}
}

// DecodeClusters reads what Encode put.
func DecodeClusters(d *model.Decoder) *Clusters {
	c := &Clusters{keys: d.Keys()}
	c.index, c.class = model.NewIndex(len(c.keys)), make([][granularities]uint16, len(c.keys))
	for i, key := range c.keys {
		c.index.Add(key)
		for g := range c.class[i] {
			c.class[i][g] = uint16(d.Uint())
		}
	}
	return c
}
