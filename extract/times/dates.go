package times

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-project/isnad/extract/text"
)

// monthName is a month as written, perhaps with a second name (فبراير/شباط).
type monthName struct {
	month int
	hijri bool
	doubt int // 0: a month for sure; 1, 2: see lexicon.txt
	next  int
}

var monthClasses = []struct {
	class class
	hijri bool
	doubt int
}{
	{"month", false, 0}, {"month?", false, 1}, {"month??", false, 2},
	{"hijri", true, 0}, {"hijri?", true, 1}, {"hijri??", true, 2},
}

func (p *parser) month(i int) (monthName, bool) {
	name, ok := p.oneMonth(i)
	if !ok {
		return name, false
	}
	second := name.next
	if p.mark(second, "/", "-", "–", "(", "،") {
		second++
	}
	other, ok := p.oneMonth(second)
	if !ok || other.month != name.month || other.hijri != name.hijri || p.tokens[second].Norm == p.tokens[i].Norm {
		return name, true
	}
	name.doubt, name.next = 0, other.next
	if p.mark(second-1, "(") && p.mark(name.next, ")") {
		name.next++
	}
	return name, true
}

func (p *parser) oneMonth(i int) (best monthName, found bool) {
	for _, c := range monthClasses {
		m, next, ok := p.find(i, c.class, indefinite)
		if ok && next > best.next {
			best, found = monthName{m, c.hijri, c.doubt, next}, true
		}
	}
	if found && best.doubt > 1 && strings.HasPrefix(p.tokens[i].Text, "آ") {
		best.doubt = 1 // آب, spelled with care, is neither father nor door
	}
	if found && best.doubt > 0 && best.next == i+1 && utf8.RuneCountInString(p.tokens[i].Norm) < 4 && p.items[i].prep {
		return best, false // باب
	}
	return best, found
}

// monthAlone reads a month without a day: شهر يوليو الماضي، يونيو/حزيران 2020.
func (p *parser) monthAlone(i int) (match, bool) {
	start := i
	_, at, sure := p.find(i, "monthword", indefinite)
	name, ok := p.month(at)
	if !ok {
		return match{}, false
	}
	m, told := p.withYear(start, name.next, calendar{hijri: name.hijri, month: name.month})
	if !told && (p.named(start) || !sure && !p.certain(start, name)) {
		return match{}, false
	}
	return m, true
}

// named reports whether what stands before i makes a date without a year
// there a name: حرب أكتوبر، ثورة 25 يناير.
func (p *parser) named(i int) bool {
	if p.digits(i-1) >= 0 {
		i--
	}
	return p.is(i-1, "notbefore-date")
}

// certain reports whether what stands before a month without a number shows
// that it is one.
func (p *parser) certain(i int, name monthName) bool {
	switch {
	case name.doubt == 0:
		return true
	case name.doubt == 1:
		return p.items[i].prep || p.is(i-1, "yearcue") || p.is(i-1, "part")
	}
	return false
}

// date reads a day of a month, or a date in digits.
func (p *parser) date(i int) (match, bool) {
	m, ok := p.digitDate(i)
	if !ok {
		m, ok = p.writtenDate(i)
	}
	if !ok {
		return match{}, false
	}
	return p.alsoDated(m), true
}

func (p *parser) writtenDate(i int) (match, bool) {
	d, next, ok := p.dayNumber(i)
	if !ok {
		return match{}, false
	}
	next = p.skip(next, "of")
	next = p.skip(next, "monthword")
	name, ok := p.month(next)
	if !ok {
		return match{}, false
	}
	m, told := p.withYear(i, name.next, calendar{hijri: name.hijri, month: name.month, day: d})
	return m, told || !p.named(i)
}

// withYear reads the year or the like behind a date, month or season that
// begins at token first and ends before i. told says that there is one.
func (p *parser) withYear(first, i int, c calendar) (m match, told bool) {
	m = match{next: p.skip(i, "epithet"), weekday: -1, deictic: true}
	direction := p.direction(first, m.next)
	if y, ok := p.yearPhrase(m.next, c); ok {
		c.year, c.written, c.other, m.deictic, m.next = y.year, !y.deictic, y.other, y.deictic, y.next
		c.hijri = c.hijri || y.hijri && c.month == 0
		told = true
	} else if w, next, ok := p.word(m.next, "mod"); ok {
		direction, m.next, told = which(w), next, true
	}
	c.fill(p.ref.Date, direction)
	m.calendar, m.value = c, c.edtf()
	if c.hijri {
		m.hijri = [2]int{first, m.next}
	}
	return m, told
}

