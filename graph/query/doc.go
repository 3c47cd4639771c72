// Package query asks the graph: Run takes a path query in Gizmo, Find a
// filter over events.
//
// A Gizmo query runs in a session of Cayley's, behind a prelude (prelude.js)
// that gives it names a person can type and takes away what would harm:
//
//		g.V(entity("درنة")).In("place").Out("actor").Unique().All()
//
//	  - A predicate is a short name (see Names), an event type for the plain
//	    triples (Out("bombard")), a prefixed name ("geo:asWKT") or an "<iri>".
//	    Any other word is an error, where bare Gizmo would answer with nothing.
//	  - entity("درنة") is every entity of that name, Arabic or English, folded;
//	    place("ليبيا") also every place within; document("demo") the document
//	    of that id; date("2016-01-01") a day for gt, gte, lt and lte.
//	  - Every argument is checked before Cayley sees it, since what it does not
//	    expect makes it panic in a goroutine of its own, beyond recovery.
//
// What JavaScript itself can waste, memory and native loops, no session can
// stop; a query of a stranger belongs in a process of its own.
package query

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"

	"github.com/isnad-project/isnad/schema"
)

// View is a snapshot of the graph. It must be safe for concurrent use.
type View interface{ graph.QuadStore }

// Names are the short names of properties. A name that stands for several
// properties means any of them.
var Names = map[string][]string{
	"agent":       {schema.IsnAgent},
	"patient":     {schema.IsnPatient, schema.IsnTarget},
	"partner":     {schema.IsnPartner},
	"instrument":  {schema.IsnInstrument},
	"target":      {schema.IsnTarget},
	"origin":      {schema.IsnOrigin},
	"destination": {schema.IsnDestination},
	"actor":       {schema.SEMHasActor},
	"place":       {schema.SEMHasPlace},
	"time":        {schema.SEMHasTime},
	"type":        {schema.SEMEventType},
	"story":       {schema.IsnInStory},
	"says":        {schema.IsnSays},
	"source":      {schema.SEMAccordingTo},
	"within":      {schema.IsnWithin},
	"ledBy":       {schema.IsnLedBy},
	"actedIn":     {schema.IsnActedIn},
	"label":       {schema.RDFSLabel},
	"name":        {schema.IsnName},
	"kind":        {schema.IsnKind},
	"subkind":     {schema.IsnSubkind},

	"document":   {schema.ProvWasDerivedFrom},
	"sentence":   {schema.IsnSentence},
	"trigger":    {schema.GAFDenotedBy},
	"role":       {schema.IsnRole},
	"text":       {schema.NIFAnchorOf},
	"value":      {schema.RDFValue},
	"earliest":   {schema.SEMEarliest},
	"latest":     {schema.SEMLatest},
	"polarity":   {schema.IsnPolarity},
	"factuality": {schema.IsnFactuality},
	"mention":    {schema.IsnMention},
	"confidence": {schema.IsnConfidence},
	"date":       {schema.DCDate},
	"title":      {schema.DCTitle},
	"publisher":  {schema.DCPublisher},
}

// entities returns what a person means by a name: every entity so named,
// Arabic or English, folded; or the one of an IRI.
func entities(ctx context.Context, view View, name string) ([]quad.IRI, error) {
	if strings.Contains(name, "://") {
		return []quad.IRI{quad.IRI(strings.Trim(name, "<>"))}, nil
	}
	found, err := follow(ctx, view, path.StartPath(view, quad.String(schema.FoldName(name))).In(quad.IRI(schema.IsnName)))
	if err != nil {
		return nil, fmt.Errorf("looking up the name %q: %w", name, err)
	}
	return found, nil
}

// closure adds to nodes all that lead to them by a predicate, at any distance.
func closure(ctx context.Context, view View, nodes []quad.IRI, predicate string) ([]quad.IRI, error) {
	seen := map[quad.IRI]bool{}
	for _, node := range nodes {
		seen[node] = true
	}
	all := slices.Clone(nodes)
	for frontier := nodes; len(frontier) > 0; {
		next, err := follow(ctx, view, path.StartPath(view, values(frontier)...).In(quad.IRI(predicate)))
		if err != nil {
			return nil, fmt.Errorf("following <%s>: %w", predicate, err)
		}
		next = slices.DeleteFunc(next, func(node quad.IRI) bool { return seen[node] })
		for _, node := range next {
			seen[node] = true
		}
		all = append(all, next...)
		frontier = next
	}
	return all, nil
}

// follow returns the IRIs at the end of a path, sorted, each once.
func follow(ctx context.Context, view View, p *path.Path) ([]quad.IRI, error) {
	var found []quad.IRI
	err := p.Unique().Iterate(ctx).EachValue(view, func(v quad.Value) {
		if iri, ok := v.(quad.IRI); ok {
			found = append(found, iri)
		}
	})
	if err == nil {
		err = ctx.Err() // which makes Cayley's iterators end as if they were done
	}
	slices.Sort(found)
	return slices.Compact(found), err
}

func values(nodes []quad.IRI) []quad.Value {
	all := make([]quad.Value, len(nodes))
	for i, node := range nodes {
		all[i] = node
	}
	return all
}
