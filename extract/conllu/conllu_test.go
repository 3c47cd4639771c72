package conllu

import (
	"errors"
	"io"
	"strings"
	"testing"
)

const sample = `# newdoc id = d1
# sent_id = 1
# text = زارها الوزير.
1-2	زارها	_	_	_	_	_	_	_	_
1	زار	زار	VERB	VBC	Aspect=Perf	0	root	_	_
2	ها	هو	PRON	PRP	_	1	obj	_	_
3	الوزير	وزير	NOUN	NN	Definite=Def	1	nsubj	_	SpaceAfter=No
3.1	غاب	_	VERB	_	_	_	_	1:conj	_
4	.	.	PUNCT	.	_	1	punct	_	_

`

func TestRoundTrip(t *testing.T) {
	sentences, err := ReadAll(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	s := &sentences[0]
	if got := s.Text(); got != "زارها الوزير." {
		t.Errorf("text %q", got)
	}
	if id, _ := s.Comment("sent_id"); id != "1" || !s.BeginsDocument() {
		t.Errorf("comments %q", s.Comments)
	}
	var b strings.Builder
	if err := Write(&b, s); err != nil {
		t.Fatal(err)
	}
	if b.String() != sample {
		t.Errorf("wrote\n%s\nwant\n%s", b.String(), sample)
	}
}

func TestErrors(t *testing.T) {
	row := "1\tا\t_\tX\t_\t_\t0\troot\t_\t_\n"
	for _, test := range []struct {
		text string
		line int
	}{
		{"1\tا\n", 1},
		{row + row, 2},
		{"# a\n" + strings.Replace(row, "\t0\t", "\tx\t", 1), 2},
		{strings.Replace(row, "\t0\t", "\t9\t", 1), 1},
		{"2-1\tا\t_\t_\t_\t_\t_\t_\t_\t_\n", 1},
		{row + "# late\n", 2},
		{"1-3\tا\t_\t_\t_\t_\t_\t_\t_\t_\n" + row, 2},
		{strings.Replace(row, "\tا\t", "\t\t", 1), 1},
	} {
		_, err := ReadAll(strings.NewReader(test.text))
		var parse *ParseError
		if !errors.As(err, &parse) || parse.Line != test.line {
			t.Errorf("%q: error %v, want one at line %d", test.text, err, test.line)
		}
	}
	if _, err := NewReader(strings.NewReader("# only\n\n")).Read(); err != io.EOF {
		t.Errorf("comments only: %v", err)
	}
}

func FuzzRoundTrip(f *testing.F) {
	f.Add(sample)
	f.Add("1\t_\t_\t_\t_\t_\t_\t_\t_\t_")
	f.Fuzz(func(t *testing.T, text string) {
		first, err := ReadAll(strings.NewReader(text))
		if err != nil {
			return
		}
		var b strings.Builder
		for i := range first {
			Write(&b, &first[i])
		}
		second, err := ReadAll(strings.NewReader(b.String()))
		if err != nil {
			t.Fatalf("own output: %v\n%s", err, b.String())
		}
		var c strings.Builder
		for i := range second {
			Write(&c, &second[i])
		}
		if b.String() != c.String() || len(first) != len(second) {
			t.Errorf("changed on the second trip:\n%s\n%s", b.String(), c.String())
		}
	})
}
