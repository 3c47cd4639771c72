package quads

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"github.com/isnad-project/isnad/schema"
)

// Letters that texts and names are made of: Arabic, Latin and what breaks
// careless writers.
var letters = []rune("ابتدرةىأ َّـabZé\"\\\n\r\t\u0000\u200f\u2028 .،٣7𐎀")

func word(t *rapid.T, name string) string {
	return rapid.StringOfN(rapid.SampledFrom(letters), 1, 12, -1).Draw(t, name)
}

func maybe(t *rapid.T, name string) string {
	if rapid.Bool().Draw(t, "has "+name) {
		return word(t, name)
	}
	return ""
}

func oneOf(t *rapid.T, name string, values ...string) string {
	return rapid.SampledFrom(values).Draw(t, name)
}

// record draws a record that keeps the rules of the schema.
func record(t *rapid.T) schema.Record {
	rec := schema.Record{Document: schema.Document{
		ID:     word(t, "id"),
		Text:   rapid.StringOfN(rapid.SampledFrom(letters), 40, 80, -1).Draw(t, "text"),
		Date:   oneOf(t, "date", "", "2017-01-10"),
		Title:  rapid.StringOfN(rapid.SampledFrom(letters), 5, 20, -1).Draw(t, "title"),
		Source: maybe(t, "source"), URL: oneOf(t, "url", "", "https://example.org/a", "no iri"), SHA256: maybe(t, "sha256"), Retrieved: maybe(t, "retrieved"),
	}}
	rec.Tool.Version = maybe(t, "version")
	if rapid.Bool().Draw(t, "has lexicons") {
		rec.Tool.Lexicons = map[string]string{word(t, "lexicon"): word(t, "hash"), "names/x": ""}
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "entities") {
		rec.Entities = append(rec.Entities, entity(t, i))
	}
	for _, part := range []string{"", schema.InTitle} {
		text := []rune(rec.Document.Text)
		if part != "" {
			text = []rune(rec.Document.Title)
		}
		for i := range rapid.IntRange(0, 3).Draw(t, "events") {
			start := i * 2
			rec.Events = append(rec.Events, event(t, &rec, text, schema.Span{Start: start, End: start + rapid.IntRange(1, 2).Draw(t, "length"), In: part}))
			if start+4 > len(text) {
				break
			}
		}
	}
	return rec
}

func entity(t *rapid.T, i int) schema.Entity {
	e := schema.Entity{
		ID: schema.EntityIRI(schema.DefaultBase, fmt.Sprintf("actor/%d", i)), Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Subkind: maybe(t, "subkind"),
		Label: word(t, "label"), LabelEn: maybe(t, "english"), Names: rapid.SliceOfN(rapid.SampledFrom([]string{"", "درنة", "Derna", "7"}), 0, 4).Draw(t, "names"),
		LedBy: oneOf(t, "led by", "", "urn:x:leader"), Within: oneOf(t, "within", "", "urn:x:country"), Country: maybe(t, "country"),
		Match: rapid.SliceOfN(rapid.SampledFrom([]string{"http://www.wikidata.org/entity/Q1", "urn:y"}), 0, 3).Draw(t, "match"),
	}
	if rapid.Bool().Draw(t, "has coordinates") {
		lat, lon := rapid.Float64Range(-90, 90).Draw(t, "lat"), rapid.Float64Range(-180, 180).Draw(t, "lon")
		e.Lat, e.Lon = &lat, &lon
	}
	return e
}

func event(t *rapid.T, rec *schema.Record, text []rune, trigger schema.Span) schema.Event {
	at := func(s schema.Span) schema.Mention { return schema.Mention{Text: string(text[s.Start:s.End]), Span: s} }
	any := func() schema.Mention {
		start := rapid.IntRange(0, len(text)).Draw(t, "start")
		return at(schema.Span{Start: start, End: rapid.IntRange(start, len(text)).Draw(t, "end"), In: trigger.In})
	}
	role := func(name string) schema.Role {
		r := schema.Role{Role: name, Mention: any(), Form: oneOf(t, "form", "", schema.Named, schema.Pronoun), Name: maybe(t, "name"), Label: maybe(t, "label"),
			Kind: maybe(t, "kind"), Subkind: maybe(t, "subkind"), Value: oneOf(t, "value", "", "2016", "2017-01-10", "P3D", "P2W"),
			Earliest: oneOf(t, "earliest", "", "2016-01-01"), Latest: oneOf(t, "latest", "", "2016-12-31")}
		if len(rec.Entities) > 0 && rapid.Bool().Draw(t, "has entity") {
			r.Entity = rapid.SampledFrom(rec.Entities).Draw(t, "entity").ID
		}
		return r
	}
	sentence := schema.Span{Start: rapid.IntRange(0, trigger.Start).Draw(t, "sentence"), End: rapid.IntRange(trigger.End, len(text)).Draw(t, "sentence end"), In: trigger.In}
	e := schema.Event{
		Document: rec.Document.ID, ID: schema.EventID(rec.Document.ID, trigger), Type: rapid.SampledFrom(schema.EventTypes).Draw(t, "type").Name,
		PLOVER: maybe(t, "plover"), CAMEO: maybe(t, "cameo"), Mention: oneOf(t, "mention", schema.Report, schema.Reference), Trigger: at(trigger),
		Polarity: oneOf(t, "polarity", schema.Positive, schema.Negative), Factuality: rapid.SampledFrom(factualities).Draw(t, "factuality"),
		Sentence: at(sentence), Confidence: rapid.Float64Range(0, 1).Draw(t, "confidence"),
	}
	for range rapid.IntRange(0, 12).Draw(t, "roles") {
		e.Roles = append(e.Roles, role(rapid.SampledFrom(schema.Roles).Draw(t, "role")))
	}
	for range rapid.IntRange(0, 2).Draw(t, "sources") {
		e.AccordingTo = append(e.AccordingTo, role(schema.RoleSource))
	}
	slices.SortStableFunc(e.Roles, func(a, b schema.Role) int {
		return slices.Index(schema.Roles, a.Role) - slices.Index(schema.Roles, b.Role)
	})
	return e
}
