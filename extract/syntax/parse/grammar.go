package parse

import (
	"strings"

	"github.com/isnad-project/isnad/extract/morph/analysis"
	"github.com/isnad-project/isnad/extract/morph/segment"
	"github.com/isnad-project/isnad/extract/text"
)

// The grammar knows better than the weights where the spelling decides: which
// arcs and relations cannot be. Its rules were counted on the treebank's own
// trees; each holds there but for a few errors of annotation.

// spelling is what the written form of a word tells for certain.
type spelling struct {
	noun, adjective bool
	article         bool // begins with the article
	taMarbuta       bool // a feminine singular
	nominative      bool // ends in the ون of the plural: no object, no governor of a genitive
	oblique         bool // ends in the ين of the plural or dual: no subject
	accusative      bool // ends in the alef with tanwin: no subject
	bare            bool // a noun without article, preposition, number or conjunction before it
	complementizer  bool // أن or إن, whose clause follows it
}

// spellings reads the words of a sentence; index 0 is the root.
func (b *builder) spellings(words []segment.Word, nodes []node) []spelling {
	list := make([]spelling, len(nodes))
	for i := range words {
		n, w := &nodes[i+1], &words[i]
		if w.Class != text.Word {
			continue
		}
		f := &list[i+1]
		key := text.Norm(w.Dict)
		f.complementizer = n.upos == sconjTag && key == "ان"
		f.noun, f.adjective = n.upos == nounTag, n.upos == adjTag
		if !f.noun && !f.adjective {
			continue
		}
		f.article = strings.HasPrefix(key, "ال") && (b.Mask == nil || b.Mask(key)&analysis.Article != 0 || b.Mask(key)&analysis.Known == 0)
		f.taMarbuta = strings.HasSuffix(key, "ة")
		several := len([]rune(key)) > 4 && (n.agree&15 == dual || n.agree&15 == plural)
		f.nominative = f.noun && several && strings.HasSuffix(key, "ون")
		f.oblique = several && strings.HasSuffix(key, "ين")
		f.accusative = strings.HasSuffix(w.Form, "اً") || strings.HasSuffix(w.Form, "ًا")
		if f.noun && !f.article && n.governor == 0 {
			before := nodes[i].upos
			f.bare = i == 0 || before != cconjTag && before != punctTag && before != numTag
		}
	}
	return list
}

// Values of Gender and Number as the tagger numbers them: in alphabetical
// order, 0 for none.
const (
	masculine = 2

	dual, plural, singular = 1, 2, 3
)

// Rules that an arc can break.
const (
	keepsRules            = iota
	genitiveOfAnArticle   // الحراس نار
	genitiveOfNominative  // مسلحون القرية
	genitiveOfTwoArticles // الحراس النار
	backwardComplementizer
	disagreement // المدينة الكبير
	indefiniteAttribute
)

// penalties are what the score of an arc loses that breaks a rule. Tags may be
// wrong, so that it is not forbidden outright.
var penalties = [...]float32{keepsRules: 0, genitiveOfAnArticle: 4, genitiveOfNominative: 4, genitiveOfTwoArticles: 2, backwardComplementizer: 4, disagreement: 2, indefiniteAttribute: 2}

// rule is the rule that an arc from head h to word m breaks.
func (s *sentence) rule(h, m int) int {
	H, M := &s.forms[h], &s.forms[m]
	if h >= m {
		return keepsRules
	}
	near := m-h <= 3 && s.count(h, m, punctTag) == 0
	switch {
	case near && H.noun && M.bare && (H.article || H.nominative):
		return genitiveOfAnArticle
	case near && H.nominative && M.noun && s.nodes[m].governor == 0 && s.count(h, m, cconjTag) == 0:
		return genitiveOfNominative
	case m == h+1 && H.noun && H.article && M.noun && M.article && s.nodes[m].governor == 0:
		return genitiveOfTwoArticles
	case M.complementizer:
		return backwardComplementizer
	case H.noun && M.adjective && H.taMarbuta && M.article && !M.taMarbuta && s.nodes[m].agree == masculine<<4|singular:
		return disagreement
	case H.noun && M.adjective && H.article && !M.article && !s.forms[min(m+1, len(s.forms)-1)].article:
		return indefiniteAttribute
	}
	return keepsRules
}

// bars reports whether word i cannot bear a relation to its head: a second
// subject or object of a verb, a subject in the accusative, an object in the
// nominative, a feminine subject right behind a masculine verb.
func (t *tree) bars(i int, relation string, names []string) bool {
	h := t.heads[i]
	if h == 0 || t.nodes[h].upos != verbTag {
		return false
	}
	f := &t.forms[i]
	subject := strings.HasPrefix(relation, "nsubj")
	if !subject && relation != "obj" {
		return false
	}
	for _, sister := range t.children[h] {
		if sister == i || t.labels[sister] < 0 {
			continue
		}
		given := names[t.labels[sister]]
		if subject && strings.HasPrefix(given, "nsubj") || !subject && given == "obj" {
			return true
		}
	}
	if i < h || t.nodes[i].governor != 0 {
		return false
	}
	if !subject {
		return f.nominative
	}
	if f.accusative || f.oblique {
		return !t.counted(i)
	}
	return i == h+1 && f.noun && f.taMarbuta && t.nodes[h].agree == masculine<<4|singular
}

// counted reports whether a number or determiner stands with word i, which
// then bears the case of the counted.
func (t *tree) counted(i int) bool {
	for _, c := range t.children[i] {
		if upos := t.nodes[c].upos; upos == numTag || upos == detTag {
			return true
		}
	}
	return false
}
