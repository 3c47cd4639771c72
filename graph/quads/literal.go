package quads

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"github.com/isnad-project/isnad/schema"
)

func typed(lexical, datatype string) quad.Value {
	return quad.TypedString{Value: quad.String(lexical), Type: quad.IRI(datatype)}
}

func integer(n int) quad.Value { return typed(strconv.Itoa(n), schema.XSDInteger) }

func decimal(f float64) quad.Value { return typed(formatFloat(f), schema.XSDDecimal) }

func formatFloat(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// tagged gives a name the language of its script: Arabic letters make it @ar,
// else Latin ones @en.
func tagged(name string) quad.Value {
	switch {
	case strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) }):
		return quad.LangString{Value: quad.String(name), Lang: "ar"}
	case strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Latin, r) }):
		return quad.LangString{Value: quad.String(name), Lang: "en"}
	}
	return quad.String(name)
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

var (
	duration = regexp.MustCompile(`^-?P(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$`)
	edtf     = regexp.MustCompile(`^[-0-9XYES~?%./:TZ+{}\[\],]+$`)
)

// timeValue types a time by what it is written as: a day, a duration that XML
// Schema knows, other EDTF, or else a plain string (P2W is ISO 8601 but not XML Schema).
func timeValue(value string) quad.Value {
	switch {
	case isDay(value):
		return typed(value, schema.XSDDate)
	case duration.MatchString(value) && !strings.HasSuffix(value, "P") && !strings.HasSuffix(value, "T"):
		return typed(value, schema.XSDDuration)
	case edtf.MatchString(value):
		return typed(value, schema.EDTF)
	}
	return quad.String(value)
}

// point gives a place as well-known text: longitude first, WGS 84 degrees.
func point(lat, lon float64) quad.Value {
	return typed("POINT("+formatFloat(lon)+" "+formatFloat(lat)+")", schema.GeoWKTLiteral)
}

func parsePoint(wkt string) (lat, lon float64, err error) {
	inner, opened := strings.CutPrefix(wkt, "POINT(")
	inner, closed := strings.CutSuffix(inner, ")")
	x, y, two := strings.Cut(inner, " ")
	if !opened || !closed || !two {
		return 0, 0, fmt.Errorf("reading the point %q", wkt)
	}
	if lon, err = strconv.ParseFloat(x, 64); err != nil {
		return 0, 0, fmt.Errorf("reading the longitude of %q: %w", wkt, err)
	}
	if lat, err = strconv.ParseFloat(y, 64); err != nil {
		return 0, 0, fmt.Errorf("reading the latitude of %q: %w", wkt, err)
	}
	return lat, lon, nil
}

// Lexical returns the text of a literal without its datatype or language, and
// an IRI as it is.
func Lexical(v quad.Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case quad.String:
		return string(v)
	case quad.LangString:
		return string(v.Value)
	case quad.TypedString:
		return string(v.Value)
	case quad.IRI:
		return string(v)
	case quad.Int:
		return strconv.FormatInt(int64(v), 10)
	case quad.Float:
		return formatFloat(float64(v))
	}
	return quad.ToString(v)
}

// wellFormed checks that a quad can be written as N-Quads and read back. Its
// predicate is one of the vocabulary's, its label a subject too.
func wellFormed(q quad.Quad) error {
	for _, v := range [...]quad.Value{q.Subject, q.Object} {
		switch v := v.(type) {
		case quad.IRI:
			if !isIRI(string(v)) {
				return fmt.Errorf("%s: not an absolute IRI: %q", q.Subject, string(v))
			}
		default:
			if !utf8.ValidString(Lexical(v)) {
				return fmt.Errorf("%s: not valid UTF-8: %q", q.Subject, Lexical(v))
			}
		}
	}
	return nil
}

// isIRI reports whether s is an absolute IRI as N-Quads can hold it.
func isIRI(s string) bool {
	scheme := strings.IndexByte(s, ':')
	if scheme < 1 || !isLetter(s[0]) || !utf8.ValidString(s) {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if c <= ' ' || strings.IndexByte("<>\"{}|^`\\", c) >= 0 || i < scheme && !isLetter(c) && !strings.Contains("0123456789+.-", s[i:i+1]) {
			return false
		}
	}
	return true
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
