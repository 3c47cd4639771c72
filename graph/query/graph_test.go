package query

import (
	"strings"
	"testing"

	"github.com/isnad-project/isnad/graph/quads"
	"github.com/isnad-project/isnad/graph/store"
	"github.com/isnad-project/isnad/schema"
)

// The graph of the tests. Places lie within the place above them, forces are
// led by the person above them; an event in brackets is not plain.
//
//	  libya            uae             haftar          sarraj   isis   wal
//	 ↗     ↖            ↑              ↗    ↖
//	derna  sirte    abu-dhabi    air-force  army      (two are named القوات:
//	                                                   army and rada)
//
//	doc  dated       event
//	d1   2017-01-10  d1/0  air-force bombard derna        time 2016
//	                 d1/1  army besiege derna             no time
//	                [d1/2] army storm derna               planned
//	d2   2015-05-01  d2/0  isis kill sarraj, place sirte  time 2015-04-30
//	                [d2/1] army attack sirte              negative; says wal
//	d3   none        d3/0  haftar meet sarraj, place abu-dhabi, no time
//	                 d3/1  rada bombard sirte             time 2016-02
//	                [d3/2] isis bombard derna             reference
var (
	base = schema.DefaultBase

	libya, derna, sirte, uae, abuDhabi = entity("place/libya"), entity("place/derna"), entity("place/sirte"), entity("place/uae"), entity("place/abu-dhabi")

	haftar, sarraj, airForce, army, rada, isis, wal = entity("actor/haftar"), entity("actor/sarraj"), entity("organization/air-force"),
		entity("organization/army"), entity("organization/rada"), entity("actor/isis"), entity("actor/wal")
)

func entity(key string) string { return schema.EntityIRI(schema.DefaultBase, key) }

var known = map[string]schema.Entity{
	libya:    {Kind: schema.KindPlace, Label: "ليبيا", LabelEn: "Libya"},
	derna:    {Kind: schema.KindPlace, Label: "درنة", LabelEn: "Derna", Within: libya},
	sirte:    {Kind: schema.KindPlace, Label: "سرت", LabelEn: "Sirte", Within: libya},
	uae:      {Kind: schema.KindPlace, Label: "الإمارات", LabelEn: "United Arab Emirates"},
	abuDhabi: {Kind: schema.KindPlace, Label: "أبو ظبي", LabelEn: "Abu Dhabi", Within: uae},
	haftar:   {Kind: schema.KindPerson, Label: "خليفة حفتر", LabelEn: "Khalifa Haftar", Names: []string{"حفتر"}},
	sarraj:   {Kind: schema.KindPerson, Label: "فايز السراج", LabelEn: "Fayez al-Sarraj", Names: []string{"السراج"}},
	airForce: {Kind: schema.KindOrganization, Label: "طيران حفتر", LedBy: haftar},
	army:     {Kind: schema.KindOrganization, Label: "قوات حفتر", Names: []string{"القوات"}, LedBy: haftar},
	rada:     {Kind: schema.KindOrganization, Label: "قوة الردع", Names: []string{"القوات"}},
	isis:     {Kind: schema.KindOrganization, Label: "داعش", LabelEn: "ISIS"},
	wal:      {Kind: schema.KindOrganization, Label: "وال"},
}

// told is an event to write into a document; its sentence is its trigger and
// the labels of its fillers.
type told struct {
	kind       string
	trigger    string
	roles      []schema.Role
	factuality string
	polarity   string
	mention    string
	source     string
}

func filler(role, entity string) schema.Role { return schema.Role{Role: role, Entity: entity} }

