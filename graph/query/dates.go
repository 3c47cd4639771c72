package query

import (
	"fmt"
	"time"

	"github.com/isnad-project/isnad/schema"
)

// dated is an event with the day its document is dated, or "".
type dated struct {
	schema.Event
	published string
}

// span is a stretch of days, YYYY-MM-DD; "" is open.
type span struct{ earliest, latest string }

// spans returns when the event happened: its times, or else the day of its
// document; none if it has neither.
func (d dated) spans() []span {
	var all []span
	for _, r := range d.Roles {
		if r.Role == schema.RoleTime && (r.Earliest != "" || r.Latest != "") {
			all = append(all, span{r.Earliest, r.Latest})
		}
	}
	if len(all) == 0 && d.published != "" {
		all = append(all, span{d.published, d.published})
	}
	return all
}

// undated sorts after every day.
const undated = "9999-99-99"

// sortDay is the first day on which the event can have happened.
func (d dated) sortDay() string {
	day := undated
	for _, s := range d.spans() {
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

// holds reports whether one of the event's times overlaps the window.
func (w window) holds(d dated) bool {
	if w.earliest == "" && w.latest == "" {
		return true
	}
	for _, s := range d.spans() {
		if (s.latest == "" || w.earliest <= s.latest) && (w.latest == "" || s.earliest <= w.latest) {
			return true
		}
	}
	return false
}
