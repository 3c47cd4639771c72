package times

import (
	"fmt"
	"strings"
)

// quantity is a number of units, perhaps with half a unit more.
type quantity struct {
	n    int
	unit unit
	half bool
}

// length is a duration as read; parts is nil where it is vague (عدة أيام).
type length struct {
	parts []quantity
	next  int
}

// duration reads a stretch of time: قرابة ستة أشهر، عام ونصف، عدة أيام.
func (p *parser) duration(i int) (match, bool) {
	if p.is(i-1, "rate") {
		return match{}, false
	}
	l, ok := p.length(i, p.is(i-1, "timecue") && !p.is(i-2, "unit"))
	if !ok || p.isAge(i, l) {
		return match{}, false
	}
	return match{next: l.next, weekday: -1, value: isoDuration(l.parts)}, true
}

// length reads a duration. cued says that what stands before it shows that
// it is one, so that a unit may stand alone (لمدة شهر).
func (p *parser) length(i int, cued bool) (length, bool) {
	at := i
	for range maxRepeat {
		_, next, ok := p.word(at, "approx")
		if !ok {
			break
		}
		at, cued = next, true
	}
	if l, ok := p.vagueLength(at, cued); ok {
		return l, true
	}
	if next, ok := p.numberRange(at); ok {
		if _, next, ok = p.counted(next, cued); ok {
			return length{next: next}, true
		}
	}
	q, next, ok := p.quantity(at, cued)
	if !ok {
		return p.unitAndMore(at)
	}
	return p.more(q, next), true
}

// unitAndMore reads a unit alone that more is added to: ساعة ونصف، سنة وشهرين.
func (p *parser) unitAndMore(i int) (length, bool) {
	q, next, ok := p.quantity(i, true)
	if !ok {
		return length{}, false
	}
	l := p.more(q, next)
	return l, l.next > next
}

// more reads what is added to a quantity: ونصف، وشهرين.
func (p *parser) more(q quantity, next int) length {
	l := length{[]quantity{q}, next}
	if p.is(next, "half") && p.items[next].and {
		l.parts[0].half = true
		l.next++
		if _, after, ok := p.find(l.next, "unit", definite); ok {
			l.next = after // عام ونصف العام
		}
	}
	for len(l.parts) < maxRepeat && p.andAlone(l.next) {
		longer, ok := p.nextQuantity(l)
		if !ok {
			break
		}
		l = longer
	}
	return l
}

// andAlone reports whether و stands at i, attached or not.
func (p *parser) andAlone(i int) bool {
	return i < len(p.items) && (p.items[i].and && !p.items[i].prep || p.is(i, "and"))
}

// nextQuantity adds وشهرين to سنة.
func (p *parser) nextQuantity(l length) (length, bool) {
	at := l.next
	open := p.open
	defer func() { p.open = open }()
	p.open = at
	at = p.skip(at, "and")
	q, next, ok := p.quantity(at, true)
	last := l.parts[len(l.parts)-1]
	if !ok || q.unit >= last.unit || last.half || q.unit < second {
		return l, false
	}
	return length{append(l.parts, q), next}, true
}

// quantity reads ستة أشهر، شهرين، يوم واحد، نصف ساعة.
func (p *parser) quantity(i int, cued bool) (quantity, int, bool) {
	if u, next, ok := p.find(i, "dual", indefinite); ok {
		return quantity{n: 2, unit: unit(u)}, next, cued || unit(u) < decade
	}
	for _, fraction := range []struct {
		class class
		part  int
	}{{"half", 2}, {"quarter", 4}} {
		_, next, ok := p.find(i, fraction.class, indefinite)
		if !ok {
			continue
		}
		u, after, ok := p.find(next, "unit", indefinite)
		if !ok {
			return quantity{}, i, false
		}
		q, ok := divided(unit(u), fraction.part)
		return q, after, ok
	}
	if n, next, ok := p.number(i); ok && n > 0 && !(p.items[i].definite != nil && p.items[i].plain == nil) {
		u, after, ok := p.counted(next, cued)
		if unit(u) == second && p.digits(i) < 0 && n < 11 {
			return quantity{}, i, false // مرة واحدة ثانية
		}
		return quantity{n: n, unit: u}, after, ok
	}
	u, next, ok := p.find(i, "unit", indefinite)
	if !ok || unit(u) == second {
		return quantity{}, i, false
	}
	if n, after, ok := p.find(next, "num", indefinite); ok && n == 1 {
		return quantity{n: 1, unit: unit(u)}, after, true
	}
	alone := cued && !p.definiteWord(next) && p.digits(next) < 0
	return quantity{n: 1, unit: unit(u)}, next, alone
}

// counted reads the unit behind a number.
func (p *parser) counted(i int, cued bool) (unit, int, bool) {
	for _, c := range []class{"units", "unit"} {
		if u, next, ok := p.find(i, c, indefinite); ok {
			return unit(u), next, cued || unit(u) < decade || p.is(i-2, "timecue") || p.is(i-3, "timecue")
		}
	}
	return 0, i, false
}

