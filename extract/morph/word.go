package morph

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isnad-project/isnad/extract/text"
)

// Word is a token with its clitics split off and what its stem can be. All
// offsets are code points of the document.
type Word struct {
	text.Token
	Conj   string // و or ف
	Prep   string // ب ل ك, or the preposition that a pronoun is attached to
	Future bool   // س before an imperfect
	Det    bool   // the article
	Stem   string // Norm spelling, without clitics
	Suffix string // attached pronoun
	// StemStart and StemEnd delimit the stem with its article, SuffixStart
	// the attached pronoun (StemEnd where there is none).
	StemStart, StemEnd int
	Readings           []Reading
	// Reading is the one chosen in context.
	Reading
}

var suffixes = []string{"هما", "هم", "هن", "ها", "ه", "كما", "كم", "نا", "ني", "ك", "ي"}

// bareSpelling maps the last letter of a stem as it is written before a
// pronoun to how it is written alone.
var bareSpelling = map[rune][]string{'ت': {"ة"}, 'ا': {"ى"}, 'ئ': {"ء"}, 'ؤ': {"ء"}, 'ي': {"ى"}, 'و': {"وا"}}

// split is one way to cut a token.
type split struct {
	conj, prep, suffix string
	future, det        bool
	stem               string
	readings           []Reading
	cost               int
	prefixLen          int // code points before the stem
}

// Words analyses the tokens of a sentence; known reports whether a stem is a
// word of the document or a name, tags are the tokens' parts of speech by a
// tagger (UPOS). Both may be nil.
func (a *Analyzer) Words(tokens []text.Token, known func(norm string) bool, tags []string) []Word {
	words := make([]Word, len(tokens))
	for i, t := range tokens {
		words[i] = a.word(t, known)
		if tags != nil && words[i].POS == Unknown && len(words[i].Readings) == 0 && tags[i] == "ADJ" {
			words[i].Reading.POS = Adjective // of an unknown word the tagger is to be believed so far
		}
	}
	choose(words)
	return words
}

func (a *Analyzer) word(t text.Token, known func(string) bool) Word {
	w := Word{Token: t, Stem: t.Norm, StemStart: t.Start, StemEnd: t.End}
	switch t.Class {
	case text.Punct, text.Newline:
		w.POS = Punctuation
		return w
	case text.Number:
		w.POS = Numeral
		return w
	}
	best := a.bestSplit(t.Norm, known)
	w.Conj, w.Prep, w.Suffix, w.Future, w.Det, w.Stem, w.Readings = best.conj, best.prep, best.suffix, best.future, best.det, best.stem, best.readings
	offsets := normOffsets(t)
	w.StemStart = offsets[best.prefixLen]
	if best.suffix != "" {
		w.StemEnd = offsets[len(offsets)-1-utf8.RuneCountInString(best.suffix)]
	}
	return w
}

// normOffsets returns the code point of the document at which each code point
// of the token's Norm begins, and the token's end.
func normOffsets(t text.Token) []int {
	if utf8.RuneCountInString(t.Norm) == t.End-t.Start {
		offsets := make([]int, t.End-t.Start+1)
		for i := range offsets {
			offsets[i] = t.Start + i
		}
		return offsets
	}
	folded := text.Fold(t.Text)
	n := utf8.RuneCountInString(folded.Text)
	offsets := make([]int, n+1)
	for i := range n {
		b, _ := folded.Source(i, i+1)
		offsets[i] = t.Start + b
	}
	offsets[n] = t.End
	return offsets
}

func (a *Analyzer) bestSplit(norm string, known func(string) bool) split {
	best := split{stem: norm, cost: 1 << 30}
	consider := func(s split) {
		if s.cost < best.cost {
			best = s
		}
	}
	for _, conj := range []string{"", "و", "ف"} {
		rest, ok := strings.CutPrefix(norm, conj)
		if !ok || rest == "" {
			continue
		}
		base := split{conj: conj}
		if conj != "" {
			base.cost, base.prefixLen = 10, 1
		}
		a.withoutArticle(base, rest, known, consider)
		a.withArticle(base, rest, known, consider)
	}
	return best
}

// withArticle considers the cuts of rest with ال, بال, كال and لل.
func (a *Analyzer) withArticle(base split, rest string, known func(string) bool, consider func(split)) {
	for _, p := range []struct{ written, prep string }{{"ال", ""}, {"بال", "ب"}, {"كال", "ك"}, {"لل", "ل"}} {
		stem, ok := strings.CutPrefix(rest, p.written)
		if !ok || utf8.RuneCountInString(stem) < 2 {
			continue
		}
		s := base
		s.det, s.prep, s.stem = true, p.prep, stem
		s.prefixLen += utf8.RuneCountInString(p.written)
		if p.written != "ال" {
			s.cost += 5
		}
		if p.written == "لل" { // للحكومة: the alef is not written; للجنة may be ل+لجنة
			s.cost += 2
		}
		s.prefixLen -= articleLength(p.written)
		s.readings = nominals(a.lookup(stem))
		if s.readings == nil {
			s.cost += 20
			if known != nil && known("ال"+stem) {
				s.cost -= 10
			}
		}
		consider(s)
	}
}

// articleLength is the number of code points of the article as written: the
// stem's span includes it.
func articleLength(written string) int {
	if written == "لل" {
		return 1
	}
	return 2
}

