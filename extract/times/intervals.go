package times

// agoOrHence reads a point so far from the document's day: قبل عامين، منذ
// ثلاثة أيام (from then on), بعد يومين.
func (p *parser) agoOrHence(i int) (match, bool) {
	for _, opener := range []struct {
		class class
		sign  int
	}{{"since", -1}, {"before", -1}, {"after", 1}} {
		_, next, ok := p.word(i, opener.class)
		if !ok {
			continue
		}
		l, ok := p.length(next, true)
		if !ok || opener.class == "after" && p.is(i-1, "unit") { // يوما بعد يوم
			continue
		}
		m := match{next: l.next, weekday: -1, deictic: true}
		fromNow := p.fromNow(&m)
		if opener.class != "since" && p.anchored(m.next) && !fromNow || opener.class == "after" && !fromNow && !p.future(i, m.next) {
			return m, true
		}
		m.value = p.away(l.parts, opener.sign)
		if opener.class == "since" {
			m.value = onwards(m.value)
		}
		return m, true
	}
	return match{}, false
}

// fromNow takes in من الآن.
func (p *parser) fromNow(m *match) bool {
	at, ok := m.next, false
	if _, at, ok = p.word(at, "of"); !ok {
		return false
	}
	_, next, isNow := p.word(at, "now")
	if !isNow {
		if _, next, isNow = p.find(at, "today", definite); !isNow {
			return false
		}
	}
	m.next = next
	return true
}

// anchored reports whether the distance before i is told from another event
// (قبل شهرين على الحادثة، بعد عام من الحرب).
func (p *parser) anchored(i int) bool {
	if p.is(i, "only") {
		i++
	}
	return p.is(i, "of") || p.is(i, "anchor")
}

// away returns the value so far before or after the document's date.
func (p *parser) away(parts []quantity, sign int) string {
	switch {
	case len(parts) == 0 || p.ref.Date.IsZero():
		return ""
	case len(parts) == 1 && !parts[0].half:
		return shift(p.ref.Date, sign*parts[0].n, parts[0].unit)
	}
	months, days := 0, 0
	for _, q := range parts {
		if q.half {
			q.n, q.unit = halves(q)
		}
		switch q.unit {
		case week:
			days += 7 * q.n
		case day:
			days += q.n
		case month:
			months += q.n
		case year:
			months += 12 * q.n
		case decade:
			months += 120 * q.n
		}
	}
	if days == 0 {
		return shift(p.ref.Date, sign*months, month)
	}
	if months > 100_000 {
		return ""
	}
	return shift(p.ref.Date.AddDate(0, sign*months, 0), sign*days, day)
}

// opened reads a point and the side on which it is open: منذ عام 2011،
// حتى الآن، قبل 2010، بعد الخميس.
func (p *parser) opened(i int) (match, bool) {
	for _, opener := range []struct {
		class class
		open  func(string) string
	}{{"since", onwards}, {"until", upTo}, {"before", upTo}, {"after", onwards}} {
		_, next, ok := p.word(i, opener.class)
		if !ok {
			continue
		}
		if opener.class != "since" && opener.class != "until" && (p.is(next, "night") || p.is(next, "daypart") && !p.is(next, "dayword")) {
			return match{}, false // قبل ظهر أمس is a part of the day
		}
		if m, ok := p.point(next); ok {
			m.value = opener.open(m.value)
			return m, true
		}
	}
	return match{}, false
}

// interval reads two points and what is between: من 5 إلى 10 مايو، بين عامي
// 2011 و2014، بين يونيو وأغسطس.
func (p *parser) interval(i int) (match, bool) {
	if _, next, ok := p.word(i, "between"); ok {
		next = p.skip(next, "pair")
		return p.twoPoints(next, p.afterAnd)
	}
	if _, next, ok := p.word(i, "from"); ok {
		next = p.skip(next, "pair")
		return p.twoPoints(next, p.afterTo)
	}
	return p.twoPoints(i, p.afterDash)
}

