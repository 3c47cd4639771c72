package times

import "time"

// day reads a day by its name or its distance from the document's day, with
// the part of the day before it and what says the same day again:
// أمس، مساء اليوم الاثنين، يوم الخميس المقبل، فجر الجمعة 6 يناير.
func (p *parser) day(i int) (match, bool) {
	at, night := p.dayparts(i)
	m, ok := p.dayCore(i, at, night)
	if !ok {
		return match{}, false
	}
	if _, next, ok := p.find(m.next, "adverb", indefinite); ok {
		m.next = next
	} else if _, next, ok := p.find(m.next, "adverb-after", indefinite); ok && !p.dayFollows(next) {
		m.next = next
	}
	return m, true
}

// dayparts skips صباح، ليلة، يوم and the like, and وقت سابق من.
func (p *parser) dayparts(i int) (next int, night bool) {
	next = i
	if _, after, ok := p.find(next, "dayshift", either); ok {
		next = p.skip(after, "of")
	}
	for range maxRepeat {
		if _, after, ok := p.find(next, "night", indefinite); ok {
			next, night = after, true
		} else if _, after, ok := p.find(next, "daypart", indefinite); ok {
			next = after
		} else {
			break
		}
	}
	return next, night
}

func (p *parser) dayFollows(i int) bool {
	return p.is(i, "deictic") || p.is(i, "today") || p.is(i, "weekday")
}

func (p *parser) dayCore(i, at int, night bool) (match, bool) {
	if m, ok := p.deictic(i, at); ok {
		return m, true
	}
	if m, ok := p.today(i, at); ok {
		return m, true
	}
	if m, ok := p.weekday(i, at, night); ok {
		return m, true
	}
	if at == i {
		return match{}, false
	}
	if m, ok := p.date(at); ok {
		return m, true
	}
	return p.dayOfMonth(at)
}

// deictic reads أمس، بعد غد، الآن.
func (p *parser) deictic(i, at int) (match, bool) {
	n, next, ok := p.word(at, "deictic")
	if after, afterNext, isToday := p.word(i, "deictic"); isToday && afterNext > next {
		n, next, ok = after, afterNext, true // يوم غد
	}
	if ok {
		return p.sameDayAgain(p.distant(n), next), true
	}
	if _, next, ok := p.word(i, "now"); ok {
		m := p.distant(0)
		m.next = next
		return m, true
	}
	return match{}, false
}

func (p *parser) distant(n int) match {
	return match{value: shift(p.ref.Date, n, day), deictic: true, weekday: -1}
}

// today reads اليوم, where it is not the day of a count, a feast or a paper.
func (p *parser) today(i, at int) (match, bool) {
	_, next, ok := p.find(at, "today", definite)
	if !ok {
		return match{}, false
	}
	m := p.sameDayAgain(p.distant(0), next)
	if m.next > next {
		return m, true
	}
	if _, _, isOrdinal := p.ordinal(next); isOrdinal || p.is(next, "notafter-today") || p.is(next, "same") || p.is(next, "mod") || p.is(next, "units") {
		return match{}, false
	}
	if at == i && (p.is(i-1, "notbefore-today") || p.inName(i)) {
		return match{}, false
	}
	return m, true
}

// inName reports whether اليوم at i ends the name of a paper or channel: in
// quotes, or one word after صحيفة and the like.
func (p *parser) inName(i int) bool {
	if p.is(i-1, "media") || p.is(i-2, "media") || p.is(i-3, "media") && !p.mark(i-2, "،", ":") {
		return true
	}
	return p.mark(i+1, "\"", "»", "”") && (p.mark(i-1, "\"", "«", "“") || p.mark(i-2, "\"", "«", "“"))
}

// sameDayAgain reads a weekday and a date behind a day by distance: أمس
// الخميس، أمس (الأحد)، اليوم الثلاثاء 10 يناير. A written date has the last
// word, then the weekday.
func (p *parser) sameDayAgain(m match, next int) match {
	m.next = next
	bracket := p.mark(next, "(")
	if bracket {
		next++
	}
	if _, after, ok := p.find(next, "dayword", indefinite); ok {
		next = after
	}
	base := m.value
	if weekday, after, ok := p.weekdayName(next); ok {
		next = after
		if t, err := time.Parse(isoDay, base); err == nil {
			m.value = edtfDay(named(t, p.ref.Date, weekday))
		}
		m.weekday, m.next = weekday, next
	}
	if d, ok := p.dateBehind(next); ok {
		d.deictic = m.deictic
		return p.closed(d, bracket)
	}
	if m.next < next || bracket && !p.mark(m.next, ")") {
		return m
	}
	return p.closed(m, bracket && m.weekday >= 0)
}

// closed takes in the bracket behind m where one was opened.
func (p *parser) closed(m match, bracket bool) match {
	if bracket && p.mark(m.next, ")") {
		m.next++
	}
	return m
}

