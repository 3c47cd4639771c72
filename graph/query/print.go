package query

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"

	"github.com/isnad-project/isnad/graph/quads"
	"github.com/isnad-project/isnad/schema"
)

// asRead is the order in which the parts of an event are printed.
var asRead = []string{schema.RoleAgent, "", schema.RolePatient, schema.RolePartner, schema.RolePlace, schema.RoleOrigin,
	schema.RoleDestination, schema.RoleTime, schema.RoleInstrument}

// WriteEvents prints events for people: who did what to whom, where and when,
// then who says so, and the sentence with its document:
//
//	agent        الطيران
//	type         قصف (bombardment)
//	patient      درنة «ها»
//	time         2016 «العام الماضي»
//	             وقصفها الطيران العام الماضي.
//	             demo, 2017-01-10
func WriteEvents(ctx context.Context, w io.Writer, view View, events []schema.Event) error {
	out := bufio.NewWriter(w)
	dates := map[string]string{}
	for i := range events {
		e := &events[i]
		if _, known := dates[e.Document]; !known {
			date, err := documentDate(ctx, view, e.Document)
			if err != nil {
				return fmt.Errorf("printing the event %q: %w", e.ID, err)
			}
			dates[e.Document] = date
		}
		if i > 0 {
			fmt.Fprintln(out)
		}
		writeEvent(out, e, dates[e.Document])
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("printing events: %w", err)
	}
	return nil
}

func writeEvent(out io.Writer, e *schema.Event, date string) {
	line := func(name, text string) { fmt.Fprintf(out, "%-13s%s\n", name, text) }
	for _, role := range asRead {
		if role == "" {
			line("type", describeType(e))
			continue
		}
		for i := range e.Roles {
			if e.Roles[i].Role == role {
				line(role, describeRole(&e.Roles[i]))
			}
		}
	}
	for i := range e.AccordingTo {
		line("according to", describeRole(&e.AccordingTo[i]))
	}
	line("", oneLine(e.Sentence.Text))
	source := e.Document
	if e.Sentence.In != "" {
		source += " (" + e.Sentence.In + ")"
	}
	if date != "" {
		source += ", " + date
	}
	line("", source)
}

// describeType names the type of an event, and what makes it less than plain.
func describeType(e *schema.Event) string {
	t, _ := schema.TypeByName(e.Type)
	text := t.LabelAr + " (" + t.LabelEn + ")"
	for _, m := range []struct{ is, plain string }{
		{e.Polarity, schema.Positive}, {e.Factuality, schema.Actual}, {e.Mention, schema.Report},
	} {
		if m.is != m.plain {
			text += ", " + m.is
		}
	}
	return text
}

// describeRole names a filler: its label, name or value, and its words where
// they are others.
func describeRole(r *schema.Role) string {
	name := cmp.Or(r.Label, r.Name, r.Value, r.Text)
	if name == r.Text {
		return oneLine(name)
	}
	return oneLine(name) + " «" + oneLine(r.Text) + "»"
}

// oneLine puts a single space for each run of white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// documentDate returns the day a document is dated, or "".
func documentDate(ctx context.Context, view View, id string) (string, error) {
	var dates []string
	p := path.StartPath(view, quad.String(id)).In(quad.IRI(schema.DCIdentifier)).Out(quad.IRI(schema.DCDate))
	err := p.Iterate(ctx).EachValue(view, func(v quad.Value) { dates = append(dates, quads.Lexical(v)) })
	if err = cmp.Or(err, ctx.Err()); err != nil || len(dates) == 0 {
		return "", err
	}
	return slices.Min(dates), nil
}
