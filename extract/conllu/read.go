package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// maxLine is the longest line read, in bytes.
const maxLine = 1 << 20

// Reader reads sentence by sentence.
type Reader struct {
	lines *bufio.Scanner
	line  int
}

// NewReader returns a reader of CoNLL-U text.
func NewReader(r io.Reader) *Reader {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), maxLine)
	return &Reader{lines: lines}
}

// ReadAll reads every sentence of r.
func ReadAll(r io.Reader) ([]Sentence, error) {
	var all []Sentence
	reader := NewReader(r)
	for {
		s, err := reader.Read()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return all, err
		}
		all = append(all, *s)
	}
}

// Read returns the next sentence, io.EOF behind the last, or a *ParseError.
func (r *Reader) Read() (*Sentence, error) {
	s := &Sentence{}
	for r.lines.Scan() {
		r.line++
		line := strings.TrimSuffix(r.lines.Text(), "\r")
		if r.line == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if strings.TrimSpace(line) == "" {
			if len(s.Words) > 0 {
				return s, r.check(s)
			}
			continue
		}
		if s.Line == 0 {
			s.Line = r.line
		}
		if err := s.add(line); err != nil {
			return nil, &ParseError{Line: r.line, Err: err}
		}
	}
	if err := r.lines.Err(); err != nil {
		return nil, &ParseError{Line: r.line + 1, Err: err}
	}
	if len(s.Words) > 0 {
		return s, r.check(s)
	}
	if len(s.Ranges)+len(s.Empties) > 0 {
		return nil, &ParseError{Line: s.Line, Err: errors.New("sentence without words")}
	}
	return nil, io.EOF
}

// add takes one line into the sentence.
func (s *Sentence) add(line string) error {
	if strings.HasPrefix(line, "#") {
		if len(s.Words)+len(s.Ranges)+len(s.Empties) > 0 {
			return errors.New("comment inside a sentence")
		}
		s.Comments = append(s.Comments, line[1:])
		return nil
	}
	columns := strings.Split(line, "\t")
	if len(columns) != 10 {
		return fmt.Errorf("%d columns, want 10", len(columns))
	}
	if columns[1] == "" {
		return errors.New("empty form")
	}
	id := columns[0]
	switch {
	case strings.Contains(id, "-"):
		return s.addRange(id, columns)
	case strings.Contains(id, "."):
		return s.addEmpty(id, columns)
	}
	if n, err := number(id); err != nil || n != len(s.Words)+1 {
		return fmt.Errorf("word number %q, want %d", id, len(s.Words)+1)
	}
	head := NoHead
	if columns[6] != "_" {
		n, err := number(columns[6])
		if err != nil {
			return fmt.Errorf("head %q is no number", columns[6])
		}
		head = n
	}
	s.Words = append(s.Words, Word{
		Form: columns[1], Lemma: lemma(columns[1], columns[2]), UPOS: blank(columns[3]), XPOS: blank(columns[4]), Feats: blank(columns[5]),
		Head: head, Deprel: blank(columns[7]), Deps: blank(columns[8]), Misc: blank(columns[9]),
	})
	return nil
}

func (s *Sentence) addRange(id string, columns []string) error {
	from, to, _ := strings.Cut(id, "-")
	first, err := number(from)
	last, err2 := number(to)
	if err != nil || err2 != nil || first > last {
		return fmt.Errorf("bad range %q", id)
	}
	if first != len(s.Words)+1 {
		return fmt.Errorf("range %q before word %d", id, len(s.Words)+1)
	}
	if n := len(s.Ranges); n > 0 && s.Ranges[n-1].Last >= first {
		return fmt.Errorf("range %q overlaps the one before", id)
	}
	s.Ranges = append(s.Ranges, Range{First: first, Last: last, Form: columns[1], Misc: blank(columns[9])})
	return nil
}

func (s *Sentence) addEmpty(id string, columns []string) error {
	before, index, _ := strings.Cut(id, ".")
	after, err := number(before)
	_, err2 := number(index)
	if err != nil || err2 != nil || after != len(s.Words) {
		return fmt.Errorf("bad empty node %q behind word %d", id, len(s.Words))
	}
	s.Empties = append(s.Empties, Empty{After: after, Columns: [10]string(columns)})
	return nil
}

// check finds the errors that need the whole sentence: heads and ranges that
// point behind its end. They are reported at the sentence's last line.
func (r *Reader) check(s *Sentence) error {
	for i, w := range s.Words {
		if w.Head > len(s.Words) || w.Head == i+1 {
			return &ParseError{Line: r.line, Err: fmt.Errorf("word %d: head %d in a sentence of %d words", i+1, w.Head, len(s.Words))}
		}
	}
	if n := len(s.Ranges); n > 0 && s.Ranges[n-1].Last > len(s.Words) {
		return &ParseError{Line: r.line, Err: fmt.Errorf("range to %d in a sentence of %d words", s.Ranges[n-1].Last, len(s.Words))}
	}
	return nil
}

// number parses digits only: no sign, no leading zero but for zero itself.
func number(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || strconv.Itoa(n) != s {
		return 0, fmt.Errorf("bad number %q", s)
	}
	return n, nil
}

func blank(s string) string {
	if s == "_" {
		return ""
	}
	return s
}

// lemma keeps the underscore as the lemma of a word that is an underscore.
func lemma(form, s string) string {
	if form == "_" {
		return s
	}
	return blank(s)
}
