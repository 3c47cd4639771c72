package text

import (
	"bytes"
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

//go:generate go run ./generate -data $ISNAD_DATA -out .

//go:embed bigrams.txt
var bigrams string

// kind is what a byte decodes to: a letter of bigrams.txt by its number, the
// edge of a word, or one of the others.
type kind = uint8

const (
	edge     kind = 0  // what parts words: spaces, punctuation, digits
	letters  kind = 36 // the last letter of the table
	latin    kind = 37 // ASCII letters
	accented kind = 38 // Latin letters beyond ASCII
	foreign  kind = 39 // letters of Persian and Urdu
	mark     kind = 40 // diacritics and tatweel
	symbol   kind = 41 // signs that are rare in text
	unused   kind = 42 // no character
)

// Scores are in tenths of a bit; 0 is what chance gives.
const (
	scoreMark    = -6 // a mark behind its letter: most text has none
	scoreForeign = -30
	scoreSymbol  = -20
	scoreStray   = -60  // an accented letter outside a Latin word, an Arabic one inside it, a mark without its letter
	scoreUnused  = -100 // a byte that is no character
)

// What a trial decoding must reach, a letter.
const (
	enough      = 2   // on the whole
	enoughPlain = -8  // on the whole, where all is letters of the table
	enoughBlock = -10 // in each block of the text
	better      = 8   // by which no other code page may surpass it in a block
	fewest      = 2   // letters in all
)

// Letters that the choice between the code pages is made on, and letters of a
// block of lines that is verified for itself.
const (
	sample = 1 << 14
	block  = 48
)

// codePage is a single-byte encoding on trial.
type codePage struct {
	*charmap.Charmap
	name  string
	kinds [256]kind
}

// trials are the code pages tried, and the score of a letter behind another.
type trials struct {
	pages []codePage // of two that fit equally the first is taken
	score [letters + 1][letters + 1]int
}

var loadTrials = sync.OnceValue(func() *trials {
	t := &trials{pages: []codePage{{Charmap: charmap.Windows1256, name: Windows1256}, {Charmap: charmap.ISO8859_6, name: ISO8859_6}}}
	number := t.readBigrams(bigrams)
	for i := range t.pages {
		p := &t.pages[i]
		for b := range p.kinds {
			p.kinds[b] = kindOf(p.DecodeByte(byte(b)), number)
		}
	}
	return t
})

// readBigrams reads the table; its form is described in its head. It returns
// the letters' numbers.
func (t *trials) readBigrams(table string) map[rune]kind {
	number := map[rune]kind{}
	row := 0
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		for i, cell := range cells[1:] {
			if len(number) <= int(letters) {
				r, _ := utf8.DecodeRuneInString(cell)
				number[r] = kind(i)
				continue
			}
			n, err := strconv.Atoi(cell)
			if err != nil {
				panic(fmt.Sprintf("bigrams.txt: row %s: %v", cells[0], err))
			}
			t.score[row-1][i] = n
		}
		row++
	}
	delete(number, '-')
	return number
}

func kindOf(r rune, number map[rune]kind) kind {
	switch n := number[r]; {
	case n > 0:
		return n
	case r == utf8.RuneError || r >= 0x80 && r < 0xa0 || r < 0x80 && isControl(byte(r)):
		return unused
	case r < 0x80 && unicode.IsLetter(r):
		return latin
	case r < 0x80 || strings.ContainsRune("،؛؟«»“”‘’‚„…–—•\u00a0\u00ad\u200c\u200d\u200e\u200f", r):
		return edge
	case IsMark(r):
		return mark
	case unicode.Is(unicode.Arabic, r):
		return foreign
	case unicode.IsLetter(r):
		return accented
	}
	return symbol
}

// tally is a score and the number of bytes beyond ASCII that it is over.
type tally struct {
	score, bytes int
	arabic       int  // letters of the table
	odd          bool // there is something else beyond ASCII than such letters and punctuation
}

func (a *tally) add(b tally) {
	a.score, a.bytes, a.arabic, a.odd = a.score+b.score, a.bytes+b.bytes, a.arabic+b.arabic, a.odd || b.odd
}

func (a *tally) stray() { a.score, a.odd = a.score+scoreStray, true }

// isArabic reports whether the score is that of Arabic text.
func (a tally) isArabic() bool {
	return a.arabic >= fewest && (a.mean() >= enough || !a.odd && a.mean() >= enoughPlain)
}

func (a tally) mean() int { return a.score / max(a.bytes, 1) }

