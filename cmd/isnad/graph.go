package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/isnad-project/isnad/graph/store"
	"github.com/spf13/cobra"
)

// defaultGraph is the graph's folder where neither -g nor ISNAD_GRAPH names one.
const defaultGraph = "isnad.graph"

// graphFlag is -g.
type graphFlag struct{ folder string }

func (f *graphFlag) add(c *cobra.Command) {
	folder := os.Getenv("ISNAD_GRAPH")
	if folder == "" {
		folder = defaultGraph
	}
	c.Flags().StringVarP(&f.folder, "graph", "g", folder, "the graph's `FOLDER` (or ISNAD_GRAPH)")
}

// open opens the graph; its errors say what to do.
func (f *graphFlag) open(options store.Options) (*store.Store, error) {
	s, err := store.Open(f.folder, options)
	switch {
	case errors.Is(err, store.ErrNotExist):
		return nil, fmt.Errorf("%w in %s: make one with 'isnad build -g %s INPUT...'", store.ErrNotExist, f.folder, f.folder)
	case errors.Is(err, store.ErrInUse):
		return nil, fmt.Errorf("%s: %w: try again when that has finished", f.folder, store.ErrInUse)
	}
	return s, err
}

// withView runs read on the last committed state of the graph.
func (f *graphFlag) withView(read func(*store.View) error) (err error) {
	s, err := f.open(store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	view := s.View()
	defer func() { err = errors.Join(err, view.Close()) }()
	return read(view)
}
