package query

import (
	"context"
	"strings"

	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"

	"github.com/isnad-project/isnad/graph/quads"
	"github.com/isnad-project/isnad/schema"
)

// enough is how many values are looked at for a label: what has been named in
// thousands of documents has been named the same.
const enough = 100

// label returns what people call a node: its rdfs:label, Arabic before
// others; the name of an event type; the filler of a role, or its time; the
// words of a phrase or sentence; the title of a document. It is "" for
// anything else.
func label(ctx context.Context, view View, node quad.IRI) string {
	if name, ok := strings.CutPrefix(string(node), schema.NSIsnad); ok {
		t, _ := schema.TypeByName(name)
		return t.LabelAr
	}
	for _, predicate := range []quad.IRI{schema.RDFSLabel, schema.IsnFillerLabel, schema.RDFValue, schema.NIFAnchorOf, schema.DCTitle} {
		if found := literalOf(ctx, view, node, predicate); found != "" {
			return found
		}
	}
	return ""
}

// literalOf returns a literal of a node, an Arabic one if there is one.
func literalOf(ctx context.Context, view View, node, predicate quad.IRI) string {
	first, arabic := "", ""
	err := path.StartPath(view, node).Out(predicate).Iterate(ctx).Limit(enough).EachValue(view, func(v quad.Value) {
		if _, iri := v.(quad.IRI); iri {
			return
		}
		text := quads.Lexical(v)
		if l, ok := v.(quad.LangString); ok && l.Lang == "ar" && (arabic == "" || text < arabic) {
			arabic = text
		}
		if first == "" || text < first {
			first = text
		}
	})
	if err != nil {
		return "" // a label is a service, not part of the answer
	}
	if arabic != "" {
		return arabic
	}
	return first
}