// weigh scores a stretch of whole words as if it were in a code page.
func (t *trials) weigh(p *codePage, data []byte) tally {
	var sum tally
	last := edge // the kind before, marks passed over
	for i, b := range data {
		k := p.kinds[b]
		if k == edge {
			if last > edge && last <= letters {
				sum.score += t.score[last][edge]
			}
			last = edge
			continue
		}
		switch {
		case k <= letters:
			sum.bytes++
			sum.arabic++
			if last <= letters {
				sum.score += t.score[last][k]
			} else if last == latin || last == accented {
				sum.stray()
			}
		case k == latin:
			if last > edge && last <= letters {
				sum.stray()
			}
		case k == accented:
			sum.bytes++
			if !besideLatin(p, data, i) {
				sum.stray()
			}
		case k == mark:
			sum.bytes++
			if last == edge || last == latin || last == accented || i > 0 && p.doubled(data[i-1], b) {
				sum.stray()
			} else {
				sum.score += scoreMark
				sum.odd = true
			}
			continue
		case k == foreign:
			sum.bytes++
			sum.score += scoreForeign
			sum.odd = true
		case k == symbol:
			sum.bytes++
			sum.score += scoreSymbol
			sum.odd = true
		case k == unused:
			sum.bytes++
			sum.score += scoreUnused
			sum.odd = true
		}
		last = k
	}
	if last > edge && last <= letters {
		sum.score += t.score[last][edge]
	}
	return sum
}

// doubled reports whether two marks follow each other that never do: of two
// one is the shadda.
func (p *codePage) doubled(a, b byte) bool {
	return p.kinds[a] == mark && p.kinds[b] == mark && (p.DecodeByte(a) == shadda) == (p.DecodeByte(b) == shadda) &&
		p.DecodeByte(a) != tatweel && p.DecodeByte(b) != tatweel
}

// besideLatin reports whether an ASCII letter stands next to data[i].
func besideLatin(p *codePage, data []byte, i int) bool {
	return i > 0 && p.kinds[data[i-1]] == latin || i+1 < len(data) && p.kinds[data[i+1]] == latin
}

// guess decodes data that is neither declared nor UTF-8. Each code page is
// tried on the first lines that are not ASCII and scored by how well its
// letters follow each other in Arabic; the best is taken if it is good enough,
// and then held to every line.
func guess(data []byte) (text, encoding string, err error) {
	t := loadTrials()
	var best *codePage
	var most tally
	for i := range t.pages {
		if sum := t.sample(&t.pages[i], data); best == nil || sum.mean() > most.mean() {
			best, most = &t.pages[i], sum
		}
	}
	if !most.isArabic() {
		return "", "", &DecodeError{Line: lineOf(data, invalidAt(data)), Reason: ErrNotArabic}
	}
	if err := t.verify(best, data); err != nil {
		return "", "", err
	}
	return decodeBytes(data, best.Charmap), best.name, nil
}

// sample weighs the first lines of data that are not ASCII.
func (t *trials) sample(p *codePage, data []byte) tally {
	var sum tally
	for line := range bytes.Lines(data) {
		if isASCII(line) {
			continue
		}
		for len(line) > 0 && sum.bytes < sample {
			head := words(line, sample)
			sum.add(t.weigh(p, head))
			line = line[len(head):]
		}
		if sum.bytes >= sample {
			break
		}
	}
	return sum
}

// words returns the beginning of data up to a space, of about n bytes.
func words(data []byte, n int) []byte {
	if len(data) <= n {
		return data
	}
	if at := bytes.IndexByte(data[n:], ' '); at >= 0 {
		return data[:n+at]
	}
	return data
}

// verify refuses data with a byte that the code page does not have or, in
// blocks of whole lines, text that is not Arabic in it.
func (t *trials) verify(p *codePage, data []byte) error {
	number, first, start := 0, 0, 0
	at, pending := 0, 0 // bytes read; bytes beyond ASCII since start
	for line := range bytes.Lines(data) {
		number++
		at += len(line)
		for _, b := range line {
			if b < utf8.RuneSelf {
				continue
			}
			if p.kinds[b] == unused {
				return &DecodeError{Line: number, Reason: ErrNotArabic, Detail: fmt.Sprintf("byte 0x%02X in what else is %s", b, p.name)}
			}
			if pending == 0 {
				first = number
			}
			pending++
		}
		if pending < block {
			continue
		}
		if !t.fits(p, data[start:at]) {
			return &DecodeError{Line: first, Reason: ErrNotArabic, Detail: "the rest is " + p.name}
		}
		start, pending = at, 0
	}
	return nil
}

// fits reports whether a block is of the code page's text: not far from
// Arabic in it, nor nearer in another.
func (t *trials) fits(p *codePage, data []byte) bool {
	mean := t.weigh(p, data).mean()
	for i := range t.pages {
		if q := &t.pages[i]; q != p && t.weigh(q, data).mean() > mean+better {
			return false
		}
	}
	return mean >= enoughBlock
}

func isASCII(data []byte) bool {
	for _, b := range data {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
