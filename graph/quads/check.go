package quads

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isnad-project/isnad/schema"
)

// check reports the first rule of the schema that a record breaks.
func check(rec schema.Record, base string) error {
	c := checker{rec: rec, base: base, entities: map[string]bool{}, events: map[schema.Span]bool{}, texts: map[schema.Span]string{}}
	c.text, c.title = []rune(rec.Document.Text), []rune(rec.Document.Title)
	if rec.Document.ID == "" {
		return errors.New("the document has no id")
	}
	if d := rec.Document.Date; d != "" && !isDay(d) {
		return fmt.Errorf("the date %q is no day, YYYY-MM-DD", d)
	}
	for i := range rec.Entities {
		if err := c.entity(&rec.Entities[i]); err != nil {
			return fmt.Errorf("entity %q: %w", rec.Entities[i].ID, err)
		}
	}
	for i := range rec.Events {
		if err := c.event(&rec.Events[i]); err != nil {
			return fmt.Errorf("event %q: %w", rec.Events[i].ID, err)
		}
	}
	return nil
}

// checker remembers what of a record has been seen.
type checker struct {
	rec         schema.Record
	base        string
	text, title []rune
	entities    map[string]bool
	events      map[schema.Span]bool
	texts       map[schema.Span]string
}

var kinds = []string{schema.KindPerson, schema.KindOrganization, schema.KindGroup, schema.KindPlace, schema.KindFacility, schema.KindThing}

func (c *checker) entity(e *schema.Entity) error {
	switch {
	case !isIRI(e.ID):
		return errors.New("its id is no IRI")
	case strings.HasPrefix(e.ID, schema.DocumentIRI(c.base, "")):
		return errors.New("its id is one of a document's")
	case c.entities[e.ID]:
		return errors.New("it is there twice")
	case !slices.Contains(kinds, e.Kind):
		return fmt.Errorf("unknown kind %q", e.Kind)
	case e.Label == "" && e.LabelEn == "":
		return errors.New("it has no label")
	case (e.Lat == nil) != (e.Lon == nil):
		return errors.New("it has a latitude or a longitude, not both")
	case e.Lat != nil && !(math.Abs(*e.Lat) <= 90 && math.Abs(*e.Lon) <= 180):
		return fmt.Errorf("no such coordinates: %v, %v", *e.Lat, *e.Lon)
	}
	c.entities[e.ID] = true
	return nil
}

func (c *checker) event(e *schema.Event) error {
	_, known := schema.TypeByName(e.Type)
	switch {
	case e.Document != c.rec.Document.ID:
		return fmt.Errorf("it belongs to another document, %q", e.Document)
	case e.ID != schema.EventID(e.Document, e.Trigger.Span):
		return fmt.Errorf("its id is not %q, after its trigger", schema.EventID(e.Document, e.Trigger.Span))
	case c.events[e.Trigger.Span]:
		return errors.New("another event has the same trigger")
	case !known:
		return fmt.Errorf("unknown type %q", e.Type)
	case e.Mention != schema.Report && e.Mention != schema.Reference:
		return fmt.Errorf("unknown mention %q", e.Mention)
	case e.Polarity != schema.Positive && e.Polarity != schema.Negative:
		return fmt.Errorf("unknown polarity %q", e.Polarity)
	case !slices.Contains(factualities, e.Factuality):
		return fmt.Errorf("unknown factuality %q", e.Factuality)
	case math.IsNaN(e.Confidence) || math.IsInf(e.Confidence, 0):
		return errors.New("its confidence is no number")
	case e.Trigger.Text == "":
		return errors.New("it has no trigger")
	case e.Sentence.Text == "":
		return errors.New("it has no sentence")
	case e.Trigger.In != e.Sentence.In || e.Trigger.Start < e.Sentence.Start || e.Sentence.End < e.Trigger.End:
		return errors.New("its trigger is outside its sentence")
	}
	c.events[e.Trigger.Span] = true
	if err := errors.Join(c.mention(e.Trigger), c.mention(e.Sentence)); err != nil {
		return err
	}
	for i := range e.Roles {
		if !slices.Contains(schema.Roles, e.Roles[i].Role) {
			return fmt.Errorf("unknown role %q", e.Roles[i].Role)
		}
		if err := c.role(&e.Roles[i]); err != nil {
			return fmt.Errorf("role %s: %w", e.Roles[i].Role, err)
		}
	}
	for i := range e.AccordingTo {
		if e.AccordingTo[i].Role != schema.RoleSource {
			return fmt.Errorf("a transmitter has the role %q", e.AccordingTo[i].Role)
		}
		if err := c.role(&e.AccordingTo[i]); err != nil {
			return fmt.Errorf("transmitter: %w", err)
		}
	}
	return nil
}

var factualities = []string{schema.Actual, schema.Attempted, schema.Planned, schema.Possible, schema.Demanded}

func (c *checker) role(r *schema.Role) error {
	if r.Entity != "" && !c.entities[r.Entity] {
		return fmt.Errorf("%q is not among the record's entities", r.Entity)
	}
	for _, day := range []string{r.Earliest, r.Latest} {
		if day != "" && !isDay(day) {
			return fmt.Errorf("the bound %q is no day, YYYY-MM-DD", day)
		}
	}
	return c.mention(r.Mention)
}

// mention checks that the text is as long as its span, stands there in the
// document where that is known, and is the same wherever the span is named.
func (c *checker) mention(m schema.Mention) error {
	if m.In != "" && m.In != schema.InTitle {
		return fmt.Errorf("%q is in an unknown part of the document, %q", m.Text, m.In)
	}
	if m.Start < 0 || m.End-m.Start != utf8.RuneCountInString(m.Text) {
		return fmt.Errorf("%q does not fill its span %d-%d", m.Text, m.Start, m.End)
	}
	part := c.text
	if m.In == schema.InTitle {
		part = c.title
	}
	if len(part) > 0 && (m.End > len(part) || string(part[m.Start:m.End]) != m.Text) {
		return fmt.Errorf("%q does not stand at %d-%d", m.Text, m.Start, m.End)
	}
	if other, seen := c.texts[m.Span]; seen && other != m.Text {
		return fmt.Errorf("%q and %q both stand at %d-%d", m.Text, other, m.Start, m.End)
	}
	c.texts[m.Span] = m.Text
	return nil
}
