package conllu

import (
	"io"
	"strconv"
	"strings"
)

// Write writes the sentence and the blank line behind it. Tabs and line breaks
// inside a column or comment, which the format cannot hold, become blanks.
func Write(w io.Writer, s *Sentence) error {
	var b strings.Builder
	for _, c := range s.Comments {
		b.WriteString("#" + oneLine.Replace(c) + "\n")
	}
	ranges, empties := s.Ranges, s.Empties
	for i := 0; i <= len(s.Words); i++ {
		if i > 0 {
			writeWord(&b, i, &s.Words[i-1])
		}
		for len(empties) > 0 && empties[0].After == i {
			b.WriteString(strings.Join(empties[0].Columns[:], "\t") + "\n")
			empties = empties[1:]
		}
		if len(ranges) > 0 && ranges[0].First == i+1 {
			r := ranges[0]
			columns := []string{strconv.Itoa(r.First) + "-" + strconv.Itoa(r.Last), column(r.Form), "_", "_", "_", "_", "_", "_", "_", column(r.Misc)}
			b.WriteString(strings.Join(columns, "\t") + "\n")
			ranges = ranges[1:]
		}
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

var oneLine = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")

func writeWord(b *strings.Builder, id int, w *Word) {
	head := "_"
	if w.Head != NoHead {
		head = strconv.Itoa(w.Head)
	}
	b.WriteString(strconv.Itoa(id))
	for _, c := range [...]string{w.Form, w.Lemma, w.UPOS, w.XPOS, w.Feats, head, w.Deprel, w.Deps, w.Misc} {
		b.WriteByte('\t')
		b.WriteString(column(c))
	}
	b.WriteByte('\n')
}

func column(s string) string {
	if s == "" {
		return "_"
	}
	return oneLine.Replace(s)
}
