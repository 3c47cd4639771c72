package quads

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/isnad-project/isnad/schema"
)

// Event reads an event back with its evidence.
func Event(node quad.IRI, about About) (schema.Event, error) {
	e, err := readEvent(node, about)
	if err != nil {
		return e, fmt.Errorf("reading the event %s: %w", node, err)
	}
	return e, nil
}

func readEvent(node quad.IRI, about About) (e schema.Event, err error) {
	f, err := about(node)
	if err != nil {
		return e, err
	}
	doc, err := Document(quad.IRI(f.First(schema.ProvWasDerivedFrom)), about)
	if err != nil {
		return e, err
	}
	e = schema.Event{
		Document:   doc.ID,
		Type:       strings.TrimPrefix(f.First(schema.SEMEventType), schema.NSIsnad),
		PLOVER:     f.First(schema.IsnPLOVER),
		CAMEO:      f.First(schema.IsnCAMEO),
		Mention:    f.First(schema.IsnMention),
		Polarity:   f.First(schema.IsnPolarity),
		Factuality: f.First(schema.IsnFactuality),
		Roles:      []schema.Role{},
	}
	if e.Confidence, err = strconv.ParseFloat(f.First(schema.IsnConfidence), 64); err != nil {
		return e, fmt.Errorf("its confidence: %w", err)
	}
	if e.Trigger, err = readMention(f.First(schema.GAFDenotedBy), about); err != nil {
		return e, fmt.Errorf("its trigger: %w", err)
	}
	if e.Sentence, err = readMention(f.First(schema.IsnSentence), about); err != nil {
		return e, fmt.Errorf("its sentence: %w", err)
	}
	e.ID = schema.EventID(e.Document, e.Trigger.Span)

	nodes := f.all(schema.IsnRole)
	slices.SortFunc(nodes, func(a, b string) int { return ordinal(a) - ordinal(b) })
	for _, n := range nodes {
		r, err := readRole(quad.IRI(n), about)
		if err != nil {
			return e, fmt.Errorf("its role <%s>: %w", n, err)
		}
		if r.Role == schema.RoleSource {
			e.AccordingTo = append(e.AccordingTo, r)
		} else {
			e.Roles = append(e.Roles, r)
		}
	}
	return e, nil
}

// ordinal returns the number at the end of a role's IRI.
func ordinal(iri string) int {
	n, _ := strconv.Atoi(iri[strings.LastIndexByte(iri, '/')+1:])
	return n
}

func readRole(node quad.IRI, about About) (r schema.Role, err error) {
	f, err := about(node)
	if err != nil {
		return r, err
	}
	r = schema.Role{
		Role:     strings.TrimPrefix(f.First(schema.SEMRoleType), schema.NSIsnad),
		Form:     f.First(schema.IsnForm),
		Name:     f.First(schema.IsnReferent),
		Label:    f.First(schema.IsnFillerLabel),
		Kind:     f.First(schema.IsnFillerKind),
		Subkind:  f.First(schema.IsnFillerSubkind),
		Earliest: f.First(schema.SEMEarliest),
		Latest:   f.First(schema.SEMLatest),
	}
	for _, value := range f[schema.RDFValue] {
		if entity, ok := value.(quad.IRI); ok {
			r.Entity = string(entity)
		} else {
			r.Value = Lexical(value)
		}
	}
	r.Mention, err = readMention(f.First(schema.GAFDenotedBy), about)
	return r, err
}

func readMention(node string, about About) (m schema.Mention, err error) {
	f, err := about(quad.IRI(node))
	if err != nil {
		return m, err
	}
	m.Text = f.First(schema.NIFAnchorOf)
	if m.Start, err = strconv.Atoi(f.First(schema.NIFBeginIndex)); err != nil {
		return m, fmt.Errorf("its begin: %w", err)
	}
	if m.End, err = strconv.Atoi(f.First(schema.NIFEndIndex)); err != nil {
		return m, fmt.Errorf("its end: %w", err)
	}
	if strings.HasSuffix(f.First(schema.NIFReferenceContext), "#"+schema.InTitle) {
		m.In = schema.InTitle
	}
	return m, nil
}
