package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/isnad-project/isnad/extract/language"
	"github.com/isnad-project/isnad/extract/train"
	"github.com/isnad-project/isnad/graph/export"
	"github.com/spf13/cobra"
)

func newTrain(io streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "train",
		Short: "Train a model",
		Args:  usage(cobra.NoArgs),
		RunE:  func(c *cobra.Command, _ []string) error { return usageError{errors.New("train what? language")} },
	}
	c.AddCommand(newTrainLanguage(io))
	return c
}

type trainLanguageOptions struct {
	treebank string
	names    []string
	model    string
}

func newTrainLanguage(io streams) *cobra.Command {
	var o trainLanguageOptions
	c := &cobra.Command{
		Use:   "language --treebank FILE --model OUT",
		Short: "Train the model of words, tags and trees",
		Long: `Train the model of words, tags and trees on a treebank in CoNLL-U (Universal Dependencies 2). The same input gives the
same model, byte for byte. Corpora of names (a token and its IOB tag a line) serve for counts and classes of words.`,
		Args: usage(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error { return runTrainLanguage(c, o, io) },
	}
	c.Flags().StringVar(&o.treebank, "treebank", "", "CoNLL-U `FILE` to learn from")
	c.Flags().StringSliceVar(&o.names, "names", nil, "name corpora `FILE,...`")
	c.Flags().StringVar(&o.model, "model", "", "`FILE` to write the model to")
	return c
}

func runTrainLanguage(c *cobra.Command, o trainLanguageOptions, streams streams) error {
	if o.treebank == "" || o.model == "" {
		return usageError{errors.New("train language needs --treebank and --model")}
	}
	treebank, err := openSource(o.treebank)
	if err != nil {
		return err
	}
	defer treebank.close()
	options := train.Options{Treebank: treebank.Source, Lexicon: language.Default()}
	for _, name := range o.names {
		source, err := openSource(name)
		if err != nil {
			return err
		}
		defer source.close()
		options.Names = append(options.Names, source.Source)
	}
	return export.WriteFile(o.model, func(w io.Writer) error { return train.Train(c.Context(), options, w, streams.err) })
}

type openedSource struct {
	train.Source
	close func() error
}

func openSource(name string) (openedSource, error) {
	f, err := os.Open(name)
	if err != nil {
		return openedSource{}, fmt.Errorf("open training data: %w", err)
	}
	return openedSource{train.Source{Name: filepath.Base(name), Reader: f}, f.Close}, nil
}
