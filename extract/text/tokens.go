package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Class is what a token is made of.
type Class uint8

const (
	Word    Class = iota // letters; also an address, a @name, a #tag
	Number               // digits, with separators inside: 1,250 3.5 10:30 10/5/2015
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
//
// A word is of one script: Arabic letters, or others with the digits behind
// them (MH370). An address of the web or of mail, a @name and a #tag are one
// word each. A range (2014-2016), a percentage and an amount of money are a
// number and a mark.
func Tokens(s string) []Token {
	tokens := make([]Token, 0, len(s)/8)
	runes, i := 0, 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == ' ' {
			i, runes = i+1, runes+1
			continue
		}
		if breaksLine(r, s[i+size:]) {
			tokens = append(tokens, Token{Text: s[i : i+size], Norm: "\n", Start: runes, End: runes + 1, Byte: i, ByteEnd: i + size, Class: Newline})
			i, runes = i+size, runes+1
			continue
		}
		if unicode.IsSpace(r) {
			i, runes = i+size, runes+1
			continue
		}
		if IsMark(r) && r != tatweel && !startsWord(s[i:]) {
			for IsMark(r) && r != tatweel {
				i, runes = i+size, runes+1
				r, size = utf8.DecodeRuneInString(s[i:])
			}
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

// breaksLine reports whether r ends a line; of CR LF only the LF does. rest is
// what follows r.
func breaksLine(r rune, rest string) bool {
	switch r {
	case '\n', '\f', '\u0085', '\u2028', '\u2029':
		return true
	case '\r':
		return !strings.HasPrefix(rest, "\n")
	}
	return false
}

// startsWord reports whether the marks that s begins with are followed by a
// letter: a diacritic written before its letter belongs to the word.
func startsWord(s string) bool {
	for _, r := range s {
		if !IsMark(r) {
			return isLetter(r)
		}
	}
	return false
}

// isLetter is unicode.IsLetter but for the ligatures that are whole phrases or
// signs (ﷺ ﷻ): they stand for themselves.
func isLetter(r rune) bool {
	const sallallahou, jallajalalouhou = '\ufdfa', '\ufdfb'
	if isPlain(r) {
		return r < '\u064b' && r != tatweel
	}
	return unicode.IsLetter(r) && r != sallallahou && r != jallajalalouhou
}

// scan returns the length of the token that s begins with, in bytes and in
// code points.
func scan(s string) (length, count int, class Class) {
	first, size := utf8.DecodeRuneInString(s)
	if first < utf8.RuneSelf {
		if length := address(s); length > 0 {
			return length, utf8.RuneCountInString(s[:length]), Word
		}
	}
	switch {
	case unicode.IsDigit(first):
		class = Number
	case isLetter(first) || IsMark(first):
		class = Word
	default:
		return size, 1, Punct
	}
	arabic := isArabic(first) || IsMark(first)
	for length < len(s) {
		if class == Word && arabic {
			n := plainLetters(s[length:])
			if length, count = length+2*n, count+n; length == len(s) {
				break
			}
		}
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
	switch {
	case IsMark(r):
		return true
	case r < utf8.RuneSelf && unicode.IsDigit(r):
		return !arabic
	case !isLetter(r) && !unicode.Is(unicode.Mn, r):
		return false
	}
	return isArabic(r) == arabic
}

// isArabic reports whether r is of the Arabic script.
func isArabic(r rune) bool {
	return isPlain(r) || unicode.Is(unicode.Arabic, r)
}

// isPlain reports whether r is one of the letters of Arabic, or the tatweel
// among them, or a vowel.
func isPlain(r rune) bool { return r >= 'ء' && r <= 'غ' || r >= tatweel && r <= '\u0652' }

// plainLetters returns how many such letters s begins with, of two bytes each.
func plainLetters(s string) int {
	n := 0
	for 2*n+1 < len(s) {
		first, second := s[2*n], s[2*n+1]
		if first != 0xd8 && first != 0xd9 || second&0xc0 != 0x80 || !isPlain(rune(first&0x1f)<<6|rune(second&0x3f)) {
			break
		}
		n++
	}
	return n
}

// isInnerSeparator reports whether r may stand between the digits of one number.
func isInnerSeparator(r rune) bool {
	switch r {
	case '.', ',', '/', ':', '٫', '٬':
		return true
	}
	return false
}
