package quads

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/isnad-project/isnad/schema"
)

var update = flag.Bool("update", false, "write the golden files anew")

const demoText = "حاصرت القوات درنة. وقصفها الطيران العام الماضي."

// demo is the record of one document with a siege that has no time and an air
// strike that has a transmitter in the title.
func demo() schema.Record {
	base := schema.DefaultBase
	derna, libya := base+"place/geonames/88319", base+"place/geonames/2215636"
	force, airForce, agency := base+"organization/القوات", base+"organization/الطيران", base+"actor/wal"
	lat, lon := 32.76704, 22.63669
	at := func(text string, start int) schema.Mention {
		return schema.Mention{Text: text, Span: schema.Span{Start: start, End: start + len([]rune(text))}}
	}
	inTitle := func(text string) schema.Mention {
		return schema.Mention{Text: text, Span: schema.Span{End: len([]rune(text)), In: schema.InTitle}}
	}
	return schema.Record{
		Document: schema.Document{ID: "demo", Text: demoText, Date: "2017-01-10", Title: "وال: قصف درنة", Source: "وال",
			URL: "https://example.org/demo", SHA256: "0f", Retrieved: "2017-01-11T08:00:00Z"},
		Entities: []schema.Entity{
			{ID: airForce, Kind: schema.KindOrganization, Label: "الطيران", LedBy: base + "actor/khalifa-haftar"},
			{ID: agency, Kind: schema.KindOrganization, Subkind: "media", Label: "وكالة الأنباء الليبية", LabelEn: "Libyan News Agency", Names: []string{"WAL", "وال"}},
			{ID: force, Kind: schema.KindOrganization, Label: "القوات"},
			{ID: derna, Kind: schema.KindPlace, Subkind: "city", Label: "درنة", LabelEn: "Derna", Names: []string{"دَرْنَة"}, Within: libya,
				Country: "LY", Lat: &lat, Lon: &lon, Match: []string{"https://sws.geonames.org/88319/"}},
			{ID: libya, Kind: schema.KindPlace, Subkind: "country", Label: "ليبيا", LabelEn: "Libya", Country: "LY"},
		},
		Events: []schema.Event{
			{Document: "demo", ID: "demo/event/0-5", Type: "besiege", PLOVER: "COERCE", CAMEO: "191", Mention: schema.Report,
				Trigger: at("حاصرت", 0), Polarity: schema.Positive, Factuality: schema.Actual, Sentence: at("حاصرت القوات درنة.", 0), Confidence: 0.9,
				Roles: []schema.Role{
					{Role: schema.RoleAgent, Mention: at("القوات", 6), Form: schema.Nominal, Name: "القوات", Entity: force, Label: "القوات", Kind: schema.KindOrganization},
					{Role: schema.RolePatient, Mention: at("درنة", 13), Form: schema.Named, Name: "درنة", Entity: derna, Label: "درنة", Kind: schema.KindPlace, Subkind: "city"},
				}},
			{Document: "demo", ID: "demo/event/20-25", Type: "bombard", PLOVER: "ASSAULT", CAMEO: "195", Mention: schema.Report,
				Trigger: at("قصفها", 20), Polarity: schema.Positive, Factuality: schema.Actual, Sentence: at("وقصفها الطيران العام الماضي.", 19), Confidence: 0.74,
				Roles: []schema.Role{
					{Role: schema.RoleAgent, Mention: at("الطيران", 26), Form: schema.Nominal, Name: "الطيران", Entity: airForce, Label: "الطيران", Kind: schema.KindOrganization},
					{Role: schema.RolePatient, Mention: at("ها", 23), Form: schema.Pronoun, Name: "درنة", Entity: derna, Label: "درنة", Kind: schema.KindPlace, Subkind: "city"},
					{Role: schema.RoleTime, Mention: at("العام الماضي", 34), Value: "2016", Earliest: "2016-01-01", Latest: "2016-12-31"},
				},
				AccordingTo: []schema.Role{
					{Role: schema.RoleSource, Mention: inTitle("وال"), Form: schema.Named, Name: "وال", Entity: agency, Label: "وكالة الأنباء الليبية", Kind: schema.KindOrganization, Subkind: "media"},
				}},
		},
		Tool: schema.Tool{Version: "0.1.0", Lexicons: map[string]string{"events": "ab12", "names": "cd34"}},
	}
}

