// Package text reads the surface of a document: it folds spellings, cuts
// tokens and finds sentences. Nothing is lost or moved: every token knows the
// code points it came from.
package text

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Code points the package treats by name.
const (
	tatweel         = 'ـ'
	superscriptAlef = '\u0670'
)

// IsMark reports whether r is an Arabic diacritic, a tatweel or an invisible
// control (bidi, zero-width), or the presentation form of a diacritic: a code
// point that folding removes.
func IsMark(r rune) bool {
	switch {
	case r < 0x0610:
		return false
	case r <= 0x061A, r == 0x061C, r == tatweel,
		r >= 0x064B && r <= 0x065F, r == superscriptAlef,
		r >= 0x06D6 && r <= 0x06DC, r >= 0x06DF && r <= 0x06E8, r >= 0x06EA && r <= 0x06ED,
		r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2064,
		r >= 0x2066 && r <= 0x2069, r >= 0xFC5E && r <= 0xFC63, r >= 0xFCF2 && r <= 0xFCF4,
		r >= 0xFE00 && r <= 0xFE0F, r >= 0xFE70 && r <= 0xFE7F, r == 0xFEFF:
		return true
	}
	return false
}

// foldRune folds one code point that is no mark: alef forms to bare alef,
// Persian letters to their Arabic twins, Arabic-Indic digits to ASCII.
func foldRune(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ک':
		return 'ك'
	case 'ی':
		return 'ي'
	case 'ە', 'ہ', 'ھ':
		return 'ه'
	}
	switch {
	case r >= '٠' && r <= '٩':
		return '0' + r - '٠'
	case r >= '۰' && r <= '۹':
		return '0' + r - '۰'
	}
	return r
}

// Norm returns the spelling under which a word is looked up: without marks,
// alef forms as bare alef, presentation forms as letters, digits as ASCII.
// The distinctions of ى and ي, ة and ه, ؤ and ئ stay; Loose gives them up.
func Norm(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		b.WriteString(foldOne(r))
	}
	return b.String()
}

// foldOne folds a single code point to none, one or (for ligatures) several.
func foldOne(r rune) string {
	if IsMark(r) {
		return ""
	}
	if r >= 0xFB50 && r <= 0xFEFC || r >= 0xFF10 && r <= 0xFF5A {
		var b strings.Builder
		for _, c := range norm.NFKC.String(string(r)) {
			if !IsMark(c) && c != ' ' {
				b.WriteRune(foldRune(c))
			}
		}
		return b.String()
	}
	return string(foldRune(r))
}

var looseLetters = strings.NewReplacer("ى", "ي", "ة", "ه", "ؤ", "و", "ئ", "ي", "ء", "")

// Loose folds a Norm spelling further, to what careless writing confuses:
// ى and ي, ة and ه, the seats of hamza.
func Loose(norm string) string { return looseLetters.Replace(norm) }

// Folded is a text in Norm spelling that knows where each code point came from.
type Folded struct {
	Text string
	// source[i] is the code point of the source at which the i-th code point
	// of Text stood; one more entry marks the end.
	source []int
}

// Fold folds s and keeps the map back.
func Fold(s string) Folded {
	var f Folded
	var b strings.Builder
	at := 0
	for _, r := range s {
		for _, c := range foldOne(r) {
			b.WriteRune(c)
			f.source = append(f.source, at)
		}
		at++
	}
	f.source = append(f.source, at)
	f.Text = b.String()
	return f
}

// Source returns the span of the source, in code points, that the code points
// [start, end) of the folded text came from.
func (f Folded) Source(start, end int) (int, int) {
	if start == end {
		return f.source[start], f.source[start]
	}
	return f.source[start], f.source[end-1] + 1
}
