// Package lexicon holds the word lists of the extractor as reviewable,
// line-based text, and reads them. A line is an entry, its columns are
// separated by " | ", "-" is an empty column, "#" begins a comment. Words keep
// their right spelling here; the readers of the lists fold them.
package lexicon

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

//go:embed *.txt actors/*.txt triggers/*.txt
var files embed.FS

// Lexicon is all word lists together.
type Lexicon struct {
	Triggers   []Trigger
	Lights     []Light
	Verbs      []Verb
	Adjectives []Adjective
	Functions  []Function
	Actors     []Actor
	Heads      []Head
	Titles     []Title
	GivenNames []GivenName
	Nouns      []string // common nouns that no other list has
	// Hashes is the SHA-256 of each file by name, the lexicons' version.
	Hashes map[string]string
}

// LineError says where an entry cannot be read.
type LineError struct {
	File string
	Line int
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err) }
func (e *LineError) Unwrap() error { return e.Err }

// Default returns the embedded lexicon. It panics if that cannot be read,
// which the tests rule out.
var Default = sync.OnceValue(func() *Lexicon {
	l, err := Read(files)
	if err != nil {
		panic(err)
	}
	return l
})

// Read reads the lists of a folder: every *.txt by its own format,
// actors/*.txt and triggers/*.txt. Errors are LineErrors.
func Read(folder fs.FS) (*Lexicon, error) {
	l := &Lexicon{Hashes: map[string]string{}}
	readers := map[string]entryReader{
		"light.txt": readLight, "verbs.txt": readVerb, "adjectives.txt": readAdjective, "functions.txt": readFunction,
		"heads.txt": readHead, "titles.txt": readTitle, "given-names.txt": readGivenName, "nouns.txt": readNoun,
	}
	for name, read := range readers {
		if err := l.each(folder, name, read); err != nil {
			return nil, err
		}
	}
	actors := &actorReader{keys: map[string]bool{}}
	if err := l.eachFile(folder, "actors/*.txt", func() entryReader { return actors.read }); err != nil {
		return nil, err
	}
	if err := l.eachFile(folder, "triggers/*.txt", func() entryReader { return new(triggerReader).read }); err != nil {
		return nil, err
	}
	return l, nil
}

// line is one entry, cut into columns.
type line struct {
	text    string
	columns []string // trimmed; "" for "-"
}

// column returns the i-th column, "" where the line has fewer.
func (l line) column(i int) string {
	if i < len(l.columns) {
		return l.columns[i]
	}
	return ""
}

// entryReader reads one entry into the lexicon.
type entryReader = func(*Lexicon, line) error

// eachFile reads the files that match the pattern, in order; begin makes a
// reader for each.
func (l *Lexicon) eachFile(folder fs.FS, pattern string, begin func() entryReader) error {
	names, err := fs.Glob(folder, pattern)
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := l.each(folder, name, begin()); err != nil {
			return err
		}
	}
	return nil
}

func (l *Lexicon) each(folder fs.FS, name string, read entryReader) error {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	l.Hashes[name] = hex.EncodeToString(sum[:])
	number := 0
	for text := range strings.Lines(string(data)) {
		number++
		text, _, _ = strings.Cut(strings.TrimSpace(text), "#")
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		columns := strings.Split(text, "|")
		for i, c := range columns {
			columns[i] = strings.TrimSpace(c)
			if columns[i] == "-" {
				columns[i] = ""
			}
		}
		if err := read(l, line{text, columns}); err != nil {
			return &LineError{name, number, err}
		}
	}
	return nil
}

// list cuts a column of alternatives separated by semicolons.
func list(column string) []string {
	var items []string
	for item := range strings.SplitSeq(column, ";") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}
