package tag

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/segment"
	"github.com/isnad-project/isnad/extract/text"
)

// Knowledge is what the tagger knows of words apart from its weights.
type Knowledge struct {
	Counts   *segment.Counts
	Clusters *Clusters
	Names    *Names
	Mask     segment.Lexicon // may be nil
}

// atom is what is known of one word before tagging; the values are hashes or
// small numbers, ready to be put into features.
type atom struct {
	dict, norm, plain uint32
	first, last       [4]uint32 // affixes of 1 to 4 letters of dict
	pattern           uint32
	shape             uint32 // class of token, length
	place             uint32 // kind, written together with what
	cluster           [granularities]uint16
	name              uint32
	mask              uint64
	sisters           [len(sisters)]uint32
	article           uint32 // begins with ال, ends with ة …
	stem              uint32 // 1 for a stem made of letters
	labels            uint32 // the parts of speech it may have, a bit each
}

// sisters are spellings whose counts say what a word X is: the article marks
// nouns and adjectives, the imperfect's letters verbs.
var sisters = [...]func(x string) string{
	func(x string) string { return x },
	func(x string) string { return "ال" + x },
	func(x string) string { return strings.TrimPrefix(x, "ال") },
	func(x string) string { return "و" + x },
	func(x string) string { return "ي" + x },
	func(x string) string { return "ت" + x },
	func(x string) string { return x + "ت" },
	func(x string) string { return x + "ة" },
	func(x string) string { return x + "ه" },
	func(x string) string { return x + "وا" },
	func(x string) string { return x + "ها" },
	func(x string) string { return "س" + x },
	func(x string) string { return "ب" + x },
	func(x string) string { return "لل" + strings.TrimPrefix(x, "ال") },
	func(x string) string { return x + "ين" },
	func(x string) string { return x + "ات" },
}

// marks that stand for one another in newspapers.
var samePunctuation = strings.NewReplacer("،", ",", "؛", ";", "“", "\"", "”", "\"", "«", "\"", "»", "\"", "–", "-", "—", "-", tatweel, "-")

const tatweel = "ـ"

// Key is the spelling of a word under which lists know it.
func Key(w *segment.Word) string {
	switch w.Class {
	case text.Word:
		return text.Norm(w.Dict)
	case text.Number:
		return "0"
	}
	return samePunctuation.Replace(w.Form)
}

func (k *Knowledge) atom(w *segment.Word) atom {
	spelling := Key(w)
	a := atom{dict: model.String(spelling), norm: model.String(w.Norm)}
	a.plain = a.dict
	if w.Class == text.Word {
		a.plain = model.String(w.Dict)
	}
	for n := range a.first {
		a.first[n], a.last[n] = model.String(model.First(spelling, n+1)), model.String(model.Last(spelling, n+1))
	}
	length := utf8.RuneCountInString(spelling)
	a.shape = uint32(w.Class)<<16 | uint32(min(length, 9))<<8 | endMark(w.Form)
	if w.Class == text.Word && w.Norm != "" && w.Norm[0] < utf8.RuneSelf {
		a.shape |= 1 << 20
	}
	a.place = uint32(w.Kind) << 2
	if w.Left {
		a.place |= 1
	}
	if w.Right {
		a.place |= 2
	}
	a.cluster = k.Clusters.Of(spelling)
	a.labels = ofLetters
	if w.Class == text.Punct {
		a.labels = ofMarks
	}
	if w.Class != text.Word || w.Kind != segment.Stem {
		a.pattern = a.dict
		return a
	}
	a.stem = 1
	a.pattern = model.String(pattern(spelling))
	a.name = k.Names.Of(spelling)
	if k.Mask != nil {
		a.mask = k.Mask(spelling)
	}
	for i, sister := range sisters {
		a.sisters[i] = min(segment.Level(k.Counts.Of(sister(spelling))), 4)
	}
	if strings.HasPrefix(spelling, "ال") && length > 4 {
		a.article = 1
	}
	if strings.HasSuffix(spelling, "ة") {
		a.article |= 2
	}
	return a
}

// endMark tells the tanwin that a word ends with.
func endMark(form string) uint32 {
	switch {
	case strings.Contains(form, "\u064B"):
		return 1
	case strings.Contains(form, "\u064C"):
		return 2
	case strings.Contains(form, "\u064D"):
		return 3
	}
	return 0
}

// pattern puts C for every letter that no affix or pattern of Arabic has.
func pattern(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'ا', 'و', 'ي', 'ى', 'ة', 'ت', 'م', 'ن', 'س', 'ء', 'ئ', 'ؤ', 'ل':
			return r
		}
		return 'C'
	}, s)
}

// ofLetters are the parts of speech that words of letters and numbers may
// have, ofMarks those of marks.
var ofLetters, ofMarks = labelSets()

func labelSets() (letters, marks uint32) {
	for k, name := range Tags {
		switch name {
		case "PUNCT", "SYM":
			marks |= 1 << k
		case "X":
			marks |= 1 << k
			letters |= 1 << k
		default:
			letters |= 1 << k
		}
	}
	return letters, marks
}

// atoms returns the atoms of a sentence.
func (k *Knowledge) atoms(words []segment.Word) []atom {
	list := make([]atom, len(words))
	for i := range words {
		list[i] = k.atom(&words[i])
	}
	return list
}
