package times

import (
	"time"

	hijri "github.com/hablullah/go-hijri"
)

// calendar is a place in a calendar as far as an expression names it; what is
// 0 is not said.
type calendar struct {
	hijri                    bool
	year, month, day, season int
	written                  bool // the year is in the expression itself
	other                    bool // the year is another, that no one can tell (من العام نفسه)
}

// which tells one of several times: the last, this, the next.
type which int

const (
	past   which = -1 // الماضي; -2 is قبل الماضي
	now    which = 0  // الجاري
	coming which = 1  // المقبل; 2 is بعد المقبل
	ahead  which = 98 // not said, in a clause about the future: the first from today
	bare   which = 99 // not said: the latest
)

// farAhead is the number of months from which on a date with no year is not
// taken for one ahead.
const farAhead = 8

// Umm al-Qura years that the tables cover with the month after them.
const (
	firstHijri = 1356
	lastHijri  = 1499
)

// fill puts the year in that the document's date and the direction give.
func (c *calendar) fill(ref time.Time, w which) {
	if c.year != 0 || c.other || ref.IsZero() {
		return
	}
	if c.season != 0 {
		c.year = seasonYear(c.season, ref, w)
		return
	}
	year, month, day := ref.Year(), int(ref.Month()), ref.Day()
	if c.hijri {
		today, err := hijri.CreateUmmAlQuraDate(ref)
		if err != nil {
			return
		}
		year, month, day = int(today.Year), int(today.Month), int(today.Day)
	}
	if w == ahead && (c.month-month+12)%12 > farAhead {
		w = bare // منذ and the like are nearer than a date so far ahead
	}
	c.year = year + yearsFrom(c.month-month, c.day, day, w)
}

// yearsFrom returns how many years lie between the document's year and the
// one meant, for a month that many months from the document's.
func yearsFrom(months, day, today int, w which) int {
	if w == bare && months == 0 {
		return 0 // a day later in this month is one ahead
	}
	before := months < 0 || months == 0 && day != 0 && day < today
	after := months > 0 || months == 0 && day > today
	same := !before && !after
	switch {
	case w == bare && after, w == past && (after || same):
		return -1
	case w == ahead && before, w == coming && (before || same):
		return 1
	case w == past-1:
		return yearsFrom(months, day, today, past) - 1
	case w == coming+1:
		return yearsFrom(months, day, today, coming) + 1
	}
	return 0
}

func seasonYear(season int, ref time.Time, w which) int {
	y := ref.Year()
	if season == winter && ref.Month() < time.March {
		y-- // the winter that began last year
	}
	start := civil(y, 3*(season-spring+1), 1)
	end := start.AddDate(0, 3, 0)
	switch {
	case w == now:
		return y
	case w == past && !end.After(ref), w == bare && !start.After(ref), w == coming && start.After(ref), w == ahead && end.After(ref):
		return y
	case w == past, w == bare:
		return y - 1
	}
	return y + 1
}

// edtf returns the value, "" where the year is not known or there is no such
// day.
func (c calendar) edtf() string {
	switch {
	case c.year == 0 || c.other:
		return ""
	case c.hijri:
		return c.ummAlQura()
	case c.season != 0:
		return edtfMonth(c.year, c.season)
	case c.day != 0:
		if !valid(c.year, c.month, c.day) {
			return ""
		}
		return edtfDay(civil(c.year, c.month, c.day))
	case c.month != 0:
		return edtfMonth(c.year, c.month)
	}
	return edtfYear(c.year)
}

// ummAlQura returns the days of a Hijri date: one, or the interval of a month
// or a year.
func (c calendar) ummAlQura() string {
	if c.year < firstHijri || c.year > lastHijri {
		return ""
	}
	switch {
	case c.day != 0:
		next := c.nextMonth()
		date := gregorian(c.year, c.month, c.day)
		if !date.Before(gregorian(next.year, next.month, 1)) {
			return ""
		}
		return edtfDay(date)
	case c.month != 0:
		next := c.nextMonth()
		return between(edtfDay(gregorian(c.year, c.month, 1)), edtfDay(gregorian(next.year, next.month, 1).AddDate(0, 0, -1)))
	}
	return between(edtfDay(gregorian(c.year, 1, 1)), edtfDay(gregorian(c.year+1, 1, 1).AddDate(0, 0, -1)))
}

// hijriWithin returns the Hijri year whose month begins in a Gregorian year
// (رمضان العام الماضي), the first of two, or 0.
func hijriWithin(year, month int) int {
	for y := max(firstHijri, (year-623)*33/32); y <= lastHijri; y++ {
		if begins := gregorian(y, month, 1).Year(); begins >= year {
			return y * btoi(begins == year)
		}
	}
	return 0
}

func (c calendar) nextMonth() calendar {
	if c.month == 12 {
		return calendar{year: c.year + 1, month: 1}
	}
	return calendar{year: c.year, month: c.month + 1}
}

func gregorian(year, month, day int) time.Time {
	t := hijri.UmmAlQuraDate{Year: int64(year), Month: int64(month), Day: int64(day)}.ToGregorian()
	return civil(t.Year(), int(t.Month()), t.Day())
}

// shift returns the value n units from the day: a day for days and weeks,
// else a month, a year, a decade or a century.
func shift(from time.Time, n int, u unit) string {
	if from.IsZero() || n > 20_000 || n < -20_000 {
		return ""
	}
	switch u {
	case second, minute:
		return edtfDay(from)
	case hour:
		return edtfDay(from.AddDate(0, 0, n/24))
	case day:
		return edtfDay(from.AddDate(0, 0, n))
	case week:
		return edtfDay(from.AddDate(0, 0, 7*n))
	case month:
		first := civil(from.Year(), int(from.Month())+n, 1)
		return edtfMonth(first.Year(), int(first.Month()))
	case year:
		return edtfYear(from.Year() + n)
	case decade:
		return edtfDecade(from.Year() + 10*n)
	}
	return edtfCentury(from.Year() + 100*n)
}

// around returns the whole unit of the calendar n units from the one that
// the day is in. A week runs from Monday to Sunday, as in ISO 8601.
func around(from time.Time, n int, u unit) string {
	if from.IsZero() {
		return ""
	}
	if u == week {
		monday := from.AddDate(0, 0, 7*n-(int(from.Weekday())+6)%7)
		return between(edtfDay(monday), edtfDay(monday.AddDate(0, 0, 6)))
	}
	return shift(from, n, u)
}

// weekdayFrom returns the day of that name which is meant on the day ref.
func weekdayFrom(ref time.Time, weekday int, w which) time.Time {
	back := (int(ref.Weekday()) - weekday + 7) % 7
	forth := (7 - back) % 7
	switch {
	case w == bare || w == now:
		return ref.AddDate(0, 0, -back)
	case w == ahead:
		return ref.AddDate(0, 0, forth)
	case w < 0: // strictly before
		return ref.AddDate(0, 0, -back+7*int(w)+7*btoi(back > 0))
	}
	return ref.AddDate(0, 0, forth+7*int(w)-7*btoi(forth > 0))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// named returns the day of that name next to base (اليوم الثلاثاء, أمس
// الخميس): base or a day beside it, as bylines are a day off at times, else
// the last of that name.
func named(base, ref time.Time, weekday int) time.Time {
	for _, off := range []int{0, -1, 1} {
		if near := base.AddDate(0, 0, off); int(near.Weekday()) == weekday {
			return near
		}
	}
	return weekdayFrom(ref, weekday, bare)
}
