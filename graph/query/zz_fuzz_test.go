package query

import (
	"context"
	"fmt"
	"math/rand"
	"os"
	"testing"
	"time"
)

func TestZZFuzz(t *testing.T) {
	view := open(t)
	n := 0
	args := []string{`{}`, `[]`, `null`, `undefined`, `"label"`, `"actor"`, `"place"`, `"type"`, `"bombard"`, `"a"`, `1`, `-1`, `NaN`, `1e300`, `true`, `""`, `"<>"`, `"_:"`, `"<x>"`, `'"'`, `'"x"@ar'`, `'"x"^^<y>'`, `["label","actor"]`, `[null]`, `[[["a"]]]`, `iri("x")`, `str("x")`, `lang("a","b")`, `typed("a","xsd:date")`, `typed("a","xsd:integer")`, `g.V()`, `g.V("x")`, `g.M()`, `g.M().Out("actor")`, `g.M().In("place").Tag("t")`, `entity("حفتر")`, `place("ليبيا")`, `gt(1)`, `lt("a")`, `gte(date("2016-01-01"))`, `regex("a")`, `regex("x",true)`, `like("%a%")`, `like("")`, `gt(iri("x"))`, `gt(true)`, `function(){}`, `function(r){g.Emit(r)}`, `new Date()`, `new Date(NaN)`, `Object.create(null)`, `g`, `/x/`, `new String("label")`, `new Number(1)`, `JSON`, `{toString:function(){throw 1}}`, `{get handle(){return 0}}`, `document("d1")`, `bnode("x")`, `"t"`, `raw("<x>")`, `"isn:agent"`, `"x".length`, `this`}
	methods := []string{"In", "Out", "Both", "Is", "Has", "HasR", "Save", "SaveR", "SaveOpt", "SaveOptR", "Tag", "Back", "And", "Or", "Except", "Follow", "FollowR", "FollowRecursive", "Unique", "Labels", "InPredicates", "OutPredicates", "SaveInPredicates", "SaveOutPredicates", "LabelContext", "Filter", "Limit", "Skip", "Order", "GetLimit", "ToArray", "ToValue", "TagArray", "TagValue", "Count", "ForEach", "Map", "All"}
	preds := []string{`"label"`, `"actor"`, `"place"`, `"type"`, `"bombard"`, `"patient"`, `"within"`, `["actor","place"]`, ``, `null`, `iri("x")`, `g.V("isn:agent")`, `g.V("x")`, `"agent","t"`, `null,"t"`, `g.V("x"),"t"`, `["agent","target"],["t","u"]`, `"name"`, `"confidence"`, `"earliest"`, `entity("طبرق")`, `g.M()`, `g.M().Out("actor")`, `"<x>"`}
	paths := []string{`g.V()`, `g.V("x")`, `g.M()`, `g.M().Out("actor")`, `g.M().In("place").Tag("t")`, `g.M().Has("type","bombard")`, `g.M().Unique()`, `g.M().Limit(1)`, `g.M().Both()`, `g.M().Save("agent","a")`, `entity("درنة")`, `place("ليبيا")`, `entity("طبرق")`, `g.V().Labels()`, `g.V("isn:bombard").In("type")`, `g.M().Is("x")`, `g.M().Except(g.V("x"))`, `g.M().LabelContext("<x>").Out()`, `g.M().FollowRecursive("within")`, `g.M().Back("t")`, `g.M().Tag("t").Out().Back("t")`, `g.M().Filter(like("%a%"))`, `g.M().Order()`, `g.M().Skip(1)`}
	valid := map[string][]string{"In": preds, "Out": preds, "Both": preds, "Follow": paths, "FollowR": paths, "And": paths, "Or": paths, "Except": paths,
		"FollowRecursive": {`"within"`, `"within",2`, `"within",0`, `"within",1,"t"`, `g.M().Out("within")`, `g.M().Both()`, `g.V("x")`, `g.M()`, `"<x>"`},
		"Unique": {``}, "Labels": {``}, "InPredicates": {``}, "OutPredicates": {``}, "Order": {``}, "SaveInPredicates": {`"t"`}, "SaveOutPredicates": {`"u"`}, "Back": {`"t"`, `"u"`}, "Tag": {`"t"`, `"u"`, `"t","u"`, ``},
		"Limit": {`0`, `1`, `3`}, "Skip": {`0`, `1`}, "GetLimit": {`1`}, "Is": {`"x"`, `entity("درنة")`, `entity("طبرق")`, `12`, ``},
		"Has": {`"type","bombard"`, `"label"`, `"x:y"`, `"confidence",gt(0.1)`, `"confidence",gt(0.1),lt(1)`, `"patient",entity("درنة")`, `"earliest",gte(date("2016-01-01"))`, `"label",regex("a"),like("%a%")`, `"<x>","y"`}, "HasR": {`"place"`, `"place",entity("طبرق")`, `"actor",regex("a",true)`},
		"Save": {`"agent"`, `"agent","t"`, `"patient","t"`, `"<x>","u"`}, "SaveR": {`"actor"`}, "SaveOpt": {`"time","t"`, `"<x>","t"`}, "SaveOptR": {`"actor","t"`}, "LabelContext": {`null`, `"<x>"`, `document("d1")`, `["<x>","<y>"]`, `document("d1"),"l"`, `g.V()`, `g.V().Labels()`, `g.M()`},
		"Filter": {`gt(0)`, `like("%a%")`, `regex("a")`, `regex("a",true)`, `lt("z"),gt("a")`, `gt(iri("x"))`, `gte(date("2015-01-01"))`}}
	r := rand.New(rand.NewSource(time.Now().UnixNano()))
	pick := func(l []string) string { return l[r.Intn(len(l))] }
	deadline := time.Now().Add(420 * time.Second)
	ok := 0
	f, _ := os.Create("/tmp/lastquery.txt")
	for time.Now().Before(deadline) {
		q := "g.V(" + []string{"", pick(args), `entity("درنة")`}[r.Intn(3)] + ")"
		if r.Intn(8) == 0 {
			q = "g.M()"
		}
		for i := r.Intn(5); i >= 0; i-- {
			m := pick(methods[:30])
			if v, ok := valid[m]; ok && r.Intn(10) > 0 {
				q += "." + m + "(" + pick(v) + ")"
				continue
			}
			q += "." + m + "("
			for j := r.Intn(3); j > 0; j-- {
				q += pick(args)
				if j > 1 {
					q += ","
				}
			}
			q += ")"
		}
		q += ".All()"
		f.Truncate(0)
		f.WriteAt([]byte(q+"\n"), 0)
		_, err := Run(context.Background(), view, q, Limits{Timeout: 300 * time.Millisecond, Rows: 100})
		n++
		if err == nil {
			ok++
		}
	}
	fmt.Println(n, ok)
}
