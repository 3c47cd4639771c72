package store

import (
	"fmt"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestExactTerms writes terms that are easily mixed up or altered, each as
// the object of one quad, and reads them back.
func TestExactTerms(t *testing.T) {
	terms := []quad.Value{
		iri("a"), quad.IRI(""), quad.IRI("حفتر"), quad.BNode("a"), quad.BNode(""),
		quad.String(""), quad.String("a"), quad.String(`"`), quad.String(`"a"@ar`), quad.String(`"^^<b>`),
		quad.String("<" + ns + "a>"), quad.String("_:a"), quad.String("a\nb\t\\\"\r"), quad.String("قصف\u200f"),
		quad.LangString{Value: "قصف", Lang: "ar"}, quad.LangString{Value: "قصف", Lang: "ar-EG"},
		quad.LangString{Value: "", Lang: "ar"}, quad.LangString{Value: `"@en`, Lang: "ar"},
		typed("a", "string"), typed("", "string"), typed(`"^^<x>`, "string"), typed(`a"@ar`, "string"),
		typed("007", "integer"), typed("7", "integer"), typed("+7", "integer"), typed("7", "long"), typed("7", "int"),
		typed("-0", "integer"), typed("0", "integer"), typed("99999999999999999999", "integer"), typed("x", "integer"),
		typed("7.0", "decimal"), typed("7", "decimal"), typed("7.0", "double"), typed("7E0", "double"), typed("NaN", "double"),
		typed("INF", "double"), typed("-0", "double"), typed("0", "double"),
		typed("true", "boolean"), typed("1", "boolean"), typed("0", "boolean"), typed("yes", "boolean"),
		typed("2019-04-04", "date"), typed("2019", "gYear"), typed("--04-04", "gMonthDay"),
		typed("2019-04-04T00:00:00Z", "dateTime"), typed("2019-04-04T02:00:00+02:00", "dateTime"),
		typed("2019-04-04T00:00:00", "dateTime"), typed("2019-04-04T00:00:00.000Z", "dateTime"), typed("9999-12-31T23:59:59Z", "dateTime"),
		quad.TypedString{Value: "7", Type: "schema:Integer"}, quad.TypedString{Value: "7", Type: "http://schema.org/Integer"},
		quad.TypedString{Value: "7", Type: ""}, quad.TypedString{Value: "POINT(13 32)", Type: "http://www.opengis.net/ont/geosparql#wktLiteral"},
	}
	s := memory(t)
	var quads []quad.Quad
	for i, term := range terms {
		quads = append(quads, quad.Quad{Subject: iri(fmt.Sprint("s", i)), Predicate: iri("p"), Object: term, Label: iri("g")})
	}
	replace(t, s, iri("g"), quads...)
	sameQuads(t, contents(t, s, iri("g")), quads)
	for i, term := range terms {
		n, err := s.exactly(term)
		if err != nil || n == 0 {
			t.Errorf("%#v is not found: %v", term, err)
			continue
		}
		replace(t, s, iri("g"), quads[i+1:]...)
		if n, _ := s.exactly(term); n != 0 {
			t.Errorf("%#v is found when it is removed", term)
		}
		sameQuads(t, contents(t, s, iri("g")), quads[i+1:])
	}
}

// TestNativeValues looks values up by what they are worth.
func TestNativeValues(t *testing.T) {
	noon := time.Date(2019, 4, 4, 12, 0, 0, 0, time.UTC)
	tests := []struct {
		value quad.Value
		terms []quad.Value
	}{
		{quad.Int(7), []quad.Value{typed("007", "integer"), typed("7", "integer"), typed("+7", "integer"), typed("7", "long"),
			quad.TypedString{Value: "7", Type: "schema:Integer"}}},
		{quad.Int(-7), []quad.Value{typed("-7", "integer")}},
		{quad.Float(7), []quad.Value{typed("7.0", "decimal"), typed("7", "decimal"), typed("7", "double"), typed("7E0", "float")}},
		{quad.Float(-1.5), []quad.Value{typed("-1.5", "decimal"), typed("-15E-1", "double")}},
		{quad.Float(0), []quad.Value{typed("0", "double"), typed("-0", "double")}},
		{quad.Bool(true), []quad.Value{typed("true", "boolean"), typed("1", "boolean")}},
		{quad.Time(noon), []quad.Value{typed("2019-04-04T12:00:00Z", "dateTime"), typed("2019-04-04T14:00:00+02:00", "dateTime"),
			typed("2019-04-04T12:00:00.000Z", "dateTime")}},
		{quad.String("7"), []quad.Value{quad.String("7")}},
		{typed("7", "string"), []quad.Value{typed("7", "string")}},
		{typed("007", "integer"), []quad.Value{typed("007", "integer")}},
		{typed("08", "integer"), nil},
		{quad.Int(8), nil},
		{quad.Float(123.25), nil},
	}
	s := memory(t)
	var quads []quad.Quad
	for _, test := range tests {
		for _, term := range test.terms {
			quads = append(quads, quad.Quad{Subject: iri("s"), Predicate: iri("p"), Object: term, Label: iri("g")})
		}
	}
	replace(t, s, iri("g"), quads...)
	v := s.View()
	defer v.Close()
	for _, test := range tests {
		ref := v.ValueOf(test.value)
		var got []quad.Value
		for _, n := range v.nodes(ref) {
			term, err := v.term(n)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, term.exact)
		}
		byText := cmpopts.SortSlices(func(a, b quad.Value) bool { return a.String() < b.String() })
		if diff := cmp.Diff(test.terms, got, byText, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%v (-want +got):\n%s", test.value, diff)
		}
		if ref != nil && quad.StringOf(v.NameOf(ref)) != quad.StringOf(native(test.value)) {
			t.Errorf("name of %v is %v", test.value, v.NameOf(ref))
		}
	}
}

// TestNativeTermsWritten checks that values of Go's types get XSD's.
func TestNativeTermsWritten(t *testing.T) {
	when := time.Date(2019, 4, 4, 14, 0, 0, 5, time.FixedZone("", 7200))
	for value, want := range map[quad.Value]quad.Value{
		quad.Int(-7):      typed("-7", "integer"),
		quad.Float(479):   typed("4.79E2", "double"),
		quad.Float(1):     typed("1.0E0", "double"),
		quad.Float(-1e-9): typed("-1.0E-9", "double"),
		quad.Bool(true):   typed("true", "boolean"),
		quad.Time(when):   typed("2019-04-04T12:00:00.000000005Z", "dateTime"),
	} {
		s := memory(t)
		replace(t, s, iri("g"), quad.Quad{Subject: iri("s"), Predicate: iri("p"), Object: value, Label: iri("g")})
		if got := contents(t, s, nil)[0].Object; got != want {
			t.Errorf("%v is written as %v, want %v", value, got, want)
		}
		if s.ValueOf(value) == nil {
			t.Errorf("%v is not found", value)
		}
	}
}
