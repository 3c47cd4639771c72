// Package text reads the surface of a document: it decodes it, folds
// spellings, cuts tokens and finds sentences. Nothing is lost or moved: every
// token knows the code points it came from.
package text

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Code points the package treats by name.
const (
	tatweel         = 'ـ'
	shadda          = '\u0651'
	maddaAbove      = '\u0653'
	hamzaAbove      = '\u0654'
	hamzaBelow      = '\u0655'
	superscriptAlef = '\u0670'
	softHyphen      = '\u00ad'
	joiner          = '\u034f' // combining grapheme joiner
	vowelSeparator  = '\u180e' // Mongolian; once a space of no width
	zeroWidthNoJoin = '\u200c'
	noBreakSpace    = '\ufeff' // of no width: the byte order mark

	firstForm, lastForm           = '\ufb50', '\ufefc' // presentation forms A and B, and what lies between
	firstFullWidth, lastFullWidth = '\uff01', '\uff5e' // of ASCII
)

// IsMark reports whether r is an Arabic diacritic, a tatweel or an invisible
// control (bidi, zero-width), or the presentation form of a diacritic: a code
// point that folding removes.
func IsMark(r rune) bool {
	switch {
	case r < 0x0610:
		return r == softHyphen || r == joiner
	case r <= 0x061A, r == 0x061C, r == tatweel,
		r >= 0x064B && r <= 0x065F, r == superscriptAlef,
		r >= 0x06D6 && r <= 0x06DC, r >= 0x06DF && r <= 0x06E8, r >= 0x06EA && r <= 0x06ED:
		return true
	case r < 0x0898:
		return false
	case r <= 0x089F, r >= 0x08CA && r <= 0x08E1, r >= 0x08E3 && r <= 0x08FF, r == vowelSeparator,
		r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2064,
		r >= 0x2066 && r <= 0x206F, r >= 0xFC5E && r <= 0xFC63, r >= 0xFCF2 && r <= 0xFCF4,
		r >= 0xFE00 && r <= 0xFE0F, r >= 0xFE70 && r <= 0xFE7F, r == noBreakSpace:
		return true
	}
	return false
}

// folds lists the letters and signs of the Arabic block that fold to another:
// forms of alef to bare alef, letters of Persian and Urdu keyboards to their
// Arabic twins, digits and their separators to ASCII.
var folds = map[string]rune{
	"أإآٱٲٳٵ": 'ا',
	"ٶٷ":      'ؤ',
	"ٸۓ":      'ئ',
	"کڪ":      'ك',
	"یے":      'ي',
	"ەہھۀۂ":   'ه',
	"ۃ":       'ة',
	"٠۰":      '0', "١۱": '1', "٢۲": '2', "٣۳": '3', "٤۴": '4', "٥۵": '5', "٦۶": '6', "٧۷": '7', "٨۸": '8', "٩۹": '9',
	"٪": '%', "٫": '.', "٬": ',',
}

// The Arabic block U+0600–U+06FF, to which each code point folds: itself,
// another, or removed.
const (
	blockFirst = 0x0600
	blockSize  = 0x0100
	removed    = -1 // no code point: what a mark folds to
)

var arabicBlock = func() (table [blockSize]rune) {
	for i := range table {
		table[i] = rune(blockFirst + i)
		if IsMark(table[i]) {
			table[i] = removed
		}
	}
	for letters, to := range folds {
		for _, r := range letters {
			table[r-blockFirst] = to
		}
	}
	return table
}()

// forms holds what each presentation form folds to, in letters.
var forms = sync.OnceValue(func() *[lastForm - firstForm + 1]string {
	var table [lastForm - firstForm + 1]string
	for i := range table {
		r := firstForm + rune(i)
		if IsMark(r) {
			continue
		}
		table[i] = strings.TrimSpace(strings.Map(func(c rune) rune {
			return foldRune(c) // strings.Map drops what is negative, as removed is
		}, norm.NFKC.String(string(r))))
	}
	return &table
})

// foldRune folds a code point that is no presentation form, or returns removed.
func foldRune(r rune) rune {
	switch {
	case r >= blockFirst && r < blockFirst+blockSize:
		return arabicBlock[r-blockFirst]
	case r < blockFirst && r != softHyphen && r != joiner:
		return r
	case IsMark(r):
		return removed
	case r >= firstFullWidth && r <= lastFullWidth:
		return r - firstFullWidth + '!'
	}
	return r
}

func isForm(r rune) bool { return r >= firstForm && r <= lastForm }

// firstFolded returns the offset of the first code point of s that folding
// changes, or len(s).
func firstFolded(s string) int {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c < utf8.RuneSelf:
			i++
			continue
		case c >= 0xd8 && c <= 0xdb && i+1 < len(s) && s[i+1]&0xc0 == 0x80:
			r := rune(c&0x1f)<<6 | rune(s[i+1]&0x3f)
			if arabicBlock[r-blockFirst] != r {
				return i
			}
			i += 2
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || isForm(r) || foldRune(r) != r {
			return i
		}
		i += size
	}
	return len(s)
}

