package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
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

func TestTokens(t *testing.T) {
	got := []string{}
	for _, token := range Tokens("قال (د. علي): «قُتل 1,250 شخصاً في 10/5/2015»، أي 3.5%.\nRT العربية") {
		got = append(got, token.Text)
	}
	want := []string{"قال", "(", "د", ".", "علي", ")", ":", "«", "قُتل", "1,250", "شخصاً", "في", "10/5/2015", "»", "،", "أي", "3.5", "%", ".", "\n", "RT", "العربية"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"وصل الوفد. غادر الوفد؟ نعم!", []string{"وصل الوفد.", "غادر الوفد؟", "نعم!"}},
		{"قال د. علي إن 3.5 مليون نزحوا.", []string{"قال د. علي إن 3.5 مليون نزحوا."}},
		{"عنوان بلا نقطة\nقال: «انتهى الأمر.» ثم خرج.", []string{"عنوان بلا نقطة", "قال: «انتهى الأمر.»", "ثم خرج."}},
		{"موقع example.org نشر الخبر...", []string{"موقع example.org نشر الخبر..."}},
		{"", nil},
		{" \n .\n", nil},
	} {
		tokens := Tokens(c.text)
		var got []string
		for _, s := range Sentences(tokens) {
			got = append(got, c.text[tokens[s.First].Byte:tokens[s.Last-1].ByteEnd])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
}

// FuzzTokens checks that tokens stand where they say, that only white space
// and marks lie between them, and that sentences keep their order.
func FuzzTokens(f *testing.F) {
	for _, seed := range []string{"قصف الطيران درنة.", "وَ ًا", "ﻻ ٢٬٥٠٠ a1ب", "\xff\xfe", "ـ\u200f", "1.", "د. ك. ل"} {
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
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		folded := Fold(s)
		if folded.Text != Norm(s) {
			t.Fatalf("Fold %q, Norm %q", folded.Text, Norm(s))
		}
		runes := []rune(s)
		for i, r := range []rune(folded.Text) {
			b, e := folded.Source(i, i+1)
			if e != b+1 || !strings.ContainsRune(Norm(string(runes[b:e])), r) {
				t.Fatalf("%q maps to %q", r, string(runes[b:e]))
			}
		}
	})
}
