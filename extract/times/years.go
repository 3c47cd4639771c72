package times

import "strings"

// yearSaid is a year behind a month or season.
type yearSaid struct {
	year    int
	hijri   bool
	deictic bool
	other   bool
	next    int
}

// years that digits alone, or digits behind a month, may mean.
const (
	firstYear = 1900
	lastYear  = 2035
)

// yearPhrase reads what follows a month: 2016، (2016)، عام 2016، من العام
// الماضي، من العام نفسه.
func (p *parser) yearPhrase(i int, c calendar) (yearSaid, bool) {
	at := i
	if p.mark(at, "،", ",", "/", "-") && c.month != 0 {
		at++
	}
	if y := p.digits(at); y >= 100 && p.plausibleYear(at, y, c) {
		next, isHijri := p.era(at+1, y)
		return yearSaid{year: y, hijri: isHijri || c.hijri, next: next}, true
	}
	if at > i {
		return yearSaid{}, false
	}
	at = p.skip(i, "of")
	if y, ok := p.numberedYear(at); ok {
		return yearSaid{year: y.calendar.year, hijri: y.calendar.hijri, next: y.next}, true
	}
	if u, n, next, ok := p.unitDistance(at); ok && u == year {
		if p.ref.Date.IsZero() {
			return yearSaid{other: true, deictic: true, next: next}, true
		}
		said := yearSaid{year: p.ref.Date.Year() + n, deictic: true, next: next}
		if c.hijri {
			said.year = hijriWithin(said.year, c.month)
			said.other = said.year == 0
		}
		return said, true
	}
	if m, ok := p.sameUnit(at); ok && at > i {
		return yearSaid{other: true, next: m.next}, true
	}
	return yearSaid{}, false
}

// plausibleYear reports whether the digits at i may be the year of c.
func (p *parser) plausibleYear(i, y int, c calendar) bool {
	if len(p.tokens[i].Norm) != 4 {
		return false
	}
	if c.hijri {
		return y >= 1200 && y < 1500
	}
	return y >= 1500 && y < 2100
}

// era reads م or هـ behind a year and tells which calendar it is of.
func (p *parser) era(i, y int) (next int, isHijri bool) {
	if _, next, ok := p.find(i, "gregorian", either); ok {
		return next, false
	}
	if _, next, ok := p.find(i, "hijrimark", either); ok {
		return next, true
	}
	return i, p.hijriYear(y)
}

// hijriYear reports whether a year with no mark is of the Hijri calendar: of
// living memory, and not far ahead of the document.
func (p *parser) hijriYear(y int) bool {
	today := 1450
	if !p.ref.Date.IsZero() {
		today = (p.ref.Date.Year() - 622) * 33 / 32
	}
	return y >= firstHijri && y <= lastHijri && y <= today+5 && y > today-80
}

// numberedYear reads عام 2011، سنة 1969، عام 1437 هـ، عام ألفين وأحد عشر.
func (p *parser) numberedYear(i int) (match, bool) {
	_, next, ok := p.word(i, "yearword")
	if !ok {
		return match{}, false
	}
	if m, ok := p.doubleYear(next); ok {
		return m, true
	}
	y := p.digits(next)
	after := next + 1
	if y < 0 {
		if y, after, ok = p.numberWords(next); !ok || y < 1000 {
			return match{}, false
		}
	}
	if y < 100 && !p.is(after, "hijrimark") || y < 1 || y > 2200 || p.is(i-1, "age") {
		return match{}, false
	}
	return p.yearMatch(i, y, after), true
}

// doubleYear reads 2014/2015 as one token.
func (p *parser) doubleYear(i int) (match, bool) {
	if i >= len(p.tokens) || len(p.tokens[i].Norm) != len("2014/2015") {
		return match{}, false
	}
	from, to, _ := strings.Cut(p.tokens[i].Norm, "/")
	if len(from) != 4 || strings.Trim(from+to, "0123456789") != "" {
		return match{}, false
	}
	return match{next: i + 1, weekday: -1, value: between(from, to)}, true
}

func (p *parser) yearMatch(i, y, next int) match {
	c := calendar{year: y, written: true}
	next, c.hijri = p.era(next, y)
	if _, after, ok := p.word(next, "bce"); ok {
		next, c.other = after, true
	}
	m := match{next: next, weekday: -1, calendar: c, value: c.edtf()}
	if c.hijri {
		m.hijri = [2]int{i, next}
	}
	return m
}

// year reads a year that its word or what stands before it shows.
func (p *parser) year(i int) (match, bool) {
	if m, ok := p.numberedYear(i); ok {
		return m, true
	}
	return p.yearAlone(i)
}

