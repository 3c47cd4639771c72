package text

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Sentence is a run of tokens, [First, Last) in the slice they came from.
type Sentence struct{ First, Last int }

// Sentences groups tokens into sentences. A sentence ends at a line break, at
// . ! ? ؟ … ؛ with the closing quotes and brackets behind it, and before a
// bullet. It does not end
//
//   - inside brackets, nor before a comma, colon or another closing mark,
//   - at the full stop of an abbreviation or an initial (see sentences.txt) or
//     of the number of a list's item, nor in a name with dots (العربية.نت),
//   - at dots that part a headline or a clause of few words, nor at an
//     ellipsis in a line unless a word that begins sentences follows,
//   - at a question or exclamation that is quoted as a part of the sentence,
//     nor at a quote that the verb of saying follows.
func Sentences(tokens []Token) []Sentence {
	s := splitter{tokens: tokens}
	first := 0
	for i := range tokens {
		if tokens[i].Class == Newline {
			s.line(first, i)
			first = i + 1
		}
	}
	s.line(first, len(tokens))
	return s.sentences
}

// Limits of the rules. They keep the time linear in the text, too.
const (
	longestHeadline = 24  // words
	shortestClause  = 3   // words
	longestBracket  = 200 // tokens from a full stop to the bracket that closes behind it
	deepest         = 16  // quotes and brackets that are open in each other
)

//go:embed sentences.txt
var stopWords string

// stopClass is the class of a word of sentences.txt.
type stopClass uint8

const (
	titleAbbreviation stopClass = 1 << iota
	shortAbbreviation
	siteDomain
	opener
	saying
)

var stopClasses = map[string]stopClass{"title": titleAbbreviation, "short": shortAbbreviation, "domain": siteDomain, "opener": opener, "saying": saying}

var stops = func() map[string]stopClass {
	words := map[string]stopClass{}
	for line := range strings.Lines(stopWords) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		class, word, _ := strings.Cut(line, "\t")
		if stopClasses[class] == 0 || word == "" {
			panic(fmt.Sprintf("sentences.txt: %q: want a class and a word", line))
		}
		words[word] |= stopClasses[class]
	}
	return words
}()

func (t *Token) is(class stopClass) bool {
	return t.Class == Word && stops[strings.ToLower(t.Norm)]&class != 0
}

// splitter finds the sentences of one line after the other.
type splitter struct {
	tokens    []Token
	sentences []Sentence

	// The line, the sentence that is being read, and what is open in it.
	start, end int
	first      int
	headline   int // -1 not known yet, 0 or 1
	open       []int
	close      int // the next closing bracket, as far as it was looked for
}

// flush closes a sentence before the token at last.
func (s *splitter) flush(last int) {
	for i := s.first; i < last; i++ {
		if c := s.tokens[i].Class; c == Word || c == Number {
			s.sentences = append(s.sentences, Sentence{s.first, last})
			break
		}
	}
	s.first = last
}

func (s *splitter) line(first, end int) {
	s.start, s.end, s.first, s.headline, s.open, s.close = first, end, first, -1, s.open[:0], first
	for i := first; i < end; {
		t := &s.tokens[i]
		if t.Class != Punct {
			i++
			continue
		}
		switch kind := markOf(t.Norm); {
		case kind&terminator != 0:
			i = s.stop(i)
		case kind&bullet != 0:
			if markOf(s.tokens[max(i-1, first)].Norm)&bullet == 0 {
				s.flush(i)
			}
			i++
		default:
			s.nest(i)
			i++
		}
	}
	s.flush(end)
}

// markKind is what a mark of punctuation can do.
type markKind uint16

const (
	fullStop markKind = 1 << iota
	ellipsis
	question  // or exclamation
	semicolon // the Arabic one
	opening
	closing
	neutral // opens or closes
	bracket // with opening or closing: no quote
	bullet
	continuing // what a sentence goes on with

	terminator = fullStop | ellipsis | question | semicolon
)