// lines writes quads for people: IRIs by prefix, base IRIs by "base:".
func lines(graph []quad.Quad) []byte {
	var b bytes.Buffer
	prefixes := map[string]string{schema.DefaultBase: "base:"}
	for prefix, namespace := range schema.Prefixes {
		prefixes[namespace] = prefix + ":"
	}
	short := func(v quad.Value) string {
		text := v.String()
		for namespace, prefix := range prefixes {
			if i := strings.Index(text, "<"+namespace); i >= 0 {
				text = text[:i] + prefix + strings.TrimSuffix(text[i+1+len(namespace):], ">")
			}
		}
		return text
	}
	for _, q := range graph {
		fmt.Fprintf(&b, "%s  %s  %s\n", short(q.Subject), short(q.Predicate), short(q.Object))
	}
	return b.Bytes()
}

func TestGolden(t *testing.T) {
	graph, err := Quads(demo(), schema.DefaultBase)
	if err != nil {
		t.Fatal(err)
	}
	file, got := filepath.Join("testdata", "demo.quads"), lines(graph)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("the graph of the demo changed (-want +got), run with -update if so meant:\n%s", diff)
	}
}

func TestRoundTripDemo(t *testing.T) {
	graph, err := Quads(demo(), schema.DefaultBase)
	if err != nil {
		t.Fatal(err)
	}
	back, err := Record(graph)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Normalize(demo()), back); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestOnlyPlainEventsBecomePlainTriples(t *testing.T) {
	short := []string{schema.NSIsnad + "besiege", schema.NSIsnad + "bombard", schema.IsnActedIn}
	count := func(change func(*schema.Event)) int {
		rec := demo()
		for i := range rec.Events {
			change(&rec.Events[i])
		}
		graph, err := Quads(rec, schema.DefaultBase)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, q := range graph {
			if slices.Contains(short, Lexical(q.Predicate)) {
				n++
			}
		}
		return n
	}
	for name, c := range map[string]struct {
		change func(*schema.Event)
		want   int
	}{
		"plain":     {func(e *schema.Event) {}, 4},
		"denied":    {func(e *schema.Event) { e.Polarity = schema.Negative }, 0},
		"planned":   {func(e *schema.Event) { e.Factuality = schema.Planned }, 0},
		"reference": {func(e *schema.Event) { e.Mention = schema.Reference }, 0},
		"speech":    {func(e *schema.Event) { e.Type = "accuse" }, 0},
	} {
		if got := count(c.change); got != c.want {
			t.Errorf("%s: %d plain triples, want %d", name, got, c.want)
		}
	}
}

