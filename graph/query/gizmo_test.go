package query

import (
	"bytes"
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"

	"github.com/isnad-project/isnad/schema"
)

// answer gives the rows of a result, each column by its short name, sorted.
func answer(r Result, names map[string]string) []string {
	var rows []string
	for _, row := range r.Rows {
		var cells []string
		for _, column := range columns([]Row{row}) {
			text := r.Text(row[column])
			if iri, ok := row[column].(quad.IRI); ok {
				text = local(string(iri))
				if _, id, ok := strings.Cut(string(iri), base+"doc/"); ok && names[id] != "" {
					text = names[id]
				}
			}
			if column != "id" && column != "value" {
				text = column + "=" + text
			}
			cells = append(cells, text)
		}
		rows = append(rows, strings.Join(cells, " "))
	}
	slices.Sort(rows)
	return rows
}

func TestGizmo(t *testing.T) {
	view, names := open(t), names()
	for _, c := range []struct{ query, want string }{
		// Look-ups.
		{`g.V(entity("درنة")).All()`, "derna"},
		{`g.V(entity("DERNA")).all()`, "derna"},
		{`entity("القوات").All()`, "army, rada"},
		{`g.V(entity("حفتر"), entity("السراج")).All()`, "haftar, sarraj"},
		{`g.V(place("ليبيا")).All()`, "derna, libya, sirte"},
		{`g.V(place("سرت")).All()`, "sirte"},
		{`g.V(entity("طبرق")).Out("place").All()`, ""},
		{`document("d2").Out("date").All()`, "2015-05-01"},
		{`g.V("` + "<" + derna + ">" + `").Out("within").Unique().All()`, "libya"},
		{`g.V(iri("` + derna + `")).Out("label").Unique().All()`, "Derna, درنة"},
		// The design's example and the plain triples.
		{`g.V(entity("درنة")).In("place").Out("actor").Unique().All()`, "air-force, army, isis"},
		{`g.V(place("ليبيا")).In("place").Has("polarity", "positive").Out("agent").Unique().All()`, "air-force, army, isis, rada"},
		{`entity("درنة").In("actedIn").Unique().All()`, "air-force, army"},
		{`entity("درنة").In("bombard").All()`, "air-force"},
		{`entity("درنة").In(["bombard", "besiege"]).All()`, "air-force, army"},
		{`entity("حفتر").In("ledBy").Unique().Out("isn:besiege").All()`, "derna"},
		{`entity("حفتر").Both("meet").Unique().All()`, "sarraj"},
		{`entity("وال").Out("says").All()`, "d2/1"},
		{`entity("وال").In("source").All()`, "d2/1"},
		// Roles, types, times.
		{`g.V().Has("type", "bombard").All()`, "d1/0, d3/1, d3/2"},
		{`g.V("isn:bombard").In("type").Has("mention", "report").All()`, "d1/0, d3/1"},
		{`entity("درنة").In("patient").All()`, "d1/0, d1/1, d1/2, d3/2"},
		{`g.V().Has("patient", entity("السراج")).All()`, "d2/0"},
		{`g.V().Has("patient", entity("درنة")).Has("type", "besiege").All()`, "d1/1"},
		{`g.V().Has("type", "kill").Out("time").Out("value").All()`, "2015-04-30"},
		{`g.V().Has("earliest", gte(date("2016-01-15"))).In("time").All()`, "d3/1"},
		{`g.V().Has("confidence").Has("type", "kill").Out("sentence").Out("text").All()`, "قتل داعش فايز السراج سرت أمس"},
		{`g.V().Has("label", regex("^قو")).Unique().All()`, "army, rada"},
		{`g.V().Has("label", lang("وال", "ar")).All()`, "wal"},
		{`g.V().Filter(like("قوات%")).In("label").Has("ledBy").Unique().All()`, "army"},
		// Tags, sets, steps.
		{`g.V().Has("type", "kill").Tag("e").Out("patient").All()`, "sarraj e=d2/0"},
		{`g.V().Has("type", "meet").Save("agent", "who").Save("partner").All()`, "d3/0 partner=sarraj who=haftar"},
		{`g.V().Has("type", "besiege").SaveOpt("time", "t").All()`, "d1/1"},
		{`entity("درنة").In("place").Out("actor").And(entity("سرت").In("place").Out("actor")).Unique().All()`, "army, isis"},
		{`entity("درنة").In("place").Except(g.V().Has("mention", "reference")).All()`, "d1/0, d1/1, d1/2"},
		{`var f = g.M().Out("within"); entity("درنة").Follow(f).All()`, "libya, libya"},
		{`entity("درنة").FollowRecursive("within").All()`, "libya"},
		{`g.V().Has("type", "bombard").Tag("e").Out("target").Is(entity("سرت")).Back("e").All()`, "d3/1 e=d3/1"},
		{`entity("درنة").Out("within").Unique().LabelContext(document("d2")).In("within").All()`, "sirte"},
		{`entity("ليبيا").LabelContext("<` + base + `doc/d2>").In("within").All()`, "sirte"},
		{`entity("درنة").Labels().All()`, "d1, d3"},
		{`g.V("derna").In("name").Limit(1).All()`, "derna"},
		// What is not there, where Cayley alone would panic.
		{`entity("طبرق").Both("meet").All()`, ""},
		{`entity("طبرق").Labels().All()`, ""},
		{`g.V("nowhere").Count()`, "0"},
		{`entity("درنة").In("bombard").Except(entity("طبرق")).All()`, "air-force"},
		{`entity("درنة").In("actedIn").Except(entity("حفتر").Both("ledBy").Or(entity("داعش"))).Unique().All()`, ""},
		{`entity("درنة").In("actedIn").Except(entity("السراج").Tag("t").Both("meet")).Unique().All()`, "air-force, army"},
		{`g.V("nowhere").Order().FollowRecursive(g.M()).All()`, ""},
		// JavaScript.
		{`g.Emit(entity("درنة").In("place").Count())`, "4"},
		{`entity("درنة").In("place").Count()`, "4"},
		{`entity("درنة").ToArray()`, "derna"},
		{`g.Emit({who: entity("داعش").ToValue(), n: 1.5})`, "n=1.5 who=isis"},
		{`entity("القوات").ForEach(function(r) { g.Emit(r.id) })`, "army, rada"},
		{`entity("القوات").ForEach(1, function(r) { g.Emit("one") })`, "one"},
		{`["a", "b"].map(function(x) { return x + x })`, "aa, bb"},
		{`g.V("").All(); g.V(str("")).All(); g.V(12).All(); g.V(new Date(0)).All()`, ""},
	} {
		r, err := Run(context.Background(), view, c.query, Limits{})
		if err != nil {
			t.Errorf("%s: %v", c.query, err)
			continue
		}
		if got := strings.Join(answer(r, names), ", "); got != c.want {
			t.Errorf("%s\n gives %s\n want  %s", c.query, got, c.want)
		}
	}
}

