package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/isnad-project/isnad/extract/read"
	"github.com/isnad-project/isnad/graph"
	"github.com/isnad-project/isnad/graph/store"
	"github.com/isnad-project/isnad/schema"
	"github.com/spf13/cobra"
)

type buildOptions struct {
	inputFlags
	graphFlag
}

func newBuild(io streams) *cobra.Command {
	var o buildOptions
	c := &cobra.Command{
		Use:   "build [flags] INPUT...",
		Short: "Extract the events of documents and put them into a graph",
		Long: `Read text files, folders of them, or JSON Lines ("-": standard input), extract their events and put them into
the graph. A document that the graph has already is replaced. Each document is one atomic change.`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error { return runBuild(c.Context(), o, args, io) },
	}
	o.inputFlags.add(c)
	o.graphFlag.add(c)
	return c
}

func runBuild(ctx context.Context, o buildOptions, inputs []string, io streams) (err error) {
	if err := o.check(); err != nil {
		return err
	}
	s, err := o.open(store.Options{Create: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	x, err := o.extractor()
	if err != nil {
		return err
	}
	done := summary{types: map[string]int{}, entities: map[string]string{}}
	rejected := rejections{out: io.err}
	progress := newProgress(io.err)
	defer progress.end()
	for d, err := range read.Documents(inputs, o.options(io.in)) {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("stopped after %d documents: %w", done.documents, err)
		}
		if e := rejected.note(err); e != nil {
			return e
		}
		if err != nil {
			continue
		}
		r := x.Extract(d)
		noteCut(io.err, r, o.maxSentence)
		if err := graph.Load(s, r.Record, o.base); err != nil {
			return err
		}
		done.add(r.Record, r.Sentences)
		progress.step(done.documents)
	}
	progress.end()
	done.print(io, rejected.rejected, o.folder)
	return rejected.result()
}

// summary is what a build tells of its work.
type summary struct {
	documents, sentences, events int
	types                        map[string]int
	entities                     map[string]string // IRI to kind
}

func (s *summary) add(r schema.Record, sentences int) {
	s.documents++
	s.sentences += sentences
	s.events += len(r.Events)
	for _, e := range r.Events {
		s.types[e.Type]++
	}
	for _, e := range r.Entities {
		s.entities[e.ID] = e.Kind
	}
}

func (s *summary) print(io streams, rejected int, folder string) {
	actors, places := 0, 0
	for _, kind := range s.entities {
		switch kind {
		case schema.KindPerson, schema.KindOrganization, schema.KindGroup:
			actors++
		case schema.KindPlace, schema.KindFacility:
			places++
		}
	}
	fmt.Fprintf(io.out, "graph      %s\ndocuments  %d", folder, s.documents)
	if rejected > 0 {
		fmt.Fprintf(io.out, " (%d inputs rejected)", rejected)
	}
	fmt.Fprintln(io.out)
	if s.sentences > 0 {
		fmt.Fprintf(io.out, "sentences  %d\n", s.sentences)
	}
	fmt.Fprintf(io.out, "events     %d\n", s.events)
	if s.events > 0 {
		fmt.Fprintf(io.out, "  %s\n", strings.Join(s.byType(), ", "))
	}
	fmt.Fprintf(io.out, "actors     %d\nplaces     %d\n", actors, places)
}

// byType lists the event types by their number, the most frequent first.
func (s *summary) byType() []string {
	names := slices.SortedFunc(maps.Keys(s.types), func(a, b string) int {
		if n := s.types[b] - s.types[a]; n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
	for i, name := range names {
		names[i] = fmt.Sprintf("%s %d", name, s.types[name])
	}
	return names
}
