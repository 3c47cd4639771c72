package export

import (
	"bytes"
	"context"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/google/go-cmp/cmp"

	"github.com/isnad-project/isnad/graph/quads"
	"github.com/isnad-project/isnad/graph/store"
	"github.com/isnad-project/isnad/schema"
)

// TestThroughStoreAndFile takes a record all the way: quads, store, N-Quads,
// and back from each.
func TestThroughStoreAndFile(t *testing.T) {
	at := func(text string, start int) schema.Mention {
		return schema.Mention{Text: text, Span: schema.Span{Start: start, End: start + len([]rune(text))}}
	}
	derna := schema.EntityIRI(schema.DefaultBase, "place/geonames/88319")
	lat, lon := 32.76704, 22.63669
	rec := schema.Record{
		Document: schema.Document{ID: "a b/درنة.txt", Text: "قُصفت \"درنة\"\nأمس", Date: "2017-01-10", Title: "خبر"},
		Entities: []schema.Entity{{ID: derna, Kind: schema.KindPlace, Label: "درنة", LabelEn: "Derna", Lat: &lat, Lon: &lon}},
		Events: []schema.Event{{
			Document: "a b/درنة.txt", ID: "a b/درنة.txt/event/0-5", Type: "bombard", Mention: schema.Report, Trigger: at("قُصفت", 0),
			Polarity: schema.Positive, Factuality: schema.Actual, Sentence: at("قُصفت \"درنة\"\nأمس", 0), Confidence: 0.7400000000000001,
			Roles: []schema.Role{
				{Role: schema.RolePatient, Mention: at("درنة", 7), Form: schema.Named, Name: "درنة", Entity: derna, Label: "درنة", Kind: schema.KindPlace},
				{Role: schema.RoleTime, Mention: at("أمس", 13), Value: "2017-01-09", Earliest: "2017-01-09", Latest: "2017-01-09"},
			},
		}},
	}
	written, err := quads.Quads(rec, schema.DefaultBase)
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	label := quads.Label(schema.DefaultBase, rec.Document.ID)
	if err := s.Replace(label, written); err != nil {
		t.Fatal(err)
	}
	view := s.View()
	defer view.Close()

	check := func(from string, graph []quad.Quad) {
		t.Helper()
		back, err := quads.Record(graph)
		if err != nil {
			t.Fatalf("from the %s: %v", from, err)
		}
		if diff := cmp.Diff(quads.Normalize(rec), back); diff != "" {
			t.Errorf("from the %s (-want +got)\n%s", from, diff)
		}
	}
	var stored []quad.Quad
	for q, err := range view.Quads(context.Background(), label) {
		if err != nil {
			t.Fatal(err)
		}
		stored = append(stored, q)
	}
	check("store", stored)

	text := write(t, view, Options{Graph: label, Canonical: true})
	if again := write(t, list(written), Options{Canonical: true}); again != text {
		t.Errorf("the store changes the quads:\n%s", cmp.Diff(again, text))
	}
	parsed, err := quad.ReadAll(nquads.NewReader(bytes.NewReader([]byte(text)), true))
	if err != nil {
		t.Fatal(err)
	}
	check("file", parsed)

	needRapper(t)
	file := filepath.Join(t.TempDir(), "graph.nq")
	if err := WriteFile(file, func(w io.Writer) error { _, err := io.WriteString(w, text); return err }); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("rapper", "-c", "-i", "nquads", file).CombinedOutput()
	if err != nil || strings.Contains(string(out), "Warning") {
		t.Errorf("rapper: %v\n%s", err, out)
	}
}
