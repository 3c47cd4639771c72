package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"

	"github.com/isnad-project/isnad/graph/quads"
	"github.com/isnad-project/isnad/schema"
)

// Filter says which events to find. An empty field asks nothing.
type Filter struct {
	// Actor is the name of who takes part, Arabic or English, or an IRI. It
	// also stands for the forces that this person leads, unless Exact.
	Actor string
	// Role is the part that Actor plays: agent, patient, partner,
	// instrument or source; "" is any of the first three.
	Role string
	// Type is the name of an event type, or its Arabic label.
	Type string
	// Family is a family of event types, such as violence.
	Family string
	// Place is the name or IRI of a place. It also stands for what lies
	// within, unless Exact.
	Place string
	Exact bool
	// Since and Until are days, months or years (2016, 2016-05, 2016-05-01),
	// both included. An event matches if one of its times overlaps them. One
	// without a time that resolves to days counts as of the day its document
	// is dated, which bounds it from above at least; without that day either,
	// it does not match.
	Since, Until string
	// All also finds what is not reported, not actual or negated.
	All bool
}

// NotFoundError says that nothing in the graph has the name asked for.
type NotFoundError struct{ Name string }

func (e *NotFoundError) Error() string { return fmt.Sprintf("nothing is named %q", e.Name) }

// Find returns the events that match, by date (undated last), document and
// place in the document. It starts from the rarest of type, actor and place,
// and goes through all events only if none of them is given. The error wraps
// a *NotFoundError where a name is not in the graph.
func Find(ctx context.Context, view View, filter Filter) ([]schema.Event, error) {
	f, err := compile(ctx, view, filter)
	if err != nil {
		return nil, fmt.Errorf("finding events: %w", err)
	}
	candidates, err := f.candidates(ctx, view)
	if err != nil {
		return nil, fmt.Errorf("finding events: %w", err)
	}
	r := &reader{ctx: ctx, view: view, documents: map[quad.IRI]quads.Facts{}}
	var found []dated
	for _, node := range candidates {
		d, ok, err := f.read(r, node)
		if err != nil {
			return nil, fmt.Errorf("finding events: %w", err)
		}
		if ok {
			found = append(found, d)
		}
	}
	slices.SortFunc(found, func(a, b dated) int {
		return cmp.Or(cmp.Compare(a.sortDay(), b.sortDay()), cmp.Compare(a.Document, b.Document), quads.CompareSpans(a.Trigger.Span, b.Trigger.Span))
	})
	events := make([]schema.Event, len(found))
	for i := range found {
		events[i] = found[i].Event
	}
	return events, nil
}

// condition asks that an event has one of the nodes by one of the properties.
type condition struct {
	properties []string
	nodes      []quad.IRI
	members    map[quad.Value]bool
}

func newCondition(nodes []quad.IRI, properties ...string) condition {
	c := condition{properties: properties, nodes: nodes, members: map[quad.Value]bool{}}
	for _, node := range nodes {
		c.members[node] = true
	}
	return c
}

func (c condition) holds(f quads.Facts) bool {
	for _, p := range c.properties {
		if slices.ContainsFunc(f[quad.IRI(p)], func(v quad.Value) bool { return c.members[v] }) {
			return true
		}
	}
	return false
}

// size estimates how many quads point to the nodes.
func (c condition) size(ctx context.Context, view View) (n int64, err error) {
	for _, node := range c.nodes {
		ref := view.ValueOf(node)
		if ref == nil {
			continue
		}
		size, err := view.QuadIteratorSize(ctx, quad.Object, ref)
		if err != nil {
			return 0, err
		}
		n += size.Size
	}
	return n, nil
}

// events returns the events for which the condition holds.
func (c condition) events(ctx context.Context, view View) ([]quad.IRI, error) {
	if len(c.nodes) == 0 {
		return nil, nil
	}
	via := make([]interface{}, len(c.properties))
	for i, p := range c.properties {
		via[i] = quad.IRI(p)
	}
	return follow(ctx, view, path.StartPath(view, values(c.nodes)...).In(via...))
}

// compiled is a filter with its names looked up.
type compiled struct {
	conditions []condition
	dates      window
	all        bool
}

