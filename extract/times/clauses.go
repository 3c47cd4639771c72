package times

import (
	"slices"
	"strings"
	"time"

	"github.com/isnad-project/isnad/extract/text"
)

// How many words to each side of an expression may show that its
// clause is about the future.
const (
	reachBack    = 12
	reachForward = 4
)

// future reports whether the clause around tokens [first, last) speaks of
// what is to come: a verb with سـ, سوف, من المقرر, or a verb like يعقد that
// news has in the present of what is planned.
func (p *parser) future(first, last int) bool {
	for i := first - 1; i >= 0 && i >= first-reachBack && !p.clauseEnds(i); i-- {
		if p.futureWord(i) {
			return true
		}
	}
	for i := last; i < len(p.tokens) && i < last+reachForward && !p.clauseEnds(i); i++ {
		if p.futureWord(i) {
			return true
		}
	}
	return false
}

func (p *parser) clauseEnds(i int) bool {
	if p.is(i, "clause") {
		return !p.is(i-1, "future") // من المنتظر أن
	}
	return p.mark(i, "،", "؛", ":", ".", ",", "\"", "«", "»", "“", "”", "؟", "!")
}

func (p *parser) futureWord(i int) bool {
	if p.tokens[i].Class != text.Word || p.is(i-1, "notbefore-future") {
		return false
	}
	if p.is(i, "future") {
		return true
	}
	if p.is(i, "notfuture") || p.items[i].definite != nil {
		return false
	}
	return futureVerb(strings.TrimPrefix(strings.TrimPrefix(p.tokens[i].Norm, "و"), "ف"))
}

// futureVerb reports whether a word looks like an imperfect with سـ, four
// letters long at least.
func futureVerb(word string) bool {
	rest, ok := strings.CutPrefix(word, "س")
	if !ok || len(rest) < len("يزور") {
		return false
	}
	if slices.ContainsFunc(notFutureStems, func(stem string) bool { return strings.HasPrefix(word, stem) }) {
		return false
	}
	return strings.HasPrefix(rest, "ي") || strings.HasPrefix(rest, "ت") || strings.HasPrefix(rest, "ن")
}

// weekdayAfter returns the next day of that name after a value.
func (p *parser) weekdayAfter(value string, weekday int) string {
	t, err := time.Parse(isoDay, value)
	if err != nil {
		return ""
	}
	return edtfDay(weekdayFrom(t, weekday, coming))
}
