package tag

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/segment"
	"github.com/isnad-project/isnad/extract/text"
)

// script turns a form into its lemma: letters cut at either end, others put in
// their place (Chrupała 2006, for the ends alone).
type script struct {
	cutFirst, cutLast int
	putFirst, putLast string
}

func (s script) apply(form []rune) (string, bool) {
	if len(form) < s.cutFirst+s.cutLast+1 {
		return "", false
	}
	return s.putFirst + string(form[s.cutFirst:len(form)-s.cutLast]) + s.putLast, true
}

// scriptOf finds the script with the longest part kept; false if none is.
func scriptOf(form, lemma []rune) (script, bool) {
	best, at, to := 0, 0, 0
	for i := range form {
		for j := range lemma {
			k := 0
			for i+k < len(form) && j+k < len(lemma) && form[i+k] == lemma[j+k] {
				k++
			}
			if k > best {
				best, at, to = k, i, j
			}
		}
	}
	if best < 2 || 2*best < len(form)-2 { // not related, or by chance
		return script{}, false
	}
	return script{at, len(form) - at - best, string(lemma[:to]), string(lemma[to+best:])}, true
}

// lemmas holds what the treebank teaches: the lemma of a word with its part of
// speech, and scripts by part of speech and ends of the word.
type lemmas struct {
	words   map[uint32]string
	scripts []script
	rules   map[uint32]int
}

// Lemmas are written without vowels.
func learnLemmas(sentences []Sentence) *lemmas {
	l := &lemmas{words: map[uint32]string{}, rules: map[uint32]int{}}
	words, rules := map[uint32]map[string]int{}, map[uint32]map[int]int{}
	number := map[script]int{}
	for _, s := range sentences {
		for i := range s.Words {
			w, tag := &s.Words[i], uint32(tagNumber(s.Gold[i].UPOS))
			lemma := plainLemma(s.Gold[i].Lemma)
			if w.Class != text.Word || lemma == "" {
				continue
			}
			count(words, lemmaKey(tag, w.Dict), lemma)
			form := []rune(w.Dict)
			if w.Kind != segment.Stem {
				continue
			}
			sc, ok := scriptOf(form, []rune(lemma))
			if !ok {
				continue
			}
			if _, known := number[sc]; !known {
				number[sc] = len(l.scripts)
				l.scripts = append(l.scripts, sc)
			}
			for _, k := range ruleKeys(tag, w.Dict) {
				count(rules, k, number[sc])
			}
		}
	}
	for k, c := range words {
		l.words[k] = commonest(c, strings.Compare)
	}
	for k, c := range rules {
		l.rules[k] = commonest(c, func(a, b int) int { return a - b })
	}
	return l
}

func count[V comparable](m map[uint32]map[V]int, key uint32, value V) {
	if m[key] == nil {
		m[key] = map[V]int{}
	}
	m[key][value]++
}

// commonest returns the value counted most, the first in order among equals.
func commonest[V comparable](counts map[V]int, order func(a, b V) int) V {
	var best V
	found := 0
	for v, n := range counts {
		if n > found || n == found && order(v, best) < 0 {
			best, found = v, n
		}
	}
	return best
}

// plainLemma drops vowels and the variants' numbers of a treebank's lemma.
func plainLemma(lemma string) string {
	lemma = strings.ReplaceAll(strings.ReplaceAll(lemma, "`", ""), "ٱ", "ا")
	return plainForm(lemma)
}

func plainForm(s string) string {
	return strings.Map(func(r rune) rune {
		if text.IsMark(r) {
			return -1
		}
		return r
	}, s)
}

func lemmaKey(tag uint32, dict string) uint32 { return model.Feature2(400, tag, model.String(dict)) }

// ruleKeys are the contexts of a script, the most special first.
func ruleKeys(tag uint32, dict string) []uint32 {
	article := uint32(0)
	if strings.HasPrefix(dict, "ال") && utf8.RuneCountInString(dict) > 4 {
		article = 1
	}
	bare := dict
	if article == 1 {
		bare = strings.TrimPrefix(dict, "ال")
	}
	head := tag<<1 | article
	return []uint32{
		model.Feature3(401, head, model.String(pattern(bare)), model.String(model.Last(bare, 2))),
		model.Feature3(402, head, model.String(model.First(bare, 1)), model.String(model.Last(bare, 3))),
		model.Feature3(403, head, model.String(model.First(bare, 1)), model.String(model.Last(bare, 2))),
		model.Feature2(404, head, model.String(model.Last(bare, 2))),
		model.Feature3(405, head, model.String(model.First(bare, 1)), model.String(model.Last(bare, 1))),
		model.Feature2(406, head, 0),
	}
}

// Lemma returns the lemma of a word, without vowels. known gives the lemma of a
// lexicon, or "".
func (m *Model) Lemma(w *segment.Word, t Tagged, known func() string) string {
	if w.Class != text.Word || m.lemmas == nil {
		return w.Form
	}
	if lemma, ok := m.lemmas.words[lemmaKey(uint32(t.UPOS), w.Dict)]; ok {
		return lemma
	}
	if lemma := known(); lemma != "" {
		return lemma
	}
	form := []rune(w.Dict)
	for _, k := range ruleKeys(uint32(t.UPOS), w.Dict) {
		if n, ok := m.lemmas.rules[k]; ok && n < len(m.lemmas.scripts) {
			if lemma, ok := m.lemmas.scripts[n].apply(form); ok {
				return lemma
			}
		}
	}
	return w.Dict
}

func (l *lemmas) encode(e *model.Encoder) {
	keys := sortedKeys(l.words)
	e.Keys(keys)
	for _, k := range keys {
		e.String(l.words[k])
	}
	e.Uint(uint64(len(l.scripts)))
	for _, s := range l.scripts {
		e.Uint(uint64(s.cutFirst))
		e.Uint(uint64(s.cutLast))
		e.String(s.putFirst)
		e.String(s.putLast)
	}
	keys = sortedKeys(l.rules)
	e.Keys(keys)
	for _, k := range keys {
		e.Uint(uint64(l.rules[k]))
	}
}

func decodeLemmas(d *model.Decoder) *lemmas {
	l := &lemmas{words: map[uint32]string{}, rules: map[uint32]int{}}
	for _, k := range d.Keys() {
		l.words[k] = ""
	}
	for _, k := range sortedKeys(l.words) {
		l.words[k] = d.String()
	}
	l.scripts = make([]script, d.Count())
	for i := range l.scripts {
		l.scripts[i] = script{int(min(d.Uint(), 64)), int(min(d.Uint(), 64)), d.String(), d.String()}
	}
	for _, k := range d.Keys() {
		l.rules[k] = 0
	}
	for _, k := range sortedKeys(l.rules) {
		l.rules[k] = int(min(d.Uint(), 1<<30))
	}
	return l
}

func sortedKeys[V any](m map[uint32]V) []uint32 {
	keys := make([]uint32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
