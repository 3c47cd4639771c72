// Package graph turns records into a graph: it imports the schema, and knows
// nothing of how the records were made.
package graph

import (
	"fmt"

	"github.com/isnad-project/isnad/graph/quads"
	"github.com/isnad-project/isnad/graph/store"
	"github.com/isnad-project/isnad/schema"
)

// Load puts the record of one document into the graph, in place of what the
// graph had of that document. It is one atomic change. A record that breaks
// the rule that every fact has its evidence is refused whole.
func Load(s *store.Store, record schema.Record, base string) error {
	found, err := quads.Quads(record, base)
	if err != nil {
		return err
	}
	if err := s.Replace(quads.Label(base, record.Document.ID), found); err != nil {
		return fmt.Errorf("storing document %q: %w", record.Document.ID, err)
	}
	return nil
}
