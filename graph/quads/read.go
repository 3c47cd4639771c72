package quads

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/isnad-project/isnad/schema"
)

// Facts are the objects of one subject by predicate, in the graph of one
// document, in any order.
type Facts map[quad.IRI][]quad.Value

// About returns what one graph says of a subject: no facts where it says none.
type About func(subject quad.IRI) (Facts, error)

// First returns the text of the one object of a predicate, or "".
func (f Facts) First(predicate string) string {
	if objects := f[quad.IRI(predicate)]; len(objects) > 0 {
		return Lexical(objects[0])
	}
	return ""
}

// all returns the texts of the objects of a predicate, sorted.
func (f Facts) all(predicate string) []string {
	var texts []string
	for _, object := range f[quad.IRI(predicate)] {
		texts = append(texts, Lexical(object))
	}
	slices.Sort(texts)
	return texts
}

// label returns the rdfs:label in a language, or "".
func (f Facts) label(lang string) string {
	for _, object := range f[schema.RDFSLabel] {
		if l, ok := object.(quad.LangString); ok && l.Lang == lang {
			return string(l.Value)
		}
	}
	return ""
}

// Record rebuilds the record from the graph of one document, in the form that
// Normalize gives it.
func Record(graph []quad.Quad) (schema.Record, error) {
	var rec schema.Record
	if len(graph) == 0 {
		return rec, errors.New("reading a document: its graph is empty")
	}
	doc, ok := graph[0].Label.(quad.IRI)
	if !ok {
		return rec, fmt.Errorf("reading a document: its graph has the label %v", graph[0].Label)
	}
	subjects := map[quad.IRI]Facts{}
	for _, q := range graph {
		subject, ok := q.Subject.(quad.IRI)
		predicate, ok2 := q.Predicate.(quad.IRI)
		if !ok || !ok2 || q.Label != doc {
			return rec, fmt.Errorf("reading the graph %s: not a quad of it: %v", doc, q)
		}
		if subjects[subject] == nil {
			subjects[subject] = Facts{}
		}
		subjects[subject][predicate] = append(subjects[subject][predicate], q.Object)
	}
	about := func(subject quad.IRI) (Facts, error) { return subjects[subject], nil }

	var err error
	if rec.Document, err = Document(doc, about); err != nil {
		return rec, err
	}
	if rec.Tool, err = tool(doc, about); err != nil {
		return rec, err
	}
	for subject, facts := range subjects {
		switch {
		case slices.Contains(facts[schema.RDFType], quad.Value(quad.IRI(schema.SEMEvent))):
			event, err := Event(subject, about)
			if err != nil {
				return rec, err
			}
			rec.Events = append(rec.Events, event)
		case facts[schema.IsnKind] != nil:
			entity, err := Entity(subject, about)
			if err != nil {
				return rec, err
			}
			rec.Entities = append(rec.Entities, entity)
		}
	}
	return Normalize(rec), nil
}

// Document reads a document's metadata; its text is not in the graph.
func Document(node quad.IRI, about About) (schema.Document, error) {
	f, err := about(node)
	if err != nil {
		return schema.Document{}, fmt.Errorf("reading the document %s: %w", node, err)
	}
	if f[schema.DCIdentifier] == nil {
		return schema.Document{}, fmt.Errorf("reading the document %s: it has no identifier", node)
	}
	return schema.Document{
		ID:        f.First(schema.DCIdentifier),
		Date:      f.First(schema.DCDate),
		Title:     f.First(schema.DCTitle),
		Source:    f.First(schema.DCPublisher),
		URL:       f.First(schema.DCSource),
		SHA256:    f.First(schema.IsnSHA256),
		Retrieved: f.First(schema.IsnRetrieved),
	}, nil
}

// tool reads the run that wrote a document's graph.
func tool(doc quad.IRI, about About) (schema.Tool, error) {
	f, err := about(doc + "#extraction")
	if err != nil {
		return schema.Tool{}, fmt.Errorf("reading the run on %s: %w", doc, err)
	}
	if format := f.First(schema.IsnFormat); format != FormatVersion {
		return schema.Tool{}, fmt.Errorf("reading the run on %s: the graph has format %q, this program reads %q", doc, format, FormatVersion)
	}
	t := schema.Tool{Version: f.First(schema.IsnVersion)}
	for _, used := range f.all(schema.ProvUsed) {
		if used == string(doc) {
			continue
		}
		name, hash, err := lexicon(used)
		if err != nil {
			return schema.Tool{}, fmt.Errorf("reading the run on %s: %w", doc, err)
		}
		if t.Lexicons == nil {
			t.Lexicons = map[string]string{}
		}
		t.Lexicons[name] = hash
	}
	return t, nil
}

// lexicon takes apart the IRI of a lexicon, …/lexicon/NAME/HASH.
func lexicon(iri string) (name, hash string, err error) {
	segments := strings.Split(iri, "/")
	if len(segments) < 3 || !strings.HasSuffix(segments[len(segments)-3], "lexicon") {
		return "", "", fmt.Errorf("%q is no lexicon", iri)
	}
	if name, err = url.PathUnescape(segments[len(segments)-2]); err != nil {
		return "", "", fmt.Errorf("reading the name of the lexicon %q: %w", iri, err)
	}
	if hash, err = url.PathUnescape(segments[len(segments)-1]); err != nil {
		return "", "", fmt.Errorf("reading the hash of the lexicon %q: %w", iri, err)
	}
	return name, hash, nil
}

// Entity reads an actor or place as one document knows it.
func Entity(node quad.IRI, about About) (schema.Entity, error) {
	f, err := about(node)
	if err != nil {
		return schema.Entity{}, fmt.Errorf("reading the entity %s: %w", node, err)
	}
	e := schema.Entity{
		ID:      string(node),
		Kind:    f.First(schema.IsnKind),
		Subkind: f.First(schema.IsnSubkind),
		Label:   f.label("ar"),
		LabelEn: f.label("en"),
		Names:   f.all(schema.SKOSAltLabel),
		LedBy:   f.First(schema.IsnLedBy),
		Within:  f.First(schema.IsnWithin),
		Country: f.First(schema.IsnCountry),
		Match:   f.all(schema.SKOSExactMatch),
	}
	geometry := f.First(schema.GeoHasGeo)
	if geometry == "" {
		return e, nil
	}
	g, err := about(quad.IRI(geometry))
	if err != nil {
		return e, fmt.Errorf("reading the geometry of %s: %w", node, err)
	}
	lat, lon, err := parsePoint(g.First(schema.GeoAsWKT))
	if err != nil {
		return e, fmt.Errorf("reading the entity %s: %w", node, err)
	}
	e.Lat, e.Lon = &lat, &lon
	return e, nil
}
