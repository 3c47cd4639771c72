package tag

import (
	"strings"
	"testing"

	"github.com/isnad-project/isnad/extract/conllu"
	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/segment"
)

// sample makes sentences; a word is form/lemma/tag/features.
func sample(sentences ...string) []conllu.Sentence {
	var list []conllu.Sentence
	for _, rows := range sentences {
		var s conllu.Sentence
		for _, row := range strings.Fields(rows) {
			f := strings.Split(row, "/")
			s.Words = append(s.Words, conllu.Word{Form: f[0], Lemma: f[1], UPOS: f[2], XPOS: f[2][:2], Feats: f[3]})
		}
		list = append(list, s)
	}
	return list
}

var bank = sample(
	"زار/زَار/VERB/Aspect=Perf|Gender=Masc الوزير/وَزِير/NOUN/Case=Nom|Definite=Def|Gender=Masc المدينة/مَدِينَة/NOUN/Case=Acc|Definite=Def|Gender=Fem ././PUNCT/",
	"وصلت/وَصَل/VERB/Aspect=Perf|Gender=Fem سيارة/سَيَّارَة/NOUN/Case=Nom|Definite=Ind|Gender=Fem كبيرة/كَبِير/ADJ/Case=Nom|Definite=Ind|Gender=Fem ././PUNCT/",
	"في/فِي/ADP/ بغداد/بَغداد/PROPN/Gender=Fem كتب/كَتَب/VERB/Aspect=Perf|Gender=Masc كتابا/كِتاب/NOUN/Case=Acc|Definite=Ind|Gender=Masc",
)

func trained() *Model {
	k := Knowledge{
		Counts:   segment.CountTokens([]string{"الوزير", "الوزير", "المدينه"}),
		Clusters: NewClusters([][]string{{"زار", "الوزير", "المدينة"}, {"زار", "الوفد", "المدينة"}, {"زار", "الوزير"}}),
		Names: NewNames([][]segment.Named{{{Form: "بغداد", Label: "B-LOC"}, {Form: "هنا", Label: "O"}}},
			func(int) []string { return []string{"بغداد", "هنا"} }),
		Mask: func(norm string) uint64 { return uint64(len(norm)) },
	}
	return Train(Examples(bank), k, Options{Passes: 10, Fine: true})
}

func TestTrainAndTag(t *testing.T) {
	m := trained()
	f := &model.File{}
	m.Put(f)
	back, err := Get(f, m.Counts, m.Mask)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []*Model{m, back} {
		for _, s := range Examples(bank) {
			for i, tagged := range m.Tag(s.Words) {
				want := s.Gold[i]
				if Tags[tagged.UPOS] != want.UPOS || m.XPOS(tagged) != want.XPOS {
					t.Errorf("%s: %s %s, want %s", want.Form, Tags[tagged.UPOS], m.XPOS(tagged), want.UPOS)
				}
				if got := m.Lemma(&s.Words[i], tagged, func() string { return "" }); got != plainLemma(want.Lemma) {
					t.Errorf("%s: lemma %s, want %s", want.Form, got, want.Lemma)
				}
			}
		}
	}
	word := Examples(sample("كتابا/_/NOUN/ باب/_/NOUN/"))[0].Words
	tagged := m.Tag(word)
	if got := m.Feats(&word[0], tagged[0]); !strings.Contains(got, "Case=Acc") {
		t.Errorf("visible case: %q", got)
	}
	if got := m.Feats(&word[1], tagged[1]); strings.Contains(got, "Case") {
		t.Errorf("case that cannot be seen: %q", got)
	}
	if m.Tag(nil) != nil {
		t.Error("tags for no words")
	}
}

func TestScript(t *testing.T) {
	for _, pair := range [][2]string{{"المدارس", "مدارس"}, {"كتبوا", "كتب"}, {"يكتبون", "كتب"}, {"لاعبو", "لاعب"}} {
		s, ok := scriptOf([]rune(pair[0]), []rune(pair[1]))
		if got, _ := s.apply([]rune(pair[0])); !ok || got != pair[1] {
			t.Errorf("%s: %+v gives %q", pair[0], s, got)
		}
	}
	if _, ok := scriptOf([]rune("القصف"), []rune("نقد")); ok {
		t.Error("script for words that have one letter in common")
	}
}

func TestClusters(t *testing.T) {
	var sentences [][]string
	for range 4 {
		for _, verb := range []string{"زار", "قصف"} {
			for _, noun := range []string{"بيت", "حي", "باب"} {
				sentences = append(sentences, []string{verb, noun, "."})
			}
		}
	}
	a, b := NewClusters(sentences), NewClusters(sentences)
	for _, w := range []string{"زار", "قصف", "بيت", "حي"} {
		if a.Of(w) != b.Of(w) || a.Of(w) == [granularities]uint16{} {
			t.Errorf("%s: %v and %v", w, a.Of(w), b.Of(w))
		}
	}
	if a.Of("غير") != [granularities]uint16{} {
		t.Error("class of a word never seen")
	}
}
