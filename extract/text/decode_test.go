package text

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

// encodings are those that Decode reads and how data comes in them.
var encodings = []struct {
	name, bom string
	encoding.Encoding
}{
	{UTF8, "", unicode.UTF8},
	{UTF8, bomUTF8, unicode.UTF8},
	{UTF16LE, "", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{UTF16LE, bomUTF16LE, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{UTF16BE, "", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	{UTF16BE, bomUTF16BE, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	{Windows1256, "", charmap.Windows1256},
	{ISO8859_6, "", charmap.ISO8859_6},
}

func encode(t testing.TB, e encoding.Encoding, s string) []byte {
	t.Helper()
	data, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatalf("encoding %q: %v", s, err)
	}
	return data
}

// arabicSentences are those of testdata/arabic.txt.
func arabicSentences(t testing.TB) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/arabic.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			list = append(list, strings.TrimSpace(line))
		}
	}
	return list
}

func TestDecode(t *testing.T) {
	for _, e := range encodings {
		for _, s := range arabicSentences(t) {
			for _, s := range []string{s, s + "\r\n", "date: 2020-05-01\ntitle: x\n\n" + s + "\n\n" + s} {
				got, name, err := Decode(append([]byte(e.bom), encode(t, e, s)...))
				if err != nil || got != s {
					t.Errorf("%s with mark %x: %q decodes to %q, %v", e.name, e.bom, s, got, err)
				} else if name != e.name {
					t.Errorf("%s with mark %x: %q taken for %s", e.name, e.bom, s, name)
				}
			}
		}
	}
}