// yearAlone reads digits that can only be a year: في 2016، منذ 1992.
func (p *parser) yearAlone(i int) (match, bool) {
	y := p.digits(i)
	if y < firstYear || y > lastYear || len(p.tokens[i].Norm) != 4 {
		return match{}, false
	}
	cued := p.is(i-1, "yearcue") || p.is(i-1, "part") || p.is(i-1, "season") || p.is(i, "yearcue")
	if p.is(i+1, "gregorian") {
		cued = true
	}
	if !cued && !p.cuedByPair(i) {
		return match{}, false
	}
	if p.is(i+1, "counted") || p.is(i+1, "units") || p.is(i+1, "unit") || p.mark(i+1, "%", "٪") {
		return match{}, false
	}
	return p.yearMatch(i, y, i+1), true
}

// cuedByPair reports whether the digits at i are the second of two years of
// which the first is one for sure (2011-2014).
func (p *parser) cuedByPair(i int) bool {
	return p.mark(i-1, "-", "–") && p.digits(i-2) >= firstYear && p.digits(i-2) <= lastYear && p.is(i-3, "yearcue")
}

// season reads صيف 2014، الصيف الماضي، صيف العام الماضي، هذا الصيف.
func (p *parser) season(i int) (match, bool) {
	_, at, this := p.word(i, "this")
	s, next, ok := p.word(at, "season")
	if !ok {
		return match{}, false
	}
	m, told := p.withYear(i, next, calendar{season: s})
	if this && !told {
		c := calendar{season: s}
		c.fill(p.ref.Date, now)
		m.calendar, m.value = c, c.edtf()
		return m, true
	}
	return m, told
}

// fraction reads الربع الأول من 2016، النصف الثاني من العام الماضي.
func (p *parser) fraction(i int) (match, bool) {
	_, next, isHalf := p.find(i, "half", definite)
	months := 6
	if !isHalf {
		_, after, ok := p.find(i, "quarter", definite)
		if !ok {
			return match{}, false
		}
		next, months = after, 3
	}
	n, next, ok := p.ordinal(next)
	if !ok || n*months > 12 {
		return match{}, false
	}
	next = p.skip(next, "of")
	m, ok := p.wholeYear(next)
	if !ok {
		whole, ok := p.monthAlone(next)
		return whole, ok && isHalf
	}
	if y := m.calendar.year; y != 0 && !m.calendar.hijri {
		m.value = between(edtfMonth(y, (n-1)*months+1), edtfMonth(y, n*months))
	} else {
		m.value = ""
	}
	m.calendar = calendar{}
	return m, true
}

// wholeYear reads a year by number or by distance.
func (p *parser) wholeYear(i int) (match, bool) {
	if m, ok := p.year(i); ok {
		return m, true
	}
	u, n, next, ok := p.unitDistance(i)
	if !ok {
		m, ok := p.currentUnit(i)
		return m, ok && m.calendar.month == 0
	}
	return p.unitMatch(u, n, next), u == year
}

// decade reads تسعينيات القرن الماضي، الثمانينيات.
func (p *parser) decade(i int) (match, bool) {
	d, next, ok := p.word(i, "decade")
	if !ok {
		return match{}, false
	}
	m := match{next: next, weekday: -1}
	at := p.skip(next, "of")
	if p.is(at, "age") {
		return match{}, false
	}
	hundred := 1900
	if c, ok := p.century(at); ok {
		m.next, m.deictic, hundred = c.next, c.deictic, 0
		if c.value != "" {
			hundred = 100 * atoi(c.value[:2])
		}
	}
	if hundred > 0 {
		m.value = edtfDecade(hundred + 10*d)
	}
	return m, true
}

// century reads القرن التاسع عشر، القرن الماضي. The nineteenth is 18XX.
func (p *parser) century(i int) (match, bool) {
	u, next, ok := p.find(i, "unit", definite)
	if !ok || unit(u) != century {
		return match{}, false
	}
	m := match{weekday: -1}
	if w, after, ok := p.word(next, "mod"); ok {
		m.next, m.deictic, m.value = after, true, shift(p.ref.Date, w, century)
		return m, true
	}
	n, next, ok := p.ordinal(next)
	if !ok {
		return match{}, false
	}
	m.next = next
	if _, after, ok := p.word(next, "hijrimark"); ok {
		m.next, m.hijri = after, [2]int{i, after}
		return m, true
	}
	m.next = p.skip(next, "gregorian")
	if n > 1 {
		m.value = edtfCentury(100 * (n - 1))
	}
	return m, true
}
