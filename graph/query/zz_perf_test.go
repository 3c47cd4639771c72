package query

import (
	"context"
	"fmt"
	"math/rand"
	"testing"
	"time"

	"github.com/isnad-project/isnad/graph/quads"
	"github.com/isnad-project/isnad/graph/store"
	"github.com/isnad-project/isnad/schema"
)

func TestZZPerf(t *testing.T) {
	s, _ := store.OpenMemory()
	defer s.Close()
	r := rand.New(rand.NewSource(1))
	places := []string{derna, sirte, abuDhabi}
	actors := []string{haftar, sarraj, airForce, army, rada, isis, wal}
	kinds := []string{"bombard", "kill", "state", "state", "state", "meet"}
	var tq time.Duration
	nq := 0
	start := time.Now()
	for i := 0; i < 3000; i++ {
		var events []told
		for j := 0; j < 10; j++ {
			p := places[r.Intn(3)]
			if r.Intn(100) > 0 {
				p = abuDhabi
			}
			events = append(events, told{kind: kinds[r.Intn(len(kinds))], trigger: "قصف", roles: []schema.Role{filler("agent", actors[r.Intn(7)]), filler("patient", actors[r.Intn(7)]), filler("place", p)}})
		}
		rec := document(fmt.Sprintf("d%d", i), "2017-01-10", events...)
		t0 := time.Now()
		g, err := quads.Quads(rec, base)
		tq += time.Since(t0)
		nq += len(g)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Replace(quads.Label(base, rec.Document.ID), g); err != nil {
			t.Fatal(err)
		}
	}
	fmt.Println("load", time.Since(start), "quads", nq, "Quads()", tq)
	v := s.View()
	defer v.Close()
	for _, f := range []Filter{{Place: "درنة"}, {Place: "ليبيا"}, {Actor: "حفتر", Place: "ليبيا"}, {Actor: "داعش", Type: "kill"}, {Type: "state"}, {Since: "2018"}} {
		t0 := time.Now()
		e, err := Find(context.Background(), v, f)
		fmt.Println(f, len(e), err, time.Since(t0))
	}
	for _, q := range []string{`g.V(entity("درنة")).In("place").Out("actor").Unique().All()`, `g.V(place("ليبيا")).In("place").Has("type","kill").Out("agent").Unique().All()`, `g.V().Has("type", "bombard").Has("place", place("ليبيا")).Count()`} {
		t0 := time.Now()
		res, err := Run(context.Background(), v, q, Limits{})
		fmt.Println(q, len(res.Rows), err, time.Since(t0))
	}
}
