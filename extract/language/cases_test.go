package language

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/isnad-project/isnad/extract/text"
)

var update = flag.Bool("update", false, "mark the wrong lines of testdata/language anew")

// caseFolder has a file a topic. A case of a file is
//
//	# what it shows
//	> a sentence
//	FORM: UPOS [Name=Value…] [lemma=LEMMA] [root | RELATION [of FORM]]
//	TOKEN = FORM + FORM…
//
// FORM is that of a word as it is analysed, FORM/2 its second occurrence; UPOS,
// RELATION and the FORM behind "of" may be several, with | between them.
// Subtypes of relations do not count. The lines say what is right; one that is
// not so today begins with "! ".
const caseFolder = "../../testdata/language"

// TestCases checks the case files: lines without a mark must be right, lines
// with one wrong. -update sets the marks.
func TestCases(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(caseFolder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d case files, error %v", len(files), err)
	}
	m, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	var table strings.Builder
	var sum caseScore
	for _, file := range files {
		topic := strings.TrimSuffix(filepath.Base(file), ".txt")
		var score caseScore
		t.Run(topic, func(t *testing.T) { score = checkCases(t, m, file) })
		fmt.Fprintf(&table, "%-18s%s\n", topic, score)
		sum.add(score)
	}
	t.Logf("lines right, of all\n%s%-18s%s", &table, "all", sum)
}

type caseScore struct{ cases, right, lines int }

func (s *caseScore) add(o caseScore) {
	s.cases += o.cases
	s.right += o.right
	s.lines += o.lines
}

func (s caseScore) String() string {
	return fmt.Sprintf("%4d cases %4d of %4d  %3d %%", s.cases, s.right, s.lines, 100*s.right/max(1, s.lines))
}

func checkCases(t *testing.T, m *Model, file string) caseScore {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var score caseScore
	var sentence *caseSentence
	lines := strings.Split(string(data), "\n")
	for i, line := range lines {
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
			continue
		case strings.HasPrefix(line, "> "):
			sentence = analyzeCase(m, strings.TrimPrefix(line, "> "))
			score.cases++
			continue
		case sentence == nil:
			t.Fatalf("%s:%d: a line before the first sentence", file, i+1)
		}
		want, marked := strings.CutPrefix(line, "! ")
		wrong, err := sentence.check(want)
		if err != nil {
			t.Errorf("%s:%d: %v", file, i+1, err)
			continue
		}
		score.lines++
		if wrong == "" {
			score.right++
		}
		switch {
		case *update && wrong == "":
			lines[i] = want
		case *update:
			lines[i] = "! " + want
		case marked && wrong == "":
			t.Errorf("%s:%d: %s\n\tis right now; -update takes the mark off", file, i+1, want)
		case !marked && wrong != "":
			t.Errorf("%s:%d: %s\n\tgot %s\n\tin %s", file, i+1, want, wrong, sentence.text)
		}
		if testing.Verbose() && marked && wrong != "" {
			t.Logf("%s:%d: known: %s: got %s", filepath.Base(file), i+1, want, wrong)
		}
	}
	if got := strings.Join(lines, "\n"); *update && got != string(data) {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return score
}

// caseSentence is the sentence of a case. Heads count in all of its words, also
// where the program cut it.
type caseSentence struct {
	text   string
	tokens []string
	words  []Word
	names  []string // of the words, as lines name them
}

func analyzeCase(m *Model, source string) *caseSentence {
	s := &caseSentence{text: source}
	tokens := text.Tokens(source)
	for _, part := range text.Sentences(tokens) {
		first, token := len(s.words), len(s.tokens)
		for _, w := range m.Analyze(tokens[part.First:part.Last]) {
			if w.Head > 0 {
				w.Head += first
			}
			w.Token += token
			s.words = append(s.words, w)
		}
		for range tokens[part.First:part.Last] {
			s.tokens = append(s.tokens, "")
		}
	}
	for _, w := range s.words {
		s.tokens[w.Token] += w.Form
		s.names = append(s.names, w.Form)
	}
	number(s.names)
	number(s.tokens)
	return s
}

// number names the second of equal forms FORM/2, and so on.
func number(forms []string) {
	seen := map[string]int{}
	for i, f := range forms {
		if seen[f]++; seen[f] > 1 {
			forms[i] = fmt.Sprintf("%s/%d", f, seen[f])
		}
	}
}

// check returns what of an expectation is wrong, or "". The error is one of
// writing.
func (s *caseSentence) check(line string) (string, error) {
	if token, forms, ok := strings.Cut(line, " = "); ok {
		return s.checkToken(token, forms)
	}
	form, want, ok := strings.Cut(line, ": ")
	fields := strings.Fields(want)
	if !ok || len(fields) == 0 {
		return "", fmt.Errorf("%q is neither FORM: UPOS… nor TOKEN = FORM + FORM", line)
	}
	n := slices.Index(s.names, form)
	if n < 0 {
		if plain, _, _ := strings.Cut(form, "/"); !strings.Contains(s.text, plain) {
			return "", fmt.Errorf("%q is not in %q", form, s.text)
		}
		return "no such word", nil
	}
	w := s.words[n]
	var wrong []string
	if !oneOf(fields[0], w.UPOS) {
		wrong = append(wrong, w.UPOS)
	}
	fields = fields[1:]
	for len(fields) > 0 && strings.Contains(fields[0], "=") {
		name, value, _ := strings.Cut(fields[0], "=")
		if got := w.feature(name); !oneOf(value, got) {
			wrong = append(wrong, name+"="+got)
		}
		fields = fields[1:]
	}
	got := s.relation(w)
	switch {
	case len(fields) == 0:
	case len(fields) == 1 && oneOf(fields[0], mainRelation(w)):
	case len(fields) == 1:
		wrong = append(wrong, got)
	case len(fields) != 3 || fields[1] != "of":
		return "", fmt.Errorf("%q is not RELATION of FORM", strings.Join(fields, " "))
	case w.Head == 0 || !oneOf(fields[0], mainRelation(w)) || !oneOf(fields[2], s.names[w.Head-1]):
		wrong = append(wrong, got)
	}
	return strings.Join(wrong, " "), nil
}

func (s *caseSentence) checkToken(token, forms string) (string, error) {
	n := slices.Index(s.tokens, token)
	if n < 0 {
		return "", fmt.Errorf("%q is no token of %q", token, s.text)
	}
	var got []string
	for _, w := range s.words {
		if w.Token == n {
			got = append(got, w.Form)
		}
	}
	plain, _, _ := strings.Cut(token, "/")
	if strings.ReplaceAll(forms, " + ", "") != plain {
		return "", fmt.Errorf("%q put together are not %q", forms, plain)
	}
	if have := strings.Join(got, " + "); have != forms {
		return have, nil
	}
	return "", nil
}

func (s *caseSentence) relation(w Word) string {
	if w.Head == 0 {
		return "root"
	}
	return w.Deprel + " of " + s.names[w.Head-1]
}

func (w Word) feature(name string) string {
	if name == "lemma" {
		return w.Lemma
	}
	for f := range strings.SplitSeq(w.Feats, "|") {
		if n, value, _ := strings.Cut(f, "="); n == name {
			return value
		}
	}
	return "none"
}

func mainRelation(w Word) string {
	relation, _, _ := strings.Cut(cmp.Or(w.Deprel, "none"), ":")
	return relation
}

// oneOf tells whether got is one of the words of want, with | between them.
func oneOf(want, got string) bool { return slices.Contains(strings.Split(want, "|"), got) }
