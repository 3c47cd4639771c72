package text

import (
	"unicode"
	"unicode/utf8"
)

// Class is what a token is made of.
type Class uint8

const (
	Word    Class = iota // letters
	Number               // digits, with separators inside: 1,250 3.5 10/5/2015
	Punct                // one mark of punctuation or symbol
	Newline              // a line break: the end of a paragraph
)

// Token is a piece of the source. Start and End count code points, Byte and
// ByteEnd bytes; Text is exactly what stands there.
type Token struct {
	Text          string
	Norm          string // see Norm
	Start, End    int
	Byte, ByteEnd int
	Class         Class
}

// Tokens cuts s at white space, between letters, digits and marks. The tokens
// and the white space between them, put together, are s.
func Tokens(s string) []Token {
	tokens := make([]Token, 0, len(s)/8)
	runes, i := 0, 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == '\n' {
			tokens = append(tokens, Token{Text: s[i : i+size], Norm: "\n", Start: runes, End: runes + 1, Byte: i, ByteEnd: i + size, Class: Newline})
			i, runes = i+size, runes+1
			continue
		}
		if unicode.IsSpace(r) || IsMark(r) && r != tatweel && !startsWord(s[i:]) {
			i, runes = i+size, runes+1
			continue
		}
		length, count, class := scan(s[i:])
		text := s[i : i+length]
		token := Token{Text: text, Norm: Norm(text), Start: runes, End: runes + count, Byte: i, ByteEnd: i + length, Class: class}
		if token.Norm != "" {
			tokens = append(tokens, token)
		}
		i, runes = i+length, runes+count
	}
	return tokens
}

// startsWord reports whether the marks that s begins with are followed by a
// letter: a diacritic written before its letter belongs to the word.
func startsWord(s string) bool {
	for _, r := range s {
		if !IsMark(r) {
			return unicode.IsLetter(r)
		}
	}
	return false
}

// scan returns the length of the token that s begins with, in bytes and in
// code points.
func scan(s string) (length, count int, class Class) {
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsDigit(first):
		class = Number
	case unicode.IsLetter(first) || IsMark(first):
		class = Word
	default:
		return size, 1, Punct
	}
	arabic := unicode.Is(unicode.Arabic, first) || IsMark(first)
	for length < len(s) {
		r, size := utf8.DecodeRuneInString(s[length:])
		if !continues(class, arabic, r, s[length+size:]) {
			break
		}
		length, count = length+size, count+1
	}
	return length, count, class
}

// continues reports whether r goes on with a token of that class; rest is
// what follows r.
func continues(class Class, arabic bool, r rune, rest string) bool {
	if class == Number {
		if unicode.IsDigit(r) {
			return true
		}
		next, _ := utf8.DecodeRuneInString(rest)
		return isInnerSeparator(r) && unicode.IsDigit(next)
	}
	if IsMark(r) {
		return true
	}
	if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
		return false
	}
	return unicode.Is(unicode.Arabic, r) == arabic
}

// isInnerSeparator reports whether r may stand between the digits of one number.
func isInnerSeparator(r rune) bool {
	switch r {
	case '.', ',', '/', ':', '٫', '٬', '\u066A':
		return true
	}
	return false
}
