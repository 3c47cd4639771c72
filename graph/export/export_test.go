package export

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"iter"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/isnad-project/isnad/schema"
)

var update = flag.Bool("update", false, "write the golden files anew")

// list is a View of quads held in memory.
type list []quad.Quad

func (l list) Quads(_ context.Context, label quad.Value) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		for _, q := range l {
			if (label == nil || label == q.Label) && !yield(q, nil) {
				return
			}
		}
	}
}

const ns = "http://example.org/"

func about(object quad.Value) quad.Quad {
	return quad.Quad{Subject: quad.IRI(ns + "s"), Predicate: quad.IRI(ns + "p"), Object: object, Label: quad.IRI(ns + "g")}
}

func typed(text, datatype string) quad.Value {
	return quad.TypedString{Value: quad.String(text), Type: quad.IRI(datatype)}
}

// terms are objects that writers often get wrong.
var terms = list{
	about(quad.String("قصفت الطائرات مدينة درنة")),
	about(quad.LangString{Value: "درنة", Lang: "ar"}),
	about(quad.LangString{Value: "Derna", Lang: "en-GB"}),
	about(quad.String("quote \" backslash \\ line\nreturn\rtab\tbell\a back\b feed\f null\x00 delete\x7f")),
	about(quad.String("direction \u200f separator \u2028 beyond 𐎀")),
	about(quad.String("")),
	about(typed("007", schema.XSDInteger)),
	about(typed("0.740", schema.XSDDecimal)),
	about(typed("2017-01-10", schema.XSDDate)),
	about(typed("2016", schema.EDTF)),
	about(typed("plain", schema.NSXSD+"string")),
	about(quad.Int(-7)),
	about(quad.Float(0.25)),
	about(quad.Bool(true)),
	about(quad.IRI(ns + "مكان")),
	about(quad.BNode("b1")),
	{Subject: quad.BNode("b1"), Predicate: quad.IRI(ns + "p"), Object: quad.IRI(ns + "o")},
}