// Norm returns the spelling under which a word is looked up: without marks,
// alef forms as bare alef, presentation forms as letters, digits as ASCII.
// A hamza written as a mark of its own makes the letter it stands on ؤ or ئ.
// The distinctions of ى and ي, ة and ه, ؤ and ئ stay; Loose gives them up.
func Norm(s string) string {
	at := firstFolded(s)
	if at == len(s) {
		return s
	}
	_, size := utf8.DecodeLastRuneInString(s[:at]) // a hamza may follow it
	at -= size
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:at])
	for f := (folder{rest: s[at:]}); f.next(); {
		b.WriteString(f.letters)
		if f.letter != removed {
			b.WriteRune(f.letter)
		}
	}
	return b.String()
}

// folder folds a string letter by letter.
type folder struct {
	rest string
	// What the letter just read folds to: letters, then letter. Both may be
	// missing. It took so many code points, of which the last is no mark but
	// for a hamza or madda that is part of the letter.
	letters string
	letter  rune
	count   int
}

// next reads a letter and the hamza or madda that may belong to it.
func (f *folder) next() bool {
	if f.rest == "" {
		return false
	}
	r, size := utf8.DecodeRuneInString(f.rest)
	f.rest, f.letters, f.count = f.rest[size:], "", 1
	if isForm(r) {
		f.letters, f.letter = forms()[r-firstForm], removed
		if last, size := utf8.DecodeLastRuneInString(f.letters); size > 0 && seat(last) != removed {
			f.letters, f.letter = f.letters[:len(f.letters)-size], last
		}
	} else {
		f.letter = foldRune(r)
	}
	under := f.letter
	if r == tatweel {
		under = tatweel
	}
	if f.rest != "" && f.rest[0] >= 0xc2 && seat(under) != removed {
		f.hamza(under)
	}
	return true
}

// seat returns what a letter becomes under a hamza, or removed for one that
// bears none.
func seat(r rune) rune {
	switch r {
	case 'ا':
		return 'ا'
	case 'و':
		return 'ؤ'
	case 'ي', 'ى', tatweel:
		return 'ئ'
	}
	return removed
}

// hamza takes the marks behind a letter up to a hamza or madda that is part
// of it, if there is one.
func (f *folder) hamza(under rune) {
	count := f.count
	for at, r := range f.rest {
		if !IsMark(r) || r == tatweel {
			return
		}
		count++
		if r == hamzaAbove || under == 'ا' && (r == hamzaBelow || r == maddaAbove) {
			f.letter, f.count, f.rest = seat(under), count, f.rest[at+utf8.RuneLen(r):]
			return
		}
	}
}

// Loose folds a Norm spelling further, to what careless writing confuses:
// ى and ي, ة and ه, the seats of hamza.
func Loose(norm string) string {
	at := strings.IndexFunc(norm, func(r rune) bool { return loosen(r) != r })
	if at < 0 {
		return norm
	}
	return norm[:at] + strings.Map(loosen, norm[at:])
}

func loosen(r rune) rune {
	switch r {
	case 'ى', 'ئ':
		return 'ي'
	case 'ة':
		return 'ه'
	case 'ؤ':
		return 'و'
	case 'ء':
		return -1
	}
	return r
}

// Folded is a text in Norm spelling that knows where each code point came from.
type Folded struct {
	Text string
	// source[i] is the code point of the source at which the i-th code point
	// of Text stood; one more entry marks the end.
	source []int
	// ends[i] is the code point of the source behind that of the i-th. It is
	// nil where that is the next for all of them.
	ends []int
}

// Fold folds s and keeps the map back.
func Fold(s string) Folded {
	f := Folded{source: make([]int, 0, len(s)/2+2)}
	var b strings.Builder
	b.Grow(len(s))
	at := 0
	put := func(r rune, count int) {
		if count > 1 && f.ends == nil {
			for _, start := range f.source {
				f.ends = append(f.ends, start+1)
			}
		}
		if count > 1 || f.ends != nil {
			f.ends = append(f.ends, at+count)
		}
		b.WriteRune(r)
		f.source = append(f.source, at)
	}
	for letters := (folder{rest: s}); letters.next(); {
		for _, r := range letters.letters {
			put(r, letters.count)
		}
		if letters.letter != removed {
			put(letters.letter, letters.count)
		}
		at += letters.count
	}
	f.source = append(f.source, at)
	f.Text = b.String()
	return f
}

// Source returns the span of the source, in code points, that the code points
// [start, end) of the folded text came from. Marks behind the last are not in
// it, but for a hamza or madda that is part of the letter.
func (f Folded) Source(start, end int) (int, int) {
	switch {
	case start == end:
		return f.source[start], f.source[start]
	case f.ends != nil:
		return f.source[start], f.ends[end-1]
	}
	return f.source[start], f.source[end-1] + 1
}
