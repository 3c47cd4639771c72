package times

// unitDistance reads a unit of the calendar by its distance from the
// document's: الشهر الماضي، العام المقبل، هذا الأسبوع.
func (p *parser) unitDistance(i int) (u unit, n, next int, ok bool) {
	_, at, this := p.word(i, "this")
	if at > i && !this {
		return 0, 0, i, false
	}
	value, next, ok := p.find(at, "unit", definite)
	u = unit(value)
	if !ok || u < week || u == year && p.generic(at) {
		return 0, 0, i, false
	}
	if w, after, ok := p.word(next, "mod"); ok {
		return u, w, after, true
	}
	if p.is(next, "same") {
		return 0, 0, i, false
	}
	return u, 0, next, this
}

// generic reports whether العام at i says "general": الأمين العام الحالي.
func (p *parser) generic(i int) bool { return p.is(i-1, "notbefore-year") }

// unitPoint is unitDistance as a match.
func (p *parser) unitPoint(i int) (match, bool) {
	u, n, next, ok := p.unitDistance(i)
	if !ok {
		return match{}, false
	}
	return p.unitMatch(u, n, next), true
}

func (p *parser) unitMatch(u unit, n, next int) match {
	m := match{next: next, weekday: -1, deictic: true, value: around(p.ref.Date, n, u)}
	if p.ref.Date.IsZero() {
		return m
	}
	first := civil(p.ref.Date.Year(), int(p.ref.Date.Month())+n, 1)
	switch u {
	case year:
		m.calendar = calendar{year: p.ref.Date.Year() + n}
	case month:
		m.calendar = calendar{year: first.Year(), month: int(first.Month())}
	}
	return m
}

// currentUnit reads the unit alone behind مطلع or نهاية: this one.
func (p *parser) currentUnit(i int) (match, bool) {
	value, next, ok := p.find(i, "unit", definite)
	u := unit(value)
	if !ok || u < week || u > year || u == year && p.generic(i) {
		return match{}, false
	}
	if _, _, isOrdinal := p.ordinal(next); isOrdinal || p.digits(next) >= 0 || p.definiteWord(next) || p.is(next, "same") {
		return match{}, false
	}
	return p.unitMatch(u, 0, next), true
}

// sameUnit reads a unit that some other event fixes: اليوم التالي، ذلك العام.
func (p *parser) sameUnit(i int) (match, bool) {
	_, at, that := p.find(i, "that", indefinite)
	u, next, ok := p.find(at, "unit", definite)
	if !ok || unit(u) < day {
		return match{}, false
	}
	if _, after, ok := p.word(next, "same"); ok {
		return match{next: after, weekday: -1}, true
	}
	return match{next: next, weekday: -1}, that
}

// recent reads a stretch that ends or begins with the document's day:
// الأيام الثلاثة الماضية، الـ24 ساعة المقبلة; without a number it is vague.
func (p *parser) recent(i int) (match, bool) {
	q, next, ok := p.definiteLength(i)
	if !ok {
		return match{}, false
	}
	next = p.skip(next, "few")
	w, after, ok := p.word(next, "mod")
	if !ok {
		w, after, ok = p.word(next, "lately")
	}
	if !ok || w == 0 && q.n == 0 {
		return match{}, false
	}
	m := match{next: after, weekday: -1, deictic: true}
	if q.n == 0 || p.ref.Date.IsZero() {
		return m, true
	}
	if q.unit == hour {
		q = quantity{n: (q.n + 23) / 24, unit: day}
	}
	today := edtfDay(p.ref.Date)
	switch {
	case q.unit < day:
		m.value = today
	case w < 0:
		m.value = between(shift(p.ref.Date, -q.n, q.unit), p.upToNow(q.unit))
	case w > 0:
		m.value = between(p.upToNow(q.unit), shift(p.ref.Date, q.n, q.unit))
	}
	return m, true
}

// upToNow returns the document's date as finely as the unit.
func (p *parser) upToNow(u unit) string { return shift(p.ref.Date, 0, u) }

// definiteLength reads الأيام، الأيام الثلاثة، الثلاثة أيام، الـ24 ساعة،
// اليومين. The number is 0 where there is none.
func (p *parser) definiteLength(i int) (quantity, int, bool) {
	if u, next, ok := p.find(i, "dual", definite); ok {
		return quantity{n: 2, unit: unit(u)}, next, true
	}
	if u, next, ok := p.find(i, "units", definite); ok {
		n, after, ok := p.definiteNumber(next)
		if !ok {
			n, after = 0, next
		}
		return quantity{n: n, unit: unit(u)}, after, true
	}
	n, next, ok := p.definiteNumber(i)
	if !ok {
		n, next, ok = p.number(i)
	}
	if !ok {
		return quantity{}, i, false
	}
	u, next, ok := p.counted(next, true)
	return quantity{n: n, unit: u}, next, ok
}

// definiteNumber reads الثلاثة، الـ24.
func (p *parser) definiteNumber(i int) (n, next int, ok bool) {
	if p.articleAlone(i) && p.digits(i+1) > 0 {
		return p.digits(i + 1), i + 2, true
	}
	if _, _, ok := p.find(i, "num", definite); !ok {
		return 0, i, false
	}
	return p.numberWords(i)
}
