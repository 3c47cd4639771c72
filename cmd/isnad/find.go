package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/isnad-project/isnad/graph/query"
	"github.com/isnad-project/isnad/graph/store"
	"github.com/isnad-project/isnad/schema"
	"github.com/spf13/cobra"
)

type findOptions struct {
	graphFlag
	query.Filter
	format string
}

func newFind(io streams) *cobra.Command {
	var o findOptions
	c := &cobra.Command{
		Use:   "find [flags]",
		Short: "Find events by actor, place, type and time, with the sentence each stands on",
		Long: `Find events. Shown are those that the text reports as having happened; --all shows also what was denied, planned
or only referred to. A place stands for all that lies within it, a person for the forces they lead; --exact asks for
the name alone.

  isnad find --place درنة --type bombard --since 2016`,
		Args: usage(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error { return runFind(c, o, io) },
	}
	o.graphFlag.add(c)
	f := c.Flags()
	f.StringVar(&o.Actor, "actor", "", "who takes part: a `NAME`, Arabic or English")
	f.StringVar(&o.Role, "role", "", "the part the actor plays: agent, patient, partner, instrument or source")
	f.StringVar(&o.Type, "type", "", "event `TYPE`, such as bombard or قصف")
	f.StringVar(&o.Family, "family", "", "`FAMILY` of event types, such as violence")
	f.StringVar(&o.Place, "place", "", "where: a `NAME`, Arabic or English")
	f.StringVar(&o.Since, "since", "", "first `DAY`, month or year")
	f.StringVar(&o.Until, "until", "", "last `DAY`, month or year")
	f.BoolVar(&o.Exact, "exact", false, "only the place and the actor named")
	f.BoolVar(&o.All, "all", false, "also what was denied, planned or only referred to")
	f.StringVar(&o.format, "format", "text", "`FORMAT`: text or jsonl (event records)")
	return c
}

func runFind(c *cobra.Command, o findOptions, io streams) error {
	if o.format != "text" && o.format != "jsonl" {
		return usageError{fmt.Errorf("--format %q: want text or jsonl", o.format)}
	}
	return o.withView(func(view *store.View) error {
		events, err := query.Find(c.Context(), view, o.Filter)
		var unknown *query.NotFoundError
		if errors.As(err, &unknown) {
			return fmt.Errorf("%w in the graph", unknown)
		}
		if err != nil {
			return err
		}
		if o.format == "jsonl" {
			return printLines(io, events)
		}
		if len(events) == 0 {
			fmt.Fprintln(io.err, "isnad: no such event in the graph")
			return nil
		}
		return query.WriteEvents(c.Context(), io.out, view, events)
	})
}

func printLines(io streams, events []schema.Event) error {
	lines := json.NewEncoder(io.out)
	lines.SetEscapeHTML(false)
	for _, e := range events {
		if err := lines.Encode(e); err != nil {
			return fmt.Errorf("write the events: %w", err)
		}
	}
	return nil
}