// TestBadQueriesAreErrors has the queries that make Cayley's own session
// panic beyond recovery, and more of the kind.
func TestBadQueriesAreErrors(t *testing.T) {
	view := open(t)
	for query, want := range map[string]string{
		`g.V().Out({}).All()`:                    "expected a name",
		`iri({})`:                                "expected an IRI",
		`lang(1,2)`:                              "expected a string",
		`g.V().LabelContext({}).All()`:           "expected a node",
		`g.V({}).All()`:                          "expected a node",
		`g.V(undefined).All()`:                   "expected a node",
		`g.V().Out([{}]).All()`:                  "expected a name",
		`g.V().Out([[]]).All()`:                  "expected a name",
		`g.V().Out([]).All()`:                    "empty list",
		`g.V().Out("label", {}).All()`:           "expected a tag",
		`g.V().Out("plase").All()`:               `unknown name "plase"; the names are`,
		`g.V().Out(12).All()`:                    "expected a name",
		`g.V().Has().All()`:                      "expected a name",
		`g.V().Has("label", {}).All()`:           "expected a node",
		`g.V().Has("label", gt("a"), "b").All()`: "expected a filter",
		`g.V().Save({}, "a").All()`:              "expected a name",
		`g.V().Save("label", 1).All()`:           "expected a tag",
		`g.V().Tag({}).All()`:                    "expected a tag",
		`g.V().And({}).All()`:                    "expected a path",
		`g.V().And(null).All()`:                  "expected a path",
		`g.V().Follow(undefined).All()`:          "expected a path",
		`g.V().FollowRecursive().All()`:          "expected one name",
		`g.V().FollowRecursive("patient").All()`: "expected one name",
		`g.V().Filter().All()`:                   "expected a filter",
		`g.V().Filter({}).All()`:                 "expected a filter",
		`g.V().Filter(regex("(")).All()`:         "error parsing regexp",
		`regex(iri("a"))`:                        "expected a pattern",
		`gt({})`:                                 "expected a node",
		`g.V().Limit(-1).All()`:                  "expected a number",
		`g.V().GetLimit(-1)`:                     "expected a number",
		`g.V().GetLimit(NaN)`:                    "expected a number",
		`g.V().ForEach()`:                        "expected a function",
		`g.V().ForEach({})`:                      "expected a function",
		`g.V().ToArray({})`:                      "expected a number",
		`entity()`:                               "expected a name",
		`entity({})`:                             "expected a name",
		`g.Emit(g.V())`:                          "cannot emit a path",
		`g.V().Outt("x")`:                        "Outt",
		`g.V(`:                                   "reading the query: SyntaxError",
		`nope()`:                                 "nope is not defined",
		`throw "x"`:                              "x",
		`throw {}`:                               "Object",
		`Object.create(Object.getPrototypeOf(g.V())).All()`: "expected a path",
		`var p = Object.create(Object.getPrototypeOf(g.V())); Object.defineProperty(p, "handle", {value: 0}); p.All(); g.V(iri("x")).Out(p).Out({})`: "expected",
		`Array.prototype.map = 1; Array.isArray = function() { return true }; g.V().Out({}).All()`:                                                   "expected a name",
		`g.V().Tag("t").Labels().Back("t").All()`:              "cannot go backwards",
		`g.V().FollowR(g.M().Out(g.V().InPredicates())).All()`: "cannot go backwards",
		`g.V().Back("nowhere").Out("label").All()`:             "",
	} {
		_, err := Run(context.Background(), view, query, Limits{Timeout: 2 * time.Second})
		if want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s\n error %v\n want  %s", query, err, want)
		}
		if err != nil && strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: the error has several lines: %v", query, err)
		}
	}
}

