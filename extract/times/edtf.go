package times

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

const isoDay = "2006-01-02"

// Bounds returns the first and the last day of an EDTF value that Find emits:
// a day, month, season (21-24), year, decade (199X), century (18XX), or an
// interval of these, open (..) or not. An open side has no bound. Winter
// (24) is December of its year to February of the next. Durations and
// whatever else have no bounds, and are not ok.
func Bounds(edtf string) (earliest, latest string, ok bool) {
	from, to, interval := strings.Cut(edtf, "/")
	if !interval {
		return single(edtf)
	}
	const open = ".."
	if from == open && to == open {
		return "", "", false
	}
	if from != open {
		if earliest, _, ok = single(from); !ok {
			return "", "", false
		}
	}
	if to != open {
		if _, latest, ok = single(to); !ok {
			return "", "", false
		}
	}
	if earliest != "" && latest != "" && earliest > latest {
		return "", "", false
	}
	return earliest, latest, true
}

// single returns the bounds of a value that is no interval.
func single(edtf string) (earliest, latest string, ok bool) {
	switch len(edtf) {
	case len("2006"):
		return yearBounds(edtf)
	case len("2006-01"):
		return monthBounds(edtf)
	case len(isoDay):
		if _, err := time.Parse(isoDay, edtf); err != nil {
			return "", "", false
		}
		return edtf, edtf, true
	}
	return "", "", false
}

func yearBounds(edtf string) (earliest, latest string, ok bool) {
	digits := strings.TrimRight(edtf, "X")
	if len(digits) < 2 {
		return "", "", false
	}
	if strings.Trim(digits, "0123456789") != "" {
		return "", "", false
	}
	open := len(edtf) - len(digits)
	return digits + strings.Repeat("0", open) + "-01-01", digits + strings.Repeat("9", open) + "-12-31", true
}

func monthBounds(edtf string) (earliest, latest string, ok bool) {
	y, err1 := strconv.Atoi(edtf[:4])
	m, err2 := strconv.Atoi(edtf[5:])
	if err1 != nil || err2 != nil || edtf[4] != '-' || y < 0 || m < 1 {
		return "", "", false
	}
	months := 1
	if m >= spring && m <= winter {
		m, months = 3*(m-spring+1), 3
	}
	if m > 12 {
		return "", "", false
	}
	first := civil(y, m, 1)
	last := first.AddDate(0, months, -1)
	if last.Year() > 9999 {
		return "", "", false
	}
	return first.Format(isoDay), last.Format(isoDay), true
}

// EDTF numbers of the seasons.
const (
	spring = 21
	winter = 24
)

func civil(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// valid reports whether the day exists.
func valid(year, month, day int) bool {
	t := civil(year, month, day)
	return t.Year() == year && int(t.Month()) == month && t.Day() == day
}

// fourDigits reports whether EDTF level 0 can write the year.
func fourDigits(year int) bool { return year >= 1 && year <= 9999 }

// yearAs formats numbers of a year that EDTF can write, else "".
func yearAs(year int, format string, numbers ...any) string {
	if !fourDigits(year) {
		return ""
	}
	return fmt.Sprintf(format, numbers...)
}

func edtfYear(y int) string     { return yearAs(y, "%04d", y) }
func edtfMonth(y, m int) string { return yearAs(y, "%04d-%02d", y, m) }
func edtfDecade(y int) string   { return yearAs(y, "%03dX", y/10) }
func edtfCentury(y int) string  { return yearAs(y, "%02dXX", y/100) }

func edtfDay(t time.Time) string {
	if !fourDigits(t.Year()) {
		return ""
	}
	return t.Format(isoDay)
}

// between returns the interval from the beginning of one value to the end of
// another, each perhaps an interval itself; "" where it runs backwards.
func between(from, to string) string {
	if from == "" || to == "" {
		return ""
	}
	first, _, _ := strings.Cut(from, "/")
	last := to[strings.Index(to, "/")+1:]
	value := first + "/" + last
	if first == last {
		value = first
	}
	if _, _, ok := Bounds(value); !ok {
		return ""
	}
	return value
}

// onwards returns the interval that begins with value and is open.
func onwards(value string) string {
	first, _, _ := strings.Cut(value, "/")
	if first == "" || first == ".." {
		return ""
	}
	return first + "/.."
}

// upTo returns the open interval that ends with value.
func upTo(value string) string {
	last := value[strings.Index(value, "/")+1:]
	if last == "" || last == ".." {
		return ""
	}
	return "../" + last
}