// dateBehind reads the date behind a weekday: الثلاثاء 10 يناير، الثلاثاء
// الموافق 10 يناير، الثلاثاء (10 يناير).
func (p *parser) dateBehind(i int) (match, bool) {
	at := i
	bracket := p.mark(at, "(")
	if bracket || p.mark(at, "،", ",") {
		at++
	}
	at = p.skip(at, "corresponding")
	m, ok := p.date(at)
	if !ok {
		m, ok = p.dayOfMonth(at)
	}
	if !ok || bracket && !p.mark(m.next, ")") {
		return match{}, false
	}
	return p.closed(m, bracket), true
}

// weekdayName reads a day of the week that is no name of something else.
func (p *parser) weekdayName(i int) (weekday, next int, ok bool) {
	weekday, next, ok = p.find(i, "weekday", definite)
	if !ok || p.is(i-1, "notbefore-weekday") || p.is(next, "notafter-weekday") {
		return 0, i, false
	}
	return weekday, next, true
}

// weekday reads الخميس، يوم الخميس المقبل، ليل الأربعاء الخميس.
func (p *parser) weekday(i, at int, night bool) (match, bool) {
	name, next, ok := p.weekdayName(at)
	if !ok {
		return match{}, false
	}
	m := match{next: next, weekday: name, deictic: true}
	if d, ok := p.dateBehind(next); ok {
		d.weekday = name
		return d, true
	}
	if _, after, ok := p.word(next, "same"); ok {
		m.next, m.weekday = after, -1
		return m, true
	}
	second := next
	if p.mark(second, "-", "–", "/") {
		second++
	}
	next2 := next
	if other, after, ok := p.weekdayName(second); ok && night && other == (name+1)%7 {
		next2 = after
	}
	w, after, told := p.word(next2, "mod")
	direction := which(w)
	if told {
		m.next = after
	} else {
		m.next, direction = next2, p.direction(i, next2)
	}
	if d, ok := p.dateBehind(m.next); ok && told {
		return p.towards(d, direction), true
	}
	if p.ref.Date.IsZero() || p.is(i-1, "every") {
		return m, true
	}
	t := weekdayFrom(p.ref.Date, name, direction)
	m.value = edtfDay(t)
	if next2 > next {
		m.value = between(m.value, edtfDay(t.AddDate(0, 0, 1)))
	}
	return m, true
}

// towards gives a date with no year of its own the year of that direction.
func (p *parser) towards(d match, w which) match {
	if !d.deictic || d.calendar.written {
		return d
	}
	d.calendar.year = 0
	d.calendar.fill(p.ref.Date, w)
	d.value = d.calendar.edtf()
	return d
}

// dayOfMonth reads a day of a month by distance: 15 من الشهر الجاري، العاشر
// من الشهر الماضي، 20 الجاري.
func (p *parser) dayOfMonth(i int) (match, bool) {
	d, next, ok := p.dayNumber(i)
	if !ok {
		return match{}, false
	}
	next = p.skip(next, "of")
	if m, ok := p.sameUnit(next); ok && p.is(m.next-2, "monthword") {
		return m, true // 28 من الشهر نفسه
	}
	u, n, after, ok := p.unitDistance(next)
	if !ok {
		w, end, isMod := p.word(next, "mod")
		if !isMod || w != 0 || !p.is(i-1, "datecue") && !p.is(i-1, "weekday") {
			return match{}, false
		}
		u, n, after, ok = month, 0, end, true
	}
	if u != month {
		return match{}, false
	}
	m := match{next: after, weekday: -1, deictic: true}
	if ref := p.ref.Date; !ref.IsZero() {
		first := civil(ref.Year(), int(ref.Month())+n, 1)
		m.calendar = calendar{year: first.Year(), month: int(first.Month()), day: d}
		m.value = m.calendar.edtf()
	}
	return m, true
}

// clock reads a time of the day, with the day it is of: الساعة الخامسة
// والنصف من مساء أمس.
func (p *parser) clock(i int) (match, bool) {
	_, next, ok := p.word(i, "clock")
	if !ok || p.is(i-1, "quarter") || p.is(i-1, "half") {
		return match{}, false
	}
	if n, after, ok := p.ordinal(next); ok && n <= 12 {
		next = after
	} else if n, after, ok := p.find(next, "num", definite); ok && n == 1 {
		next = after
	} else if p.clockDigits(next) {
		next++
	} else {
		return match{}, false
	}
	if p.is(next, "fraction") && p.items[next].and {
		next++
	}
	m := match{next: next, weekday: -1}
	if _, after, ok := p.word(next, "adverb"); ok {
		m.next = after
	} else if _, after, ok := p.word(next, "adverb-after"); ok && !p.dayFollows(after) {
		m.next = after
	}
	if d, ok := p.day(p.skip(m.next, "of")); ok {
		return d, true
	}
	return m, true
}

// clockDigits reports whether the token at i is an hour, or hour and minutes.
func (p *parser) clockDigits(i int) bool {
	if n := p.digits(i); n >= 0 {
		return n <= 24 && !p.is(i+1, "mod") && !p.is(i+1, "unit")
	}
	if i >= len(p.tokens) {
		return false
	}
	_, err := time.Parse("15:04", p.tokens[i].Norm)
	return err == nil
}
