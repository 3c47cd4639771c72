package segment

import (
	"strings"
	"testing"

	"github.com/isnad-project/isnad/extract/conllu"
	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/text"
)

// treebank makes sentences of words; + joins the words of a token.
func treebank(t testing.TB, sentences ...string) []conllu.Sentence {
	var list []conllu.Sentence
	for _, sentence := range sentences {
		var s conllu.Sentence
		for _, token := range strings.Fields(sentence) {
			words := strings.Split(token, "+")
			for i, form := range words {
				w := conllu.Word{Form: form, UPOS: "NOUN"}
				if i+1 < len(words) {
					w.Misc = "SpaceAfter=No"
				}
				s.Words = append(s.Words, w)
			}
		}
		list = append(list, s)
	}
	return list
}

var small = []string{
	"و+قال الوزير ل+لصحافة في بيت+ه",
	"وصل الوفد ب+سيارت+ها و+عاد",
	"ولد في بلد بعيد",
	"و+كتب الوزير كتاب+ه ل+لطلاب",
	"بيت كبير و+باب صغير ل+ه",
}

func trained(t testing.TB) *Model {
	bank := treebank(t, small...)
	var raw []string
	for i := range bank {
		raw = append(raw, RawTokens(bank[i].Text())...)
	}
	return Train(bank, CountTokens(raw), func(norm string) uint64 {
		if norm == "قال" {
			return 8
		}
		return 0
	}, 10)
}

func joinedForms(words []Word) string {
	var forms []string
	for _, w := range words {
		if w.Left {
			forms[len(forms)-1] += "+" + w.Form
		} else {
			forms = append(forms, w.Form)
		}
	}
	return strings.Join(forms, " ")
}

func TestTrainAndSegment(t *testing.T) {
	m := trained(t)
	for _, want := range small {
		got := m.Segment(text.Tokens(strings.ReplaceAll(want, "+", "")))
		if joinedForms(got) != want {
			t.Errorf("got %q, want %q", joinedForms(got), want)
		}
	}
	f := &model.File{}
	m.Put(f)
	back, err := Get(f, m.Mask)
	if err != nil {
		t.Fatal(err)
	}
	tokens := text.Tokens("وقال الرجل في بيته")
	if a, b := joinedForms(m.Segment(tokens)), joinedForms(back.Segment(tokens)); a != b {
		t.Errorf("after reading back %q, before %q", b, a)
	}
}

func TestWords(t *testing.T) {
	bank := treebank(t, "ل+لسلطة مدينت+ه ل+ه")
	words := Gold(&bank[0])
	for i, want := range []struct {
		dict string
		kind Kind
	}{{"ل", Prefix}, {"السلطة", Stem}, {"مدينة", Stem}, {"ه", Suffix}, {"ل", Stem}, {"ه", Suffix}} {
		if words[i].Dict != want.dict || words[i].Kind != want.kind {
			t.Errorf("word %d: %q of kind %d, want %q of kind %d", i, words[i].Dict, words[i].Kind, want.dict, want.kind)
		}
	}
}

func TestMarks(t *testing.T) {
	m := trained(t)
	for source, want := range map[string]string{
		"قال ... الـ84":  "قال ... الـ84",
		"ـوقال الوزيرـ":  "",
		"بيتاً كتاباً":   "بيتاً كتاباً",
		"وَقَالَ الوزير": "وَ+قَالَ الوزير",
		"ﻻ ﷲ لله":        "",
		"Reuters 12,5 %": "Reuters 12,5 %",
	} {
		words := m.Segment(text.Tokens(source))
		var all string
		for _, w := range words {
			all += w.Form
		}
		if all != strings.ReplaceAll(source, " ", "") {
			t.Errorf("%q: words %q", source, joinedForms(words))
		}
		if want != "" && joinedForms(words) != want {
			t.Errorf("%q: got %q, want %q", source, joinedForms(words), want)
		}
	}
}

func TestReadNames(t *testing.T) {
	list, err := ReadNames(strings.NewReader("بغداد B-LOC\nهنا O\n\nزيد B-PERS\n"))
	if err != nil || len(list) != 2 || list[0][1] != (Named{"هنا", "O"}) {
		t.Error(list, err)
	}
	if _, err := ReadNames(strings.NewReader("ا O\nب\n")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Error(err)
	}
}

func FuzzSegment(f *testing.F) {
	m := trained(f)
	f.Add("وقال للصحافة في بيته، الـ84 ... ـوعاد")
	f.Add("ﻻﻭﺑﻪ وَبِهِ ولهُــم")
	f.Fuzz(func(t *testing.T, source string) {
		tokens := text.Tokens(source)
		runes := []rune(source)
		words := m.Segment(tokens)
		at := 0
		for i, token := range tokens {
			if token.Class == text.Newline {
				continue
			}
			if at > 0 && words[at-1].End >= token.End {
				continue // one word of several tokens
			}
			together := ""
			first := at
			for at < len(words) && words[at].Start < token.End {
				if words[at].Start >= words[at].End {
					t.Fatalf("empty word %q", words[at].Form)
				}
				if got := string(runes[words[at].Start:words[at].End]); got != words[at].Form && strings.ToValidUTF8(source, "") == source {
					t.Fatalf("word %q stands at %q", words[at].Form, got)
				}
				together += words[at].Form
				at++
			}
			if !strings.HasPrefix(together, token.Text) || words[first].Token != i {
				t.Fatalf("token %d %q: words %q of token %d", i, token.Text, together, words[first].Token)
			}
		}
		if at != len(words) {
			t.Fatalf("%d words more", len(words)-at)
		}
	})
}
