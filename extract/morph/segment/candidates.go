package segment

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-project/isnad/extract/text"
)

// prefixes are what may stand before a stem, each letter a word of its own.
// ا is the interrogative, written أ.
var prefixes = []string{"", "و", "ف", "ب", "ل", "ك", "س", "ا", "وب", "ول", "وك", "وس", "وا", "فب", "فل", "فك", "فس"}

// suffixes are the pronouns behind a stem; none is split further.
var suffixes = []string{"", "ه", "ها", "هم", "هن", "هما", "ك", "كم", "كن", "كما", "نا", "ي", "ني"}

func isClitic(list []string, form string) bool {
	form = text.Norm(form)
	for _, c := range list[1:] {
		if c == form {
			return true
		}
	}
	return false
}

// candidate is one way to split a token: numbers of its prefix and suffix and
// the bytes of the folded token that its stem covers.
type candidate struct {
	prefix, suffix int
	start, end     int
}

// candidates lists the splits of an Arabic word, given folded and as written,
// the whole word first. A word with tanwin has no pronoun behind it; the
// interrogative is written with hamza.
func candidates(norm, written string, list []candidate) []candidate {
	list = list[:0]
	tanwin := strings.ContainsAny(written, "\u064B\u064C\u064D")
	for p, prefix := range prefixes {
		if !strings.HasPrefix(norm, prefix) || strings.HasSuffix(prefix, "ا") && !strings.HasPrefix(written, strings.Replace(prefix, "ا", "أ", 1)) {
			continue
		}
		rest := norm[len(prefix):]
		for s, suffix := range suffixes {
			if !strings.HasSuffix(rest, suffix) || len(rest) == len(suffix) || tanwin && s > 0 {
				continue
			}
			stem := rest[:len(rest)-len(suffix)]
			if !possible(prefix, stem, suffix) {
				continue
			}
			list = append(list, candidate{p, s, len(prefix), len(prefix) + len(stem)})
		}
	}
	return list
}

// possible rules out what Arabic does not write: a stem of one letter that is
// not a preposition with its pronoun.
func possible(prefix, stem, suffix string) bool {
	if prefix == "" && suffix == "" {
		return true
	}
	if utf8.RuneCountInString(stem) > 1 {
		return true
	}
	return suffix != "" && (stem == "ب" || stem == "ل" || stem == "ك")
}

// pieces returns the words' spans in the token's code points. A span is empty
// where the cut falls inside a ligature.
func (c candidate) pieces(f text.Folded) []piece {
	list := make([]piece, 0, 4)
	letters := utf8.RuneCountInString(prefixes[c.prefix])
	at := 0
	for i := range letters {
		list = append(list, piece{at, i + 1, Prefix})
		at = i + 1
	}
	end := letters + utf8.RuneCountInString(f.Text[c.start:c.end])
	list = append(list, piece{at, end, Stem})
	if c.suffix > 0 {
		list = append(list, piece{end, end + utf8.RuneCountInString(suffixes[c.suffix]), Suffix})
	}
	for i := range list { // from letters to code points of the source: marks go with the letter before them
		end := list[i].end
		list[i].start, _ = f.Source(list[i].start, list[i].start)
		list[i].end, _ = f.Source(end, end)
		if i == 0 {
			list[i].start = 0
		}
	}
	return list
}

type piece struct {
	start, end int
	kind       Kind
}
