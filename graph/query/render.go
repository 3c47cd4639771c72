package query

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/clipperhouse/displaywidth"

	"github.com/isnad-project/isnad/graph/quads"
	"github.com/isnad-project/isnad/schema"
)

// Text returns what people read for a term: its label, or else a short form.
func (r *Result) Text(v quad.Value) string {
	iri, ok := v.(quad.IRI)
	if !ok {
		return quads.Lexical(v)
	}
	if name := r.Labels[iri]; name != "" {
		return name
	}
	return shorten(iri)
}

// shorten writes an IRI with its prefix, if it has one.
func shorten(iri quad.IRI) string {
	for prefix, namespace := range schema.Prefixes {
		if local, ok := strings.CutPrefix(string(iri), namespace); ok {
			return prefix + ":" + local
		}
	}
	return string(iri)
}

// WriteTable writes the rows for a terminal, in columns by display width.
func (r *Result) WriteTable(w io.Writer) error {
	rows := [][]string{r.Columns}
	widths := make([]int, len(r.Columns))
	for _, row := range r.Rows {
		rows = append(rows, r.cells(row))
	}
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], displaywidth.String(cell))
		}
	}
	out := bufio.NewWriter(w)
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell)
			line.WriteString(strings.Repeat(" ", widths[i]-displaywidth.String(cell)+2))
		}
		fmt.Fprintln(out, strings.TrimRight(line.String(), " "))
	}
	return flush(out, "table")
}

// WriteTSV writes a line of column names and a line a row, tabs between.
func (r *Result) WriteTSV(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, strings.Join(r.Columns, "\t"))
	for _, row := range r.Rows {
		fmt.Fprintln(out, strings.Join(r.cells(row), "\t"))
	}
	return flush(out, "TSV")
}

func flush(out *bufio.Writer, what string) error {
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the result as %s: %w", what, err)
	}
	return nil
}

// cells returns a row's texts in the order of the columns, on one line each.
func (r *Result) cells(row Row) []string {
	cells := make([]string, len(r.Columns))
	for i, column := range r.Columns {
		if v, ok := row[column]; ok {
			cells[i] = strings.Join(strings.FieldsFunc(r.Text(v), func(c rune) bool { return c < ' ' || c == 0x7F }), " ")
		}
	}
	return cells
}

// jsonTerm is a term as JSON names its parts, after SPARQL's JSON results.
type jsonTerm struct {
	Type     string `json:"type"` // uri, literal or bnode
	Value    string `json:"value"`
	Label    string `json:"label,omitempty"`
	Lang     string `json:"xml:lang,omitempty"`
	Datatype string `json:"datatype,omitempty"` // not of decimals and doubles, which queries do not tell apart
}

// WriteJSON writes {"columns", "rows", "warnings", "truncated"}, each term of a
// row with its type, its value and, for an IRI, its label.
func (r *Result) WriteJSON(w io.Writer) error {
	rows := make([]map[string]jsonTerm, len(r.Rows))
	for i, row := range r.Rows {
		rows[i] = map[string]jsonTerm{}
		for column, v := range row {
			rows[i][column] = r.json(v)
		}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(struct {
		Columns   []string              `json:"columns"`
		Rows      []map[string]jsonTerm `json:"rows"`
		Warnings  []string              `json:"warnings,omitempty"`
		Truncated bool                  `json:"truncated,omitempty"`
	}{append([]string{}, r.Columns...), rows, r.Warnings, r.Truncated})
	if err != nil {
		return fmt.Errorf("writing the result as JSON: %w", err)
	}
	return nil
}

func (r *Result) json(v quad.Value) jsonTerm {
	t := jsonTerm{Type: "literal", Value: quads.Lexical(v)}
	switch v := v.(type) {
	case quad.IRI:
		t.Type, t.Label = "uri", r.Labels[v]
	case quad.BNode:
		t.Type, t.Value = "bnode", string(v)
	case quad.LangString:
		t.Lang = v.Lang
	case quad.TypedString:
		t.Datatype = string(v.Type)
	case quad.Int:
		t.Datatype = schema.XSDInteger
	case quad.Bool:
		t.Datatype = schema.XSDBoolean
	case quad.Time:
		t.Datatype = schema.NSXSD + "dateTime"
	}
	return t
}
