package train

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/isnad-project/isnad/extract/conllu"
	"github.com/isnad-project/isnad/extract/language"
	"github.com/isnad-project/isnad/extract/text"
)

// treebank returns CoNLL-U; a word is form/tag/head/relation, + joins words.
func treebank(sentences ...string) string {
	var b strings.Builder
	for _, sentence := range sentences {
		var s conllu.Sentence
		for _, token := range strings.Fields(sentence) {
			words := strings.Split(token, "+")
			for i, word := range words {
				f := strings.Split(word, "/")
				w := conllu.Word{Form: f[0], Lemma: f[0], UPOS: f[1], XPOS: f[1], Feats: "Case=Nom|Definite=Def|Gender=Masc|Number=Sing", Head: int(f[2][0] - '0'), Deprel: f[3]}
				if i+1 < len(words) {
					w.Misc = "SpaceAfter=No"
				}
				s.Words = append(s.Words, w)
			}
		}
		conllu.Write(&b, &s)
	}
	return b.String()
}

var small = treebank(
	"زار/VERB/0/root الوزير/NOUN/1/nsubj المدينة/NOUN/1/obj ./PUNCT/1/punct",
	"و/CCONJ/2/cc+وصل/VERB/0/root الوفد/NOUN/2/nsubj إلى/ADP/5/case بغداد/PROPN/2/obl ./PUNCT/2/punct",
	"قصف/VERB/0/root الجيش/NOUN/1/nsubj القرية/NOUN/1/obj ب/ADP/5/case+صواريخ/NOUN/1/obl",
	"عاد/VERB/0/root الجيش/NOUN/1/nsubj إلى/ADP/4/case بيت/NOUN/1/obl+ه/PRON/4/nmod",
	"و/CCONJ/2/cc+زار/VERB/0/root الجيش/NOUN/2/nsubj بغداد/PROPN/2/obj",
)

const names = "زار O\nالوزير O\nبغداد B-LOC\n\nوصل O\nزيد B-PERS\n"

func train(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	o := Options{Treebank: Source{"/some/folder/small.conllu", strings.NewReader(small)}, Names: []Source{{"names.txt", strings.NewReader(names)}}}
	if err := Train(context.Background(), o, &out, io.Discard); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestTrainAndAnalyze(t *testing.T) {
	data := train(t)
	if !bytes.Equal(data, train(t)) {
		t.Error("two trainings differ")
	}
	if bytes.Contains(data, []byte("/some/folder")) {
		t.Error("a path is in the model")
	}
	m, err := language.Parse(data, language.Lexicon{})
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := m.Write(&again); err != nil || !bytes.Equal(again.Bytes(), data) {
		t.Errorf("written again: %v, the same %v", err, bytes.Equal(again.Bytes(), data))
	}
	words := m.Analyze(text.Tokens("وزار الجيش بغداد"))
	s := language.Sentence(words)
	var out strings.Builder
	conllu.Write(&out, &s)
	back, err := conllu.ReadAll(strings.NewReader(out.String()))
	if err != nil || back[0].Text() != "وزار الجيش بغداد" {
		t.Errorf("%v\n%s", err, out.String())
	}
	if len(words) != 4 || words[1].UPOS != "VERB" || words[2].Head != 2 || words[3].Deprel != "obj" {
		t.Errorf("analysed\n%s", out.String())
	}
	long := m.Analyze(text.Tokens(strings.Repeat("زار الوزير بغداد ", 120)))
	roots := 0
	for i, w := range long {
		if w.Head == 0 {
			roots++
		}
		if w.Head == i+1 || w.Head > len(long) {
			t.Errorf("word %d has head %d", i+1, w.Head)
		}
	}
	if roots != 1 {
		t.Errorf("%d roots", roots)
	}
	if len(m.Analyze(nil)) != 0 {
		t.Error("words of no tokens")
	}
}

func TestErrors(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	o := func(bank, names string) Options {
		return Options{Treebank: Source{"bank", strings.NewReader(bank)}, Names: []Source{{"names", strings.NewReader(names)}}}
	}
	if err := Train(ctx, o(small, names), io.Discard, io.Discard); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	for _, test := range []struct{ bank, names, want string }{
		{"1\tx\n", names, "line 1"},
		{"", names, "0 sentences"},
		{strings.Replace(small, "\tVERB\t", "\t_\t", 1), names, "line 1"},
		{small, "word\n", "reading names"},
	} {
		if err := Train(context.Background(), o(test.bank, test.names), io.Discard, io.Discard); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("error %v, want one with %q", err, test.want)
		}
	}
}