func write(t *testing.T, view View, opts Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := NQuads(context.Background(), &b, view, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestNQuadsGolden(t *testing.T) {
	file, got := filepath.Join("testdata", "terms.nq"), write(t, terms, Options{})
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestCanonicalIsSortedAndUnique(t *testing.T) {
	backwards := append(slices.Clone(terms), terms...)
	slices.Reverse(backwards)
	got := write(t, backwards, Options{Canonical: true})
	lines := strings.SplitAfter(strings.TrimSuffix(got, "\n"), "\n")
	if !slices.IsSorted(lines) || len(lines) != len(terms) {
		t.Errorf("%d lines, want %d, sorted:\n%s", len(lines), len(terms), got)
	}
	if again := write(t, terms, Options{Canonical: true}); again != got {
		t.Errorf("the order of the quads changes the output:\n%s", again)
	}
}

func TestOneGraph(t *testing.T) {
	if got := write(t, terms, Options{Graph: quad.IRI(ns + "none")}); got != "" {
		t.Errorf("quads of a graph that is not there: %s", got)
	}
	got := write(t, terms, Options{Graph: quad.IRI(ns + "g")})
	if n := strings.Count(got, "\n"); n != len(terms)-1 {
		t.Errorf("%d quads, want all but the one without a label", n)
	}
}

func TestWhatIsNoQuadIsAnError(t *testing.T) {
	s, p, o := quad.IRI(ns+"s"), quad.IRI(ns+"p"), quad.String("o")
	for want, q := range map[string]quad.Quad{
		"cannot be a subject":     {Subject: o, Predicate: p, Object: o},
		"cannot be a predicate":   {Subject: s, Predicate: quad.BNode("b"), Object: o},
		"cannot be a object":      {Subject: s, Predicate: p},
		"cannot be a graph label": {Subject: s, Predicate: p, Object: o, Label: o},
		"not valid UTF-8":         {Subject: s, Predicate: p, Object: quad.String("\xff")},
		"a b>\": no IRI":          {Subject: s, Predicate: p, Object: quad.IRI(ns + "a b")},
		"subject \"<>\": no IRI":  {Subject: quad.IRI(""), Predicate: p, Object: o},
	} {
		err := NQuads(context.Background(), io.Discard, list{q}, Options{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

func TestCancelledExportStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := NQuads(ctx, io.Discard, terms, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

// TestReadBack draws quads and reads what is written with Cayley's parser in
// raw mode, which keeps every lexical form but takes a literal that begins
// with @ or ^ for one without a language or datatype.
func TestReadBack(t *testing.T) {
	iri := rapid.Map(rapid.StringMatching(`[a-zA-Z0-9/#%،-٫أ-ي]{1,20}`), func(s string) quad.Value { return quad.IRI(ns + s) })
	text := rapid.StringOf(rapid.Rune().Filter(func(r rune) bool { return r != '@' && r != '^' }))
	object := rapid.OneOf(
		iri,
		rapid.Map(rapid.String(), func(s string) quad.Value { return quad.String(s) }),
		rapid.Map(text, func(s string) quad.Value { return quad.LangString{Value: quad.String(s), Lang: "ar"} }),
		rapid.Map(text, func(s string) quad.Value { return typed(s, schema.XSDDate) }),
	)
	rapid.Check(t, func(t *rapid.T) {
		var want list
		for range rapid.IntRange(0, 5).Draw(t, "quads") {
			want = append(want, quad.Quad{Subject: iri.Draw(t, "subject"), Predicate: iri.Draw(t, "predicate"), Object: object.Draw(t, "object"), Label: iri.Draw(t, "label")})
		}
		var b bytes.Buffer
		if err := NQuads(context.Background(), &b, want, Options{}); err != nil {
			t.Fatal(err)
		}
		got, err := quad.ReadAll(nquads.NewReader(bytes.NewReader(b.Bytes()), true))
		if err != nil {
			t.Fatalf("%v in\n%s", err, b.Bytes())
		}
		if diff := cmp.Diff(want, list(got)); len(want)+len(got) > 0 && diff != "" {
			t.Fatalf("(-want +got)\n%s", diff)
		}
	})
}

// needRapper skips a test where rapper is not installed; continuous
// integration must have it.
func needRapper(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("rapper"); err == nil {
		return
	}
	const missing = "rapper (Debian raptor2-utils) is not installed: N-Quads are not checked by a second parser"
	if os.Getenv("CI") != "" {
		t.Fatal(missing)
	}
	t.Skip(missing)
}

func TestRapperReadsIt(t *testing.T) {
	needRapper(t)
	file := filepath.Join(t.TempDir(), "terms.nq")
	if err := WriteFile(file, func(w io.Writer) error { return NQuads(context.Background(), w, terms, Options{}) }); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("rapper", "-c", "-i", "nquads", file).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "17 triples") {
		t.Errorf("rapper: %v\n%s", err, out)
	}
}

func TestFloats(t *testing.T) {
	got := write(t, list{about(quad.Float(1e21)), about(quad.Float(math.MaxFloat64))}, Options{})
	if !strings.Contains(got, `"1e+21"^^<http://www.w3.org/2001/XMLSchema#double>`) {
		t.Errorf("got %s", got)
	}
}

func TestFormatsAreFound(t *testing.T) {
	for _, f := range Formats {
		byName, err := ByName(f.Name)
		byFile, ok := ByFile("graph" + strings.ToUpper(f.Extension))
		byType, ok2 := ByMediaType(f.MediaType + "; charset=utf-8")
		if err != nil || !ok || !ok2 || byName.Name != f.Name || byFile.Name != f.Name || byType.Name != f.Name {
			t.Errorf("%s is not found by name, extension and media type", f.Name)
		}
	}
	if _, err := ByName("rdf"); err == nil || !strings.Contains(err.Error(), "there are: nquads") {
		t.Errorf("error %v", err)
	}
}

func TestWriteFileIsAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "graph.nq")
	put := func(text string, err error) error {
		return WriteFile(file, func(w io.Writer) error { io.WriteString(w, text); return err })
	}
	if err := put("one", nil); err != nil {
		t.Fatal(err)
	}
	if err := put("two", errors.New("disk full")); err == nil {
		t.Error("no error where writing failed")
	}
	got, err := os.ReadFile(file)
	if err != nil || string(got) != "one" {
		t.Errorf("%q, %v, want the file as it was", got, err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("files left behind: %v", left)
	}
}
