package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/isnad-project/isnad/extract/read"
	"github.com/isnad-project/isnad/graph"
	"github.com/isnad-project/isnad/graph/store"
	"github.com/isnad-project/isnad/schema"
	"github.com/spf13/cobra"
)

type loadOptions struct {
	graphFlag
	base    string
	maxLine int64
}

func newLoad(io streams) *cobra.Command {
	var o loadOptions
	c := &cobra.Command{
		Use:   "load [flags] [RECORDS...]",
		Short: "Put the records of 'isnad extract --format records' into a graph",
		Long: `Read records, a document a line, from files or standard input ("-", the default) and put them into the graph.
'isnad extract --format records A | isnad load -g G -' makes the same graph as 'isnad build -g G A'.`,
		RunE: func(c *cobra.Command, args []string) error { return runLoad(c.Context(), o, args, io) },
	}
	o.graphFlag.add(c)
	c.Flags().StringVar(&o.base, "base", schema.DefaultBase, "base `IRI`, as given to extract")
	c.Flags().Int64Var(&o.maxLine, "max-line", read.DefaultMaxLine, "longest line, in bytes")
	return c
}

func runLoad(ctx context.Context, o loadOptions, inputs []string, io streams) (err error) {
	if len(inputs) == 0 {
		inputs = []string{"-"}
	}
	s, err := o.open(store.Options{Create: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	l := loader{loadOptions: o, store: s, done: summary{types: map[string]int{}, entities: map[string]string{}}, rejections: rejections{out: io.err}, progress: newProgress(io.err)}
	defer l.progress.end()
	for _, name := range inputs {
		if err := l.file(ctx, name, io.in); err != nil {
			return err
		}
	}
	l.progress.end()
	l.done.print(io, l.rejected, o.folder)
	return l.result()
}

type loader struct {
	loadOptions
	rejections
	store    *store.Store
	done     summary
	progress *progress
}

func (l *loader) file(ctx context.Context, name string, stdin io.Reader) error {
	where, in := "standard input", stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return l.note(&read.InputError{File: name, Err: errors.Unwrap(err)})
		}
		defer f.Close()
		where, in = name, f
	}
	empty := true
	for record, err := range read.Records(where, in, l.maxLine) {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("stopped after %d documents: %w", l.done.documents, err)
		}
		empty = false
		if err == nil {
			if err = graph.Load(l.store, record, l.base); err != nil {
				return err
			}
			l.done.add(record, 0)
			l.progress.step(l.done.documents)
		}
		if err := l.note(err); err != nil {
			return err
		}
	}
	if empty {
		return l.note(&read.InputError{File: where, Err: read.ErrEmpty})
	}
	return nil
}