// pair reads عامي 2011 و2014، يومي الخميس والجمعة، أيام 5 و6 و7 مايو.
func (p *parser) pair(i int) (match, bool) {
	_, next, ok := p.word(i, "pair")
	if !ok {
		return match{}, false
	}
	return p.twoPoints(next, p.afterLastAnd)
}

// afterLastAnd is afterAnd for the last of several days (5 و6 و7 مايو).
func (p *parser) afterLastAnd(i int) (int, bool) {
	at, ok := p.afterAnd(i)
	for n := 0; ok && n < 31; n++ {
		open := p.open
		p.open = at
		_, next, isDay := p.dayNumber(at)
		p.open = open
		further, more := p.afterAnd(next)
		if !isDay || !more {
			break
		}
		at = further
	}
	return at, ok
}

// afterAnd returns where the second of two points begins, after و or إلى.
func (p *parser) afterAnd(i int) (int, bool) {
	if p.is(i, "and") {
		return i + 1, true
	}
	if i < len(p.items) && p.items[i].and {
		return i, true
	}
	return p.afterTo(i)
}

// afterTo returns where the second point begins after إلى or حتى (or وحتى).
func (p *parser) afterTo(i int) (int, bool) {
	if !p.is(i, "to") {
		return p.afterDash(i)
	}
	open := p.open
	p.open = i
	next := p.skip(i, "to")
	p.open = open
	return next, true
}

func (p *parser) afterDash(i int) (int, bool) { return i + 1, p.mark(i, "-", "–") }

// twoPoints reads a point, a joint and a point. What the first does not say
// (month, year) it has from the second.
func (p *parser) twoPoints(i int, joint func(int) (int, bool)) (match, bool) {
	from, ok := p.at(i, p.endpoint)
	if !ok {
		return match{}, false
	}
	at, ok := joint(from.next)
	if !ok {
		return match{}, false
	}
	to, ok := p.at(at, p.endpoint)
	if !ok || !joinable(from, to) {
		return match{}, false
	}
	m := match{next: to.next, weekday: -1, deictic: from.deictic || to.deictic}
	m.hijri = to.hijri
	if to.hijri[1] > 0 {
		m.hijri[0] = i
	}
	p.complete(&from, &to)
	m.deictic = m.deictic && !(from.calendar.written && to.calendar.written)
	m.value = between(from.value, to.value)
	return m, true
}

// endpoint reads a point, or the bare number of a day or a year.
func (p *parser) endpoint(i int) (match, bool) {
	if m, ok := p.point(i); ok {
		return m, true
	}
	if y := p.digits(i); y >= firstYear && y <= lastYear && len(p.tokens[i].Norm) == 4 && !p.is(i+1, "counted") && !p.is(i+1, "units") {
		return p.yearMatch(i, y, i+1), true
	}
	d, next, ok := p.dayNumber(i)
	return match{next: next, weekday: -1, calendar: calendar{day: d}}, ok
}

// joinable reports whether two points can be the ends of an interval: the
// second is no bare number, and only a date can end what a number begins.
func joinable(from, to match) bool {
	bareDay := func(m match) bool { return m.calendar.day != 0 && m.calendar.month == 0 }
	if bareDay(to) {
		return false
	}
	return !bareDay(from) || to.calendar.month != 0
}

// complete gives the first point what only the second says.
func (p *parser) complete(from, to *match) {
	f, t := &from.calendar, to.calendar
	switch {
	case f.day != 0 && f.month == 0:
		f.month, f.year, f.hijri, f.written = t.month, t.year, t.hijri, t.written
	case f.month != 0 && !f.written && t.month != 0 && t.year != 0 && f.hijri == t.hijri:
		f.year, f.written = t.year, t.written
		if f.month > t.month || f.month == t.month && f.day > t.day && t.day != 0 {
			f.year--
		}
	case from.weekday >= 0 && to.weekday >= 0 && to.value < from.value && to.value != "":
		to.value = p.weekdayAfter(from.value, to.weekday)
		return
	default:
		return
	}
	from.value = f.edtf()
}
