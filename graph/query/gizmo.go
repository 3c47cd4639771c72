package query

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"

	"github.com/isnad-project/isnad/schema"
)

// Limits bound a query. A zero field stands for its default.
type Limits struct {
	Timeout time.Duration // default 10 s
	Rows    int           // default 1000; a query that has more is cut off
}

const (
	defaultTimeout = 10 * time.Second
	defaultRows    = 1000
	// grace is how long a query that was told to stop may take to do so.
	grace = 5 * time.Second
)

// ErrStuck says that a query did not stop when it was told to: it waits in a
// native function that nothing can interrupt, and ends with the process.
var ErrStuck = errors.New("the query cannot be stopped")

//go:embed prelude.js
var prelude string

// Run runs a Gizmo query. The result holds the rows that were found, with an
// error also those before it; the error wraps context.DeadlineExceeded where
// the time was up.
func Run(ctx context.Context, view View, text string, limits Limits) (Result, error) {
	if limits.Timeout <= 0 {
		limits.Timeout = defaultTimeout
	}
	if limits.Rows <= 0 {
		limits.Rows = defaultRows
	}
	ctx, cancel := context.WithTimeout(ctx, limits.Timeout)
	defer cancel()

	session := gizmo.NewSession(lookups{view})
	var result Result
	if err := begin(ctx, session); err != nil {
		return result, fmt.Errorf("preparing the query: %w", err)
	}
	it, err := session.Execute(ctx, text, query.Options{Collation: query.Raw, Limit: -1})
	if err != nil {
		return result, fmt.Errorf("reading the query: %w", plain(err))
	}
	for it.Next(ctx) {
		result.add(view, it.Result().(*gizmo.Result), limits.Rows)
		if result.Truncated {
			break
		}
	}
	err = it.Err()
	if stopErr := stop(it); stopErr != nil {
		return result, fmt.Errorf("running the query: %w", stopErr)
	}
	result.finish(ctx, view)
	switch {
	case err == nil:
		return result, nil
	case ctx.Err() != nil:
		return result, fmt.Errorf("running the query, for at most %v: %w", limits.Timeout, ctx.Err())
	}
	return result, fmt.Errorf("running the query: %w", plain(err))
}

// begin runs the prelude. Its iterator is not closed: closing interrupts the
// session, and the interrupt would hit the query.
func begin(ctx context.Context, session *gizmo.Session) error {
	config, err := json.Marshal(configuration())
	if err != nil {
		return err
	}
	it, err := session.Execute(ctx, prelude+"("+string(config)+"); null", query.Options{Collation: query.Raw, Limit: -1})
	if err != nil {
		return err
	}
	for it.Next(ctx) {
	}
	return it.Err()
}

// stop ends a query and waits until its goroutine reads the view no more.
func stop(it query.Iterator) error {
	it.Close()
	ctx, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	for it.Next(ctx) {
	}
	if ctx.Err() != nil {
		return ErrStuck
	}
	return nil
}

// nothing is an IRI that no graph has.
const nothing = "urn:isnad:nothing"

// folding marks, by its datatype, a string that is to be looked up as a folded name.
const folding = "urn:isnad:folding"

// configuration is what the prelude gets to know.
func configuration() map[string]any {
	names, types := maps.Clone(Names), map[string]string{}
	for _, t := range schema.EventTypes {
		names[t.Name] = []string{schema.NSIsnad + t.Name}
		types[t.Name] = schema.NSIsnad + t.Name
	}
	return map[string]any{
		"names": names, "types": types, "prefixes": schema.Prefixes, "nothing": nothing, "fold": folding,
		"name": schema.IsnName, "within": schema.IsnWithin, "identifier": schema.DCIdentifier, "date": schema.XSDDate,
	}
}

var position = regexp.MustCompile(` at [^ ]+:(\d+):(\d+)\(\d+\).*$`)

// plain makes the message of a JavaScript error readable: one line, without
// the stack.
func plain(err error) error {
	message, _, _ := strings.Cut(err.Error(), "\n")
	return errors.New(position.ReplaceAllString(message, ""))
}

// columns returns the names of a set of rows' columns: id first, the rest by name.
func columns(rows []Row) []string {
	names := map[string]bool{}
	for _, row := range rows {
		for name := range row {
			names[name] = true
		}
	}
	sorted := slices.Sorted(maps.Keys(names))
	if i := slices.Index(sorted, gizmo.TopResultTag); i >= 0 {
		sorted = append([]string{gizmo.TopResultTag}, slices.Delete(sorted, i, i+1)...)
	}
	return sorted
}
