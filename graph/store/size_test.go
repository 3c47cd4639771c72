package store

import (
	"testing"

	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
)

// TestSizes compares estimates with counts, once everything is on disk: exact
// for few quads, and for many within a factor of two and a block or two, as
// their bytes are counted by blocks.
func TestSizes(t *testing.T) {
	s := folder(t, t.TempDir())
	load(t, s, news(2000))
	if err := s.db.Flush(); err != nil {
		t.Fatal(err)
	}
	v := s.View()
	defer v.Close()
	for _, d := range []struct {
		dir   quad.Direction
		value quad.Value
	}{
		{quad.Predicate, iri("type")},
		{quad.Predicate, iri("nothing")},
		{quad.Object, iri("place/0")},
		{quad.Object, iri("place/200")},
		{quad.Object, iri("type/0")},
		{quad.Object, quad.Int(2014)},
		{quad.Subject, iri("event/10")},
		{quad.Subject, iri("event/11")},
		{quad.Label, iri("doc/3")},
	} {
		ref := v.ValueOf(d.value)
		var count int64
		for it := v.QuadIterator(d.dir, ref); it.Next(ctx); {
			count++
		}
		got, err := v.QuadIteratorSize(ctx, d.dir, ref)
		if err != nil {
			t.Fatal(err)
		}
		if low, high := count/2, count*2+500; got.Size < low || got.Size > high || count < exactSize && got.Size != count {
			t.Errorf("%v %v: %d quads, estimated at %d", d.dir, d.value, count, got.Size)
		}
		if got.Exact {
			t.Errorf("%v %v: an estimate is called exact", d.dir, d.value)
		}
	}
}

// TestPlans checks how many index steps queries take: what the place or the
// graph has, not what the store has.
func TestPlans(t *testing.T) {
	s := folder(t, t.TempDir())
	load(t, s, news(2000))
	if err := s.db.Flush(); err != nil {
		t.Fatal(err)
	}
	v := s.View()
	defer v.Close()
	place := path.StartPath(v, iri("place/150")).In(iri("place"))
	events, err := place.Iterate(ctx).Count()
	if err != nil || events == 0 {
		t.Fatalf("%d events, %v", events, err)
	}
	for name, test := range map[string]struct {
		p     *path.Path
		limit int64
	}{
		"forwards":  {place.Has(iri("year"), quad.Int(2016)).Out(iri("agent")), 10 * events},
		"backwards": {path.StartPath(v, quad.Int(2016)).In(iri("year")).Has(iri("place"), iri("place/150")).Out(iri("agent")), 10 * events},
		"range":     {place.HasFilter(iri("year"), false, atLeast(quad.Int(2014))), 10 * events},
		"graph":     {path.StartPath(v).LabelContext(iri("doc/3")).Has(iri("type"), iri("type/0")), 1000},
		"saved":     {place.Save(iri("agent"), "agent").Save(iri("year"), "year"), 10 * events},
	} {
		before := v.moves.Load()
		if _, err := test.p.Iterate(ctx).Count(); err != nil {
			t.Fatal(err)
		}
		if moves := v.moves.Load() - before; moves > test.limit+200 {
			t.Errorf("%s: %d moves for %d events", name, moves, events)
		}
	}
}
