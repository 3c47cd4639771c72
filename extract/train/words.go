package train

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-project/isnad/extract/morph/segment"
	"github.com/isnad-project/isnad/extract/morph/tag"
	"github.com/isnad-project/isnad/extract/text"
)

// counts counts the tokens of the name corpora and of the treebank.
func (t *trainer) counts() *segment.Counts {
	var tokens []string
	for _, sentence := range t.names {
		for _, token := range sentence {
			tokens = append(tokens, segment.RawTokens(token.Form)...)
		}
	}
	for i := range t.treebank {
		tokens = append(tokens, segment.RawTokens(t.treebank[i].Text())...)
	}
	return segment.CountTokens(tokens)
}

// knowledge splits the name corpora into words and learns from these, and
// from the treebank's words, what the tagger knows of words.
func (t *trainer) knowledge(m *segment.Model) tag.Knowledge {
	var sentences [][]string
	stems := make([][]string, len(t.names))
	for i, s := range t.names {
		var keys []string
		keys, stems[i] = split(m, s)
		sentences = append(sentences, keys)
	}
	for i := range t.treebank {
		var keys []string
		for _, w := range segment.Gold(&t.treebank[i]) {
			keys = append(keys, tag.Key(&w))
		}
		sentences = append(sentences, keys)
	}
	return tag.Knowledge{
		Counts: m.Counts, Mask: m.Mask,
		Clusters: tag.NewClusters(sentences),
		Names:    tag.NewNames(t.names, func(i int) []string { return stems[i] }),
	}
}

// split returns the words of a sentence of a name corpus, and the stem of each
// of its tokens.
func split(m *segment.Model, s []segment.Named) (keys, stems []string) {
	var line strings.Builder
	ends := make([]int, len(s))
	at := 0
	for i, token := range s {
		line.WriteString(token.Form + " ")
		at += utf8.RuneCountInString(token.Form) + 1
		ends[i] = at
	}
	stems = make([]string, len(s))
	token := 0
	for _, w := range m.Segment(text.Tokens(line.String())) {
		key := tag.Key(&w)
		keys = append(keys, key)
		for token < len(s)-1 && w.Start >= ends[token] {
			token++
		}
		if w.Kind == segment.Stem && w.Class == text.Word && stems[token] == "" {
			stems[token] = key
		}
	}
	return keys, stems
}
