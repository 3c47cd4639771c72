package language

import (
	"strings"

	"github.com/isnad-project/isnad/extract/conllu"
)

// Sentence returns analysed words as a sentence of CoNLL-U, with "# text" and
// SpaceAfter. Every word is a line; words of one token follow one another with
// SpaceAfter=No, as in UD Arabic-PUD.
func Sentence(words []Word) conllu.Sentence {
	var s conllu.Sentence
	var b strings.Builder
	for i, w := range words {
		row := conllu.Word{Form: oneWord(w.Form), Lemma: oneWord(w.Lemma), UPOS: w.UPOS, XPOS: w.XPOS, Feats: w.Feats, Head: w.Head, Deprel: w.Deprel}
		b.WriteString(row.Form)
		if i+1 < len(words) {
			if words[i+1].Start == w.End {
				row.Misc = "SpaceAfter=No"
			} else {
				b.WriteByte(' ')
			}
		}
		s.Words = append(s.Words, row)
	}
	s.SetComment("text", b.String())
	return s
}

// oneWord drops white space inside of a form, which no token has.
func oneWord(s string) string { return strings.Join(strings.Fields(s), "") }
