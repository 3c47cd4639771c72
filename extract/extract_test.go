package extract

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/isnad-project/isnad/extract/lexicon"
	"github.com/isnad-project/isnad/schema"
)

func newExtractor(t testing.TB) *Extractor {
	t.Helper()
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// checkRecord checks what holds of every record: spans hold the text they
// name, entities are there, ids are unique.
func checkRecord(t *testing.T, r schema.Record) {
	t.Helper()
	parts := map[string][]rune{"": []rune(r.Document.Text), schema.InTitle: []rune(r.Document.Title)}
	check := func(m schema.Mention) {
		source := parts[m.In]
		if m.Start < 0 || m.End > len(source) || m.Start > m.End || string(source[m.Start:m.End]) != m.Text {
			t.Fatalf("%q does not stand at %d-%d", m.Text, m.Start, m.End)
		}
	}
	entities := map[string]bool{}
	for _, e := range r.Entities {
		entities[e.ID] = true
	}
	ids := map[string]bool{}
	for _, e := range r.Events {
		if ids[e.ID] {
			t.Fatalf("two events %q", e.ID)
		}
		ids[e.ID] = true
		check(e.Trigger)
		check(e.Sentence)
		for _, role := range slices.Concat(e.Roles, e.AccordingTo) {
			check(role.Mention)
			if role.Entity != "" && !entities[role.Entity] {
				t.Fatalf("no entity %s", role.Entity)
			}
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, seed := range []string{
		"قصفت الطائرات مدينة صعدة أمس.", "قال الناطق باسم الجيش إن «القوات» انسحبت من", "وَ ف ب ل", "تم تم تم سحقها على يد", "(قتل", "هجوم شنه", "بـ«داعش» لل", "\u200f\u064b",
		"أعلن 12 من بين", "الذي التي الذين قصفته", "وقال: «", "من من من على على في في",
	} {
		f.Add(seed, "")
	}
	f.Add("نص", "طالبان تسيطر على كابل")
	x := newExtractor(f)
	f.Fuzz(func(t *testing.T, text, title string) {
		text, title = strings.ToValidUTF8(text, "\ufffd"), strings.ToValidUTF8(title, "\ufffd")
		checkRecord(t, x.Extract(schema.Document{ID: "d", Text: text, Title: title, Date: "2020-02-29"}).Record)
	})
}

// TestRandomWords runs the extractor over random sequences of the lexicon's
// words, where byte-wise fuzzing seldom gets.
func TestRandomWords(t *testing.T) {
	l := lexicon.Default()
	words := []string{"في", "من", "إلى", "على", "يد", "عن", "و", "أن", "إن", "التي", "الذي", "لم", "لن", "قد", "سوف", "،", ".", "«", "»", "\"", "(", ")", ":", "-",
		"12", "أمس", "2017", "ليبيا", "درنة", "بغداد", "مدينة", "هو", "هي", "كان", "كل", "عدد", "ثلاثة", "باسم", "وفق", "بحسب", "محاولة", "عدم"}
	for _, trigger := range l.Triggers {
		words = append(words, trigger.Perfect, trigger.Impf)
		words = append(words, trigger.Nouns...)
		words = append(words, trigger.Active...)
	}
	for _, h := range l.Heads {
		words = append(words, h.Forms...)
	}
	for _, v := range l.Lights {
		words = append(words, v.Perfect, v.Impf)
	}
	prefixes, suffixes := []string{"", "", "", "و", "ال", "ب", "ل", "لل", "وال", "ف", "س"}, []string{"", "", "", "ها", "ه", "هم", "ا", "ت", "ة", "ين"}
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	x := newExtractor(t)
	for range 300 {
		var b strings.Builder
		for range 80 {
			b.WriteString(pick(prefixes) + pick(words) + pick(suffixes) + " ")
		}
		text := b.String()
		func() {
			defer func() {
				if p := recover(); p != nil {
					t.Fatalf("panic %v on %q", p, text)
				}
			}()
			checkRecord(t, x.Extract(schema.Document{ID: "d", Text: text, Date: "2020-02-29"}).Record)
		}()
	}
}

func TestExtractIsAFunction(t *testing.T) {
	d := schema.Document{ID: "a", Title: "قصف على صعدة", Text: "قصفت الطائرات السعودية مدينة صعدة اليمنية. وقال شهود إن ثلاثة مدنيين قتلوا.", Date: "2016-03-01"}
	marshal := func() string {
		data, err := json.Marshal(newExtractor(t).Extract(d).Record)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	first := marshal()
	for range 5 {
		if again := marshal(); again != first {
			t.Fatalf("another result:\n%s\n%s", first, again)
		}
	}
}

func BenchmarkExtract(b *testing.B) {
	x := newExtractor(b)
	text := strings.Repeat("قصفت الطائرات السعودية أمس مدينة صعدة اليمنية. وقال شهود إن ثلاثة مدنيين قتلوا وأصيب آخرون في الغارات التي استهدفت سوقا شعبية.\n", 40)
	words := len(strings.Fields(text))
	for b.Loop() {
		x.Extract(schema.Document{ID: "a", Text: text, Date: "2016-03-01"})
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
