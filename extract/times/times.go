// Package times finds expressions of time in a sentence and resolves them to
// EDTF values and ISO 8601 durations.
//
// A word is known by its readings in lexicon.txt (items.go). Each rule reads
// one kind of expression at a token: dates (dates.go), days by name or
// distance (days.go), years, seasons and centuries (years.go), stretches of
// time (durations.go), and what is made of these, such as intervals
// (intervals.go). The longest expression at a token is taken.
package times

import (
	"strings"
	"time"

	"github.com/isnad-project/isnad/extract/text"
)

// Time is a time expression: tokens [First, Last) of the slice given to Find.
// Start and End are code points of the source; they leave out a preposition
// before the expression and a conjunction or preposition attached to it,
// unless the value depends on it (منذ، حتى، قبل، بعد، بين).
type Time struct {
	First, Last int
	Start, End  int
	// Value is EDTF (ISO 8601-2 level 1) or an ISO 8601 duration, "" where
	// the expression does not resolve.
	Value string
	// Earliest and Latest are the bounds of a value in the calendar,
	// YYYY-MM-DD, both included; "" for a duration and for an open side.
	Earliest, Latest string
	// Deictic says that the value depends on the document's date.
	Deictic bool
	// Hijri is the Hijri date as written, if there is one.
	Hijri string
}

// Reference is what expressions are resolved against.
type Reference struct {
	Date time.Time // the document's date; zero where it is unknown
}

// match is what a rule has read: the tokens up to next.
type match struct {
	next     int
	value    string
	deictic  bool
	calendar calendar // of a date, month, season or year
	weekday  int      // of a day by name, else -1
	hijri    [2]int   // the tokens of a Hijri date
}

// maxRepeat is how often a rule takes words of one kind, as many as no
// expression has: without it, a text of one word would be read in the square
// of its length.
const maxRepeat = 6

// rules are tried in this order; of equally long readings the first is taken.
var rules = []func(*parser, int) (match, bool){
	(*parser).point,
	(*parser).interval,
	(*parser).pair,
	(*parser).agoOrHence,
	(*parser).opened,
	(*parser).yearAlone,
	(*parser).recent,
	(*parser).clock,
	(*parser).duration,
	(*parser).vagueTime,
}

// Find returns the time expressions in the tokens of one sentence, in order
// and without overlap.
func Find(tokens []text.Token, ref Reference) []Time {
	items := make([]item, len(tokens))
	if !read(tokens, items) {
		return nil
	}
	if !ref.Date.IsZero() {
		ref.Date = civil(ref.Date.Year(), int(ref.Date.Month()), ref.Date.Day())
	}
	p := &parser{tokens: tokens, items: items, ref: ref}
	var times []Time
	for i := 0; i < len(tokens); {
		m, ok := p.longest(i)
		if !ok {
			i++
			continue
		}
		times = append(times, p.time(i, m))
		i = m.next
	}
	return times
}

// longest returns the longest match of the rules at i.
func (p *parser) longest(i int) (best match, found bool) {
	if !p.mayBegin(i) {
		return match{}, false
	}
	p.open = i
	for _, rule := range rules {
		if m, ok := rule(p, i); ok && m.next > i && m.next > best.next {
			best, found = m, true
		}
	}
	return best, found
}

// mayBegin reports whether the rules are worth trying at i.
func (p *parser) mayBegin(i int) bool {
	if p.tokens[i].Class == text.Number {
		return true
	}
	switch p.items[i].reach {
	case alone:
		return true
	case withNext:
		return i+1 < len(p.items) && (p.items[i+1].known() || p.tokens[i+1].Class == text.Number)
	}
	return false
}

// time makes the Time of a match at i.
func (p *parser) time(i int, m match) Time {
	t := Time{
		First: i, Last: m.next,
		Start: p.start(i), End: p.tokens[m.next-1].End,
		Value: m.value, Deictic: m.deictic,
		Hijri: p.source(m.hijri[0], m.hijri[1]),
	}
	if strings.HasPrefix(t.Value, "P") {
		return t
	}
	var ok bool
	if t.Earliest, t.Latest, ok = Bounds(t.Value); !ok {
		t.Value = ""
	}
	return t
}

// source returns the text of the tokens [first, last), with one space for
// whatever white space was between two.
func (p *parser) source(first, last int) string {
	var b strings.Builder
	for i := first; i < last; i++ {
		if i > first && p.tokens[i].Start > p.tokens[i-1].End {
			b.WriteByte(' ')
		}
		b.WriteString(p.tokens[i].Text)
	}
	return b.String()
}

// point reads anything that stands in the calendar, with the part of it that
// is spoken of (مطلع، الأسبوع الأول من), which does not narrow it.
func (p *parser) point(i int) (match, bool) {
	m, ok := p.wholePoint(i)
	if after, isPart := p.part(i); isPart && after > i {
		if inner, innerOK := p.wholePoint(after); innerOK && inner.next > m.next {
			return inner, true
		}
		if inner, innerOK := p.currentUnit(after); innerOK && inner.next > m.next {
			return inner, true
		}
	}
	return m, ok
}

func (p *parser) wholePoint(i int) (best match, found bool) {
	for _, rule := range []func(*parser, int) (match, bool){
		(*parser).day, (*parser).date, (*parser).monthAlone, (*parser).dayOfMonth, (*parser).season,
		(*parser).year, (*parser).unitPoint, (*parser).fraction, (*parser).decade, (*parser).century,
	} {
		if m, ok := rule(p, i); ok && m.next > best.next {
			best, found = m, true
		}
	}
	return best, found
}

// part reads مطلع، نهاية، or الأسبوع الأول من.
func (p *parser) part(i int) (next int, ok bool) {
	if _, next, ok := p.word(i, "part"); ok {
		return p.skip(next, "of"), true
	}
	_, next, ok = p.word(i, "section")
	if !ok {
		return i, false
	}
	if _, after, ok := p.ordinal(next); ok {
		next = after
	} else if _, after, ok := p.word(next, "lately"); ok {
		next = after
	} else {
		return i, false
	}
	_, next, ok = p.word(next, "of")
	return next, ok
}

// vagueTime reads a time that no date can be given for.
func (p *parser) vagueTime(i int) (match, bool) {
	for _, c := range []class{"vague", "adverb"} {
		if _, next, ok := p.word(i, c); ok && !p.is(next, "notafter-vague") {
			return match{next: next, weekday: -1}, true
		}
	}
	return p.sameUnit(i)
}

// direction returns which of several times a bare name means, from tokens
// [first, last) of the expression: the one ahead where the clause is about
// the future.
func (p *parser) direction(first, last int) which {
	if p.future(first, last) {
		return ahead
	}
	return bare
}
