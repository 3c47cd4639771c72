package text

import (
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestNorm(t *testing.T) {
	for in, want := range map[string]string{
		"أَعْلَنَ":   "اعلن",
		"إلى":        "الى",
		"مـــدينة":   "مدينة",
		"٢٠١٧":       "2017",
		"۱۹۸۴":       "1984",
		"\u200fدرنة": "درنة",
		"ﻻ":          "لا",
		"ﺩﺭﻧﺔ":       "درنة",
		"آب":         "اب",
		"مسؤول":      "مسؤول",
		"على":        "على",
		"هـٰذا":      "هذا",
		"Gulf":       "Gulf",
		"کابل ایران": "كابل ايران",
		"٣٫٥":        "3.5",
		"١٬٢٥٠":      "1,250",
		"٪":          "%",
		"ٱلله":       "الله",
		"رحمٰن":      "رحمن",
		"ڪتاب":       "كتاب",
		"مدینۀ":      "مدينه",
		"م\u200cد\u200d\u200b\u2060ي\u00adن\ufeffة":   "مدينة",
		"\u202bدرنة\u202c \u2067في\u2069 \u061cليبيا": "درنة في ليبيا",
		"قَدْ\u08f0": "قد",
		"ＡＢ１":        "AB1",
		// Hamza and madda as marks of their own.
		"مسو\u0654ول":       "مسؤول",
		"مسو\u064f\u0654ول": "مسؤول",
		"مسو\u0654\u064fول": "مسؤول",
		"هيي\u0654ة":        "هيئة",
		"هيى\u0654ة":        "هيئة",
		"هيـ\u0654ة":        "هيئة",
		"ا\u0654على":        "اعلى",
		"ا\u0655لى":         "الى",
		"ا\u0653ب":          "اب",
		"ﻭ\u0654":           "ؤ",
		// Presentation forms.
		"ﷲ":      "الله",
		"عبدﷲ":   "عبدالله",
		"ﷺ":      "صلى الله عليه وسلم",
		"ﷻ":      "جل جلاله",
		"ﷴ":      "محمد",
		"ﻣﺴﺆﻭﻝ":  "مسؤول",
		"ﺍﻷﻧﺒﺎﺀ": "الانباء",
		"ﺇﱃ":     "الى",
		"ﮎﯾ":     "كي",
		"ﹶﺏﹰ":    "ب",
		"ﲀ":      "كا",
		"﷼":      "ريال",
		"":       "",
		"\x00":   "\x00",
	} {
		if got := Norm(in); got != want {
			t.Errorf("Norm(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFoldMapsBack(t *testing.T) {
	const source = "قَصَفَ الطيرانُ مـدينةَ ﻻهور"
	f := Fold(source)
	runes := []rune(source)
	folded := []rune(f.Text)
	at := strings.Index(f.Text, "مدينة")
	start := utf8.RuneCountInString(f.Text[:at])
	b, e := f.Source(start, start+5)
	if got := string(runes[b:e]); Norm(got) != "مدينة" {
		t.Errorf("مدينة maps to %q", got)
	}
	b, e = f.Source(len(folded)-5, len(folded)-4) // ل of the ligature
	if got := string(runes[b:e]); got != "ﻻ" {
		t.Errorf("half a ligature maps to %q, want the ligature", got)
	}
}

// A letter written with its hamza as a mark of its own maps back to both.
func TestFoldMapsHamza(t *testing.T) {
	const source = "قال مسو\u064f\u0654ولٌ ا\u0654مس ﷺ"
	f := Fold(source)
	if f.Text != "قال مسؤول امس صلى الله عليه وسلم" {
		t.Fatalf("%q", f.Text)
	}
	runes := []rune(source)
	for _, c := range []struct {
		start, end int
		want       string
	}{
		{6, 7, "و\u064f\u0654"},
		{5, 7, "سو\u064f\u0654"},
		{7, 8, "و"},
		{7, 9, "ول"},
		{4, 9, "مسو\u064f\u0654ول"},
		{10, 11, "ا\u0654"},
		{14, 18, "ﷺ"},
		{25, 26, "ﷺ"},
	} {
		b, e := f.Source(c.start, c.end)
		if got := string(runes[b:e]); got != c.want {
			t.Errorf("%d-%d maps to %q, want %q", c.start, c.end, got, c.want)
		}
	}
	if b, e := f.Source(32, 32); b != len(runes) || e != b {
		t.Errorf("the end maps to %d-%d", b, e)
	}
}

// However its marks are composed, a text has one Norm.
func TestNormOfComposed(t *testing.T) {
	alphabet := rapid.SampledFrom([]rune("ابويىهل ـءآأؤإئةێۀۓے\u064b\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670\u200cﻻﻭ"))
	rapid.Check(t, func(rt *rapid.T) {
		s := string(rapid.SliceOf(alphabet).Draw(rt, "s"))
		want := Norm(s)
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			if got := Norm(form.String(s)); got != want {
				rt.Fatalf("Norm(%+q) = %q, of its other form %+q = %q", s, want, form.String(s), got)
			}
		}
		if got := Norm(want); got != want {
			rt.Fatalf("Norm(%q) = %q", want, got)
		}
		if Fold(s).Text != want {
			rt.Fatalf("Fold(%q) = %q, Norm %q", s, Fold(s).Text, want)
		}
	})
}

func TestNormAllocates(t *testing.T) {
	for _, s := range []string{"مدينة", "Gulf", "1,250", "،", "«"} {
		if n := testing.AllocsPerRun(100, func() { Loose(Norm(s)) }); n > 0 && Loose(s) == s {
			t.Errorf("Norm(%q) allocates %v times", s, n)
		}
	}
	if n := testing.AllocsPerRun(100, func() { Norm("أَعْلَنَ") }); n > 1 {
		t.Errorf("Norm allocates %v times", n)
	}
}

// Text that is made to cost takes no more time than other text, where a rule
// that looks back or ahead without bound would take hours.
func TestLinear(t *testing.T) {
	for _, s := range []string{"(a. ", "\u064e", "و\u064e\u064e", "(", "a.", "ب.", "a@", ")", "\"'", ".. ", "« . ", "http://a/)", "#1", "• ", "[ب؟ ", "ـ"} {
		whole := strings.Repeat(s, 1<<18/len(s))
		start := time.Now()
		Sentences(Tokens(whole + " نص"))
		Sentences(Tokens("((((((((" + whole))
		Fold(whole)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q takes %v", s, took)
		}
	}
}

func BenchmarkNorm(b *testing.B) {
	words := strings.Fields("أعلنت وزارة الدفاع أن الطائرات قصفت مواقع المسلحين في مدينة درنة فجر الأحد")
	b.ReportAllocs()
	for i := range b.N {
		Norm(words[i%len(words)])
	}
}

func BenchmarkTokens(b *testing.B) {
	s := strings.Repeat("أعلنت وزارة الدفاع أن 12 طائرة من طراز F-16 قصفت «مواقع المسلحين» في مدينة درنة فجر الأحد.\n", 100)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for range b.N {
		Sentences(Tokens(s))
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"قال (د. علي): «قُتل 1,250 شخصاً في 10/5/2015»، أي 3.5%.\nRT العربية", "قال|(|د|.|علي|)|:|«|قُتل|1,250|شخصاً|في|10/5/2015|»|،|أي|3.5|%|.|\n|RT|العربية"},
		{"الساعة 10:30 مساء", "الساعة|10:30|مساء"},
		{"بين 2014-2016 و٢٠١٧–٢٠١٨", "بين|2014|-|2016|و|٢٠١٧|–|٢٠١٨"},
		{"٣٫٥٪ و$500 و10€ و١٬٢٥٠ ريال", "٣٫٥|٪|و|$|500|و|10|€|و|١٬٢٥٠|ريال"},
		{"أغلق على 7,5. ثم", "أغلق|على|7,5|.|ثم"},
		{"رحلة MH370 وطائرة F-16 وقمة G20 وكوفيد-19", "رحلة|MH370|وطائرة|F|-|16|وقمة|G20|وكوفيد|-|19"},
		{"شركةAcme والـBBC و5G", "شركة|Acme|والـ|BBC|و|5|G"},
		{"#قصف_درنة أمس", "#قصف_درنة|أمس"},
		{"(#ليبيا)، #G20: #1", "(|#ليبيا|)|،|#G20|:|#|1"},
		{"قال @user_1، و@العربية.", "قال|@user_1|،|و|@العربية|."},
		{"في 5 @ 6", "في|5|@|6"},
		{"راجع https://example.org/a-b_c?d=1&e=2#f.", "راجع|https://example.org/a-b_c?d=1&e=2#f|."},
		{"(انظر http://example.org/(a))", "(|انظر|http://example.org/(a)|)"},
		{"https://ar.wikipedia.org/wiki/ليبيا، ثم", "https://ar.wikipedia.org/wiki/ليبيا|،|ثم"},
		{"http://موقع.مصر/خبر نص", "http://موقع.مصر/خبر|نص"},
		{"www.example.com, example.org. و«bbc.co.uk»", "www.example.com|,|example.org|.|و|«|bbc.co.uk|»"},
		{"اكتب إلى a.b+c@mail.example.com!", "اكتب|إلى|a.b+c@mail.example.com|!"},
		{"النهاية.The end", "النهاية|.|The|end"},
		{"U.S. a.m. 3.com", "U|.|S|.|a|.|m|.|3.com"},
		{"محمدﷺ قال", "محمد|ﷺ|قال"},
		{"سطر\r\nسطر\rسطر\u2028سطر\u2029", "سطر|\n|سطر|\r|سطر|\u2028|سطر|\u2029"},
		{"هذا... وذاك", "هذا|.|.|.|وذاك"},
		{"\u200fدرنة\u200f .", "\u200fدرنة\u200f|."},
		{"الـ84", "الـ|84"},
	} {
		var got []string
		for _, token := range Tokens(c.text) {
			got = append(got, token.Text)
		}
		if diff := cmp.Diff(strings.Split(c.want, "|"), got); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
}

func TestTokenClasses(t *testing.T) {
	for s, want := range map[string]Class{
		"درنة": Word, "MH370": Word, "#درنة": Word, "@درنة": Word, "a@b.org": Word, "https://a.org": Word, "ﷲ": Word,
		"10:30": Number, "٣٫٥": Number, "%": Punct, "﷼": Punct, "ﷺ": Punct, "\r": Newline, "\n": Newline,
	} {
		if got := Tokens(s); len(got) != 1 || got[0].Class != want {
			t.Errorf("%q is %v, want class %d", s, got, want)
		}
	}
}

// TestSentences runs the cases of testdata/sentences.txt.
func TestSentences(t *testing.T) {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	number, cases := 0, 0
	for line := range strings.Lines(string(data)) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cases++
		line = strings.ReplaceAll(line, "↵", "\n")
		var want []string
		for sentence := range strings.SplitSeq(line, "|") {
			if sentence = strings.TrimSpace(sentence); sentence != "" {
				want = append(want, sentence)
			}
		}
		if diff := cmp.Diff(want, sentencesOf(strings.ReplaceAll(line, "|", ""))); diff != "" {
			t.Errorf("testdata/sentences.txt:%d: %s", number, diff)
		}
	}
	if cases < 60 {
		t.Errorf("%d cases", cases)
	}
	for _, none := range []string{"", " \n .\n", "...", "« »"} {
		if got := sentencesOf(none); got != nil {
			t.Errorf("%q has sentences: %q", none, got)
		}
	}
}

func sentencesOf(s string) []string {
	tokens := Tokens(s)
	var list []string
	for _, s := range Sentences(tokens) {
		list = append(list, textOf(tokens[s.First:s.Last]))
	}
	return list
}

// textOf is the text of tokens that are in a row, with the white space
// between them as one space.
func textOf(tokens []Token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 && tokens[i-1].End != t.Start {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
	}
	return b.String()
}

// FuzzTokens checks that tokens stand where they say, that only white space
// and marks lie between them, and that sentences keep their order.
func FuzzTokens(f *testing.F) {
	for _, seed := range []string{"قصف الطيران درنة.", "وَ ًا", "ﻻ ٢٬٥٠٠ a1ب", "\xff\xfe", "ـ\u200f", "1.", "د. ك. ل", "«قال: (نعم...)» #a @ب http://a.b/c. a@b.com", "أ.ف.ب.. ثم", "\r\u2028•"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		runes := []rune(s)
		tokens := Tokens(s)
		last, lastByte := 0, 0
		for _, token := range tokens {
			if token.Text != s[token.Byte:token.ByteEnd] || string(runes[token.Start:token.End]) != strings.ToValidUTF8(token.Text, "\ufffd") && utf8.ValidString(token.Text) {
				t.Fatalf("token %q is not at %d-%d", token.Text, token.Start, token.End)
			}
			for _, r := range s[lastByte:token.Byte] {
				if !IsMark(r) && !strings.ContainsRune(" \t\r\v\f\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", r) && !(r >= 0x2000 && r <= 0x200a) {
					t.Fatalf("%q is in no token", r)
				}
			}
			if token.Start < last {
				t.Fatal("tokens overlap")
			}
			last, lastByte = token.End, token.ByteEnd
		}
		at := 0
		for _, sentence := range Sentences(tokens) {
			if sentence.First < at || sentence.Last <= sentence.First || sentence.Last > len(tokens) {
				t.Fatalf("sentence %v after %d", sentence, at)
			}
			at = sentence.Last
		}
	})
}

// FuzzFold checks that every folded code point maps back to where it stood.
func FuzzFold(f *testing.F) {
	f.Add("قَصَفَ ﻻ")
	f.Add("مسو\u064f\u0654ول ﻻ\u0654ـ\u0654 ﷺ")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		folded := Fold(s)
		if folded.Text != Norm(s) {
			t.Fatalf("Fold %q, Norm %q", folded.Text, Norm(s))
		}
		runes := []rune(s)
		last := 0
		for i, r := range []rune(folded.Text) {
			b, e := folded.Source(i, i+1)
			if !strings.ContainsRune(Norm(string(runes[b:e])), r) {
				t.Fatalf("%q maps to %q", r, string(runes[b:e]))
			}
			if e != b+1 && !strings.ContainsAny(string(runes[b+1:e]), "\u0653\u0654\u0655") {
				t.Fatalf("%q maps to the %d code points %q", r, e-b, string(runes[b:e]))
			}
			if b < last {
				t.Fatalf("%q maps to before %d", r, last)
			}
			last = b
		}
	})
}
