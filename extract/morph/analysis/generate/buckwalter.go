package main

import (
	"strings"

	"github.com/isnad-project/isnad/extract/text"
)

// The Buckwalter transliteration, letter by letter. Vowels, sukun and shadda
// are written by the last line; bare drops them.
const (
	buckwalterLetters = "'|>&<}AbptvjHxd*rzs$SDTZEg_fqklmnhwYy{`PJVG"
	arabicLetters     = "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىياٰپچڤگ"
	buckwalterMarks   = "aiuoFNK~"
	arabicMarks       = "َُِْ"
)

var toArabic, toBuckwalter = transliterations()

func transliterations() (arabic, latin map[rune]rune) {
	arabic, latin = map[rune]rune{}, map[rune]rune{}
	b, a := []rune(buckwalterLetters), []rune(arabicLetters)
	for i := range b {
		arabic[b[i]] = a[i]
		if b[i] != '{' {
			latin[a[i]] = b[i]
		}
	}
	return arabic, latin
}

// arabic returns the unvocalised Arabic spelling of a transliterated form.
func arabic(form string) string {
	var b strings.Builder
	for _, r := range form {
		switch {
		case r == '`': // dagger alef is not written
		case strings.ContainsRune(buckwalterMarks, r), r == '@', r == '_':
		case toArabic[r] != 0:
			b.WriteRune(toArabic[r])
		default:
			b.WriteRune(r)
		}
	}
	// A hamza on alef and a long ā are written as one letter.
	return joinedHamza.Replace(b.String())
}

var joinedHamza = strings.NewReplacer("أا", "آ", "آا", "آ", "أأ", "آ")

// latin returns the transliteration of an unvocalised Arabic word.
func latin(word string) string {
	var b strings.Builder
	for _, r := range word {
		if l := toBuckwalter[r]; l != 0 {
			r = l
		}
		b.WriteRune(r)
	}
	return b.String()
}

// lookUp returns the look-up spelling of a transliterated piece.
func lookUp(form string) string {
	if n, ok := lookedUp[form]; ok {
		return n
	}
	n := norm(arabic(form))
	lookedUp[form] = n
	return n
}

var lookedUp = map[string]string{}

// norm is the spelling under which words are looked up.
func norm(arabic string) string { return text.Norm(arabic) }

// lemma returns the unvocalised lemma of a lexicon entry: kaAn-u_1 is كان.
func lemma(entry string) string {
	entry, _, _ = strings.Cut(entry, "_")
	if i := strings.LastIndexByte(entry, '-'); i > 0 {
		entry = entry[:i]
	}
	return arabic(entry)
}
