package quads

import (
	"cmp"
	"slices"

	"github.com/isnad-project/isnad/schema"
)

// Normalize returns the record in the form in which it comes back from the
// graph: without the document's text, entities by id, events as they stand in
// title and text, and the sets (names, matches) sorted without duplicates or
// empty strings. The order of roles and of transmitters is the record's own.
func Normalize(rec schema.Record) schema.Record {
	rec.Document.Text = ""
	if len(rec.Tool.Lexicons) == 0 {
		rec.Tool.Lexicons = nil
	}
	rec.Entities = append([]schema.Entity{}, rec.Entities...)
	slices.SortFunc(rec.Entities, func(a, b schema.Entity) int { return cmp.Compare(a.ID, b.ID) })
	for i := range rec.Entities {
		e := &rec.Entities[i]
		e.Names, e.Match = set(e.Names), set(e.Match)
	}
	rec.Events = append([]schema.Event{}, rec.Events...)
	slices.SortFunc(rec.Events, func(a, b schema.Event) int { return CompareSpans(a.Trigger.Span, b.Trigger.Span) })
	for i := range rec.Events {
		e := &rec.Events[i]
		e.Roles = append([]schema.Role{}, e.Roles...)
		if len(e.AccordingTo) == 0 {
			e.AccordingTo = nil
		}
	}
	return rec
}

// CompareSpans orders spans as one reads: the title first, then by offset.
func CompareSpans(a, b schema.Span) int {
	return cmp.Or(-cmp.Compare(a.In, b.In), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// set sorts strings and drops duplicates and empty ones; nil where none is left.
func set(all []string) []string {
	var kept []string
	for _, s := range all {
		if s != "" {
			kept = append(kept, s)
		}
	}
	slices.Sort(kept)
	return slices.Compact(kept)
}
