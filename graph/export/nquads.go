package export

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// NQuads writes a graph as N-Quads (W3C, 2014): a line a quad, in UTF-8, with
// only the escapes that canonical N-Quads asks for, datatypes and language
// tags as they are. It streams, unless the output is to be canonical: then
// the lines are sorted by code point and duplicates dropped. Blank nodes keep
// the names they have.
func NQuads(ctx context.Context, w io.Writer, view View, opts Options) error {
	out := bufio.NewWriterSize(w, 1<<16)
	var lines [][]byte
	var line []byte
	n := 0
	for q, err := range view.Quads(ctx, opts.Graph) {
		if err == nil && n%1024 == 0 {
			err = ctx.Err()
		}
		if err != nil {
			return fmt.Errorf("reading the graph for N-Quads: %w", err)
		}
		n++
		if line, err = appendQuad(line[:0], q); err != nil {
			return fmt.Errorf("writing quad %d as N-Quads: %w", n, err)
		}
		if opts.Canonical {
			lines = append(lines, bytes.Clone(line))
		} else if _, err := out.Write(line); err != nil {
			return fmt.Errorf("writing N-Quads: %w", err)
		}
	}
	slices.SortFunc(lines, bytes.Compare)
	for _, line := range slices.CompactFunc(lines, bytes.Equal) {
		if _, err := out.Write(line); err != nil {
			return fmt.Errorf("writing N-Quads: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing N-Quads: %w", err)
	}
	return nil
}

// appendQuad appends the line of a quad to b.
func appendQuad(b []byte, q quad.Quad) ([]byte, error) {
	for _, part := range []struct {
		term quad.Value
		name string
		ok   bool
	}{
		{q.Subject, "subject", isNode(q.Subject)},
		{q.Predicate, "predicate", isIRI(q.Predicate)},
		{q.Object, "object", q.Object != nil},
		{q.Label, "graph label", q.Label == nil || isNode(q.Label)},
	} {
		if !part.ok {
			return b, fmt.Errorf("%v cannot be a %s", part.term, part.name)
		}
		if part.term == nil {
			continue
		}
		var err error
		if b, err = appendTerm(b, part.term); err != nil {
			return b, fmt.Errorf("the %s %q: %w", part.name, quad.ToString(part.term), err)
		}
		b = append(b, ' ')
	}
	return append(b, ".\n"...), nil
}

func isIRI(v quad.Value) bool {
	_, ok := v.(quad.IRI)
	return ok
}

func isNode(v quad.Value) bool {
	_, blank := v.(quad.BNode)
	return blank || isIRI(v)
}

// appendTerm appends a term as N-Quads writes it.
func appendTerm(b []byte, v quad.Value) ([]byte, error) {
	switch v := v.(type) {
	case quad.IRI:
		return appendIRI(b, string(v))
	case quad.BNode:
		return append(append(b, "_:"...), v...), nil
	}
	text, datatype, lang, err := literal(v)
	if err != nil {
		return b, err
	}
	if !utf8.ValidString(text) {
		return b, errors.New("not valid UTF-8")
	}
	b = appendString(b, text)
	switch {
	case lang != "":
		return append(append(b, '@'), lang...), nil
	case datatype != "" && datatype != xsdString:
		return appendIRI(append(b, "^^"...), datatype)
	}
	return b, nil
}

// appendIRI appends an IRI in angle brackets. N-Quads can write characters
// that no IRI may have only as escapes that parsers then refuse, so they are
// an error here.
func appendIRI(b []byte, iri string) ([]byte, error) {
	if iri == "" || !utf8.ValidString(iri) || strings.ContainsFunc(iri, notInIRI) {
		return b, errors.New("no IRI")
	}
	return append(append(append(b, '<'), iri...), '>'), nil
}

func notInIRI(r rune) bool {
	return r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r)
}

// appendString appends a string in quotes.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	for _, r := range s {
		switch r {
		case '"', '\\':
			b = append(b, '\\', byte(r))
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		case '\b':
			b = append(b, '\\', 'b')
		case '\f':
			b = append(b, '\\', 'f')
		default:
			if r < ' ' || r == 0x7F {
				b = fmt.Appendf(b, "\\u%04X", r)
			} else {
				b = utf8.AppendRune(b, r)
			}
		}
	}
	return append(b, '"')
}
