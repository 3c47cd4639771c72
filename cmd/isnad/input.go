package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/isnad-project/isnad/extract"
	"github.com/isnad-project/isnad/extract/language"
	"github.com/isnad-project/isnad/extract/read"
	"github.com/isnad-project/isnad/schema"
	"github.com/spf13/cobra"
)

// inputFlags are the flags of every command that reads documents.
type inputFlags struct {
	date        string
	base        string
	maxDocument int64
	maxLine     int64
	maxSentence int
	model       string
}

func (f *inputFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.date, "date", "", "publication `DATE` (YYYY-MM-DD) of documents that state none")
	c.Flags().StringVar(&f.base, "base", schema.DefaultBase, "base `IRI` of documents, events and entities")
	c.Flags().Int64Var(&f.maxDocument, "max-document", read.DefaultMaxDocument, "longest document, in bytes")
	c.Flags().Int64Var(&f.maxLine, "max-line", read.DefaultMaxLine, "longest line of JSON, in bytes")
	c.Flags().IntVar(&f.maxSentence, "max-sentence", extract.DefaultMaxSentence, "longest sentence that is analysed whole, in tokens")
	c.Flags().StringVar(&f.model, "model", "", "`FILE` of a model made by 'isnad train language' (default: the one built in)")
}

// extractor makes the extractor that the flags ask for.
func (f *inputFlags) extractor() (*extract.Extractor, error) {
	m, err := f.language()
	if err != nil {
		return nil, err
	}
	return extract.New(extract.Options{Base: f.base, MaxSentence: f.maxSentence, Language: m})
}

// language loads the model that the flags name, or the one built in.
func (f *inputFlags) language() (*language.Model, error) {
	if f.model == "" {
		return language.Embedded()
	}
	file, err := os.Open(f.model)
	if err != nil {
		return nil, fmt.Errorf("open the model: %w", err)
	}
	defer file.Close()
	m, err := language.Load(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.model, err)
	}
	return m, nil
}

// noteCut says where a limit changed how a document was analysed.
func noteCut(out io.Writer, r extract.Result, limit int) {
	if r.Cut > 0 {
		fmt.Fprintf(out, "isnad: %s: %d sentences of more than %d tokens were cut\n", r.Document.ID, r.Cut, limit)
	}
}

func (f *inputFlags) check() error {
	if f.date != "" {
		if _, err := read.Day(f.date); err != nil {
			return usageError{fmt.Errorf("--date: %w", err)}
		}
	}
	return nil
}

func (f *inputFlags) options(stdin io.Reader) read.Options {
	return read.Options{Date: f.date, MaxDocument: f.maxDocument, MaxLine: f.maxLine, Stdin: stdin}
}

// rejections names each rejected input on standard error and counts them.
type rejections struct {
	out      io.Writer
	rejected int
	accepted int
}

// note reports err if it is a rejected input, and returns any other error.
func (r *rejections) note(err error) error {
	var input *read.InputError
	if err != nil && !errors.As(err, &input) {
		return err
	}
	if err == nil {
		r.accepted++
		return nil
	}
	r.rejected++
	fmt.Fprintf(r.out, "isnad: %v\n", input)
	return nil
}

// result is the command's error when all inputs were read.
func (r *rejections) result() error {
	switch {
	case r.accepted == 0:
		return errNothing
	case r.rejected > 0:
		return errRejected
	}
	return nil
}
