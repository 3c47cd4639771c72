// Package conllu reads and writes CoNLL-U, the treebank format of Universal
// Dependencies: a word a line with ten columns, "#" comments, ranges for
// tokens of several words, a blank line behind each sentence.
// See https://universaldependencies.org/format.html.
package conllu

import (
	"fmt"
	"strings"
)

// Word is a syntactic word. Empty columns ("_") are empty strings, but a form
// or lemma that is an underscore stays one.
type Word struct {
	Form, Lemma string
	UPOS, XPOS  string
	Feats       string // Name=Value|Name=Value, names in order
	Head        int    // 1-based; 0 is the root, NoHead none given
	Deprel      string
	Deps, Misc  string
}

// NoHead is the Head of a word whose head column is empty.
const NoHead = -1

// Range is a token written as one that stands for the words First to Last
// (1-based, both included).
type Range struct {
	First, Last int
	Form, Misc  string
}

// Empty is an empty node (8.1) of enhanced dependencies: kept as it was read.
type Empty struct {
	After   int // the word it stands behind
	Columns [10]string
}

// Sentence is a block of the file.
type Sentence struct {
	Comments []string // without the leading "#", spaces kept
	Words    []Word
	Ranges   []Range
	Empties  []Empty
	Line     int // of the source at which the sentence begins; 0 when made
}

// Comment returns the value of the comment "# key = value".
func (s *Sentence) Comment(key string) (string, bool) {
	for _, c := range s.Comments {
		name, value, ok := strings.Cut(c, "=")
		if ok && strings.TrimSpace(name) == key {
			return strings.TrimSpace(value), true
		}
		if !ok && strings.TrimSpace(c) == key {
			return "", true
		}
	}
	return "", false
}

// SetComment appends the comment "# key = value".
func (s *Sentence) SetComment(key, value string) {
	s.Comments = append(s.Comments, " "+key+" = "+value)
}

// BeginsDocument reports whether the sentence carries a "# newdoc" comment.
func (s *Sentence) BeginsDocument() bool {
	if _, ok := s.Comment("newdoc id"); ok {
		return true
	}
	_, ok := s.Comment("newdoc")
	return ok
}

// SpaceAfter reports whether white space follows a word or range with that
// Misc column.
func SpaceAfter(misc string) bool {
	for part := range strings.SplitSeq(misc, "|") {
		if part == "SpaceAfter=No" {
			return false
		}
	}
	return true
}

// Text puts the written tokens together as SpaceAfter says, with single blanks.
func (s *Sentence) Text() string {
	var b strings.Builder
	next := 0
	for i := 0; i < len(s.Words); i++ {
		form, misc := s.Words[i].Form, s.Words[i].Misc
		if next < len(s.Ranges) && s.Ranges[next].First == i+1 {
			form, misc = s.Ranges[next].Form, s.Ranges[next].Misc
			i = s.Ranges[next].Last - 1
			next++
		}
		b.WriteString(form)
		if i+1 < len(s.Words) && SpaceAfter(misc) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// ParseError says where a file is not CoNLL-U.
type ParseError struct {
	Line int // 1-based
	Err  error
}

func (e *ParseError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

func (e *ParseError) Unwrap() error { return e.Err }