func TestDecodeMore(t *testing.T) {
	cp1256 := func(s string) string { return string(encode(t, charmap.Windows1256, s)) }
	english := strings.Repeat("The delegation left Geneva on Monday without an agreement.\n", 2000)
	arabic := strings.Join(arabicSentences(t), "\n")
	for _, c := range []struct{ name, in, want, encoding string }{
		{"one word in ASCII", "good line\n" + cp1256("الحكومة"), "good line\nالحكومة", Windows1256},
		{"one word at the end of a long ASCII file", english + cp1256("طرابلس"), english + "طرابلس", Windows1256},
		{"one word in ASCII, ISO", english + string(encode(t, charmap.ISO8859_6, "طرابلس\n")) + english, english + "طرابلس\n" + english, ISO8859_6},
		{"French words among Arabic", cp1256("نشرت صحيفة «Libération» الفرنسية تقريرا عن «l'été à Alger» في عددها الأخير"), "نشرت صحيفة «Libération» الفرنسية تقريرا عن «l'été à Alger» في عددها الأخير", Windows1256},
		{"Persian letters", cp1256("وصل پوتين إلى مدينة چالوس ثم إلى گرگان في شمال إيران"), "وصل پوتين إلى مدينة چالوس ثم إلى گرگان في شمال إيران", Windows1256},
		{"typography of windows-1256", cp1256("قال الوزير: “لن نتراجع…” – ثم خرج\u200f من القاعة"), "قال الوزير: “لن نتراجع…” – ثم خرج\u200f من القاعة", Windows1256},
		{"dashes of tatweel", cp1256("ـ وقال ـ إن المـدينة سقطت ـ"), "ـ وقال ـ إن المـدينة سقطت ـ", Windows1256},
		{"long", strings.Repeat(cp1256(arabic+"\n"), 200), strings.Repeat(arabic+"\n", 200), Windows1256},
		{"one long line", strings.Repeat(cp1256("قصفت الطائرات المدينة "), 5000), strings.Repeat("قصفت الطائرات المدينة ", 5000), Windows1256},
		{"ASCII", "plain text", "plain text", UTF8},
		{"French in UTF-8", "l'été à Alger", "l'été à Alger", UTF8},
		{"DOS end of file", "نص\r\n\x1a", "نص\r\n\x1a", UTF8},
		{"ASCII in UTF-16", "p\x00l\x00a\x00i\x00n\x00", "plain", UTF16LE},
		{"a mark within", "a\ufeffb", "a\ufeffb", UTF8},
		{"one mark of two", bomUTF8 + bomUTF8 + "نص", "\ufeffنص", UTF8},
		{"surrogates", bomUTF16LE + string(encode(t, encodings[2], "خبر 😀 عاجل")), "خبر 😀 عاجل", UTF16LE},
	} {
		got, name, err := Decode([]byte(c.in))
		if err != nil || got != c.want || name != c.encoding {
			t.Errorf("%s: %.60q in %s, %v; want %.60q in %s", c.name, got, name, err, c.want, c.encoding)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	utf16le := string(encode(t, encodings[2], "وصل الوفد\nإلى جنيف"))
	cp1256 := string(encode(t, charmap.Windows1256, "وصل الوفد إلى جنيف أمس لاستئناف المفاوضات بين الطرفين"))
	iso := string(encode(t, charmap.ISO8859_6, "وصل الوفد إلى جنيف أمس لاستئناف المفاوضات بين الطرفين"))
	french := string(encode(t, charmap.Windows1252, "L'armée a été déployée à Genève, où l'État élira un président. À bientôt, ÇA VA ÊTRE RÉGLÉ."))
	random := make([]byte, 4000)
	rnd := rand.NewChaCha8([32]byte{7})
	rnd.Read(random)
	for _, c := range []struct {
		name, in string
		reason   error
		line     int
	}{
		{"nothing", "", ErrEmpty, 0},
		{"only a mark", bomUTF8, ErrEmpty, 0},
		{"only a mark of UTF-16", bomUTF16LE, ErrEmpty, 0},
		{"NULs", "ab\x00\x01\x02", ErrBinary, 0},
		{"a NUL in UTF-8", "نص\x00نص", ErrBinary, 0},
		{"control characters", "a\x01b\x02c\x03", ErrBinary, 0},
		{"NULs alone", strings.Repeat("\x00", 64), ErrBinary, 0},
		{"small numbers", strings.Repeat("\x00\x01\x07\x00", 64), ErrBinary, 0},
		{"random bytes", string(random), ErrBinary, 0},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00", ErrBinary, 0},
		{"UTF-32", bomUTF32LE + "a\x00\x00\x00", ErrBinary, 0},
		{"UTF-32, big", bomUTF32BE + "\x00\x00\x00a", ErrBinary, 0},
		{"broken UTF-8", "وصل الوفد\nإلى \xe9 جنيف\nأمس", ErrNotUTF8, 2},
		{"broken UTF-8, first line", "\xe9 وصل الوفد\nإلى جنيف\n", ErrNotUTF8, 1},
		{"cut off UTF-8", "وصل الوفد\nإلى جني\xd9", ErrNotUTF8, 2},
		{"broken UTF-8 that is declared", bomUTF8 + "a\n" + cp1256, ErrNotUTF8, 2},
		{"UTF-8 and windows-1256", "a\n" + strings.Repeat(cp1256+"\n", 3) + "وصل الوفد", ErrNotUTF8, 5},
		{"windows-1256 and UTF-8", "وصل الوفد إلى جنيف\n" + cp1256, ErrNotUTF8, 2},
		{"cut off UTF-16 with a mark", bomUTF16LE + utf16le[:len(utf16le)-1], ErrNotUTF16, 2},
		{"cut off UTF-16", utf16le[:len(utf16le)-1], ErrNotUTF16, 2},
		{"half a surrogate pair", bomUTF16BE + "\x00a\x00\n\xd8\x3d\x00a", ErrNotUTF16, 2},
		{"a surrogate pair cut off", bomUTF16BE + "\x00a\x00\n\xd8\x3d", ErrNotUTF16, 2},
		{"NULs in UTF-16", bomUTF16LE + "a\x00\x00\x00", ErrBinary, 0},
		{"French in windows-1252", french, ErrNotArabic, 1},
		{"a word of French", "one\ntwo caf\xe9\n", ErrNotArabic, 2},
		{"typography alone", "it\x92s \x93so\x94", ErrNotArabic, 1},
		{"German in windows-1252", "\nDie M\xe4chte \xfcber die Stra\xdfe; \xd6l f\xfcr \xc4rzte", ErrNotArabic, 2},
		{"Russian in windows-1251", string(encode(t, charmap.Windows1251, "Делегация прибыла в Женеву, чтобы возобновить переговоры")), ErrNotArabic, 1},
		{"Russian in KOI8-R", string(encode(t, charmap.KOI8R, "Делегация прибыла в Женеву, чтобы возобновить переговоры")), ErrNotArabic, 1},
		{"Greek in windows-1253", string(encode(t, charmap.Windows1253, "Η αντιπροσωπεία έφτασε στη Γενεύη για διαπραγματεύσεις")), ErrNotArabic, 1},
		{"Hebrew in windows-1255", string(encode(t, charmap.Windows1255, "המשלחת הגיעה לז'נבה כדי לחדש את השיחות")), ErrNotArabic, 1},
		{"Turkish in windows-1254", string(encode(t, charmap.Windows1254, "Heyet görüşmelere yeniden başlamak için Cenevre'ye ulaştı")), ErrNotArabic, 1},
		{"Chinese in Big5", string(encode(t, traditionalchinese.Big5, "代表團抵達日內瓦以恢復談判並與各方會面")), ErrNotArabic, 1},
		{"noise", "good line\n\xff\xfe\x81\x8d \xf4\xfa\x90", ErrNotArabic, 2},
		{"two code pages", strings.Repeat(cp1256+"\n", 10) + strings.Repeat(iso+"\n", 4), ErrNotArabic, 11},
		{"two code pages, the other way", strings.Repeat(iso+"\n", 10) + strings.Repeat(cp1256+"\n", 4), ErrNotArabic, 11},
		{"a byte that ISO-8859-6 has not", iso + "\n\n" + iso[:9] + "\x93" + iso[9:], ErrNotArabic, 3},
		{"French at the end of a long file", strings.Repeat(cp1256+"\n", 1000) + "\n" + string(encode(t, charmap.Windows1251, "Делегация прибыла в Женеву, чтобы возобновить переговоры")), ErrNotArabic, 1002},
	} {
		got, name, err := Decode([]byte(c.in))
		var e *DecodeError
		if !errors.As(err, &e) || !errors.Is(err, c.reason) || e.Line != c.line {
			t.Errorf("%s: %.40q %s, error %v; want line %d: %v", c.name, got, name, err, c.line, c.reason)
		}
	}
}

// Any six words of Arabic in a row decode, in whatever encoding they are.
func TestDecodeProperty(t *testing.T) {
	var words []string
	for _, s := range arabicSentences(t) {
		for _, w := range strings.Fields(s) {
			if r := []rune(w); r[0] < utf8.RuneSelf || len(r) > 1 && IsMark(r[1]) {
				continue
			}
			words = append(words, w)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		some := rapid.SliceOfN(rapid.SampledFrom(words), 6, 40).Draw(rt, "words")
		s := strings.Join(some, " ")
		e := encodings[rapid.IntRange(0, len(encodings)-1).Draw(rt, "encoding")]
		got, _, err := Decode(append([]byte(e.bom), encode(t, e, s)...))
		if err != nil || got != s {
			rt.Fatalf("%s: %q decodes to %q, %v", e.name, s, got, err)
		}
	})
}

// FuzzDecode checks that whatever is not refused is valid UTF-8 and says what
// the data says: encoded again it is the data.
func FuzzDecode(f *testing.F) {
	for _, e := range encodings {
		f.Add(append([]byte(e.bom), encode(f, e, "وصل الوفد إلى جنيف.\n")...))
	}
	for _, s := range []string{"", "\x00", "\xff\xfe", "\xfe\xff\xd8", "caf\xe9", "good line\n\xc7\xe1\xcd\xdf\xe6\xe3\xc9", "\xef\xbb\xbf\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, name, err := Decode(data)
		if err != nil {
			if got != "" || name != "" {
				t.Fatalf("an error, and %q in %q", got, name)
			}
			return
		}
		if !utf8.ValidString(got) || got == "" {
			t.Fatalf("%q is no text", got)
		}
		for _, e := range encodings {
			if e.name != name || !bytes.HasPrefix(data, []byte(e.bom)) {
				continue
			}
			if back := append([]byte(e.bom), encode(t, e, got)...); bytes.Equal(back, data) {
				return
			}
		}
		t.Fatalf("%q in %s does not encode back", got, name)
	})
}

func BenchmarkDecode(b *testing.B) {
	sentences := strings.Repeat(strings.Join(arabicSentences(b), "\n"), 100)
	for _, i := range []int{0, 2, 6} {
		data := encode(b, encodings[i], sentences)
		b.Run(encodings[i].name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for range b.N {
				if _, _, err := Decode(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
