package store

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

const xsd = "http://www.w3.org/2001/XMLSchema#"

// text returns a term as the store keeps it: its N-Triples form without
// escapes, so that no two terms share one. Native values are given their XSD
// datatype. It is an error if the term is not UTF-8, or if its datatype or
// language tag has a quotation mark in it.
func text(v quad.Value) (string, error) {
	var t string
	switch v := spelled(v).(type) {
	case quad.IRI:
		t = "<" + string(v) + ">"
	case quad.BNode:
		t = "_:" + string(v)
	case quad.String:
		t = `"` + string(v) + `"`
	case quad.TypedString:
		if strings.Contains(string(v.Type), `"`) {
			return "", fmt.Errorf("datatype <%s> has a quotation mark", v.Type)
		}
		t = `"` + string(v.Value) + `"^^<` + string(v.Type) + ">"
	case quad.LangString:
		if strings.Contains(v.Lang, `"`) {
			return "", fmt.Errorf("language tag %q has a quotation mark", v.Lang)
		}
		t = `"` + string(v.Value) + `"@` + v.Lang
	default:
		return "", fmt.Errorf("no RDF term: %T", v)
	}
	if !utf8.ValidString(t) {
		return "", fmt.Errorf("term %q is not UTF-8", t)
	}
	return t, nil
}

// parse returns the term that text wrote.
func parse(t string) (quad.Value, error) {
	switch {
	case len(t) >= 2 && t[0] == '<' && t[len(t)-1] == '>':
		return quad.IRI(t[1 : len(t)-1]), nil
	case strings.HasPrefix(t, "_:"):
		return quad.BNode(t[2:]), nil
	case len(t) >= 2 && t[0] == '"':
		// Neither a datatype nor a language tag has a quotation mark, so the
		// last one closes the value.
		end := strings.LastIndexByte(t, '"')
		if end == 0 {
			break
		}
		value, rest := quad.String(t[1:end]), t[end+1:]
		switch {
		case rest == "":
			return value, nil
		case rest[0] == '@':
			return quad.LangString{Value: value, Lang: rest[1:]}, nil
		case strings.HasPrefix(rest, "^^<") && rest[len(rest)-1] == '>':
			return quad.TypedString{Value: value, Type: quad.IRI(rest[3 : len(rest)-1])}, nil
		}
	}
	return nil, fmt.Errorf("no RDF term: %q", t)
}

// spelled gives a native value its canonical XSD spelling; other values come
// back as they are.
func spelled(v quad.Value) quad.Value {
	switch v := v.(type) {
	case quad.Int:
		return quad.TypedString{Value: quad.String(strconv.FormatInt(int64(v), 10)), Type: xsd + "integer"}
	case quad.Float:
		return quad.TypedString{Value: quad.String(canonicalDouble(float64(v))), Type: xsd + "double"}
	case quad.Bool:
		return quad.TypedString{Value: quad.String(strconv.FormatBool(bool(v))), Type: xsd + "boolean"}
	case quad.Time:
		utc := time.Time(v).UTC().Format(time.RFC3339Nano)
		return quad.TypedString{Value: quad.String(utc), Type: xsd + "dateTime"}
	}
	return v
}

// canonicalDouble writes a number as the canonical form of xsd:double: 4.79E0.
func canonicalDouble(f float64) string {
	switch s := strconv.FormatFloat(f, 'E', -1, 64); s {
	case "NaN":
		return s
	case "+Inf":
		return "INF"
	case "-Inf":
		return "-INF"
	default:
		mantissa, exponent, _ := strings.Cut(s, "E")
		if !strings.Contains(mantissa, ".") {
			mantissa += ".0"
		}
		n, _ := strconv.Atoi(exponent)
		return mantissa + "E" + strconv.Itoa(n)
	}
}
