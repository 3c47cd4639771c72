package store

import (
	"context"
	"slices"

	"github.com/cayleygraph/cayley/graph"
)

// scan lists all that fits a pattern.
type scan struct {
	fit
	begun   bool
	walking bool

	lead  graph.Scanner // the condition that leads; nil for none
	led   bool          // whether lead stands at a result
	at    int           // the position of lead
	table *table        // where the results of lead are looked up
	depth int
}

// Next goes on to the next result.
func (s *scan) Next(ctx context.Context) bool {
	if s.err != nil || s.m.none {
		return false
	}
	if !s.begun {
		s.begun = true
		if s.err = s.begin(ctx); s.err != nil {
			return false
		}
	}
	for s.walking || s.follow(ctx) {
		if s.nextFit(ctx) {
			return true
		}
		s.walking = false
		if s.err != nil {
			return false
		}
	}
	return false
}

// begin makes the plan and starts what leads.
func (s *scan) begin(ctx context.Context) error {
	s.w.c.r = s.m.r
	driver, err := s.m.driver(ctx)
	if err != nil {
		return err
	}
	for i, c := range s.m.conds {
		if i == driver {
			s.lead, s.at = c.nodes.Iterate(), c.at
			continue
		}
		s.checks = append(s.checks, check{c.at, c.nodes.Lookup()})
	}
	if s.lead != nil {
		s.table, s.depth = s.m.indirect(s.at)
		return nil
	}
	t, depth, _ := s.m.direct()
	s.w.start(t, depth, s.m.fixed)
	s.walking = true
	return nil
}

// follow starts the walk for the next result of what leads. A result that is
// reached on several paths is walked once for each, so that every quad is
// given with the tags of each path.
func (s *scan) follow(ctx context.Context) bool {
	if s.lead == nil {
		return false
	}
	for {
		s.led = s.led && s.lead.NextPath(ctx) || s.lead.Next(ctx)
		if !s.led {
			s.err = s.lead.Err()
			return false
		}
		want := s.m.with(s.at, s.lead.Result())
		if len(want[s.at]) > 0 {
			s.w.start(s.table, s.depth, want)
			s.walking = true
			return true
		}
	}
}

// with returns what is fixed once the node at a position is known as well.
func (p *pattern) with(at int, ref graph.Ref) [4][]id {
	want := p.fixed
	want[at] = p.r.nodes(ref)
	if fixed := p.fixed[at]; fixed != nil {
		want[at] = slices.DeleteFunc(want[at], func(n id) bool {
			_, found := slices.BinarySearch(fixed, n)
			return !found
		})
	}
	return want
}

// NextPath goes on to another way in which the conditions hold.
func (s *scan) NextPath(ctx context.Context) bool { return s.nextPath(ctx) }

// TagResults sets the tags of the pattern and of its conditions.
func (s *scan) TagResults(dst map[string]graph.Ref) {
	if s.lead != nil {
		s.lead.TagResults(dst)
	}
	s.fit.TagResults(dst)
}

// Close ends the scan.
func (s *scan) Close() error {
	err := s.fit.Close()
	if s.lead != nil {
		if err2 := s.lead.Close(); err == nil {
			err = err2
		}
	}
	return err
}
