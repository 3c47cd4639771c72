package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/isnad-project/isnad/extract"
	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/read"
	"github.com/isnad-project/isnad/extract/text"
	"github.com/isnad-project/isnad/graph/export"
	"github.com/isnad-project/isnad/graph/quads"
	"github.com/isnad-project/isnad/graph/store"
	"github.com/isnad-project/isnad/schema"
)

var update = flag.Bool("update", false, "rewrite the expected results of testdata/cases and testdata/golden")

// TestCases checks the case files: a document and all that is made of it,
// words, events and quads, to read and to review.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("../../testdata/cases/*.txtar")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d case files, error %v", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d := caseDocument(t, name, archive.Files[0].Data)
			record := newExtractor(t).Extract(d).Record
			checkOffsets(t, record)
			got := map[string]string{"words": caseWords(d), "events": caseEvents(record), "quads": caseQuads(t, record)}
			changed := false
			for i := range archive.Files[1:] {
				section := &archive.Files[i+1]
				if *update {
					changed = changed || got[section.Name] != string(section.Data)
					section.Data = []byte(got[section.Name])
					continue
				}
				if diff := cmp.Diff(string(section.Data), got[section.Name]); diff != "" {
					t.Errorf("%s (-want +got; -update accepts it):\n%s", section.Name, diff)
				}
			}
			if changed {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func newExtractor(t *testing.T) *extract.Extractor {
	t.Helper()
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// caseDocument reads a document as isnad does, from a file of that name.
func caseDocument(t *testing.T, name string, data []byte) schema.Document {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	for d, err := range read.Documents([]string{file}, read.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	t.Fatal("no document")
	return schema.Document{}
}

// checkOffsets checks that every span of the record holds the text it names.
func checkOffsets(t *testing.T, record schema.Record) {
	t.Helper()
	check := func(what string, m schema.Mention) {
		source := []rune(record.Document.Text)
		if m.In == schema.InTitle {
			source = []rune(record.Document.Title)
		}
		if m.Start < 0 || m.End > len(source) || m.Start > m.End || string(source[m.Start:m.End]) != m.Text {
			t.Errorf("%s %q does not stand at %d-%d", what, m.Text, m.Start, m.End)
		}
	}
	for _, e := range record.Events {
		check("trigger", e.Trigger)
		check("sentence", e.Sentence)
		for _, r := range slices.Concat(e.Roles, e.AccordingTo) {
			check(r.Role, r.Mention)
		}
	}
}

// caseWords writes a word a line: its clitics, its stem and what it is.
func caseWords(d schema.Document) string {
	var b strings.Builder
	tokens := text.Tokens(d.Text)
	for _, s := range text.Sentences(tokens) {
		for _, w := range morph.Default().Words(tokens[s.First:s.Last], nil, nil) {
			var parts []string
			for _, part := range []string{w.Conj, w.Prep} {
				if part != "" && part != w.Stem {
					parts = append(parts, part)
				}
			}
			if w.Future {
				parts = append(parts, "س")
			}
			stem := w.Stem
			if w.Det {
				stem = "ال" + stem
			}
			parts = append(parts, stem)
			if w.Suffix != "" {
				parts = append(parts, w.Suffix)
			}
			fmt.Fprintf(&b, "%s\t%s\t%s\n", w.Text, strings.Join(parts, "+"), w.POS)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func caseEvents(record schema.Record) string {
	var b strings.Builder
	for _, e := range record.Events {
		fmt.Fprintf(&b, "%s %s (%s %s %s)\n", e.Type, e.Trigger.Text, e.Mention, e.Polarity, e.Factuality)
		for _, r := range e.Roles {
			fmt.Fprintf(&b, "  %s: %s\n", r.Role, caseRole(r))
		}
		for _, r := range e.AccordingTo {
			fmt.Fprintf(&b, "  according to: %s\n", caseRole(r))
		}
	}
	return b.String()
}

func caseRole(r schema.Role) string {
	line := r.Text
	if r.Value != "" {
		line += " = " + r.Value
	}
	if r.Entity != "" {
		line += " = " + r.Name + " <" + strings.TrimPrefix(r.Entity, schema.DefaultBase) + "> " + r.Kind
	}
	return line
}

// caseQuads writes the record's graph with prefixes, as N-Quads are written.
func caseQuads(t *testing.T, record schema.Record) string {
	t.Helper()
	found, err := quads.Quads(record, schema.DefaultBase)
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Replace(quads.Label(schema.DefaultBase, record.Document.ID), found); err != nil {
		t.Fatal(err)
	}
	view := s.View()
	defer view.Close()
	var b bytes.Buffer
	if err := export.NQuads(context.Background(), &b, view, export.Options{Canonical: true}); err != nil {
		t.Fatal(err)
	}
	label := " <" + schema.DocumentIRI(schema.DefaultBase, record.Document.ID) + "> ."
	var lines []string
	for line := range strings.Lines(b.String()) {
		line = strings.TrimSuffix(strings.TrimSpace(line), label)
		if strings.Contains(line, "/lexicon/") || strings.Contains(line, "#extraction>") {
			continue // provenance changes with every edit of a lexicon
		}
		for prefix, namespace := range schema.Prefixes {
			line = strings.ReplaceAll(line, "<"+namespace, "<"+prefix+":")
		}
		lines = append(lines, strings.ReplaceAll(line, "<"+schema.DefaultBase, "<id:"))
	}
	return strings.Join(lines, "\n") + "\n"
}

// TestGolden checks what the program finds in the articles of testdata: a
// change of quality shows as a reviewed diff.
func TestGolden(t *testing.T) {
	const golden = "../../testdata/golden/articles.events"
	var b strings.Builder
	x := newExtractor(t)
	for d, err := range read.Documents([]string{"../../testdata/articles"}, read.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		record := x.Extract(d).Record
		checkOffsets(t, record)
		fmt.Fprintf(&b, "== %s\n%s\n", d.ID, caseEvents(record))
	}
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); diff != "" {
		t.Errorf("(-want +got; -update accepts it):\n%s", diff)
	}
}
