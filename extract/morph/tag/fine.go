package tag

import (
	"slices"
	"strings"

	"github.com/isnad-project/isnad/extract/conllu"
	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/segment"
)

// attribute is the language-specific tag (XPOS) or one of the features, with
// the values it takes in the treebank; value 0 is none.
type attribute struct {
	name   string
	values []string
	first  int      // its first column in the table
	may    []uint32 // by part of speech, the values it takes with it, a bit each
}

const xpos = "XPOS"

// fineModel gives each attribute its value by a linear classifier of its own,
// word by word from the sentence's beginning, given the parts of speech and
// the values of the word before. All classifiers share one table.
type fineModel struct {
	attributes []attribute
	rows       *model.Rows
	agree      []int // attributes of the word before that are features
}

// agreeing are the features in which neighbours agree.
var agreeing = []string{"Case", "Definite", "Gender", "Number", xpos}

// Attributes returns the names of the attributes, in the order of Fine.
func (m *Model) Attributes() []string {
	var names []string
	for _, a := range m.fine.attributes {
		names = append(names, a.name)
	}
	return names
}

// newAttributes lists what stands in the treebank, in order of the names.
func newAttributes(sentences []Sentence) []attribute {
	values := map[string]map[string]bool{}
	note := func(name, value string) {
		if values[name] == nil {
			values[name] = map[string]bool{}
		}
		values[name][value] = true
	}
	for _, s := range sentences {
		for _, w := range s.Gold {
			note(xpos, w.XPOS)
			for name, value := range featuresOf(w.Feats) {
				note(name, value)
			}
		}
	}
	var list []attribute
	column := 0
	for name, set := range values {
		a := attribute{name: name, may: make([]uint32, len(Tags))}
		for v := range set {
			if v != "" {
				a.values = append(a.values, v)
			}
		}
		slices.Sort(a.values)
		a.values = slices.Insert(a.values, 0, "")
		if len(a.values) > 32 {
			a.values = a.values[:32]
		}
		list = append(list, a)
	}
	slices.SortFunc(list, func(a, b attribute) int { return strings.Compare(a.name, b.name) })
	for i := range list {
		list[i].first = column
		column += len(list[i].values)
	}
	return list
}

func featuresOf(feats string) map[string]string {
	list := map[string]string{}
	if feats == "" {
		return list
	}
	for pair := range strings.SplitSeq(feats, "|") {
		name, value, _ := strings.Cut(pair, "=")
		list[name] = value
	}
	return list
}

// valuesOf returns the number of each attribute's value in a gold word.
func valuesOf(attributes []attribute, w *conllu.Word) []uint8 {
	feats := featuresOf(w.Feats)
	feats[xpos] = w.XPOS
	list := make([]uint8, len(attributes))
	for i, a := range attributes {
		list[i] = uint8(max(slices.Index(a.values, feats[a.name]), 0))
	}
	return list
}

func (f *fineModel) findAgreeing() {
	for _, name := range agreeing {
		if i := slices.IndexFunc(f.attributes, func(a attribute) bool { return a.name == name }); i >= 0 {
			f.agree = append(f.agree, i)
		}
	}
}

// features appends the features of word i; the words before it have their
// values.
func (f *fineModel) features(atoms []atom, tagged []Tagged, i int, out []uint32) []uint32 {
	w, p, n := at(atoms, i), at(atoms, i-1), at(atoms, i+1)
	own, before, behind, before2 := upos(tagged, i), upos(tagged, i-1), upos(tagged, i+1), upos(tagged, i-2)
	add := func(t, a, b uint32) { out = append(out, model.Feature3(200+t, own, a, b)) }
	add(0, 0, 0)
	add(1, w.dict, 0)
	add(2, w.plain, w.place)
	for k := range w.last[:3] {
		add(3+uint32(k), w.last[k], 0)
		add(6+uint32(k), w.first[k], 0)
	}
	add(9, w.pattern, 0)
	add(10, w.article, before)
	add(11, w.shape, 0)
	add(12, w.last[1], w.first[0])
	add(13, p.dict, w.article)
	add(14, p.plain, w.last[0])
	add(15, before, behind)
	add(16, before, before2)
	add(17, n.article, behind)
	add(18, n.dict, 0)
	add(19, uint32(w.mask), uint32(w.mask>>32))
	add(20, uint32(w.cluster[2]), 0)
	add(21, w.article, behind<<4|n.article)
	add(22, n.place, w.article)
	add(23, w.name, 0)
	add(24, before2, p.dict)
	if i == 0 {
		return out
	}
	for k, attribute := range f.agree {
		value := uint32(tagged[i-1].Fine[attribute])
		add(30+uint32(k), value, before)
		add(40+uint32(k), value, w.article<<8|w.last[0]&0xFF)
	}
	add(50, uint32(tagged[i-1].Fine[f.agree[0]]), model.Pair(before, behind))
	return out
}

func upos(tagged []Tagged, i int) uint32 {
	if i < 0 || i >= len(tagged) {
		return 31
	}
	return uint32(tagged[i].UPOS)
}

// tag fills Fine of every word.
func (f *fineModel) tag(atoms []atom, tagged []Tagged) {
	scores := make([]int32, f.rows.Labels)
	values := make([]uint8, len(tagged)*len(f.attributes))
	var buffer []uint32
	for i := range tagged {
		t := &tagged[i]
		t.Fine, values = values[:len(f.attributes):len(f.attributes)], values[len(f.attributes):]
		buffer = f.features(atoms, tagged, i, buffer[:0])
		clear(scores)
		f.rows.Sum(buffer, scores)
		for k := range f.attributes {
			t.Fine[k] = uint8(f.attributes[k].best(scores, t.UPOS))
		}
	}
}

// best returns the value with the best score among those that the part of
// speech allows.
func (a *attribute) best(scores []int32, upos uint8) int {
	best := -1
	for v := range a.values {
		if a.may[upos]>>v&1 != 0 && (best < 0 || scores[a.first+v] > scores[a.first+best]) {
			best = v
		}
	}
	return max(best, 0)
}

// XPOS returns the language-specific tag of a tagged word.
func (m *Model) XPOS(t Tagged) string {
	for i, a := range m.fine.attributes {
		if a.name == xpos {
			return a.values[t.Fine[i]]
		}
	}
	return ""
}

// Feats returns the features of a tagged word as CoNLL-U writes them. Case is
// among them only where the spelling shows it.
func (m *Model) Feats(w *segment.Word, t Tagged) string {
	var b strings.Builder
	for i, a := range m.fine.attributes {
		value := a.values[t.Fine[i]]
		if a.name == xpos || value == "" || a.name == "Case" && !showsCase(w, value) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('|')
		}
		b.WriteString(a.name + "=" + value)
	}
	return b.String()
}

// showsCase reports whether a word is written so that its case can be seen:
// the accusative's alef or tanwin, a sound plural or dual, a vowel, a pronoun.
func showsCase(w *segment.Word, value string) bool {
	if w.Kind == segment.Suffix {
		return true
	}
	if endMark(w.Form) != 0 || strings.HasSuffix(w.Form, "\u064E") || strings.HasSuffix(w.Form, "\u064F") || strings.HasSuffix(w.Form, "\u0650") {
		return true
	}
	norm := w.Norm
	switch value {
	case "Nom":
		return strings.HasSuffix(norm, "ون") || strings.HasSuffix(norm, "ان")
	case "Acc":
		return strings.HasSuffix(norm, "ا") || strings.HasSuffix(norm, "ين")
	}
	return strings.HasSuffix(norm, "ين")
}
