package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// Exit codes.
const (
	exitDone     = 0
	exitFailed   = 1 // failed, or nothing usable in the input
	exitUsage    = 2
	exitRejected = 3 // done, but some inputs were rejected
)

// errRejected says that a command did its work but for some inputs, each of
// which it has named already.
var errRejected = errors.New("some inputs were rejected")

// errNothing says that no input was usable; each has been named already.
var errNothing = errors.New("nothing usable in the input")

// usageError is a wrong use of a command.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// run is the program: it returns the exit code.
func run(ctx context.Context, args []string, io streams) int {
	root := newRoot(io)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errRejected):
		return exitRejected
	case errors.As(err, &usage):
		fmt.Fprintf(io.err, "isnad: %v\nSee 'isnad --help'.\n", err)
		return exitUsage
	}
	fmt.Fprintf(io.err, "isnad: %v\n", err)
	return exitFailed
}

func newRoot(io streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "isnad",
		Short: "A graph of events, actors and places from Arabic news, with the evidence for every fact",
		Long: `isnad reads Arabic news text and builds a graph of who did what to whom, where and when.
Every fact in the graph keeps the document, the sentence and the words it comes from.`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          usage(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return c.Help()
		},
	}
	root.SetIn(io.in)
	root.SetOut(io.out)
	root.SetErr(io.err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(newBuild(io), newExtract(io), newAnalyze(io), newTrain(io), newLoad(io), newQuery(io), newFind(io), newExport(io), newVersion(io))
	return root
}

// usage makes the errors of an argument check usage errors.
func usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if err := check(c, args); err != nil {
			return usageError{err}
		}
		return nil
	}
}
