package times

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-project/isnad/extract/text"
)

// lines returns the lines of a file of testdata that are no comments.
func lines(t testing.TB, name string) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && line[0] != '#' {
			kept = append(kept, line)
		}
	}
	return kept
}

func date(t testing.TB, day string) time.Time {
	t.Helper()
	d, err := time.Parse(isoDay, day)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func slice(s string, start, end int) string { return string([]rune(s)[start:end]) }

func TestFind(t *testing.T) {
	for _, line := range lines(t, "times.tsv") {
		fields := strings.Split(line, "\t")
		if len(fields) != 4 {
			t.Fatalf("%q has %d columns", line, len(fields))
		}
		want := []string{fields[2] + " = " + fields[3]}
		var got []string
		for _, found := range Find(text.Tokens(fields[1]), Reference{date(t, fields[0])}) {
			got = append(got, slice(fields[1], found.Start, found.End)+" = "+found.Value)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s %s\n%s", fields[0], fields[1], diff)
		}
	}
}

func TestFindNothing(t *testing.T) {
	for _, sentence := range lines(t, "noise.txt") {
		for _, found := range Find(text.Tokens(sentence), Reference{date(t, "2019-05-15")}) {
			t.Errorf("%s: found %q", sentence, slice(sentence, found.Start, found.End))
		}
	}
}

func TestFindSeveral(t *testing.T) {
	const sentence = "وصل الوفد أمس، وسيغادر الجمعة بعد زيارة مدتها ثلاثة أيام بدأت قبل أن يحل 1 محرم 1441 هـ."
	want := []Time{
		{First: 2, Last: 3, Start: 10, End: 13, Value: "2019-08-30", Earliest: "2019-08-30", Latest: "2019-08-30", Deictic: true},
		{First: 5, Last: 6, Start: 23, End: 29, Value: "2019-09-06", Earliest: "2019-09-06", Latest: "2019-09-06", Deictic: true},
		{First: 9, Last: 11, Start: 46, End: 56, Value: "P3D"},
		{First: 15, Last: 19, Start: 73, End: 87, Value: "2019-08-31", Earliest: "2019-08-31", Latest: "2019-08-31", Hijri: "1 محرم 1441 هـ"},
	}
	got := Find(text.Tokens(sentence), Reference{date(t, "2019-08-31")})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestUnknownDate checks that deictic expressions are found without a date,
// with no value, and dates written whole keep theirs.
func TestUnknownDate(t *testing.T) {
	for _, line := range lines(t, "times.tsv") {
		fields := strings.Split(line, "\t")
		found := Find(text.Tokens(fields[1]), Reference{})
		if len(found) != 1 || slice(fields[1], found[0].Start, found[0].End) != fields[2] {
			t.Errorf("%s: found %v without a date", fields[1], found)
			continue
		}
		if got := found[0]; got.Deictic == (got.Value != "") && fields[3] != "" {
			t.Errorf("%s: value %q, deictic %v", fields[1], got.Value, got.Deictic)
		}
	}
}

// TestPrefixes checks that attached letters stay outside, with marks or not.
func TestPrefixes(t *testing.T) {
	for sentence, want := range map[string]string{
		"وأمس":               "أمس",
		"بالأمس":             "الأمس",
		"لليوم الأحد":        "ليوم الأحد",
		"فَبِيَوْمِ الأحدِ":  "يَوْمِ الأحدِ",
		"ولعام 2018":         "عام 2018",
		"في عام 2018م،":      "عام 2018م",
		"بتاريخ 3 مايو 2018": "3 مايو 2018",
		"ومنذ عام 2018":      "منذ عام 2018",
	} {
		found := Find(text.Tokens(sentence), Reference{date(t, "2019-05-15")})
		if len(found) != 1 || slice(sentence, found[0].Start, found[0].End) != want {
			t.Errorf("%s: found %v, want %q", sentence, found, want)
		}
	}
}
