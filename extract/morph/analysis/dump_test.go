package analysis

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/paradigms.txt")

// TestDump checks the text of the lexicon: each line is of a kind its head
// describes, and the paradigms of some words, written out, are those of
// testdata/paradigms.txt, where a change of the generator shows.
func TestDump(t *testing.T) {
	z, err := gzip.NewReader(bytes.NewReader(embedded))
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	wanted := []string{"قال", "أعلن", "مدينة", "مستشفى", "مسؤول", "جزء", "كبير", "إقامة", "على", "بغداد"}
	var tags, paradigms []string
	var got bytes.Buffer
	for n, line := range strings.Split(strings.TrimSuffix(string(content), "\n"), "\n") {
		kind, rest, _ := strings.Cut(line, "\t")
		switch {
		case kind == "T":
			tags = append(tags, rest)
		case kind == "P":
			paradigms = append(paradigms, rest)
		case kind == "L":
			fields := strings.Split(rest, "\t")
			if len(fields) != 3 {
				t.Fatalf("line %d: %d fields, want 3: %q", n+1, len(fields), line)
			}
			if slices.Contains(wanted, fields[0]) {
				writeLemma(&got, fields, tags, paradigms)
			}
		case !strings.HasPrefix(line, "#"):
			t.Fatalf("line %d: %q is of no kind", n+1, line)
		}
	}
	const golden = "testdata/paradigms.txt"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("the paradigms differ from %s; look at the difference after go test -update", golden)
	}
}

// writeLemma writes all forms of a lemma, one a line with its tags.
func writeLemma(w io.Writer, fields, tags, paradigms []string) {
	fmt.Fprintf(w, "%s %s\n", fields[0], fields[1])
	for item := range strings.FieldsSeq(fields[2]) {
		stem, numbers, _ := strings.Cut(item, "=")
		if stem == "" {
			stem = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا").Replace(fields[0])
		}
		for number := range strings.SplitSeq(numbers, ",") {
			p, _ := strconv.Atoi(number)
			for slot := range strings.FieldsSeq(paradigms[p]) {
				affixes, list, _ := strings.Cut(slot, ":")
				mark := strings.TrimLeft(affixes, "ءاؤئبةتثجحخدذرزسشصضطظعغفقكلمنهوىي-")
				prefix, suffix, _ := strings.Cut(strings.TrimSuffix(affixes, mark), "-")
				var all []string
				for t := range strings.SplitSeq(list, ",") {
					i, _ := strconv.Atoi(t)
					all = append(all, tags[i])
				}
				fmt.Fprintf(w, "\t%s%s%s %s\t%s\n", prefix, strings.TrimPrefix(stem, "-"), suffix, mark, strings.Join(all, "; "))
			}
		}
	}
}
