// Package read turns what a user names on the command line into documents:
// text files, folders of them, JSON Lines, standard input. What cannot be read
// is reported with file, line and reason, and nothing else is lost by it.
package read

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/isnad-project/isnad/schema"
)

// Options bound and complete the reading. The zero value of a limit means its
// default.
type Options struct {
	// Date is the publication date, YYYY-MM-DD, of documents that state none.
	Date        string
	MaxDocument int64 // bytes; default 16 MiB
	MaxLine     int64 // bytes of a JSON line; default 64 MiB
	Stdin       io.Reader
}

// Default limits, in bytes.
const (
	DefaultMaxDocument = 16 << 20
	DefaultMaxLine     = 64 << 20
)

// InputError is an input that was rejected: a file, or one line of it.
type InputError struct {
	File string
	Line int // from 1; 0 where the whole file is meant
	Err  error
}

func (e *InputError) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.File, e.Err)
}

func (e *InputError) Unwrap() error { return e.Err }

// Reasons for rejecting an input.
var (
	ErrEmpty      = errors.New("the file is empty")
	ErrBinary     = errors.New("binary data, no text")
	ErrNotUTF8    = errors.New("not UTF-8 text")
	ErrNoWords    = errors.New("no words in the text")
	ErrTooLong    = errors.New("longer than the limit")
	ErrFolderLoop = errors.New("the folder leads back to one that contains it")
	ErrNoInput    = errors.New("no .txt or .jsonl file in the folder")
	ErrSameID     = errors.New("a document with the same id was read before")
)

// Documents yields the documents of the inputs in order: files as named, the
// files of a folder by name, subfolders too. In place of a document that was
// rejected it yields an *InputError, and goes on.
func Documents(inputs []string, opt Options) iter.Seq2[schema.Document, error] {
	if opt.MaxDocument <= 0 {
		opt.MaxDocument = DefaultMaxDocument
	}
	if opt.MaxLine <= 0 {
		opt.MaxLine = DefaultMaxLine
	}
	return func(yield func(schema.Document, error) bool) {
		r := reader{Options: opt, yield: yield, ids: map[string]string{}}
		for _, input := range inputs {
			if !r.input(input) {
				return
			}
		}
	}
}

// reader is one pass over the inputs. Its methods return false once the
// consumer wants no more.
type reader struct {
	Options
	yield func(schema.Document, error) bool
	ids   map[string]string // id to the input that had it
}

func (r *reader) reject(file string, line int, err error) bool {
	return r.yield(schema.Document{}, &InputError{file, line, plainReason(err)})
}

// plainReason takes the path out of an operating system's error: the report
// names it already.
func plainReason(err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		if errors.Is(err, fs.ErrNotExist) {
			return errors.New("no such file or folder")
		}
		return fmt.Errorf("cannot %s it: %w", pathError.Op, pathError.Err)
	}
	return err
}

func (r *reader) accept(where string, line int, d schema.Document) bool {
	if before, taken := r.ids[d.ID]; taken {
		return r.reject(where, line, fmt.Errorf("%w: %q in %s", ErrSameID, d.ID, before))
	}
	r.ids[d.ID] = where
	return r.yield(d, nil)
}

func (r *reader) input(name string) bool {
	if name == "-" {
		return r.stream("standard input", "stdin", r.Stdin, sniff)
	}
	info, err := os.Stat(name)
	if err != nil {
		return r.reject(name, 0, err)
	}
	if info.IsDir() {
		found := false
		if !r.folder(name, name, nil, &found) {
			return false
		}
		return found || r.reject(name, 0, ErrNoInput)
	}
	return r.file(name, fileID(name))
}

// fileID is the id of a document that is a file named by itself: its path as
// given, or its base name where that path is absolute or leads upwards.
func fileID(name string) string {
	clean := filepath.ToSlash(filepath.Clean(name))
	if filepath.IsAbs(name) || strings.HasPrefix(clean, "../") {
		return filepath.Base(name)
	}
	return clean
}

// folder reads the files below dir; parents are the real paths of the folders
// that lead to it.
func (r *reader) folder(root, dir string, parents []string, found *bool) bool {
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return r.reject(dir, 0, err)
	}
	if real, err = filepath.Abs(real); err != nil {
		return r.reject(dir, 0, err)
	}
	if slices.Contains(parents, real) {
		return r.reject(dir, 0, ErrFolderLoop)
	}
	parents = append(slices.Clone(parents), real)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return r.reject(dir, 0, err)
	}
	for _, entry := range entries {
		if !r.entry(root, filepath.Join(dir, entry.Name()), parents, found) {
			return false
		}
	}
	return true
}

func (r *reader) entry(root, name string, parents []string, found *bool) bool {
	if strings.HasPrefix(filepath.Base(name), ".") {
		return true
	}
	info, err := os.Stat(name)
	if err != nil {
		return r.reject(name, 0, err)
	}
	switch {
	case info.IsDir():
		return r.folder(root, name, parents, found)
	case !info.Mode().IsRegular() || !isInput(name):
		return true
	}
	*found = true
	id, err := filepath.Rel(root, name)
	if err != nil {
		return r.reject(name, 0, err)
	}
	return r.file(name, filepath.ToSlash(id))
}

// isInput reports whether a file found in a folder is one to read.
func isInput(name string) bool {
	return isLines(name) || strings.EqualFold(filepath.Ext(name), ".txt")
}

func isLines(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".jsonl" || ext == ".ndjson"
}

func (r *reader) file(name, id string) bool {
	f, err := os.Open(name)
	if err != nil {
		return r.reject(name, 0, err)
	}
	defer f.Close()
	form := asText
	if isLines(name) {
		form = asLines
	}
	return r.stream(name, id, f, form)
}
