package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var ctx = context.Background()

func memory(t testing.TB) *Store {
	t.Helper()
	s, err := OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func folder(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Open(dir, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func replace(t testing.TB, s *Store, label quad.IRI, quads ...quad.Quad) {
	t.Helper()
	if err := s.Replace(label, quads); err != nil {
		t.Fatal(err)
	}
}

// contents returns the quads of a graph, of all for nil, and fails if the
// tables do not agree with each other.
func contents(t testing.TB, s *Store, label quad.Value) []quad.Quad {
	t.Helper()
	v := s.View()
	defer v.Close()
	return viewed(t, v, label)
}

func viewed(t testing.TB, v *View, label quad.Value) []quad.Quad {
	t.Helper()
	if err := v.check(); err != nil {
		t.Fatal(err)
	}
	var quads []quad.Quad
	for q, err := range v.Quads(ctx, label) {
		if err != nil {
			t.Fatal(err)
		}
		quads = append(quads, q)
	}
	return quads
}

func labels(t testing.TB, v *View) []quad.IRI {
	t.Helper()
	var labels []quad.IRI
	for l, err := range v.Graphs(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		labels = append(labels, l)
	}
	return labels
}

// sameQuads compares quads in any order.
func sameQuads(t testing.TB, got, want []quad.Quad) {
	t.Helper()
	byText := cmpopts.SortSlices(func(a, b quad.Quad) bool { return fmt.Sprintf("%#v", a) < fmt.Sprintf("%#v", b) })
	if diff := cmp.Diff(want, got, byText, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("quads differ (-want +got):\n%s", diff)
	}
}

const ns = "http://example.org/"

func iri(name string) quad.IRI { return quad.IRI(ns + name) }

func typed(lexical, datatype string) quad.TypedString {
	return quad.TypedString{Value: quad.String(lexical), Type: quad.IRI(xsd + datatype)}
}

// report is what two documents say of one battle: doc/1 has the lines, doc/2
// the dots, and both have the double lines.
//
//	haftar <--ledBy-- army          Event
//	                   ^              ^
//	                   |              ‖
//	                 agent           type
//	                   |              ‖
//	                   +--- battle ===+
//	                       / ‖   :
//	                   year  ‖   patient
//	                    /    ‖      :
//	                   v   place    v
//	                2019     ‖    sarraj
//	                         v
//	                      tripoli
func report() (doc1, doc2 []quad.Quad) {
	one, two := iri("doc/1"), iri("doc/2")
	battle := iri("battle")
	doc1 = []quad.Quad{
		{Subject: battle, Predicate: iri("type"), Object: iri("Event"), Label: one},
		{Subject: battle, Predicate: iri("place"), Object: iri("tripoli"), Label: one},
		{Subject: battle, Predicate: iri("agent"), Object: iri("army"), Label: one},
		{Subject: battle, Predicate: iri("year"), Object: typed("2019", "integer"), Label: one},
		{Subject: iri("army"), Predicate: iri("ledBy"), Object: iri("haftar"), Label: one},
	}
	doc2 = []quad.Quad{
		{Subject: battle, Predicate: iri("type"), Object: iri("Event"), Label: two},
		{Subject: battle, Predicate: iri("place"), Object: iri("tripoli"), Label: two},
		{Subject: battle, Predicate: iri("patient"), Object: iri("sarraj"), Label: two},
	}
	return doc1, doc2
}

func TestGraphs(t *testing.T) {
	dir := t.TempDir()
	s := folder(t, dir)
	doc1, doc2 := report()
	replace(t, s, iri("doc/1"), doc1...)
	replace(t, s, iri("doc/2"), append(doc2, doc2...)...)

	sameQuads(t, contents(t, s, iri("doc/1")), doc1)
	sameQuads(t, contents(t, s, iri("doc/2")), doc2)
	sameQuads(t, contents(t, s, iri("doc/3")), nil)
	sameQuads(t, contents(t, s, nil), append(slices.Clone(doc1), doc2...))

	v := s.View()
	if got, want := labels(t, v), []quad.IRI{iri("doc/1"), iri("doc/2")}; !slices.Equal(got, want) {
		t.Errorf("graphs %v, want %v", got, want)
	}
	kinds := path.StartPath(v, iri("battle")).Out(iri("type"))
	if n, err := kinds.Iterate(ctx).Paths(true).Count(); n != 2 || err != nil {
		t.Errorf("a triple in two graphs is found %d times, %v", n, err)
	}
	one := path.StartPath(v, iri("battle")).LabelContext(iri("doc/2")).Out(iri("type"))
	if n, err := one.Iterate(ctx).Count(); n != 1 || err != nil {
		t.Errorf("a triple in one graph is found %d times, %v", n, err)
	}
	st, err := v.Stats(ctx, true)
	if err != nil || st.Quads.Size != 8 || st.Nodes.Size != 15 {
		t.Errorf("stats %v, %v; want 8 quads of 15 nodes", st, err)
	}
	v.Close()

	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = folder(t, dir)
	for _, want := range []bool{true, false} {
		if removed, err := s.Remove(iri("doc/1")); err != nil || removed != want {
			t.Errorf("remove: %v, %v; want %v", removed, err, want)
		}
	}
	sameQuads(t, contents(t, s, nil), doc2)
	if s.ValueOf(iri("haftar")) != nil {
		t.Error("a term of a removed graph is still there")
	}
	if s.ValueOf(iri("tripoli")) == nil {
		t.Error("a term of a remaining graph is gone")
	}
}

func TestUnchangedIsNotWritten(t *testing.T) {
	s := memory(t)
	doc1, _ := report()
	replace(t, s, iri("doc/1"), doc1...)
	before := s.db.Metrics().WAL.BytesIn
	slices.Reverse(doc1)
	replace(t, s, iri("doc/1"), append(doc1, doc1...)...)
	if after := s.db.Metrics().WAL.BytesIn; after != before {
		t.Errorf("%d bytes written for no change", after-before)
	}
}

func TestReplaceRefuses(t *testing.T) {
	s := memory(t)
	doc1, doc2 := report()
	replace(t, s, iri("doc/1"), doc1...)
	bad := map[string]quad.Quad{
		"other label":     doc2[0],
		"no label":        {Subject: iri("a"), Predicate: iri("b"), Object: iri("c")},
		"no object":       {Subject: iri("a"), Predicate: iri("b"), Label: iri("doc/1")},
		"not UTF-8":       {Subject: iri("a"), Predicate: iri("b"), Object: quad.String("\xff"), Label: iri("doc/1")},
		"quoted datatype": {Subject: iri("a"), Predicate: iri("b"), Object: typed("1", `a"b`), Label: iri("doc/1")},
	}
	for name, q := range bad {
		good := quad.Quad{Subject: iri("new"), Predicate: iri("new"), Object: iri("newer"), Label: iri("doc/1")}
		if err := s.Replace(iri("doc/1"), []quad.Quad{good, q}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	sameQuads(t, contents(t, s, nil), doc1)
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	missing := filepath.Join(dir, "missing")
	for _, path := range []string{missing, dir} {
		if _, err := Open(path, Options{}); !errors.Is(err, ErrNotExist) {
			t.Errorf("open %s: %v, want ErrNotExist", path, err)
		}
		if _, err := Open(path, Options{Create: true, ReadOnly: true}); !errors.Is(err, ErrNotExist) {
			t.Errorf("open %s: %v, want ErrNotExist", path, err)
		}
	}
	if files, _ := os.ReadDir(dir); len(files) > 0 {
		t.Errorf("opening a missing graph left %v", files)
	}
	s := folder(t, missing)
	if _, err := Open(missing, Options{Create: true}); !errors.Is(err, ErrInUse) {
		t.Errorf("open twice: %v, want ErrInUse", err)
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink(missing, link); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(link, Options{}); !errors.Is(err, ErrInUse) {
		t.Errorf("open twice by another path: %v, want ErrInUse", err)
	}
	doc1, _ := report()
	replace(t, s, iri("doc/1"), doc1...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("close twice: %v", err)
	}
	if err := s.Replace(iri("doc/1"), nil); !errors.Is(err, ErrClosed) {
		t.Errorf("write after close: %v, want ErrClosed", err)
	}
	for _, err := range s.View().Quads(ctx, nil) {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("view after close: %v, want ErrClosed", err)
		}
	}

	r, err := Open(missing, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	sameQuads(t, contents(t, r, nil), doc1)
	if err := r.Replace(iri("doc/1"), nil); !errors.Is(err, ErrReadOnly) {
		t.Errorf("replace: %v, want ErrReadOnly", err)
	}
	v := r.View()
	defer v.Close()
	if err := v.ApplyDeltas(nil, graph.IgnoreOpts{}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("write to a view: %v, want ErrReadOnly", err)
	}
}

func TestOpenOtherFormat(t *testing.T) {
	for name, key := range map[string]string{"other version": string(keyFormat), "other program": "key"} {
		dir := t.TempDir()
		db, err := pebble.Open(dir, settingsOnDisk())
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Set([]byte(key), []byte("isnad graph 0"), pebble.Sync); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		for range 2 { // the lock is let go
			if _, err := Open(dir, Options{Create: true}); !errors.Is(err, ErrVersion) {
				t.Errorf("%s: %v, want ErrVersion", name, err)
			}
		}
	}
}
