package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/spf13/cobra"

	"github.com/isnad-project/isnad/extract/conllu"
	"github.com/isnad-project/isnad/extract/language"
	"github.com/isnad-project/isnad/extract/read"
	"github.com/isnad-project/isnad/extract/text"
	"github.com/isnad-project/isnad/schema"
)

type analyzeOptions struct {
	inputFlags
	format string
}

func newAnalyze(io streams) *cobra.Command {
	var o analyzeOptions
	c := &cobra.Command{
		Use:   "analyze [flags] INPUT...",
		Short: "Print the words, lemmas, tags and trees of documents",
		Long: `Print the analysis of each sentence in the terms of Universal Dependencies 2: its words with clitics split off, their
lemmas, parts of speech, features, heads and relations.

Formats: conllu, for tools; table, for people.`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error { return runAnalyze(o, args, io) },
	}
	o.add(c)
	c.Flags().StringVar(&o.format, "format", "table", "`FORMAT`: conllu or table")
	return c
}

func runAnalyze(o analyzeOptions, inputs []string, streams streams) error {
	if err := o.check(); err != nil {
		return err
	}
	write, ok := map[string]func(io.Writer, *conllu.Sentence) error{"conllu": conllu.Write, "table": writeAnalysis}[o.format]
	if !ok {
		return usageError{fmt.Errorf("--format %q: want conllu or table", o.format)}
	}
	m, err := o.language()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(streams.out)
	rejected := rejections{out: streams.err}
	for d, err := range read.Documents(inputs, o.options(streams.in)) {
		if e := rejected.note(err); e != nil {
			return e
		}
		if err != nil {
			continue
		}
		for _, s := range analyzeDocument(m, d) {
			if err := write(out, &s); err != nil {
				return fmt.Errorf("write the analysis: %w", err)
			}
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write the analysis: %w", err)
	}
	return rejected.result()
}

// analyzeDocument returns the sentences of a document's text.
func analyzeDocument(m *language.Model, d schema.Document) []conllu.Sentence {
	tokens := text.Tokens(d.Text)
	var list []conllu.Sentence
	sentences := text.Sentences(tokens)
	for n, s := range sentences {
		sentence := language.Sentence(m.Analyze(tokens[s.First:s.Last]))
		if last := s.Last; last < len(tokens) && tokens[last].Start == tokens[last-1].End && tokens[last].Class != text.Newline {
			sentence.Words[len(sentence.Words)-1].Misc = "SpaceAfter=No"
		}
		sentence.Comments = append([]string{fmt.Sprintf(" sent_id = %s/%d", d.ID, n+1)}, sentence.Comments...)
		if n == 0 {
			sentence.Comments = append([]string{" newdoc id = " + strings.Join(strings.Fields(d.ID), " ")}, sentence.Comments...)
		}
		list = append(list, sentence)
	}
	return list
}

// writeAnalysis writes a sentence for people: a word a line, its columns
// aligned for terminals that show Arabic.
func writeAnalysis(w io.Writer, s *conllu.Sentence) error {
	rows := [][]string{}
	for i, word := range s.Words {
		head := "root"
		if word.Head > 0 {
			head = fmt.Sprintf("%d %s", word.Head, s.Words[word.Head-1].Form)
		}
		rows = append(rows, []string{fmt.Sprint(i + 1), word.Form, word.Lemma, word.UPOS, word.Deprel, head, word.Feats})
	}
	widths := make([]int, 7)
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], displaywidth.String(cell))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString(cell + strings.Repeat(" ", widths[i]-displaywidth.String(cell)+2))
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(b.String(), " ")); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(w)
	return err
}