func compile(ctx context.Context, view View, filter Filter) (f compiled, err error) {
	f.all = filter.All
	if f.dates, err = newWindow(filter.Since, filter.Until); err != nil {
		return f, err
	}
	if filter.Type != "" || filter.Family != "" {
		types, err := eventTypes(filter.Type, filter.Family)
		if err != nil {
			return f, err
		}
		f.conditions = append(f.conditions, newCondition(types, schema.SEMEventType))
	}
	properties, err := roleProperties(filter)
	if err != nil {
		return f, err
	}
	for _, ask := range []struct {
		name       string
		grows      string
		properties []string
	}{
		{filter.Actor, schema.IsnLedBy, properties},
		{filter.Place, schema.IsnWithin, []string{schema.SEMHasPlace}},
	} {
		if ask.name == "" {
			continue
		}
		nodes, err := entities(ctx, view, ask.name)
		if err != nil {
			return f, err
		}
		if len(nodes) == 0 {
			return f, &NotFoundError{ask.name}
		}
		if !filter.Exact {
			if nodes, err = closure(ctx, view, nodes, ask.grows); err != nil {
				return f, err
			}
		}
		f.conditions = append(f.conditions, newCondition(nodes, ask.properties...))
	}
	return f, nil
}

// roleProperties returns the properties by which an event has the actor asked for.
func roleProperties(filter Filter) ([]string, error) {
	switch filter.Role {
	case "":
		return []string{schema.SEMHasActor}, nil
	case schema.RoleAgent, schema.RolePatient, schema.RolePartner, schema.RoleInstrument, schema.RoleSource:
		if filter.Actor == "" {
			return nil, fmt.Errorf("the role %q needs an actor who plays it", filter.Role)
		}
		return Names[filter.Role], nil
	}
	return nil, fmt.Errorf("unknown role %q; an actor is agent, patient, partner, instrument or source", filter.Role)
}

// eventTypes returns the types of a name or Arabic label, and of a family.
func eventTypes(name, family string) ([]quad.IRI, error) {
	var types []quad.IRI
	var known, knownFamily bool
	for _, t := range schema.EventTypes {
		named := name == "" || t.Name == name || schema.FoldName(t.LabelAr) == schema.FoldName(name)
		kin := family == "" || t.Family == family
		known, knownFamily = known || named, knownFamily || kin
		if named && kin {
			types = append(types, quad.IRI(schema.NSIsnad+t.Name))
		}
	}
	switch {
	case !known:
		return nil, fmt.Errorf("unknown event type %q", name)
	case !knownFamily:
		return nil, fmt.Errorf("unknown family of event types %q", family)
	}
	return types, nil
}

// candidates returns the events of the condition that is held by the fewest.
func (f compiled) candidates(ctx context.Context, view View) ([]quad.IRI, error) {
	rarest, least := newCondition([]quad.IRI{schema.SEMEvent}, schema.RDFType), int64(-1)
	for _, c := range f.conditions {
		n, err := c.size(ctx, view)
		if err != nil {
			return nil, err
		}
		if least < 0 || n < least {
			rarest, least = c, n
		}
	}
	return rarest.events(ctx, view)
}

// read returns an event if it matches.
func (f compiled) read(r *reader, node quad.IRI) (d dated, ok bool, err error) {
	facts, document, err := r.event(node)
	if err != nil || document == "" {
		return d, false, err
	}
	if !f.all && !isPlain(facts) {
		return d, false, nil
	}
	for _, c := range f.conditions {
		if !c.holds(facts) {
			return d, false, nil
		}
	}
	about := r.about(document)
	if d.spans, err = spansOf(facts, document, about); err != nil || !f.dates.holds(d.spans) {
		return d, false, err
	}
	d.Event, err = quads.Event(node, about)
	return d, err == nil, err
}

// isPlain is schema.Event.Plain for an event that is not read yet.
func isPlain(f quads.Facts) bool {
	is := func(predicate, value string) bool {
		objects := f[quad.IRI(predicate)]
		return len(objects) == 1 && objects[0] == quad.String(value)
	}
	return is(schema.IsnMention, schema.Report) && is(schema.IsnPolarity, schema.Positive) && is(schema.IsnFactuality, schema.Actual)
}
