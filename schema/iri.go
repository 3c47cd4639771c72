package schema

import (
	"fmt"
	"net/url"
	"strings"
)

// DefaultBase is the base IRI of things where --base names no other.
const DefaultBase = "https://w3id.org/isnad/id/"

// DocumentIRI returns the IRI of the document with this id. The id is
// percent-encoded whole, slashes too, so that no two ids share an IRI and no
// document's IRI is the beginning of another's event.
func DocumentIRI(base, id string) string {
	return base + "doc/" + url.PathEscape(id)
}

// EventID returns the id of the event whose trigger stands at span.
func EventID(document string, span Span) string {
	if span.In != "" {
		return fmt.Sprintf("%s/event/%s:%d-%d", document, span.In, span.Start, span.End)
	}
	return fmt.Sprintf("%s/event/%d-%d", document, span.Start, span.End)
}

// EventIRI returns the IRI of the event whose trigger stands at span.
func EventIRI(base, document string, span Span) string {
	return EventID(DocumentIRI(base, document), span)
}

// SpanIRI returns the IRI of a stretch of a document, by RFC 5147 in code
// points: DOC#char=5,9, or DOC#title-char=5,9 for the title.
func SpanIRI(base, document string, span Span) string {
	part := ""
	if span.In != "" {
		part = span.In + "-"
	}
	return fmt.Sprintf("%s#%schar=%d,%d", DocumentIRI(base, document), part, span.Start, span.End)
}

// EntityIRI returns the IRI of an entity by its key, such as
// "actor/khalifa-haftar" or "place/geonames/88319". The segments of the key
// are percent-encoded, the slashes between them kept.
func EntityIRI(base, key string) string {
	segments := strings.Split(key, "/")
	for i, s := range segments {
		segments[i] = url.PathEscape(s)
	}
	return base + strings.Join(segments, "/")
}

// LocalEntityIRI returns the IRI of something that only one document speaks
// of, such as "ten demonstrators", by a key that is unique in the document.
func LocalEntityIRI(base, document, key string) string {
	return EntityIRI(base+"local/"+url.PathEscape(document)+"/", key)
}
