package schema

import (
	"strings"
	"unicode"
)

// Code points that folding removes or replaces, by name.
const (
	alef           = 'ا'
	alefMadda      = 'آ'
	alefHamzaAbove = 'أ'
	alefHamzaBelow = 'إ'
	alefWasla      = 'ٱ'
	alefMaksura    = 'ى'
	yeh            = 'ي'
	yehHamza       = 'ئ'
	waw            = 'و'
	wawHamza       = 'ؤ'
	tehMarbuta     = 'ة'
	heh            = 'ه'

	tatweel         = '\u0640'
	fathatan        = '\u064B' // first of the diacritics
	wavyHamzaBelow  = '\u065F' // last of them
	superscriptAlef = '\u0670'
)

// FoldName gives the form of a name under which it is looked up: without
// diacritics, tatweel and invisible format characters, with one form of alef,
// yeh, waw and heh, in lower case, and with single spaces. Folding a folded
// name changes nothing.
func FoldName(name string) string {
	folded := strings.Map(func(r rune) rune {
		switch r {
		case alefMadda, alefHamzaAbove, alefHamzaBelow, alefWasla:
			return alef
		case alefMaksura, yehHamza:
			return yeh
		case tehMarbuta:
			return heh
		case wawHamza:
			return waw
		case tatweel, superscriptAlef:
			return -1
		}
		if fathatan <= r && r <= wavyHamzaBelow || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
	return strings.Join(strings.Fields(folded), " ")
}
