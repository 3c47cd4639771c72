package store

import (
	"fmt"
	"testing"

	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

// TestQueriesBySpelling asks for values that are spelled in several ways.
func TestQueriesBySpelling(t *testing.T) {
	s := memory(t)
	var quads []quad.Quad
	for name, value := range map[string]quad.Value{
		"seven": typed("7", "integer"), "agent": typed("007", "integer"), "long": typed("7", "long"), "eight": typed("08", "integer"),
		"half": typed("0.50", "decimal"), "half too": typed("5E-1", "double"), "more": typed("0.6", "decimal"),
		"noon": typed("2019-04-04T12:00:00Z", "dateTime"), "noon there": typed("2019-04-04T14:00:00+02:00", "dateTime"),
		"later": typed("2019-04-04T14:00:00Z", "dateTime"),
	} {
		quads = append(quads, quad.Quad{Subject: quad.IRI(name), Predicate: quad.IRI("p"), Object: value, Label: iri("g")})
	}
	replace(t, s, iri("g"), quads...)
	v := s.View()
	defer v.Close()
	for text, want := range map[string][]string{
		`g.V().Has("<p>", 7).All()`:                                                             {"agent", "long", "seven"},
		`g.V(7).In("<p>").All()`:                                                                {"agent", "long", "seven"},
		`g.V("<seven>", "<eight>").Has("<p>", 7, 8).All()`:                                      {"eight", "seven"},
		`g.V("<seven>").Out("<p>").Is(7).In("<p>").All()`:                                       {"seven"},
		`g.V("<agent>").Has("<p>", gte(7)).All()`:                                               {"agent"},
		`g.V().Has("<p>", gt(7)).All()`:                                                         {"eight"},
		`g.V(typed("007", "` + xsd + `integer")).In("<p>").All()`:                               {"agent"},
		`g.V().Has("<p>", 0.5).All()`:                                                           {"half too", "half"},
		`g.V().Has("<p>", gt(0.5)).All()`:                                                       {"more"},
		`g.V().Has("<p>", lt(new Date("2019-04-04T13:00:00Z"))).All()`:                          {"noon there", "noon"},
		`g.V("<noon>").Out("<p>").In("<p>").All()`:                                              {"noon"},
		`g.V("<noon there>", "<later>").Has("<p>", gt(new Date("2019-04-04T12:00:00Z"))).All()`: {"later"},
	} {
		var ids []string
		for _, name := range want {
			ids = append(ids, fmt.Sprintf("{\"id\":\"\\u003c%s\\u003e\"}", name))
		}
		if diff := cmp.Diff(ids, ask(t, v, gizmo.Name, text)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
	when := path.StartPath(v, native(typed("2019-04-04T13:00:00+01:00", "dateTime"))).In(quad.IRI("p"))
	if n, err := when.Iterate(ctx).Count(); err != nil || n != 2 {
		t.Errorf("noon by another offset: %d, %v", n, err)
	}
}
