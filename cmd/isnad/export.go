package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/isnad-project/isnad/graph/export"
	"github.com/isnad-project/isnad/graph/store"
	"github.com/spf13/cobra"
)

type exportOptions struct {
	graphFlag
	export.Options
	format string
	output string
}

func newExport(io streams) *cobra.Command {
	var o exportOptions
	var names []string
	for _, f := range export.Formats {
		names = append(names, f.Name)
	}
	c := &cobra.Command{
		Use:   "export [flags]",
		Short: "Write the graph to a file",
		Long:  `Write the graph, one named graph a document. A file is written whole or not at all.`,
		Args:  usage(cobra.NoArgs),
		RunE:  func(c *cobra.Command, _ []string) error { return runExport(c, o, io) },
	}
	o.graphFlag.add(c)
	c.Flags().StringVar(&o.format, "format", "", "`FORMAT`: "+strings.Join(names, ", ")+" (default: by the file's extension, else nquads)")
	c.Flags().StringVarP(&o.output, "output", "o", "-", "`FILE` to write, - for standard output")
	c.Flags().BoolVar(&o.Canonical, "canonical", false, "sorted, so that equal graphs give equal files")
	return c
}

func runExport(c *cobra.Command, o exportOptions, streams streams) error {
	format, err := chooseFormat(o.format, o.output)
	if err != nil {
		return usageError{err}
	}
	return o.withView(func(view *store.View) error {
		write := func(w io.Writer) error { return format.Write(c.Context(), w, view, o.Options) }
		if o.output != "-" {
			return export.WriteFile(o.output, write)
		}
		out := bufio.NewWriter(streams.out)
		if err := write(out); err != nil {
			return err
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("write the graph: %w", err)
		}
		return nil
	})
}

func chooseFormat(name, file string) (export.Format, error) {
	if name != "" {
		return export.ByName(name)
	}
	if f, ok := export.ByFile(file); ok {
		return f, nil
	}
	return export.ByName("nquads")
}