// digitDate reads 12/5/2016, 2016-05-12, 12.5.2016, 1437/1/1 هـ.
func (p *parser) digitDate(i int) (match, bool) {
	parts, next := p.dateDigits(i)
	if len(parts) < 2 || !plainDate(parts) {
		return match{}, false
	}
	c, ok := p.dateOf(i, parts)
	if !ok {
		return match{}, false
	}
	m := match{next: next, weekday: -1, deictic: c.year == 0}
	m.next, c.hijri = p.era(next, c.year)
	c.fill(p.ref.Date, p.direction(i, next))
	if !c.hijri && !valid(max(c.year, 1), c.month, c.day) {
		return match{}, false
	}
	if c.hijri {
		m.hijri = [2]int{i, m.next}
	}
	m.calendar, m.value = c, c.edtf()
	return m, true
}

// dateDigits returns the groups of digits of a date: of one token, or of
// several joined by hyphens.
func (p *parser) dateDigits(i int) (groups []string, next int) {
	if i >= len(p.tokens) || p.tokens[i].Class != text.Number {
		return nil, i
	}
	norm := p.tokens[i].Norm
	if groups = strings.Split(norm, "/"); len(groups) > 1 {
		return groups, i + 1
	}
	if groups = strings.Split(norm, "."); len(groups) > 1 {
		return groups, i + 1
	}
	groups, next = []string{norm}, i+1
	for len(groups) < 4 && next+1 < len(p.tokens) && p.tokens[next+1].Class == text.Number &&
		p.mark(next, "-", "/", "–", "‑") && p.tokens[next].Start == p.tokens[next-1].End && p.tokens[next+1].Start == p.tokens[next].End {
		groups = append(groups, p.tokens[next+1].Norm)
		next += 2
	}
	return groups, next
}

// plainDate reports whether the groups are short runs of digits.
func plainDate(groups []string) bool {
	if len(groups) > 3 {
		return false
	}
	for _, g := range groups {
		if len(g) == 0 || len(g) > 4 || len(g) == 3 || strings.Trim(g, "0123456789") != "" {
			return false
		}
	}
	return true
}

// dateOf orders the groups of a numeric date: the year first where it is
// written first, else the day, unless it can only be the month.
func (p *parser) dateOf(i int, groups []string) (c calendar, ok bool) {
	n := make([]int, len(groups))
	for k, g := range groups {
		n[k] = atoi(g)
	}
	cued := p.is(i-1, "datecue") || p.is(i-1, "weekday")
	switch {
	case len(n) == 3 && len(groups[0]) == 4:
		c = calendar{year: n[0], month: n[1], day: n[2], written: true}
	case len(n) == 3 && len(groups[2]) == 4:
		c = calendar{day: n[0], month: n[1], year: n[2], written: true}
	case len(n) == 3 && len(groups[2]) == 2 && cued:
		c = calendar{day: n[0], month: n[1], year: 2000 + n[2], written: true}
	case len(n) == 2 && cued && strings.Contains(p.tokens[i].Norm, "/") && len(groups[1]) <= 2 && len(groups[0]) <= 2:
		c = calendar{day: n[0], month: n[1]}
	default:
		return c, false
	}
	if c.month > 12 && c.day <= 12 && len(groups[0]) != 4 {
		c.day, c.month = c.month, c.day
	}
	return c, c.month >= 1 && c.month <= 12 && c.day >= 1 && c.day <= 31
}

// atoi is the number of a short run of digits.
func atoi(digits string) int {
	n := 0
	for _, d := range digits {
		n = 10*n + int(d-'0')
	}
	return n
}

// alsoDated reads the same day in the other calendar (الموافق 14 أكتوبر 2015)
// behind a date, which then has the Gregorian value.
func (p *parser) alsoDated(m match) match {
	at := m.next
	if p.mark(at, "،", ",") && p.is(at+1, "corresponding") {
		at++
	}
	bracket := p.mark(at, "(")
	switch {
	case p.is(at, "corresponding"):
		at = p.skip(at, "corresponding")
	case p.mark(at, "(", "/", "-"):
		at++
	default:
		return m
	}
	if _, next, ok := p.weekdayName(at); ok {
		at = next
	}
	other, ok := p.digitDate(at)
	if !ok {
		other, ok = p.writtenDate(at)
	}
	if !ok || other.calendar.hijri == m.calendar.hijri {
		return m
	}
	m.next = other.next
	if bracket && p.mark(m.next, ")") {
		m.next++
	}
	if m.calendar.hijri {
		m.value, m.calendar, m.deictic = other.value, other.calendar, other.deictic
	} else {
		m.hijri = other.hijri
	}
	return m
}
