// Package train makes language models from a treebank and name corpora. The
// same input gives the same model, bit for bit.
package train

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/isnad-project/isnad/extract/conllu"
	"github.com/isnad-project/isnad/extract/language"
	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/segment"
	"github.com/isnad-project/isnad/extract/morph/tag"
	"github.com/isnad-project/isnad/extract/syntax/parse"
)

// Source is a named input.
type Source struct {
	Name string // for the model's header, the last part of a path
	io.Reader
}

// Options say what a model is trained on.
type Options struct {
	Treebank Source   // CoNLL-U
	Names    []Source // corpora with a token and its name label a line, for counts and classes of words
	Licence  string   // of the model; Licence if empty
	Lexicon  language.Lexicon
}

// Licence is that of the models trained on the data in docs: treebank and
// corpora are under CC BY-SA 3.0 and 4.0.
const Licence = "CC BY-SA 4.0"

// Passes over the treebank, and parts of it that are tagged by a tagger
// trained on the others, so that the parser learns from tags as wrong as
// those that it will read.
const (
	segmentPasses = 8
	tagPasses     = 10
	jackPasses    = 6
	jackParts     = 5
	parsePasses   = 8
	parseWeights  = 260_000
)

// Language trains a model of words, tags and trees with the program's lexicon
// and no name corpora.
func Language(ctx context.Context, treebank io.Reader, out, progress io.Writer) error {
	return Train(ctx, Options{Treebank: Source{"treebank", treebank}, Lexicon: language.Default()}, out, progress)
}

// Train trains a model and writes it to out; progress tells what is being
// done, a line a step. It ends early with the context's error.
func Train(ctx context.Context, o Options, out, progress io.Writer) error {
	treebank, err := conllu.ReadAll(o.Treebank)
	if err != nil {
		return fmt.Errorf("reading treebank %s: %w", o.Treebank.Name, err)
	}
	if len(treebank) < jackParts {
		return fmt.Errorf("treebank %s: %d sentences, want %d or more", o.Treebank.Name, len(treebank), jackParts)
	}
	if err := checkTrees(treebank); err != nil {
		return fmt.Errorf("treebank %s: %w", o.Treebank.Name, err)
	}
	var names [][]segment.Named
	for _, source := range o.Names {
		list, err := segment.ReadNames(source)
		if err != nil {
			return fmt.Errorf("reading names %s: %w", source.Name, err)
		}
		names = append(names, list...)
	}
	t := trainer{ctx, o.Lexicon.Mask, treebank, names, progress}
	m, err := t.train(header(o, treebank), o.Lexicon)
	if err != nil {
		return err
	}
	t.say("writing")
	return m.Write(out)
}

// checkTrees finds words without tag or head, from which nothing can be
// learnt.
func checkTrees(treebank []conllu.Sentence) error {
	for _, s := range treebank {
		for i, w := range s.Words {
			if w.UPOS == "" || w.Deprel == "" || w.Head == conllu.NoHead {
				return &conllu.ParseError{Line: s.Line, Err: fmt.Errorf("word %d of the sentence: %w", i+1, errIncomplete)}
			}
		}
	}
	return nil
}

var errIncomplete = errors.New("no part of speech, head or relation")

func header(o Options, treebank []conllu.Sentence) []model.Field {
	list := []model.Field{
		{Key: "model", Value: language.Kind},
		{Key: "treebank", Value: fmt.Sprintf("%s, %d sentences", path.Base(o.Treebank.Name), len(treebank))},
	}
	var names []string
	for _, s := range o.Names {
		names = append(names, path.Base(s.Name))
	}
	if len(names) > 0 {
		list = append(list, model.Field{Key: "words and names", Value: strings.Join(names, ", ")})
	}
	licence := o.Licence
	if licence == "" {
		licence = Licence
	}
	return append(list, model.Field{Key: "licence", Value: licence})
}

type trainer struct {
	ctx      context.Context
	mask     segment.Lexicon
	treebank []conllu.Sentence
	names    [][]segment.Named
	progress io.Writer
}

func (t *trainer) say(step string) { fmt.Fprintln(t.progress, step) }

// train runs the steps in order.
func (t *trainer) train(header []model.Field, lexicon language.Lexicon) (*language.Model, error) {
	t.say("words")
	words := segment.Train(t.treebank, t.counts(), t.mask, segmentPasses)
	if err := t.ctx.Err(); err != nil {
		return nil, err
	}
	t.say("word classes")
	knowledge := t.knowledge(words)
	examples := tag.Examples(t.treebank)
	if err := t.ctx.Err(); err != nil {
		return nil, err
	}
	t.say("tags")
	tagger := tag.Train(examples, knowledge, tag.Options{Passes: tagPasses, Fine: true})
	tagged, err := t.jackknife(examples, knowledge)
	if err != nil {
		return nil, err
	}
	t.say("trees")
	parser := parse.Train(tagged, knowledge, tagger.Attributes(), parse.Options{Passes: parsePasses, Weights: parseWeights})
	if err := t.ctx.Err(); err != nil {
		return nil, err
	}
	return language.New(header, words, tagger, parser, lexicon), nil
}

// jackknife tags each part of the treebank by a tagger trained on the others.
func (t *trainer) jackknife(examples []tag.Sentence, k tag.Knowledge) ([]parse.Sentence, error) {
	list := make([]parse.Sentence, len(examples))
	for part := range jackParts {
		if err := t.ctx.Err(); err != nil {
			return nil, err
		}
		t.say(fmt.Sprintf("tags for the parser, part %d of %d", part+1, jackParts))
		var others []tag.Sentence
		for i, e := range examples {
			if i%jackParts != part {
				others = append(others, e)
			}
		}
		tagger := tag.Train(others, k, tag.Options{Passes: jackPasses, Fine: true, Inventory: examples})
		for i, e := range examples {
			if i%jackParts == part {
				list[i] = parse.Sentence{Words: e.Words, Tagged: tagger.Tag(e.Words), Gold: e.Gold}
			}
		}
	}
	return list, nil
}
