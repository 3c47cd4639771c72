package segment

import (
	"bufio"
	"fmt"
	"io"
	"math/bits"
	"slices"
	"strings"

	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/text"
)

// Counts says how often a token stood in raw text, by the hash of its
// folded form. Counts above maxCount are stored as maxCount.
type Counts struct {
	index *model.Index
	keys  []uint32
	count []uint8
}

const maxCount = 255

// CountTokens counts the Arabic tokens of texts given token by token.
func CountTokens(tokens []string) *Counts {
	c := &Counts{index: model.NewIndex(1 << 12)}
	for _, norm := range tokens {
		c.add(norm)
	}
	return c
}

func (c *Counts) add(norm string) {
	key := model.String(norm) | 1
	row := c.index.Add(key)
	if int(row) == len(c.count) {
		c.count, c.keys = append(c.count, 0), append(c.keys, key)
	}
	if c.count[row] < maxCount {
		c.count[row]++
	}
}

// Of returns the count of a folded token.
func (c *Counts) Of(norm string) int {
	if row := c.index.Row(model.String(norm) | 1); row >= 0 {
		return int(c.count[row])
	}
	return 0
}

// Level is the size of a count: 0, 1, 2–3, 4–7, and so on up to 6.
func Level(count int) uint32 { return uint32(min(bits.Len(uint(max(count, 0))), 6)) }

// Encode puts the counts into a section, in the order of the hashes.
func (c *Counts) Encode(e *model.Encoder) {
	keys := slices.Clone(c.keys)
	slices.Sort(keys)
	e.Keys(keys)
	for _, key := range keys {
		e.Uint(uint64(c.count[c.index.Row(key)]))
	}
}

// DecodeCounts reads what Encode put.
func DecodeCounts(d *model.Decoder) *Counts {
	keys := d.Keys()
	c := &Counts{index: model.NewIndex(len(keys)), keys: keys, count: make([]uint8, len(keys))}
	for i, key := range keys {
		c.index.Add(key)
		c.count[i] = uint8(d.Uint())
	}
	return c
}

// Named is a token of a name corpus with its label: O, B-PER, I-LOC and so on.
type Named struct{ Form, Label string }

// ReadNames reads a name corpus: a token and its label a line, blank lines
// between sentences. Lines without a label are an error that names the line.
func ReadNames(r io.Reader) ([][]Named, error) {
	var all [][]Named
	var sentence []Named
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		switch len(fields) {
		case 0:
			if len(sentence) > 0 {
				all, sentence = append(all, sentence), nil
			}
		case 1:
			return nil, fmt.Errorf("line %d: no label", n)
		default:
			sentence = append(sentence, Named{fields[0], fields[len(fields)-1]})
		}
	}
	if len(sentence) > 0 {
		all = append(all, sentence)
	}
	return all, lines.Err()
}

// RawTokens returns the folded Arabic tokens of a text.
func RawTokens(s string) []string {
	var list []string
	for _, t := range text.Tokens(s) {
		if t.Class == text.Word {
			list = append(list, t.Norm)
		}
	}
	return list
}

// sortBy sorts rows by their keys.
func sortBy(rows []int, keys []uint32) {
	slices.SortFunc(rows, func(a, b int) int { return int(int64(keys[a]) - int64(keys[b])) })
}
