// Package segment splits tokens into the words of Universal Dependencies:
// conjunctions, prepositions and the future particle written before a word,
// and pronouns written behind it, become words of their own. A linear model
// ranks the splits that the clitic lists allow.
package segment

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-project/isnad/extract/conllu"
	"github.com/isnad-project/isnad/extract/text"
)

// Kind is the place of a word in its token.
type Kind uint8

const (
	Stem   Kind = iota // the word itself
	Prefix             // a clitic before it
	Suffix             // a pronoun behind it
)

// Word is a syntactic word. Forms of the words of a token, put together, are
// the token as written.
type Word struct {
	Token      int    // index of the (first) token it is part of
	Form       string // as written
	Norm       string // text.Norm of Form
	Plain      string // Form without marks, hamza kept
	Dict       string // Plain as it would stand alone: للسلطة → ل + السلطة, مدينته → مدينة + ه
	Start, End int    // code points of the source
	Class      text.Class
	Kind       Kind
	Left       bool // written together with the word before
	Right      bool // written together with the word behind
}

// finish fills what follows from the forms of the words of one token.
func finish(words []Word) {
	for i := range words {
		w := &words[i]
		w.Norm, w.Plain = text.Norm(w.Form), plain(w.Form)
		w.Left, w.Right = i > 0, i+1 < len(words)
		w.Dict = w.Plain
		if w.Kind != Stem {
			continue
		}
		if w.Left && words[i-1].Norm == "ل" && strings.HasPrefix(w.Plain, "ل") && utf8.RuneCountInString(w.Plain) > 2 {
			w.Dict = "ا" + w.Plain
		}
		if w.Right && words[i+1].Kind == Suffix {
			w.Dict = alone(w.Dict)
		}
	}
}

// alone undoes the spelling of a stem before a pronoun: ت for ة.
func alone(stem string) string {
	if s, ok := strings.CutSuffix(stem, "ت"); ok && utf8.RuneCountInString(s) > 2 {
		return s + "ة"
	}
	return stem
}

// plain drops marks and tatweel but keeps the forms of hamza.
func plain(s string) string {
	if strings.IndexFunc(s, text.IsMark) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if text.IsMark(r) {
			return -1
		}
		return r
	}, s)
}

// Gold returns the words of a treebank sentence as Segment would give them.
func Gold(s *conllu.Sentence) []Word {
	words := make([]Word, 0, len(s.Words))
	at, first, together := 0, 0, joined(s)
	for i, w := range s.Words {
		class := classOf(w.Form)
		if i > first && (!together[i-1] || class != text.Word || words[i-1].Class != text.Word) {
			kinds(words[first:])
			finish(words[first:])
			first = i
		}
		n := utf8.RuneCountInString(w.Form)
		words = append(words, Word{Form: w.Form, Token: first, Start: at, End: at + n, Class: class})
		at += n
		if !together[i] {
			at++
		}
	}
	kinds(words[first:])
	finish(words[first:])
	return words
}

// joined says of each word whether the next is written together with it.
func joined(s *conllu.Sentence) []bool {
	together := make([]bool, len(s.Words))
	for i, w := range s.Words {
		together[i] = !conllu.SpaceAfter(w.Misc)
	}
	for _, r := range s.Ranges {
		for i := r.First; i < r.Last; i++ {
			together[i-1] = true
		}
		together[r.Last-1] = !conllu.SpaceAfter(r.Misc)
	}
	return together
}

func classOf(form string) text.Class {
	for _, t := range text.Tokens(form) {
		return t.Class
	}
	return text.Punct
}

// kinds finds the stem among the words of a token: the first that is no
// prefix, or the last prefix before the pronouns (لـ in له).
func kinds(words []Word) {
	stem := 0
	for stem < len(words)-1 && isClitic(prefixes, words[stem].Form) {
		stem++
	}
	if stem > 0 && stem == len(words)-1 && len(words) > 1 && isClitic(suffixes, words[stem].Form) && isClitic(prefixes, words[stem-1].Form) {
		stem--
	}
	for i := range words {
		switch {
		case i < stem:
			words[i].Kind = Prefix
		case i > stem:
			words[i].Kind = Suffix
		}
	}
}
