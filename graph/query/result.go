package query

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
)

// Row is one answer: a term by column.
type Row map[string]quad.Value

// Result is the answer to a query.
type Result struct {
	Columns   []string
	Rows      []Row
	Labels    map[quad.IRI]string // what people call the IRIs of the rows
	Warnings  []string
	Truncated bool // there are more rows than the limit
}

// Columns of rows that are no paths.
const (
	columnValue   = "value" // of a single value that the query emits
	columnWarning = "isnad:warning"
)

// add takes up what a session sends: a row of a path, an emitted value or
// warning, or the value of the query's last statement.
func (r *Result) add(view View, sent *gizmo.Result, limit int) {
	switch value := sent.Val.(type) {
	case nil:
		row := Row{}
		for tag, ref := range sent.Tags {
			if term := view.NameOf(ref); term != nil {
				row[tag] = term
			}
		}
		r.append(row, limit)
	case map[string]interface{}:
		warning, isWarning := value[columnWarning].(string)
		switch {
		case isWarning && len(value) == 1:
			r.warn(warning)
		case sent.Meta && len(value) == 0:
			r.warn("the query ends in a path that nothing is asked of: end it with .All()")
		default:
			row := Row{}
			for key, v := range value {
				row[key] = term(v)
			}
			r.append(row, limit)
		}
	case []interface{}:
		for _, v := range value {
			r.append(Row{columnValue: term(v)}, limit)
		}
	default:
		r.append(Row{columnValue: term(value)}, limit)
	}
}

func (r *Result) append(row Row, limit int) {
	switch {
	case len(row) == 0:
	case len(r.Rows) >= limit:
		r.Truncated = true
	default:
		r.Rows = append(r.Rows, row)
	}
}

func (r *Result) warn(message string) {
	if !slices.Contains(r.Warnings, message) {
		r.Warnings = append(r.Warnings, message)
	}
}

// finish puts columns and labels to the rows.
func (r *Result) finish(ctx context.Context, view View) {
	r.Columns = columns(r.Rows)
	r.Labels = map[quad.IRI]string{}
	for _, row := range r.Rows {
		for _, v := range row {
			iri, ok := v.(quad.IRI)
			if _, known := r.Labels[iri]; !ok || known {
				continue
			}
			r.Labels[iri] = label(ctx, view, iri)
		}
	}
}

// term makes a term of a JavaScript value: a string that reads like a term is
// that term, what is no single value is its JSON.
func term(v interface{}) quad.Value {
	switch v := v.(type) {
	case nil:
		return quad.String("")
	case quad.Value:
		return v
	case string:
		if t := quad.StringToValue(v); t != nil {
			return t
		}
		return quad.String("")
	}
	if t, ok := quad.AsValue(v); ok {
		return t
	}
	text, err := json.Marshal(v)
	if err != nil {
		return quad.String(fmt.Sprint(v))
	}
	return quad.String(text)
}