func (a *Analyzer) withoutArticle(base split, rest string, known func(string) bool, consider func(split)) {
	for _, p := range []string{"", "ب", "ل", "ك", "س"} {
		tail, ok := strings.CutPrefix(rest, p)
		if !ok || utf8.RuneCountInString(tail) < 1 {
			continue
		}
		s := base
		if p != "" {
			s.cost += 10
			s.prefixLen++
		}
		s.future = p == "س"
		if !s.future {
			s.prep = p
		}
		a.stems(s, tail, known, consider)
		for _, suffix := range suffixes {
			if stem, ok := strings.CutSuffix(tail, suffix); ok && stem != "" {
				with := s
				with.suffix = suffix
				with.cost += 12
				a.stems(with, stem, known, consider)
			}
		}
		if p == "ب" || p == "ل" { // به له
			if slices.Contains(suffixes, tail) && tail != "ي" {
				with := base
				with.prep, with.suffix, with.stem = p, tail, ""
				with.cost += 3
				with.prefixLen++
				with.readings = []Reading{{POS: Preposition, Lemma: p}}
				consider(with)
			}
		}
	}
}

// stems considers one stem between its clitics.
func (a *Analyzer) stems(s split, stem string, known func(string) bool, consider func(split)) {
	s.stem = stem
	if readings := s.fitting(a.lookupExact(stem, s.suffix != "")); readings != nil {
		s.readings = readings
		consider(s)
		return
	}
	if readings := s.fitting(a.lookup(stem)); readings != nil && s.suffix == "" {
		s.readings = readings
		s.cost += 20
		consider(s)
		return
	}
	if utf8.RuneCountInString(stem) < 3 || s.future {
		return
	}
	s.cost += 60
	if strings.HasPrefix(stem, "ال") {
		s.cost += 60 // the article is cut off elsewhere
	}
	if s.conj == "و" && utf8.RuneCountInString(stem) > 3 {
		s.cost -= 15 // few unknown words begin with a و of their own
	}
	if s.suffix != "" && strings.HasSuffix(stem, "ات") {
		s.cost -= 25
	}
	if s.prep != "" && verbalNounShape(stem) {
		s.cost -= 30
	}
	if s.prep != "" || s.suffix != "" {
		s.cost += 10
	}
	if known != nil && s.prefixLen+utf8.RuneCountInString(s.suffix) > 0 && known(stem) {
		s.cost -= 45
	}
	consider(s)
}

// verbalNounShape reports whether an unknown stem has the shape of a verbal
// noun of the derived forms in alef: إفعال انفعال افتعال استفعال.
func verbalNounShape(stem string) bool {
	r := []rune(stem)
	n := len(r)
	return n >= 5 && r[0] == 'ا' && r[n-2] == 'ا'
}

// lookupExact looks a stem up as written, and before a pronoun also as it
// would be written alone.
func (a *Analyzer) lookupExact(stem string, bound bool) []Reading {
	readings := a.readings[stem]
	if !bound {
		return readings
	}
	last, size := utf8.DecodeLastRuneInString(stem)
	for _, alone := range bareSpelling[last] {
		readings = append(slices.Clip(readings), a.readings[stem[:len(stem)-size]+alone]...)
	}
	return readings
}

// fitting returns the readings that go with the clitics of the split.
func (s split) fitting(readings []Reading) []Reading {
	var fit []Reading
	for _, r := range readings {
		if s.fits(r) {
			fit = append(fit, r)
		}
	}
	return fit
}

func (s split) fits(r Reading) bool {
	switch r.POS {
	case Verb:
		if s.future {
			return r.Aspect == Imperfect
		}
		if s.suffix == "ي" || r.Bound && s.suffix == "" {
			return false
		}
		return s.prep == "" || s.prep == "ل" && r.Aspect == Imperfect
	case Noun, Name:
		if r.Accusative && (s.prep != "" || s.suffix != "") {
			return false
		}
		return !s.future && s.suffix != "ني"
	case Participle, Adjective:
		return !s.future && s.suffix == "" || r.POS == Participle && !s.future && s.suffix != "ني"
	case Preposition:
		return !s.future && s.prep == ""
	case Quantifier:
		return !s.future
	case Numeral, Demonstrative, Relative:
		return !s.future && s.suffix == ""
	case Adverb:
		return !s.future && s.suffix == "" && s.prep == ""
	default:
		return !s.future && s.prep == "" && s.suffix == ""
	}
}

// nominals are the readings that can bear the article.
func nominals(readings []Reading) []Reading {
	var fit []Reading
	for _, r := range readings {
		switch r.POS {
		case Noun, Participle, Adjective, Name, Quantifier, Numeral:
			if !r.Accusative && !r.Construct {
				fit = append(fit, r)
			}
		}
	}
	return fit
}

// SplitBefore splits off as clitics what stands before the code point at:
// a name that a finder saw there begins with it.
func (w *Word) SplitBefore(at int) {
	prefix := text.Norm(string([]rune(w.Text)[:at-w.Start]))
	w.Conj, w.Prep = "", ""
	for _, r := range prefix {
		switch {
		case r == 'و' || r == 'ف' && w.Conj == "" && w.Prep == "":
			w.Conj = string(r)
		case r == 'ب' || r == 'ك' || r == 'ل':
			w.Prep = string(r)
		}
	}
	w.StemStart = at
}

// BecomeName makes the word part of a name, whatever else it could be.
func (w *Word) BecomeName() {
	if w.POS == Verb && w.Prep == "ل" {
		w.Future = false
	}
	if w.Suffix != "" {
		w.Suffix, w.StemEnd = "", w.End
	}
	w.Reading = Reading{POS: Name, Lemma: w.Norm, Gender: w.Reading.Gender, Number: w.Reading.Number}
}
