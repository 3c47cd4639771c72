package times

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	hijri "github.com/hablullah/go-hijri"
	"pgregory.net/rapid"

	"github.com/isnad-project/isnad/extract/text"
)

func TestBounds(t *testing.T) {
	for _, c := range []struct {
		edtf, earliest, latest string
		ok                     bool
	}{
		{"2016", "2016-01-01", "2016-12-31", true},
		{"2016-02", "2016-02-01", "2016-02-29", true},
		{"2016-02-29", "2016-02-29", "2016-02-29", true},
		{"2015-02-29", "", "", false},
		{"2014-22", "2014-06-01", "2014-08-31", true},
		{"2014-24", "2014-12-01", "2015-02-28", true},
		{"199X", "1990-01-01", "1999-12-31", true},
		{"18XX", "1800-01-01", "1899-12-31", true},
		{"2011/2014", "2011-01-01", "2014-12-31", true},
		{"2011/..", "2011-01-01", "", true},
		{"../2011-03", "", "2011-03-31", true},
		{"2014/2011", "", "", false},
		{"../..", "", "", false},
		{"2016-13", "", "", false},
		{"P3D", "", "", false},
		{"XXXX", "", "", false},
		{"", "", "", false},
	} {
		earliest, latest, ok := Bounds(c.edtf)
		if earliest != c.earliest || latest != c.latest || ok != c.ok {
			t.Errorf("Bounds(%q) = %q, %q, %v", c.edtf, earliest, latest, ok)
		}
	}
}

// checkTimes fails where a time is out of bounds or order, or its value is
// neither a duration nor one that Bounds reads.
func checkTimes(t interface{ Fatalf(string, ...any) }, tokens []text.Token, times []Time) {
	last := 0
	for _, found := range times {
		if found.First < last || found.Last <= found.First || found.Last > len(tokens) {
			t.Fatalf("tokens %d-%d after %d of %d", found.First, found.Last, last, len(tokens))
		}
		last = found.Last
		if found.Start < tokens[found.First].Start || found.Start >= found.End || found.End != tokens[found.Last-1].End {
			t.Fatalf("code points %d-%d of %v", found.Start, found.End, tokens[found.First:found.Last])
		}
		if found.Value == "" || strings.HasPrefix(found.Value, "P") {
			if found.Earliest != "" || found.Latest != "" {
				t.Fatalf("bounds %s, %s of %q", found.Earliest, found.Latest, found.Value)
			}
			continue
		}
		earliest, latest, ok := Bounds(found.Value)
		if !ok || earliest != found.Earliest || latest != found.Latest {
			t.Fatalf("value %q has bounds %s, %s", found.Value, earliest, latest)
		}
		if earliest != "" && latest != "" && earliest > latest {
			t.Fatalf("value %q ends before it begins", found.Value)
		}
	}
}

// TestProperties finds times in random words of the lexicon, numbers and
// marks, on random days.
func TestProperties(t *testing.T) {
	var words []string
	for word, entries := range lexicon {
		words = append(words, word, "ال"+word, "و"+word)
		for _, e := range entries {
			words = append(words, word+" "+strings.Join(e.rest, " "))
		}
	}
	slices.Sort(words)
	marks := []string{"/", "-", "(", ")", "،", "10:30", "2016/2017", "12/5/2016", "1437/1/1", "2016-05-12", "5/12", "\""}
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.OneOf(rapid.SampledFrom(words), rapid.SampledFrom(words), rapid.SampledFrom(marks),
			rapid.Map(rapid.IntRange(0, 40), strconv.Itoa), rapid.Map(rapid.IntRange(1300, 2100), strconv.Itoa), rapid.Map(rapid.IntRange(0, 99_999_999), strconv.Itoa))
		sentence := strings.Join(rapid.SliceOfN(part, 1, 12).Draw(t, "sentence"), " ")
		ref := Reference{civil(rapid.IntRange(1, 2150).Draw(t, "year"), 1, rapid.IntRange(1, 366).Draw(t, "day"))}
		if rapid.IntRange(0, 9).Draw(t, "unknown") == 0 {
			ref.Date = time.Time{}
		}
		tokens := text.Tokens(sentence)
		checkTimes(t, tokens, Find(tokens, ref))
	})
}

// TestWeekdays checks every weekday and direction against their meaning.
func TestWeekdays(t *testing.T) {
	for day := range 7 {
		ref := civil(2019, 5, 12+day)
		for weekday := range 7 {
			for direction, within := range map[which][2]int{bare: {-6, 0}, ahead: {0, 6}, past: {-7, -1}, coming: {1, 7}, past - 1: {-14, -8}, coming + 1: {8, 14}} {
				got := weekdayFrom(ref, weekday, direction)
				days := int(got.Sub(ref).Hours() / 24)
				if int(got.Weekday()) != weekday || days < within[0] || days > within[1] {
					t.Errorf("weekday %d from %s, %d: %s", weekday, edtfDay(ref), direction, edtfDay(got))
				}
			}
		}
	}
}

// TestUmmAlQura checks the conversion both ways for each day of many years.
func TestUmmAlQura(t *testing.T) {
	for day := civil(1990, 1, 1); day.Year() < 2030; day = day.AddDate(0, 0, 1) {
		h, err := hijri.CreateUmmAlQuraDate(day)
		if err != nil {
			t.Fatal(err)
		}
		c := calendar{hijri: true, year: int(h.Year), month: int(h.Month), day: int(h.Day)}
		if got := c.edtf(); got != edtfDay(day) {
			t.Fatalf("%d-%d-%d is %s, want %s", h.Year, h.Month, h.Day, got, edtfDay(day))
		}
	}
	for year := firstHijri; year <= lastHijri; year++ {
		for month := 0; month <= 12; month++ {
			if _, _, ok := Bounds(calendar{hijri: true, year: year, month: month}.edtf()); !ok {
				t.Fatalf("no bounds for %d-%d", year, month)
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, name := range []string{"times.tsv", "noise.txt"} {
		for _, line := range lines(f, name) {
			f.Add(line, int64(18_000))
		}
	}
	f.Fuzz(func(t *testing.T, s string, day int64) {
		ref := Reference{civil(1970, 1, 1).AddDate(0, 0, int(day%1_000_000))}
		tokens := text.Tokens(s)
		checkTimes(t, tokens, Find(tokens, ref))
		for _, sentence := range text.Sentences(tokens) {
			within := tokens[sentence.First:sentence.Last]
			checkTimes(t, within, Find(within, Reference{}))
		}
	})
}
