package times

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isnad-project/isnad/extract/text"
)

// item is what the parser knows of one token.
type item struct {
	plain    []entry // readings of the word as it stands
	definite []entry // readings without its article
	digits   int     // value of a number written in digits alone, or -1
	letters  int     // folded letters of conjunction and preposition before the word
	and      bool    // و or ف is attached
	prep     bool    // ب, ل or ك is attached
	reach    reach   // how the word may begin an expression
}

func (it *item) known() bool { return it.plain != nil || it.definite != nil }

// furthest returns the reach of the entries; words that more words make one
// expression of stand as if alone.
func furthest(entries []entry) reach {
	most := never
	for k := range entries {
		r := reaches[entries[k].class]
		if r == withNext && len(entries[k].rest) > 0 {
			r = alone
		}
		most = max(most, r)
	}
	return most
}

// read fills items with the readings of tokens and reports whether any of
// them could begin a time expression.
func read(tokens []text.Token, items []item) bool {
	found := false
	for i := range tokens {
		items[i] = readToken(&tokens[i])
		found = found || items[i].reach > never || tokens[i].Class == text.Number
	}
	return found
}

func readToken(t *text.Token) item {
	it := item{digits: -1}
	switch t.Class {
	case text.Number:
		if n, err := strconv.Atoi(t.Norm); err == nil && len(t.Norm) <= 7 {
			it.digits = n
		}
	case text.Word:
		it.readWord(loose(t.Norm))
		if !it.known() {
			return it
		}
		if lookalikes[t.Text] {
			return item{digits: -1}
		}
		it.reach = max(furthest(it.plain), furthest(it.definite))
	}
	return it
}

const (
	article = "ال"
	toThe   = "لل" // ل with the article
)

// readWord looks the word up as it is, then without an attached conjunction,
// then without an attached preposition.
func (it *item) readWord(word string) {
	if it.lookUp(word) {
		return
	}
	if rest, ok := cut(word, "و", "ف"); ok {
		it.and, it.letters, word = true, 1, rest
		if it.lookUp(word) {
			return
		}
	}
	if rest, ok := cut(word, "ب", "ل", "ك"); ok {
		it.prep = true
		it.letters++
		if it.lookUp(rest) {
			return
		}
		if rest, ok := strings.CutPrefix(word, toThe); ok {
			it.definite = lexicon[rest]
		}
	}
}

func (it *item) lookUp(word string) bool {
	it.plain = lexicon[word]
	if rest, ok := strings.CutPrefix(word, article); ok {
		it.definite = lexicon[rest]
	}
	return it.known()
}

// cut removes the first prefix that word begins with.
func cut(word string, prefixes ...string) (string, bool) {
	for _, prefix := range prefixes {
		if rest, ok := strings.CutPrefix(word, prefix); ok {
			return rest, true
		}
	}
	return word, false
}

// parser holds one sentence while its expressions are sought.
type parser struct {
	tokens []text.Token
	items  []item
	ref    Reference
	open   int // here, and nowhere else, a conjunction or preposition may be attached
}

// form says which form of a word is wanted.
type form uint8

const (
	either form = iota
	indefinite
	definite
)

// find returns the longest reading of the words at i that has the class.
func (p *parser) find(i int, c class, f form) (value, next int, ok bool) {
	if i >= len(p.items) {
		return 0, i, false
	}
	it := &p.items[i]
	if i != p.open && (it.and || it.prep) {
		return 0, i, false
	}
	next = i
	try := func(entries []entry) {
		for k := range entries {
			e := &entries[k]
			if e.class == c && i+1+len(e.rest) > next && p.follows(i+1, e.rest) {
				value, next, ok = e.value, i+1+len(e.rest), true
			}
		}
	}
	if f != definite {
		try(it.plain)
	}
	if f != indefinite {
		try(it.definite)
	}
	return value, next, ok
}

// word is find for either form.
func (p *parser) word(i int, c class) (value, next int, ok bool) { return p.find(i, c, either) }

// is reports whether the word at i, whatever is attached to it, has the class.
func (p *parser) is(i int, c class) bool {
	if i < 0 || i >= len(p.items) {
		return false
	}
	open := p.open
	p.open = i
	_, _, ok := p.find(i, c, either)
	p.open = open
	return ok
}

// skip returns the index after the word of that class at i, or i.
func (p *parser) skip(i int, c class) int {
	if _, next, ok := p.word(i, c); ok {
		return next
	}
	return i
}

func (p *parser) follows(i int, words []string) bool {
	if i+len(words) > len(p.tokens) {
		return false
	}
	for k, word := range words {
		if loose(p.tokens[i+k].Norm) != word {
			return false
		}
	}
	return true
}

// digits returns the number in digits at i, or -1.
func (p *parser) digits(i int) int {
	if i < 0 || i >= len(p.items) {
		return -1
	}
	return p.items[i].digits
}

// mark reports whether the token at i is one of the punctuation marks.
func (p *parser) mark(i int, marks ...string) bool {
	return i >= 0 && i < len(p.tokens) && p.tokens[i].Class == text.Punct && slices.Contains(marks, p.tokens[i].Norm)
}

// definiteWord reports whether the token at i begins with the article.
func (p *parser) definiteWord(i int) bool {
	return i < len(p.tokens) && p.tokens[i].Class == text.Word && strings.HasPrefix(p.tokens[i].Norm, article)
}

// at runs rule at i, where a conjunction may be attached.
func (p *parser) at(i int, rule func(int) (match, bool)) (match, bool) {
	open := p.open
	p.open = i
	m, ok := rule(i)
	p.open = open
	return m, ok
}

// start returns the code point at which the word of the token at i begins,
// after conjunction and preposition.
func (p *parser) start(i int) int {
	t := &p.tokens[i]
	letters := p.items[i].letters
	if letters == 0 {
		return t.Start
	}
	at, _ := text.Fold(t.Text).Source(letters, letters+1)
	return t.Start + at
}