// divided returns a half or a quarter of the unit in smaller units.
func divided(u unit, by int) (quantity, bool) {
	switch u {
	case hour:
		return quantity{n: 60 / by, unit: minute}, true
	case year:
		return quantity{n: 12 / by, unit: month}, true
	case day:
		return quantity{n: 24 / by, unit: hour}, true
	case century:
		return quantity{n: 100 / by, unit: year}, true
	case minute:
		return quantity{n: 60 / by, unit: second}, true
	case month:
		return quantity{n: 2, unit: week}, by == 2
	}
	return quantity{}, false
}

// numberRange reads the lower of two numbers and what joins them (من ثلاثة
// إلى, 3-), or several of two (يومين أو).
func (p *parser) numberRange(i int) (next int, ok bool) {
	at := p.skip(p.skip(i, "between"), "from")
	_, next, ok = p.number(at)
	if !ok {
		if _, next, ok = p.find(at, "dual", indefinite); !ok {
			return i, false
		}
	}
	joined := false
	switch {
	case p.mark(next, "-", "–"):
		next, joined = next+1, true
	case p.is(next, "to"), p.is(next, "or"):
		next, joined = p.skip(p.skip(next, "to"), "or"), true
	case at > i && p.andAlone(next):
		joined = true
		if p.is(next, "and") {
			next++
		}
	}
	if !joined {
		return i, false
	}
	open := p.open
	p.open = next
	_, next, ok = p.number(next)
	p.open = open
	return next, ok
}

// vagueLength reads عدة أيام، سنوات طويلة، and where it is cued أيام.
func (p *parser) vagueLength(i int, cued bool) (length, bool) {
	if _, next, ok := p.find(i, "vaguecount", indefinite); ok {
		for _, f := range []form{indefinite, definite} {
			if _, after, ok := p.find(next, "units", f); ok {
				return length{next: after}, true
			}
		}
		return length{}, false
	}
	_, next, ok := p.find(i, "units", indefinite)
	if !ok {
		return length{}, false
	}
	if _, after, ok := p.word(next, "vagueadj"); ok {
		return length{next: after}, true
	}
	return length{next: next}, cued && !p.definiteWord(next)
}

// isAge reports whether years at i are someone's age: عمره 20 عاما, (25 عاما).
func (p *parser) isAge(i int, l length) bool {
	if len(l.parts) == 0 || l.parts[0].unit > year || l.parts[0].unit < day {
		return false
	}
	if p.is(i-1, "age") || p.is(i-2, "age") && !p.mark(i-1, "،", ".") {
		return true
	}
	aside := p.mark(i-1, "(") && p.mark(l.next, ")") || p.mark(i-1, "،", ",") && p.mark(l.next, "،", ",")
	return aside && l.parts[0].unit == year // محمد (25 عاما)
}

// isoDuration writes P1Y6M, PT30M; "" for no parts.
func isoDuration(parts []quantity) string {
	if len(parts) == 0 {
		return ""
	}
	var date, clock strings.Builder
	for _, q := range parts {
		if q.half {
			q.n, q.unit = halves(q)
		}
		switch q.unit {
		case second, minute, hour:
			fmt.Fprintf(&clock, "%s", clockPart(q))
		case century:
			fmt.Fprintf(&date, "%dY", 100*q.n)
		case decade:
			fmt.Fprintf(&date, "%dY", 10*q.n)
		default:
			fmt.Fprintf(&date, "%s", datePart(q))
		}
	}
	if clock.Len() > 0 {
		return "P" + date.String() + "T" + clock.String()
	}
	return "P" + date.String()
}

// halves returns a quantity and a half in units that hold it whole.
func halves(q quantity) (int, unit) {
	switch q.unit {
	case century:
		return 100*q.n + 50, year
	case decade:
		return 10*q.n + 5, year
	case year:
		return 12*q.n + 6, month
	case month:
		return 30*q.n + 15, day
	case day:
		return 24*q.n + 12, hour
	case hour:
		return 60*q.n + 30, minute
	}
	return q.n, q.unit
}

func datePart(q quantity) string {
	years := ""
	if q.unit == month && q.n > 12 && q.n%12 == 6 {
		years = fmt.Sprintf("%dY", q.n/12)
		q.n %= 12
	}
	return fmt.Sprintf("%s%d%c", years, q.n, "DWMY"[q.unit-day])
}

func clockPart(q quantity) string {
	hours := ""
	if q.unit == minute && q.n > 60 && q.n%60 == 30 {
		hours = fmt.Sprintf("%dH", q.n/60)
		q.n %= 60
	}
	return fmt.Sprintf("%s%d%c", hours, q.n, "SMH"[q.unit-second])
}
