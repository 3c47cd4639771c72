package query

import (
	"fmt"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/isnad-project/isnad/graph/quads"
	"github.com/isnad-project/isnad/schema"
)

// span is a stretch of days, YYYY-MM-DD; "" is open.
type span struct{ earliest, latest string }

// dated is an event with the days on which it can have happened.
type dated struct {
	schema.Event
	spans []span
}

// spansOf returns when an event happened: its times that resolve to days, or
// else the day its document is dated; none if it has neither.
func spansOf(event quads.Facts, document quad.IRI, about quads.About) ([]span, error) {
	var spans []span
	for _, time := range event[schema.SEMHasTime] {
		node, _ := time.(quad.IRI)
		f, err := about(node)
		if err != nil {
			return nil, err
		}
		if s := (span{f.First(schema.SEMEarliest), f.First(schema.SEMLatest)}); s != (span{}) {
			spans = append(spans, s)
		}
	}
	if len(spans) > 0 {
		return spans, nil
	}
	f, err := about(document)
	if err != nil {
		return nil, err
	}
	if day := f.First(schema.DCDate); day != "" {
		spans = append(spans, span{day, day})
	}
	return spans, nil
}

// undated sorts after every day.
const undated = "9999-99-99"

// sortDay is the first day on which the event can have happened.
func (d dated) sortDay() string {
	day := undated
	for _, s := range d.spans {
		if s.earliest == "" {
			s.earliest = s.latest
		}
		day = min(day, s.earliest)
	}
	return day
}

// window is a stretch of days that events are asked for.
type window struct{ span }

// newWindow reads days, months or years; either may be "".
func newWindow(since, until string) (w window, err error) {
	if w.earliest, _, err = period(since); err != nil {
		return w, fmt.Errorf("since: %w", err)
	}
	if _, w.latest, err = period(until); err != nil {
		return w, fmt.Errorf("until: %w", err)
	}
	if w.earliest != "" && w.latest != "" && w.latest < w.earliest {
		return w, fmt.Errorf("since %s is after until %s", since, until)
	}
	return w, nil
}

// period returns the first and the last day of a day, month or year.
func period(s string) (first, last string, err error) {
	if s == "" {
		return "", "", nil
	}
	for _, p := range []struct {
		layout              string
		years, months, days int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(p.layout, s); err == nil {
			return t.Format(time.DateOnly), t.AddDate(p.years, p.months, p.days).AddDate(0, 0, -1).Format(time.DateOnly), nil
		}
	}
	return "", "", fmt.Errorf("%q is no day, month or year (2016-05-01, 2016-05, 2016)", s)
}

// holds reports whether one of the spans overlaps the window.
func (w window) holds(spans []span) bool {
	if w.earliest == "" && w.latest == "" {
		return true
	}
	for _, s := range spans {
		if (s.latest == "" || w.earliest <= s.latest) && (w.latest == "" || s.earliest <= w.latest) {
			return true
		}
	}
	return false
}
