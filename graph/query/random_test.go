package query

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Arguments that methods expect, and those that none does.
var (
	anything = strings.Fields(`{} [] null undefined 1 -1 NaN true "" "<>" "_:" "a" '"x"@ar' ["label","actor"] [null] [[["a"]]] iri("x") lang("a","b")
		g.V() g g.M() gt(1) regex("a") function(){} new(Date) Object.create(null) /x/ {handle:0} this`)
	predicates = strings.Fields(`"label" "actor" "place" "patient" "bombard" ["actor","place"] null iri("x") g.V("isn:agent") g.V("x") "agent","t"
		null,"t" ["agent","target"],["t","u"] entity("طبرق") g.M().Out("actor")`)
	paths = strings.Fields(`g.V() g.V("x") g.M() g.M().Out("actor") g.M().In("place").Tag("t") g.M().Both() g.M().Save("agent","a") entity("درنة")
		entity("طبرق") place("ليبيا") g.V().Labels() g.M().Except(g.V("x")) g.M().FollowRecursive("within") g.M().Order() g.M().Limit(1)`)
	arguments = map[string][]string{
		"In": predicates, "Out": predicates, "Both": predicates,
		"Follow": paths, "FollowR": paths, "And": paths, "Or": paths, "Except": paths,
		"FollowRecursive": {`"within"`, `"within",2`, `"within",1,"t"`, `g.M().Both()`, `g.V("x")`, `g.M()`},
		"Has":             {`"type","bombard"`, `"label"`, `"confidence",gt(0.1)`, `"patient",entity("درنة")`, `"<x>","y"`},
		"HasR":            {`"place"`, `"place",entity("طبرق")`},
		"Save":            {`"agent"`, `"patient","t"`, `"<x>","u"`}, "SaveOpt": {`"time","t"`, `"<x>","t"`},
		"LabelContext": {`null`, `"<x>"`, `document("d1")`, `["<x>","<y>"]`, `g.V().Labels()`},
		"Filter":       {`gt(0)`, `like("%a%")`, `regex("a",true)`, `gte(date("2015-01-01"))`},
		"Is":           {`"x"`, `entity("درنة")`, `entity("طبرق")`, ``},
		"Tag":          {`"t"`}, "Back": {`"t"`}, "Limit": {`0`, `2`}, "Skip": {`1`},
		"Unique": {``}, "Labels": {``}, "InPredicates": {``}, "OutPredicates": {``}, "SaveOutPredicates": {`"u"`}, "Order": {``},
		"ToArray": {``, `1`}, "TagArray": {``}, "ToValue": {``}, "Count": {``}, "ForEach": {`function(r){g.Emit(r)}`},
	}
)

// TestRandomQueries runs queries that nobody would write. What it looks for is
// a panic, which would end the test's own process.
func TestRandomQueries(t *testing.T) {
	view := open(t)
	methods := rapid.SampledFrom(slices.Sorted(maps.Keys(arguments)))
	rapid.Check(t, func(t *rapid.T) {
		query := rapid.SampledFrom(append([]string{`g.V("isn:bombard").In("type")`}, paths...)).Draw(t, "start")
		for range rapid.IntRange(1, 5).Draw(t, "steps") {
			name := methods.Draw(t, "method")
			argument := rapid.SampledFrom(arguments[name]).Draw(t, "argument")
			if rapid.IntRange(0, 9).Draw(t, "odd") == 0 {
				argument = rapid.SampledFrom(anything).Draw(t, "argument")
			}
			query += "." + name + "(" + argument + ")"
		}
		t.Log(query)
		Run(context.Background(), view, query+".All()", Limits{Timeout: 200 * time.Millisecond, Rows: 20})
	})
}