func TestWarnings(t *testing.T) {
	view := open(t)
	for query, want := range map[string]string{
		`entity("القوات").All()`: "القوات is the name of 2: <" + army + "> <" + rada + ">",
		`entity("طبرق").All()`:   "nothing is named طبرق",
		`place("طبرق").All()`:    "nothing is named طبرق",
		`entity("درنة").All()`:   "",
		`entity("درنة")`:         "end it with .All()",
	} {
		r, err := Run(context.Background(), view, query, Limits{})
		if err != nil {
			t.Errorf("%s: %v", query, err)
		}
		if got := strings.Join(r.Warnings, "; "); !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s warns %q, want %q", query, got, want)
		}
	}
}

func TestLimits(t *testing.T) {
	view := open(t)
	run := func(query string, limits Limits) (Result, error) {
		start := time.Now()
		r, err := Run(context.Background(), view, query, limits)
		if took := time.Since(start); took > 4*time.Second {
			t.Errorf("%s took %v", query, took)
		}
		return r, err
	}
	for _, query := range []string{`g.V().All()`, `g.V().GetLimit(1000000)`, `while (true) g.Emit(1)`, `g.V().ForEach(function(r) { g.Emit(r.id) })`} {
		r, err := run(query, Limits{Rows: 3})
		if err != nil || len(r.Rows) != 3 || !r.Truncated {
			t.Errorf("%s: %d rows, truncated %v, %v; want 3 of more", query, len(r.Rows), r.Truncated, err)
		}
	}
	if r, err := run(`g.V().Has("type", "kill").All()`, Limits{Rows: 1}); err != nil || len(r.Rows) != 1 || r.Truncated {
		t.Errorf("one row of one: %+v, %v", r, err)
	}
	if r, err := run(`g.V().GetLimit(2); g.V().Has("type", "bombard").All()`, Limits{}); err != nil || len(r.Rows) != 5 {
		t.Errorf("a limit of one path holds for the next: %d rows, %v", len(r.Rows), err)
	}
	for _, query := range []string{`while (true) {}`, `g.V().Tag("a").Out().Both().Both().Both().Both().Count()`, `[2, 1].sort(function() { while (true) {} })`} {
		if _, err := run(query, Limits{Timeout: 300 * time.Millisecond}); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: error %v, want %v", query, err, context.DeadlineExceeded)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(100*time.Millisecond, cancel)
	if _, err := Run(ctx, view, `while (true) {}`, Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
	if _, err := Run(ctx, view, `g.V().All()`, Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

func TestNoQueryIsLeftRunning(t *testing.T) {
	view := open(t)
	before := runtime.NumGoroutine()
	for _, query := range []string{`while (true) {}`, `while (true) g.Emit(1)`, `g.V().All()`, `nope()`, `entity("درنة").All()`} {
		Run(context.Background(), view, query, Limits{Timeout: 100 * time.Millisecond, Rows: 2})
	}
	time.Sleep(50 * time.Millisecond)
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines, %d before", after, before)
	}
}

func TestRender(t *testing.T) {
	r, err := Run(context.Background(), open(t), `g.V().Has("type", "meet").Save("agent", "who").Save("type", "what").Save("confidence", "sure").All()`, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var table, tsv, text bytes.Buffer
	if err := errors.Join(r.WriteTable(&table), r.WriteTSV(&tsv), r.WriteJSON(&text)); err != nil {
		t.Fatal(err)
	}
	event := base + "doc/d3/event/0-5"
	wantTable := "id" + strings.Repeat(" ", len(event)) + "sure  what  who\n" + event + "  0.5   لقاء  خليفة حفتر\n"
	if diff := cmp.Diff(wantTable, table.String()); diff != "" {
		t.Errorf("table (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff("id\tsure\twhat\twho\n"+event+"\t0.5\tلقاء\tخليفة حفتر\n", tsv.String()); diff != "" {
		t.Errorf("TSV (-want +got)\n%s", diff)
	}
	want := `{"columns":["id","sure","what","who"],"rows":[{` +
		`"id":{"type":"uri","value":"` + event + `"},` +
		`"sure":{"type":"literal","value":"0.5"},` +
		`"what":{"type":"uri","value":"` + schema.NSIsnad + `meet","label":"لقاء"},` +
		`"who":{"type":"uri","value":"` + haftar + `","label":"خليفة حفتر"}}]}` + "\n"
	if diff := cmp.Diff(want, text.String()); diff != "" {
		t.Errorf("JSON (-want +got)\n%s", diff)
	}
}
