package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/isnad-project/isnad/extract/read"
	"github.com/isnad-project/isnad/schema"
	"github.com/spf13/cobra"
)

type extractOptions struct {
	inputFlags
	format string
}

func newExtract(io streams) *cobra.Command {
	var o extractOptions
	c := &cobra.Command{
		Use:   "extract [flags] INPUT...",
		Short: "Print the events of documents",
		Long: `Print the events of text files, folders of them, or JSON Lines ("-": standard input).

Formats: jsonl, an event a line; records, a document a line with all that isnad load needs; table, for people.`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error { return runExtract(o, args, io) },
	}
	o.add(c)
	c.Flags().StringVar(&o.format, "format", "table", "`FORMAT`: records, jsonl or table")
	return c
}

func runExtract(o extractOptions, inputs []string, io streams) error {
	if err := o.check(); err != nil {
		return err
	}
	out := bufio.NewWriter(io.out)
	print, finish, err := recordPrinter(o.format, out)
	if err != nil {
		return err
	}
	x, err := o.extractor()
	if err != nil {
		return err
	}
	rejected := rejections{out: io.err}
	for d, err := range read.Documents(inputs, o.options(io.in)) {
		if e := rejected.note(err); e != nil {
			return e
		}
		if err != nil {
			continue
		}
		r := x.Extract(d)
		noteCut(io.err, r, o.maxSentence)
		if err := print(r.Record); err != nil {
			return fmt.Errorf("write the events: %w", err)
		}
	}
	if err := finish(); err != nil {
		return fmt.Errorf("write the events: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write the events: %w", err)
	}
	return rejected.result()
}

// recordPrinter returns what prints a record in the format, and what ends the
// output.
func recordPrinter(format string, out io.Writer) (print func(schema.Record) error, finish func() error, err error) {
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	nothing := func() error { return nil }
	switch format {
	case "records":
		return func(r schema.Record) error { return lines.Encode(r) }, nothing, nil
	case "jsonl":
		return func(r schema.Record) error {
			for _, e := range r.Events {
				if err := lines.Encode(e); err != nil {
					return err
				}
			}
			return nil
		}, nothing, nil
	case "table":
		table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		fmt.Fprintln(table, "document\ttype\ttrigger\tstatus\troles")
		return func(r schema.Record) error { return printEvents(table, r.Events) }, table.Flush, nil
	}
	return nil, nil, usageError{fmt.Errorf("--format %q: want records, jsonl or table", format)}
}

func printEvents(out io.Writer, events []schema.Event) error {
	for _, e := range events {
		var roles []string
		for _, r := range e.Roles {
			roles = append(roles, r.Role+"="+r.Text)
		}
		status := strings.Join([]string{e.Mention, e.Polarity, e.Factuality}, " ")
		if _, err := fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\n", e.Document, e.Type, e.Trigger.Text, status, strings.Join(roles, "; ")); err != nil {
			return err
		}
	}
	return nil
}