func markOf(mark string) markKind {
	switch mark {
	case ".", "۔":
		return fullStop
	case "…":
		return ellipsis
	case "!", "?", "؟", "‼", "⁉", "⁈", "⁇":
		return question
	case "؛":
		return semicolon
	case "«", "“", "„", "‘", "‹":
		return opening
	case "»", "”", "’", "›":
		return closing
	case "\"", "'":
		return neutral
	case "(", "[", "{", "﴿":
		return opening | bracket
	case ")", "]", "}", "﴾":
		return closing | bracket
	case "•", "●", "▪", "■", "◦", "‣":
		return bullet
	case "،", ",", ":", ";":
		return continuing
	}
	return 0
}

// pairs are the marks that close what another opened, where it is not by any
// closing quote.
var pairs = map[string]string{"(": ")", "[": "]", "{": "}", "﴿": "﴾", "\"": "\"", "'": "'"}

// nest keeps account of an opening or closing mark that stands at i.
func (s *splitter) nest(i int) {
	kind := markOf(s.tokens[i].Norm)
	switch {
	case kind&closing != 0 || kind&neutral != 0 && s.opener(i) >= 0:
		if at := s.opener(i); at >= 0 {
			s.open = s.open[:at]
		}
	case kind&(opening|neutral) != 0 && len(s.open) < deepest:
		s.open = append(s.open, i)
	}
}

// opener returns the index in open of what the closing mark at i closes, or -1.
func (s *splitter) opener(i int) int {
	mark := s.tokens[i].Norm
	kind := markOf(mark)
	for at := len(s.open) - 1; at >= 0; at-- {
		before := s.tokens[s.open[at]].Norm
		if pair, ok := pairs[before]; ok && pair == mark || !ok && kind&(closing|bracket) == closing {
			return at
		}
	}
	return -1
}

// touches reports whether the token at i follows the one before it without
// white space.
func (s *splitter) touches(i int) bool { return s.tokens[i-1].End == s.tokens[i].Start }

// stop decides on the mark at i with those that belong to it, and returns
// where to go on.
func (s *splitter) stop(i int) int {
	kind, dots := markKind(0), 0
	next, quoted := i, -1 // quoted: the token that opened what closes here
	for next < s.end {
		mark := markOf(s.tokens[next].Norm)
		near := next == i || s.touches(next)
		switch {
		case s.tokens[next].Class != Punct:
		case mark&terminator != 0 && (near || mark == fullStop && quoted >= 0):
			kind |= mark
			if mark == fullStop {
				dots++
			}
			next++
			continue
		case mark&(closing|neutral) != 0:
			at := s.opener(next)
			if at < 0 && (mark&neutral != 0 || !near) {
				break
			}
			if at >= 0 {
				quoted = s.open[at]
				s.open = s.open[:at]
			}
			next++
			continue
		}
		break
	}
	if kind == fullStop && dots > 1 {
		kind = ellipsis
	}
	if next == s.end || s.ends(i, next, kind, dots, quoted) {
		s.flush(next)
	}
	return next
}

// ends reports whether a sentence ends with the marks [i, next) of that kind.
func (s *splitter) ends(i, next int, kind markKind, dots, quoted int) bool {
	after := &s.tokens[next]
	if after.Class == Punct && markOf(after.Norm)&(continuing|closing|semicolon) != 0 || s.bracketed(next) {
		return false
	}
	if quoted == s.first && after.is(saying) {
		return false
	}
	switch {
	case kind&question != 0:
		inside := quoted > s.first && s.tokens[quoted-1].Norm != ":" && markOf(s.tokens[next-1].Norm)&terminator == 0
		return !inside || after.is(opener)
	case kind&ellipsis != 0:
		return s.endsEllipsis(i, next, dots)
	case kind&fullStop != 0 && next == i+1:
		return s.endsStop(i)
	}
	return true
}

