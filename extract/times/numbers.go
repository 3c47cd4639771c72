package times

import (
	"strconv"
	"strings"

	"github.com/isnad-project/isnad/extract/text"
)

// maxNumber is the greatest number that counts units of time.
const maxNumber = 9_999_999

// number reads a cardinal number in digits or words.
func (p *parser) number(i int) (n, next int, ok bool) {
	if n, ok := p.numeral(i); ok {
		if _, next, ok := p.find(i+1, "num", indefinite); ok && p.thousand(i+1) && n < 1000 {
			return n * 1000, next, true
		}
		return n, i + 1, true
	}
	return p.numberWords(i)
}

// numeral reads digits, with separators of thousands or without.
func (p *parser) numeral(i int) (int, bool) {
	if n := p.digits(i); n >= 0 {
		return n, true
	}
	if i >= len(p.tokens) || p.tokens[i].Class != text.Number {
		return 0, false
	}
	groups := strings.FieldsFunc(p.tokens[i].Norm, func(r rune) bool { return r == ',' || r == '٬' })
	for k, group := range groups {
		if k > 0 && len(group) != 3 {
			return 0, false
		}
	}
	n, err := strconv.Atoi(strings.Join(groups, ""))
	return n, err == nil && n <= maxNumber
}

func (p *parser) thousand(i int) bool {
	n, _, ok := p.find(i, "num", indefinite)
	return ok && n == 1000
}

// numberWords reads ثلاثة، خمسة عشر، مئة وخمسة وعشرين، ألفين وأحد عشر.
func (p *parser) numberWords(i int) (n, next int, ok bool) {
	last, next, ok := p.word(i, "num")
	if !ok || !p.items[i].known() {
		return 0, i, false
	}
	total, group := 0, last
	if last >= 1000 {
		total, group = last, 0
	}
	for range 2 * maxRepeat {
		v, after, and, ok := p.nextNumeral(next)
		switch {
		case !ok:
			return total + group, next, total+group <= maxNumber
		case !and && v == 10 && last < 10: // خمسة عشر
			group, last = group+10, 11
		case !and && v == 100 && last >= 3 && last < 10: // ثلاث مئة
			group, last = group-last+100*last, 100
		case !and && v == 1000 && group > 0 && total == 0: // خمسة آلاف
			total, group, last = group*1000, 0, 1000
		case and && joins(last, v):
			group, last = group+v, v
		default:
			return total + group, next, total+group <= maxNumber
		}
		next = after
	}
	return 0, i, false
}

// nextNumeral reads one number word within a number, with و or without.
func (p *parser) nextNumeral(i int) (v, next int, and, ok bool) {
	if v, next, ok = p.word(i, "num-and"); ok {
		return v, next, true, true
	}
	if i < len(p.items) && p.items[i].and && !p.items[i].prep {
		open := p.open
		p.open = i
		v, next, ok = p.word(i, "num")
		p.open = open
		return v, next, true, ok
	}
	v, next, ok = p.find(i, "num", indefinite)
	return v, next, false, ok
}

// joins reports whether و may add the number v to one that ends with last.
func joins(last, v int) bool {
	switch {
	case last >= 1000:
		return v < 1000
	case last >= 100:
		return v < 100
	case last < 10:
		return v >= 20 && v < 100
	}
	return false
}

// ordinal reads السابع، السابع عشر، الحادي والعشرين، العشرين.
func (p *parser) ordinal(i int) (n, next int, ok bool) {
	n, next, ok = p.find(i, "ordinal", definite)
	if !ok {
		n, next, ok = p.find(i, "num", definite)
		return n, next, ok && n >= 20 && n < 100 && n%10 == 0
	}
	if ten, after, ok := p.find(next, "num", indefinite); ok && ten == 10 && after == next+1 {
		return n + 10, after, true
	}
	if tens, after, and, ok := p.nextNumeral(next); ok && and && tens >= 20 && tens < 100 {
		return n + tens, after, true
	}
	return n, next, true
}

// dayNumber reads the number of a day in a month: 17، الـ17، السابع عشر، غرة.
func (p *parser) dayNumber(i int) (n, next int, ok bool) {
	if n = p.digits(i); n > 0 && n <= 31 {
		return n, i + 1, true
	}
	if n = p.digits(i + 1); n > 0 && n <= 31 && p.articleAlone(i) {
		return n, i + 2, true
	}
	if n, next, ok = p.ordinal(i); ok && n <= 31 {
		return n, next, true
	}
	return p.find(i, "first-day", indefinite)
}

// articleAlone reports whether the token at i is the article written before
// a number (الـ17).
func (p *parser) articleAlone(i int) bool {
	_, _, ok := p.find(i, "article", indefinite)
	return ok && i+1 < len(p.tokens)
}