func TestPartnersAreSymmetric(t *testing.T) {
	rec := demo()
	e := &rec.Events[0]
	e.Type = "clash"
	e.Roles[1] = e.Roles[0]
	e.Roles[1].Role, e.Roles[1].Entity = schema.RolePartner, schema.DefaultBase+"organization/الطيران"
	graph, err := Quads(rec, schema.DefaultBase)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, q := range graph {
		if q.Predicate == quad.IRI(schema.NSIsnad+"clash") {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d clash triples, want both ways", n)
	}
}

func TestErrorsNameWhatIsWrong(t *testing.T) {
	for want, change := range map[string]func(*schema.Record){
		`document "demo": event "demo/event/20-25": it has no sentence`:               func(r *schema.Record) { r.Events[1].Sentence.Text = "" },
		`event "demo/event/20-25": it has no trigger`:                                 func(r *schema.Record) { r.Events[1].Trigger.Text = "" },
		`event "": it belongs to another document, ""`:                                func(r *schema.Record) { r.Events[0] = schema.Event{} },
		`its trigger is outside its sentence`:                                         func(r *schema.Record) { r.Events[1].Sentence = r.Events[0].Sentence },
		`its id is not "demo/event/20-25", after its trigger`:                         func(r *schema.Record) { r.Events[1].ID = "7" },
		`another event has the same trigger`:                                          func(r *schema.Record) { r.Events[1] = r.Events[0] },
		`unknown type "bomb"`:                                                         func(r *schema.Record) { r.Events[1].Type = "bomb" },
		`role agent: "القوة" does not fill its span 26-33`:                            func(r *schema.Record) { r.Events[1].Roles[0].Text = "القوة" },
		`role agent: "الطائرة" does not stand at 26-33`:                               func(r *schema.Record) { r.Events[1].Roles[0].Text = "الطائرة" },
		`role patient: "https://w3id.org/isnad/id/place/x" is not among the record's`: func(r *schema.Record) { r.Events[1].Roles[1].Entity = schema.DefaultBase + "place/x" },
		`the bound "2016-02-30" is no day`:                                            func(r *schema.Record) { r.Events[1].Roles[2].Latest = "2016-02-30" },
		`the date "10/1/2017" is no day`:                                              func(r *schema.Record) { r.Document.Date = "10/1/2017" },
		`entity "not an iri": its id is no IRI`:                                       func(r *schema.Record) { r.Entities[0].ID = "not an iri" },
		`entity "https://w3id.org/isnad/id/doc/x": its id is one of a document's`:     func(r *schema.Record) { r.Entities[0].ID = schema.DefaultBase + "doc/x" },
		`<https://w3id.org/isnad/id/actor/wal>: not an absolute IRI: "<x>"`:           func(r *schema.Record) { r.Entities[1].LedBy = "<x>" },
		`<https://w3id.org/isnad/id/doc/demo>: not valid UTF-8: "\xff"`:               func(r *schema.Record) { r.Document.SHA256 = "\xff" },
		`no such coordinates`:                                                         func(r *schema.Record) { *r.Entities[3].Lat = 91 },
		`the document has no id`:                                                      func(r *schema.Record) { r.Document.ID = "" },
		`"x" is in an unknown part of the document, "body"`: func(r *schema.Record) {
			r.Events[0].Roles[0].Mention = schema.Mention{Text: "x", Span: schema.Span{End: 1, In: "body"}}
		},
	} {
		rec := demo()
		change(&rec)
		if _, err := Quads(rec, schema.DefaultBase); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

func TestTimesAreTyped(t *testing.T) {
	for value, want := range map[string]string{
		"2017-01-10": schema.XSDDate, "2016": schema.EDTF, "2016-05": schema.EDTF, "2016-05-01/2016-05-07": schema.EDTF, "201X": schema.EDTF,
		"2017-02-30": schema.EDTF, "P3D": schema.XSDDuration, "PT2H30M": schema.XSDDuration, "P2W": "", "P": "", "PT": "", "أمس": "",
	} {
		got := ""
		if v, ok := timeValue(value).(quad.TypedString); ok {
			got = string(v.Type)
		}
		if got != want {
			t.Errorf("%s has the type %q, want %q", value, got, want)
		}
	}
}

func TestTypeNamesAreNoPropertyNames(t *testing.T) {
	for _, property := range []string{schema.IsnAgent, schema.IsnPatient, schema.IsnPartner, schema.IsnInstrument, schema.IsnPlace, schema.IsnTarget,
		schema.IsnOrigin, schema.IsnDestination, schema.IsnTime, schema.IsnActedIn, schema.IsnWithin, schema.IsnLedBy, schema.IsnName, schema.IsnMention,
		schema.IsnSays, schema.IsnInStory, schema.IsnSource, schema.IsnSentence, schema.IsnRole, schema.IsnKind} {
		if _, clash := schema.TypeByName(strings.TrimPrefix(property, schema.NSIsnad)); clash {
			t.Errorf("%s is an event type and a property", property)
		}
	}
}

func TestIRIs(t *testing.T) {
	for s, want := range map[string]bool{
		"https://w3id.org/isnad/id/doc/a": true, "urn:x": true, "x-1+.:": true, "https://example.org/مكان": true,
		"": false, ":x": false, "1a:x": false, "a/b:c": false, "no scheme": false, "urn:a b": false, "urn:a\\": false, "urn:<a>": false, "urn:\xff": false, "مكان:x": false,
	} {
		if isIRI(s) != want {
			t.Errorf("isIRI(%q) is not %v", s, want)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rec := record(t)
		base := rapid.SampledFrom([]string{schema.DefaultBase, "urn:x:"}).Draw(t, "base")
		graph, err := Quads(rec, base)
		if err != nil {
			t.Fatal(err)
		}
		back, err := Record(graph)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(Normalize(rec), back); diff != "" {
			t.Fatalf("record to quads to record (-want +got)\n%s", diff)
		}
		again, err := Quads(back, base)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(lines(graph)), string(lines(again))); diff != "" {
			t.Fatalf("quads to record to quads (-want +got)\n%s", diff)
		}
	})
}

func TestShuffledSetsGiveTheSameQuads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rec := record(t)
		a, err := Quads(rec, schema.DefaultBase)
		if err != nil {
			t.Fatal(err)
		}
		slices.Reverse(rec.Events)
		slices.Reverse(rec.Entities)
		b, err := Quads(rec, schema.DefaultBase)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(a, b) {
			t.Fatal("the order of the record's sets changes the graph")
		}
		if !slices.IsSortedFunc(a, compare) || len(slices.Compact(slices.Clone(a))) != len(a) {
			t.Fatal("the quads are not sorted, or not unique")
		}
	})
}
