package read

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/isnad-project/isnad/schema"
)

func TestHeader(t *testing.T) {
	for _, c := range []struct {
		name, body, text, title, date string
	}{
		{"block", "date: 2017-01-10\ntitle: عنوان: فرعي\n\nنص.", "نص.", "عنوان: فرعي", "2017-01-10"},
		{"CR LF", "date: 2017-01-10\r\n\r\nنص.", "نص.", "", "2017-01-10"},
		{"none", "نص: بلا رأس.\n\nفقرة.", "نص: بلا رأس.\n\nفقرة.", "", ""},
		{"unknown key", "date: 2017-01-10\nmood: calm\n\nنص.", "date: 2017-01-10\nmood: calm\n\nنص.", "", ""},
		{"not closed", "date: 2017-01-10", "date: 2017-01-10", "", ""},
	} {
		var d schema.Document
		if text := header(c.body, &d); text != c.text || d.Title != c.title || d.Date != c.date {
			t.Errorf("%s: text %q, title %q, date %q", c.name, text, d.Title, d.Date)
		}
	}
}

func TestDay(t *testing.T) {
	for in, want := range map[string]string{"2017-01-10": "2017-01-10", "2015-07-21T23:10:00+03:00": "2015-07-21", "2015-07-21 10:00:00": "2015-07-21", "10/1/2017": "", "2017-02-30": ""} {
		if got, err := Day(in); got != want || (err == nil) != (want != "") {
			t.Errorf("Day(%q) = %q, %v", in, got, err)
		}
	}
}

// FuzzStream checks that any input gives documents of valid text or rejections
// that name the input, and never a panic.
func FuzzStream(f *testing.F) {
	for _, seed := range []string{"نص", "date: 2017-01-10\n\nنص", `{"id":"a","text":"نص"}` + "\n{", "\x00", "\xff\xfe", "\xc7\xe1", "", "\n\n"} {
		f.Add([]byte(seed), true)
		f.Add([]byte(seed), false)
	}
	f.Fuzz(func(t *testing.T, data []byte, lines bool) {
		r := reader{Options: Options{MaxDocument: 1 << 16, MaxLine: 1 << 12}, ids: map[string]string{}}
		r.yield = func(d schema.Document, err error) bool {
			var rejected *InputError
			switch {
			case err != nil && (!errors.As(err, &rejected) || rejected.File != "in"):
				t.Fatalf("error %v does not name the input", err)
			case err == nil && (d.ID == "" || !utf8.ValidString(d.Text) || !hasWords(d.Text) && !hasWords(d.Title)):
				t.Fatalf("document %q of %q", d.ID, d.Text)
			}
			return true
		}
		form := asText
		if lines {
			form = asLines
		}
		r.stream("in", "in", bytes.NewReader(data), form)
	})
}

func TestRecordsRejectOneLine(t *testing.T) {
	good := `{"document":{"id":"a","text":"نص"},"entities":[],"events":[],"tool":{"version":"1"}}`
	var accepted, rejected int
	for record, err := range Records("in", strings.NewReader(good+"\n{\n\n"+good[:40]+"\n"+good), 0) {
		if err != nil {
			rejected++
			continue
		}
		accepted++
		if record.Document.ID != "a" {
			t.Errorf("document %q", record.Document.ID)
		}
	}
	if accepted != 2 || rejected != 2 {
		t.Errorf("%d accepted, %d rejected, want 2 and 2", accepted, rejected)
	}
}
