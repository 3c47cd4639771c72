package analysis

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/isnad-project/isnad/extract/text"
)

func TestWords(t *testing.T) {
	f, err := os.Open("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		line, forbidden := strings.CutPrefix(line, "! ")
		fields := strings.Split(line, "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		if len(fields) != 5 {
			t.Fatalf("line %d: %d fields, want 5", n, len(fields))
		}
		found := slices.ContainsFunc(Default().Token(text.Norm(fields[0])), func(a Analysis) bool { return fits(a, fields) })
		if found == forbidden {
			t.Errorf("line %d: %s: among the analyses: %v\n%v", n, line, found, Default().Token(text.Norm(fields[0])))
		}
	}
}

func fits(a Analysis, fields []string) bool {
	if a.Prefix+"+"+a.Stem+"+"+a.Suffix != fields[1] || fields[2] != "*" && a.Lemma != fields[2] || a.POS != fields[3] {
		return false
	}
	for _, f := range strings.Fields(fields[4]) {
		if !slices.Contains(strings.Split(a.Feats, "|"), f) {
			return false
		}
	}
	return true
}

func TestMask(t *testing.T) {
	for _, c := range []struct {
		word string
		has  uint64
		not  uint64
	}{
		{"كتب", Verb | PerfAct | PerfPass | Noun | NounPlur | Transitive, ImpfAct | Adj | Article | Rare},
		{"يكتبون", Verb | ImpfAct | ImpfPass | VerbInd | VerbPlur | Verb3, Noun | Adj | PerfAct},
		{"يكتبوا", Verb | VerbSubJus, VerbInd},
		{"المدينة", Noun | NounFem | Article, Verb},
		{"لسلطة", Noun | Article, 0},
		{"مدينت", Noun | BoundOnly, 0},
		{"كتابا", Noun | IndefAcc, 0},
		{"لاعبو", Noun | NounPlur | Construct, 0},
		{"كان", Aux | Verb | PerfAct, 0},
		{"في", Adp, Noun},
		{"فى", Adp, Noun},
		{"استعادة", Noun | Vnoun, 0},
		{"منتقد", Adj | ActivePart | PassivePart, 0},
		{"زلفظ", 0, Known},
		{"abc", 0, Known},
		{"", 0, Known},
	} {
		m := Default().Mask(c.word)
		if m&c.has != c.has || m&c.not != 0 {
			t.Errorf("%s: %b, lacks %b, has too much %b", c.word, m, c.has&^m, m&c.not)
		}
	}
}

// TestMaskAgrees checks that a mask has the parts of speech of the analyses.
func TestMaskAgrees(t *testing.T) {
	for _, w := range benchWords {
		var want uint64
		for _, a := range Default().Stem(w) {
			want |= posMasks[a.POS]
		}
		var all uint64
		for _, m := range posMasks {
			all |= m
		}
		if got := Default().Mask(w) & all; got != want {
			t.Errorf("%s: mask %b, analyses %b", w, got, want)
		}
	}
}

func TestGuess(t *testing.T) {
	for _, c := range []struct{ word, pos, feats string }{
		{"الزلفظية", "NOUN", "Definite=Def|Gender=Fem|Number=Sing"},
		{"زلفظي", "ADJ", mascSing},
		{"مزلفظون", "NOUN", "Case=Nom|" + mascPlur},
		{"زلفظات", "NOUN", femPlur},
		{"يزلفظ", "VERB", "Aspect=Imp|Gender=Masc|Number=Sing|Person=3"},
		{"زلفظوا", "VERB", "Aspect=Perf|Gender=Masc|Number=Plur|Person=3"},
		{"ازلفظاظ", "NOUN", mascSing + "|VerbForm=Vnoun"},
		{"زلفظ", "PROPN", "Number=Sing"},
		{"المدينه", "NOUN", "Definite=Def|Gender=Fem|Number=Sing"},
	} {
		if !slices.ContainsFunc(Default().Guess(c.word), func(a Analysis) bool { return a.POS == c.pos && a.Feats == c.feats && a.Stem == c.word }) {
			t.Errorf("%s: no %s %s in %v", c.word, c.pos, c.feats, Default().Guess(c.word))
		}
	}
}

// TestProvenance checks that the embedded lexicon names its source and licence.
func TestProvenance(t *testing.T) {
	z, err := gzip.NewReader(bytes.NewReader(embedded))
	if err != nil {
		t.Fatal(err)
	}
	head := make([]byte, 800)
	if _, err := io.ReadFull(z, head); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Camel Morph MSA", "CC BY 4.0", "Changed:"} {
		if !strings.Contains(string(head), want) {
			t.Errorf("the head does not say %q", want)
		}
	}
}

// FuzzToken checks that no token makes the analyser fail and that the pieces
// of each analysis are the token.
func FuzzToken(f *testing.F) {
	for _, w := range benchWords {
		f.Add("و" + w + "ها")
	}
	f.Add("لل")
	f.Add("\xd8")
	f.Add("ابجدهوزحطيكلمنسعفصقرشتثخذضظغ")
	f.Fuzz(func(t *testing.T, s string) {
		l := Default()
		for _, word := range []string{s, text.Norm(s)} {
			for _, a := range l.Token(word) {
				if a.Prefix+a.Stem+a.Suffix != word {
					t.Fatalf("%q: pieces %q %q %q", word, a.Prefix, a.Stem, a.Suffix)
				}
			}
			for _, a := range append(l.Stem(word), l.Guess(word)...) {
				if a.Stem != word || a.POS == "" {
					t.Fatalf("%q: %+v", word, a)
				}
			}
			if len(l.Stem(word)) > 0 && l.Mask(word) == 0 {
				t.Fatalf("%q has analyses and no mask", word)
			}
		}
	})
}