// bracketed reports whether the next closing bracket of the line, not too far
// behind the token at from, closes one that is open.
func (s *splitter) bracketed(from int) bool {
	if len(s.open) == 0 {
		return false
	}
	for s.close = max(s.close, from); s.close < s.end; s.close++ {
		if markOf(s.tokens[s.close].Norm)&(bracket|closing) == bracket|closing {
			break
		}
	}
	return s.close < s.end && s.close-from < longestBracket && s.opener(s.close) >= 0
}

func (s *splitter) endsEllipsis(i, next, dots int) bool {
	if s.isHeadline() {
		return false
	}
	if s.tokens[next].is(opener) {
		return true
	}
	return dots == 2 && s.isClause(s.first, i, false) && s.isClause(next, s.end, true)
}

// isClause reports whether there are words enough for a clause in [from, to),
// or, if so asked, up to the next mark there that may end a sentence.
func (s *splitter) isClause(from, to int, stop bool) bool {
	words := 0
	for i := from; i < to && words < shortestClause; i++ {
		switch t := &s.tokens[i]; {
		case t.Class != Punct:
			words++
		case stop && markOf(t.Norm)&terminator != 0:
			return false
		}
	}
	return words >= shortestClause
}

// isHeadline reports whether the line is one: short, without a full stop at
// its end or behind a word in it.
func (s *splitter) isHeadline() bool {
	if s.headline >= 0 {
		return s.headline == 1
	}
	s.headline = 0
	words := 0
	whole := splitter{tokens: s.tokens, first: s.start, end: s.end}
	for i := s.start; i < s.end; i++ {
		t := &s.tokens[i]
		switch {
		case t.Class != Punct:
			if words++; words > longestHeadline {
				return false
			}
		case markOf(t.Norm) == fullStop && i > s.start && markOf(s.tokens[i-1].Norm)&terminator == 0 &&
			(i+1 == s.end || markOf(s.tokens[i+1].Norm)&terminator == 0) && whole.endsStop(i):
			return false
		}
	}
	s.headline = 1
	return true
}

// endsStop decides on a single full stop at i.
func (s *splitter) endsStop(i int) bool {
	if i == s.first {
		return true
	}
	before := &s.tokens[i-1]
	if !s.touches(i) || i+1 >= s.end {
		return true
	}
	after := &s.tokens[i+1]
	tight := s.touches(i+1) && after.Class != Punct
	switch {
	case s.enumerates(i):
		return false
	case before.Class == Number:
		return true
	case before.Class != Word:
		return true
	case utf8.RuneCountInString(before.Norm) == 1:
		return s.endsInitial(i)
	case before.is(titleAbbreviation) && !(tight && !isLatin(before)):
		return false
	case before.is(shortAbbreviation):
		return after.is(opener)
	case tight && isLatin(after):
		return !isLatin(before)
	case tight && after.is(siteDomain):
		return false
	}
	return true
}

// endsInitial decides on the full stop behind a single letter: a title
// (د. علي), an initial (ج. ك. رولينغ), an era (2015 م.), a shortened name (أ.ف.ب.).
func (s *splitter) endsInitial(i int) bool {
	if i+1 < s.end && s.tokens[i+1].is(opener) {
		return true
	}
	letter := s.tokens[i-1].Norm
	return i-2 >= s.first && s.tokens[i-2].Class == Number && (letter == "م" || letter == "ه")
}

// enumerates reports whether the full stop at i stands behind the number or
// letter of a list's item.
func (s *splitter) enumerates(i int) bool {
	before := &s.tokens[i-1]
	if i-1-s.first > 2 { // a bullet and a bracket
		return false
	}
	if before.Class == Number && strings.ContainsAny(before.Norm, ".,:/") || before.Class == Word && utf8.RuneCountInString(before.Norm) > 1 {
		return false
	}
	for _, t := range s.tokens[s.first : i-1] {
		if t.Class != Punct {
			return false
		}
	}
	return true
}

func isLatin(t *Token) bool { return t.Norm[0] < utf8.RuneSelf }