func when(text, value, earliest, latest string) schema.Role {
	return schema.Role{Role: schema.RoleTime, Mention: schema.Mention{Text: text}, Value: value, Earliest: earliest, Latest: latest}
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// document makes the record of a document that tells these events, a sentence each.
func document(id, date string, events ...told) schema.Record {
	rec := schema.Record{Document: schema.Document{ID: id, Date: date}, Tool: schema.Tool{Version: "test"}}
	used := map[string]bool{}
	offset := 0
	write := func(text string) schema.Mention {
		m := schema.Mention{Text: text, Span: schema.Span{Start: offset, End: offset + len([]rune(text))}}
		rec.Document.Text += text + " "
		offset = m.End + 1
		return m
	}
	for _, t := range events {
		start := offset
		e := schema.Event{Document: id, Type: t.kind, Trigger: write(t.trigger), Polarity: or(t.polarity, schema.Positive),
			Factuality: or(t.factuality, schema.Actual), Mention: or(t.mention, schema.Report), Confidence: 0.5}
		if t.source != "" {
			t.roles = append(t.roles, filler(schema.RoleSource, t.source))
		}
		for _, r := range t.roles {
			if r.Entity != "" {
				n := known[r.Entity]
				r.Label, r.Name, r.Kind, r.Form, r.Text = n.Label, n.Label, n.Kind, schema.Named, n.Label
				used[r.Entity], used[n.Within], used[n.LedBy] = true, true, true
			}
			r.Mention = write(r.Text)
			if r.Role == schema.RoleSource {
				e.AccordingTo = append(e.AccordingTo, r)
			} else {
				e.Roles = append(e.Roles, r)
			}
		}
		e.ID = schema.EventID(id, e.Trigger.Span)
		text := string([]rune(rec.Document.Text)[start : offset-1])
		e.Sentence = schema.Mention{Text: text, Span: schema.Span{Start: start, End: offset - 1}}
		rec.Events = append(rec.Events, e)
	}
	for iri := range known {
		if used[iri] {
			n := known[iri]
			n.ID = iri
			rec.Entities = append(rec.Entities, n)
		}
	}
	return rec
}

func records() []schema.Record {
	const agent, patient, partner, place = schema.RoleAgent, schema.RolePatient, schema.RolePartner, schema.RolePlace
	return []schema.Record{
		document("d1", "2017-01-10",
			told{kind: "bombard", trigger: "قصف", roles: []schema.Role{filler(agent, airForce), filler(patient, derna), when("العام الماضي", "2016", "2016-01-01", "2016-12-31")}},
			told{kind: "besiege", trigger: "حاصرت", roles: []schema.Role{filler(agent, army), filler(patient, derna)}},
			told{kind: "storm", trigger: "اقتحام", roles: []schema.Role{filler(agent, army), filler(patient, derna)}, factuality: schema.Planned}),
		document("d2", "2015-05-01",
			told{kind: "kill", trigger: "قتل", roles: []schema.Role{filler(agent, isis), filler(patient, sarraj), filler(place, sirte), when("أمس", "2015-04-30", "2015-04-30", "2015-04-30")}},
			told{kind: "attack", trigger: "هاجمت", roles: []schema.Role{filler(agent, army), filler(patient, sirte)}, polarity: schema.Negative, source: wal}),
		document("d3", "",
			told{kind: "meet", trigger: "التقى", roles: []schema.Role{filler(agent, haftar), filler(partner, sarraj), filler(place, abuDhabi)}},
			told{kind: "bombard", trigger: "قصفت", roles: []schema.Role{filler(agent, rada), filler(patient, sirte), when("في فبراير", "2016-02", "2016-02-01", "2016-02-29")}},
			told{kind: "bombard", trigger: "القصف", roles: []schema.Role{filler(agent, isis), filler(patient, derna)}, mention: schema.Reference}),
	}
}

// names gives the events of the graph the names they have in the drawing.
func names() map[string]string {
	names := map[string]string{}
	for _, rec := range records() {
		for i, e := range rec.Events {
			names[e.ID] = rec.Document.ID + "/" + string(rune('0'+i))
		}
	}
	return names
}

// open opens a view of the drawn graph.
func open(t testing.TB) View {
	t.Helper()
	s, err := store.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	for _, rec := range records() {
		graph, err := quads.Quads(rec, base)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Replace(quads.Label(base, rec.Document.ID), graph); err != nil {
			t.Fatal(err)
		}
	}
	view := s.View()
	t.Cleanup(func() { view.Close(); s.Close() })
	return view
}

// local names an IRI of the drawing by its last segment.
func local(iri string) string { return iri[strings.LastIndexByte(iri, '/')+1:] }
