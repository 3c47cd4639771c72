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

// TestData checks what the tables promise: every place has a label, a point
// of its own or its container's, and a chain of containers that ends at a
// country or a region of the world.
func TestData(t *testing.T) {
	g := Default()
	for key, p := range g.byKey {
		if key != p.Key || p.Label == "" {
			t.Errorf("%s: key %s, label %q", key, p.Key, p.Label)
		}
		if p.Subkind != Country && !subkinds[p.Subkind] {
			t.Errorf("%s: subkind %q", key, p.Subkind)
		}
		if p.Country != "" && g.byCode[p.Country] == nil {
			t.Errorf("%s: country %q", key, p.Country)
		}
		if p.Subkind == Country && p.Within != "" {
			t.Errorf("%s: within %s", key, p.Within)
		}
		if p.Lat == 0 && p.Lon == 0 && p.notable {
			t.Errorf("%s has no point", key)
		}
		at := p
		for steps := 0; at.Within != ""; steps++ {
			next, ok := g.Place(at.Within)
			if !ok || steps > 5 {
				t.Errorf("%s: container %s", key, at.Within)
				break
			}
			at = next
		}
		if p.Country != "" && at.Subkind != Country && !strings.HasPrefix(at.Key, "place/region/world/") && !strings.HasPrefix(at.Key, "place/water/") {
			t.Errorf("%s of %s is within %s in the end", key, p.Country, at.Key)
		}
	}
}

func TestPlace(t *testing.T) {
	g := Default()
	for key, label := range map[string]string{
		"place/geonames/88319":      "بنغازي",
		"place/country/LY":          "ليبيا",
		"place/country/SY":          "سوريا",
		"place/region/LY/east":      "شرق ليبيا",
		"place/region/SY/northwest": "شمال غرب سوريا",
		"place/region/IQ/01":        "الأنبار",
	} {
		p, ok := g.Place(key)
		if !ok || p.Label != label || p.Key != key {
			t.Errorf("%s: %+v, want label %s", key, p, label)
		}
	}
	for _, key := range []string{"", "place/region/XX/east", "place/region/LY/nowhere", "place/name/LY/x"} {
		if p, ok := g.Place(key); ok {
			t.Errorf("%q is %+v", key, p)
		}
	}
	benghazi, _ := g.Place("place/geonames/88319")
	if benghazi.Match[0] != "https://sws.geonames.org/88319/" || !benghazi.HasPoint || benghazi.Country != "LY" {
		t.Errorf("%+v", benghazi)
	}
}

// TestCoordination checks the spans of names in a list.
func TestCoordination(t *testing.T) {
	const source = "وصلت تعزيزات إلى بلدات سراقب وبنش، ومدينتي «بنغازي» ودرنة."
	runes := []rune(source)
	var got []string
	for _, m := range find(Default(), source, nil) {
		got = append(got, string(runes[m.Start:m.End]))
	}
	if want := "سراقب بنش بنغازي درنة"; strings.Join(got, " ") != want {
		t.Errorf("%q, want %s", got, want)
	}
}

// FuzzFind checks that mentions are in order, apart, within the sentence, and
// that the same text has the same places.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"وصل إلى مدينة درنة شرق ليبيا.", "مدينتي «بنغازي» ودرنة", "شمال غرب", "للّيبيا لل ولل", "حي أبو", "قاعدة \"العَنَد", "ريف ريف ريف مدينة مدينة",
		"الشمال الشرقي من", "بلدات و، و", "جنوب البلاد", "ﻻ ﻟﺤﺞ\u200f", "و ب ل", "محافظتي حلب،", "مطار مدينة مطار مدينة مطار مدينة",
	} {
		f.Add(seed)
	}
	g := Default()
	f.Fuzz(func(t *testing.T, source string) {
		mentions := find(g, source, map[string]float64{"LY": 2})
		again := find(g, source, map[string]float64{"LY": 2})
		if len(mentions) != len(again) {
			t.Fatal("not the same twice")
		}
		length := len([]rune(source))
		last := 0
		for i, m := range mentions {
			if m.Start < last || m.End <= m.Start || m.End > length || m.Last <= m.First {
				t.Fatalf("mention %d: %+v after %d", i, m, last)
			}
			last = m.End
			if len(m.Candidates) == 0 {
				t.Fatalf("mention %d has no candidates", i)
			}
			if (m.Place == nil) != (again[i].Place == nil) || m.Place != nil && m.Place.Key != again[i].Place.Key {
				t.Fatalf("mention %d is %v and %v", i, m.Place, again[i].Place)
			}
		}
	})
}

// TestFold checks the quick ways of folding against the slow one.
func TestFold(t *testing.T) {
	for r := rune(0x20); r < 0xFFFF; r++ {
		s := "د" + string(r) + "ر"
		if got, want := fold(s), text.Loose(text.Norm(s)); got != want {
			t.Fatalf("%U: fold %q, want %q", r, got, want)
		}
	}
}
