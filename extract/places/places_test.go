package places

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/isnad-project/isnad/extract/text"
)

// find runs the whole pipeline over a text.
func find(g *Gazetteer, source string, countries map[string]float64) []Mention {
	tokens := text.Tokens(source)
	var doc [][]Mention
	for _, s := range text.Sentences(tokens) {
		doc = append(doc, g.Find(tokens[s.First:s.Last]))
	}
	g.Resolve(doc, countries)
	var all []Mention
	for _, mentions := range doc {
		all = append(all, mentions...)
	}
	return all
}

func dataLines(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

func parseCountries(t *testing.T, column string) map[string]float64 {
	t.Helper()
	countries := map[string]float64{}
	for c := range strings.SplitSeq(column, ",") {
		code, weight, ok := strings.Cut(c, "=")
		if code == "" {
			continue
		}
		w := 1.0
		if ok {
			var err error
			if w, err = strconv.ParseFloat(weight, 64); err != nil {
				t.Fatal(err)
			}
		}
		countries[code] = w
	}
	return countries
}

// TestMentions measures how many of the listed expressions get the expected
// place, with exactly the expected span.
func TestMentions(t *testing.T) {
	const want = 0.95
	g := Default()
	lines := dataLines(t, "testdata/mentions.tsv")
	right := 0
	for _, line := range lines {
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			t.Fatalf("%d columns in %q", len(f), line)
		}
		got := "-"
		var other []string
		runes := []rune(f[0])
		for _, m := range find(g, f[0], parseCountries(t, f[3])) {
			switch name := string(runes[m.Start:m.End]); {
			case m.Place == nil:
			case name == f[1]:
				got = m.Place.Key
			default:
				other = append(other, name+" "+m.Place.Key)
			}
		}
		if got == f[2] {
			right++
			continue
		}
		t.Logf("%s: %s is %s, want %s; others %v", f[0], f[1], got, f[2], other)
	}
	share := float64(right) / float64(len(lines))
	t.Logf("%d of %d right, %.3f", right, len(lines), share)
	if share < want {
		t.Errorf("%.3f right, want %.2f", share, want)
	}
}

func TestNoPlace(t *testing.T) {
	g := Default()
	for _, line := range dataLines(t, "testdata/noplace.txt") {
		runes := []rune(line)
		for _, m := range find(g, line, map[string]float64{"SY": 1, "IQ": 1, "LY": 1, "YE": 1}) {
			if m.Place != nil {
				t.Errorf("%s: %s is %s", line, string(runes[m.Start:m.End]), m.Place.Key)
			}
		}
	}
}
