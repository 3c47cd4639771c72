package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/isnad-project/isnad/graph/query"
	"github.com/isnad-project/isnad/graph/store"
	"github.com/spf13/cobra"
)

type queryOptions struct {
	graphFlag
	query.Limits
	format string
}

func newQuery(io streams) *cobra.Command {
	var o queryOptions
	c := &cobra.Command{
		Use:   "query [flags] GIZMO",
		Short: "Ask the graph a path query",
		Long: `Run a Gizmo path query ("-": from standard input). Properties go by short names (agent, patient, partner, actor,
place, target, origin, destination, time, type, label, within, ledBy, actedIn, says), entities by their names:

  isnad query 'g.V(entity("درنة")).In("place").Out("actor").Unique().All()'
  isnad query 'g.V(place("ليبيا")).In("place").Has("type", type("bombard")).Out("agent").All()'`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error { return runQuery(c, o, args[0], io) },
	}
	o.add(c)
	c.Flags().StringVar(&o.format, "format", "", "`FORMAT`: table, tsv or json (default: a table on a terminal, else tsv)")
	c.Flags().DurationVar(&o.Timeout, "timeout", 10*time.Second, "how long the query may take")
	c.Flags().IntVar(&o.Rows, "limit", 1000, "most `ROWS` of the answer")
	return c
}

func runQuery(c *cobra.Command, o queryOptions, text string, streams streams) error {
	if text == "-" {
		data, err := io.ReadAll(streams.in)
		if err != nil {
			return fmt.Errorf("read the query: %w", err)
		}
		text = string(data)
	}
	if strings.TrimSpace(text) == "" {
		return usageError{errors.New("the query is empty")}
	}
	write, err := resultWriter(o.format, streams)
	if err != nil {
		return err
	}
	return o.withView(func(view *store.View) error {
		result, err := query.Run(c.Context(), view, text, o.Limits)
		for _, warning := range result.Warnings {
			fmt.Fprintf(streams.err, "isnad: %s\n", warning)
		}
		if err != nil {
			return err
		}
		return write(&result)
	})
}

func resultWriter(format string, s streams) (func(*query.Result) error, error) {
	if format == "" {
		format = "tsv"
		if isTerminal(s.out) {
			format = "table"
		}
	}
	switch format {
	case "table":
		return func(r *query.Result) error { return r.WriteTable(s.out) }, nil
	case "tsv":
		return func(r *query.Result) error { return r.WriteTSV(s.out) }, nil
	case "json":
		return func(r *query.Result) error {
			e := json.NewEncoder(s.out)
			e.SetEscapeHTML(false)
			e.SetIndent("", "  ")
			return e.Encode(r)
		}, nil
	}
	return nil, usageError{fmt.Errorf("--format %q: want table, tsv or json", format)}
}
