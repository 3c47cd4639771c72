package language

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/isnad-project/isnad/extract/morph/segment"
	"github.com/isnad-project/isnad/extract/morph/tag"
	"github.com/isnad-project/isnad/extract/text"
)

// The benchmarks read the JSON Lines file that ISNAD_CORPUS names, or the test
// articles, and use the model in the file that ISNAD_MODEL names, or the one
// built in. A relative name counts from the folder of go test; 'make bench'
// makes it absolute.

const articles = "../../testdata/articles"

var benchModel = sync.OnceValues(func() (*Model, error) {
	name := os.Getenv("ISNAD_MODEL")
	if name == "" {
		return Embedded()
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open the model: %w", err)
	}
	defer f.Close()
	return Load(f)
})

func mustModel(b *testing.B) *Model {
	b.Helper()
	m, err := benchModel()
	if err != nil {
		b.Fatal(err)
	}
	return m
}

// corpus is the texts to be analysed, and where they came from.
type corpus struct {
	name  string // of the file or folder
	texts []string
}

func openCorpus() (corpus, error) {
	c := corpus{name: os.Getenv("ISNAD_CORPUS")}
	if c.name != "" {
		return c, c.readLines(c.name)
	}
	c.name = articles
	files, err := filepath.Glob(filepath.Join(articles, "*.txt"))
	if err != nil {
		return c, err
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return c, err
		}
		_, body, _ := strings.Cut(string(data), "\n\n") // behind the header
		c.texts = append(c.texts, body)
	}
	return c, c.readLines(filepath.Join(articles, "wire.jsonl"))
}

// readLines appends the field "text" of each line.
func (c *corpus) readLines(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("open the corpus: %w", err)
	}
	defer f.Close()
	for d := json.NewDecoder(bufio.NewReader(f)); ; {
		var line struct{ Text string }
		if err := d.Decode(&line); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("read the corpus %s: %w", name, err)
		}
		if strings.TrimSpace(line.Text) != "" {
			c.texts = append(c.texts, line.Text)
		}
	}
}

// countWords is the number of words between white space: the unit of all
// figures, whatever an analyser splits them into.
func countWords(texts []string) int {
	n := 0
	for _, t := range texts {
		n += len(strings.Fields(t))
	}
	return n
}

// sentences returns the tokens of the texts' sentences.
func sentences(texts []string) [][]text.Token {
	var list [][]text.Token
	for _, t := range texts {
		tokens := text.Tokens(t)
		for _, s := range text.Sentences(tokens) {
			list = append(list, tokens[s.First:s.Last])
		}
	}
	return list
}

// analyzeAll does what there is to do with texts: words, tags, lemmas and
// trees. It returns the number of words found.
func analyzeAll(m *Model, texts []string) int {
	n := 0
	for _, t := range texts {
		tokens := text.Tokens(t)
		for _, s := range text.Sentences(tokens) {
			n += len(m.Analyze(tokens[s.First:s.Last]))
		}
	}
	return n
}

// tagAll stops at tags, for which the words are found too.
func tagAll(m *Model, texts []string) {
	for _, t := range texts {
		tokens := text.Tokens(t)
		for _, s := range text.Sentences(tokens) {
			m.tag.Tag(m.segment.Segment(tokens[s.First:s.Last]))
		}
	}
}

// The steps one by one, over the first articles of the corpus.

func stepInput(b *testing.B) (*Model, []string) {
	b.Helper()
	c, err := openCorpus()
	if err != nil {
		b.Fatal(err)
	}
	return mustModel(b), c.texts[:min(len(c.texts), 10)]
}

func perSecond(b *testing.B, texts []string) {
	b.ReportMetric(float64(countWords(texts))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkText(b *testing.B) {
	_, texts := stepInput(b)
	b.ReportAllocs()
	for b.Loop() {
		sentences(texts)
	}
	perSecond(b, texts)
}

func BenchmarkSegment(b *testing.B) {
	m, texts := stepInput(b)
	list := sentences(texts)
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range list {
			m.segment.Segment(s)
		}
	}
	perSecond(b, texts)
}

func BenchmarkTag(b *testing.B) {
	m, texts := stepInput(b)
	var words [][]segment.Word
	for _, s := range sentences(texts) {
		words = append(words, m.segment.Segment(s))
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			m.tag.Tag(w)
		}
	}
	perSecond(b, texts)
}

func BenchmarkParse(b *testing.B) {
	m, texts := stepInput(b)
	var words [][]segment.Word
	var tagged [][]tag.Tagged
	for _, s := range sentences(texts) {
		for part := range slices.Chunk(m.segment.Segment(s), longest) {
			words = append(words, part)
			tagged = append(tagged, m.tag.Tag(part))
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for i, w := range words {
			m.parse.Parse(w, tagged[i])
		}
	}
	perSecond(b, texts)
}

func BenchmarkAnalyze(b *testing.B) {
	m, texts := stepInput(b)
	b.ReportAllocs()
	for b.Loop() {
		analyzeAll(m, texts)
	}
	perSecond(b, texts)
}
