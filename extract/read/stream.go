package read

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/isnad-project/isnad/extract/text"
	"github.com/isnad-project/isnad/schema"
)

// form is how a stream holds documents.
type form int

const (
	asText  form = iota // one document
	asLines             // a JSON object a line
	sniff               // JSON Lines if it begins with a brace
)

func (r *reader) stream(where, id string, in io.Reader, f form) bool {
	buffered := bufio.NewReaderSize(in, 64<<10)
	if f == sniff {
		f = asText
		if head, _ := buffered.Peek(512); bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n\ufeff"), []byte("{")) {
			f = asLines
		}
	}
	if f == asLines {
		return r.lines(where, id, buffered)
	}
	data, err := io.ReadAll(io.LimitReader(buffered, r.MaxDocument+1))
	if err != nil {
		return r.reject(where, 0, err)
	}
	if int64(len(data)) > r.MaxDocument {
		return r.reject(where, 0, fmt.Errorf("%w for a document of %d bytes", ErrTooLong, r.MaxDocument))
	}
	document, line, err := r.textDocument(id, data)
	if err != nil {
		return r.reject(where, line, err)
	}
	return r.accept(where, 0, document)
}

// textDocument reads a plain text file: an optional header block, then text.
// The line is the one of the error, or 0.
func (r *reader) textDocument(id string, data []byte) (d schema.Document, line int, err error) {
	body, line, err := decode(data)
	if err != nil {
		return d, line, err
	}
	d = schema.Document{ID: id}
	d.Text = header(body, &d)
	return d, 0, r.complete(&d)
}

// decode returns the text of a file in any encoding that is read. The line is
// the one of the error, or 0.
func decode(data []byte) (body string, line int, err error) {
	body, _, err = text.Decode(data)
	var refused *text.DecodeError
	if !errors.As(err, &refused) {
		return body, 0, err
	}
	reason := refused.Reason
	switch reason {
	case text.ErrEmpty:
		reason = ErrEmpty
	case text.ErrBinary:
		reason = ErrBinary
	case text.ErrNotUTF8:
		reason = ErrNotUTF8
	}
	if refused.Detail != "" {
		reason = fmt.Errorf("%w: %s", reason, refused.Detail)
	}
	return "", refused.Line, reason
}

// header takes the header block off a text: lines "key: value" with known
// keys, closed by an empty line. A text that does not begin with one is
// returned whole.
func header(body string, d *schema.Document) string {
	fields := map[string]*string{"date": &d.Date, "title": &d.Title, "source": &d.Source, "url": &d.URL, "id": &d.ID, "retrieved": &d.Retrieved}
	found := map[string]string{}
	rest := body
	for {
		line, tail, more := strings.Cut(rest, "\n")
		line = strings.TrimSuffix(line, "\r")
		if line == "" {
			if len(found) == 0 {
				return body
			}
			for key, value := range found {
				*fields[key] = value
			}
			return tail
		}
		key, value, ok := strings.Cut(line, ":")
		key = strings.ToLower(strings.TrimSpace(key))
		if !ok || fields[key] == nil || !more {
			return body
		}
		found[key] = strings.TrimSpace(value)
		rest = tail
	}
}

// complete checks a document and adds what is derived or given for all.
func (r *reader) complete(d *schema.Document) error {
	if d.ID == "" {
		return errors.New("a document needs an id")
	}
	if !hasWords(d.Text) && !hasWords(d.Title) {
		return ErrNoWords
	}
	if d.Date == "" {
		d.Date = r.Date
	}
	if d.Date != "" {
		day, err := Day(d.Date)
		if err != nil {
			return err
		}
		d.Date = day
	}
	sum := sha256.Sum256([]byte(d.Text))
	d.SHA256 = hex.EncodeToString(sum[:])
	return nil
}

// Day returns the day of a date, YYYY-MM-DD, that is written as such or as an
// RFC 3339 time.
func Day(date string) (string, error) {
	for _, layout := range []string{time.DateOnly, time.RFC3339, "2006-01-02T15:04:05", time.DateTime} {
		if t, err := time.Parse(layout, date); err == nil {
			return t.Format(time.DateOnly), nil
		}
	}
	return "", fmt.Errorf("date %q: want YYYY-MM-DD", date)
}

func hasWords(s string) bool {
	for _, t := range text.Tokens(s) {
		if t.Class == text.Word {
			return true
		}
	}
	return false
}

// lines reads JSON Lines.
func (r *reader) lines(where, id string, in *bufio.Reader) bool {
	any := false
	for number := 1; ; number++ {
		line, err := readLine(in, r.MaxLine)
		if err == io.EOF {
			return any || r.reject(where, 0, ErrEmpty)
		}
		if err != nil && !errors.Is(err, ErrTooLong) {
			return r.reject(where, number, err)
		}
		any = true
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var d schema.Document
		if err == nil {
			d, err = r.lineDocument(id, number, line)
		}
		ok := false
		if err != nil {
			ok = r.reject(where, number, err)
		} else {
			ok = r.accept(where, number, d)
		}
		if !ok {
			return false
		}
	}
}

func (r *reader) lineDocument(id string, number int, line []byte) (d schema.Document, err error) {
	line = bytes.TrimPrefix(line, []byte("\ufeff"))
	if bytes.IndexByte(line, 0) >= 0 {
		return d, ErrBinary
	}
	if !utf8.Valid(line) {
		return d, ErrNotUTF8
	}
	if err := json.Unmarshal(line, &d); err != nil {
		return d, fmt.Errorf("broken JSON: %w", err)
	}
	if int64(len(d.Text)) > r.MaxDocument {
		return d, fmt.Errorf("%w for a document of %d bytes", ErrTooLong, r.MaxDocument)
	}
	if d.ID == "" {
		d.ID = fmt.Sprintf("%s#%d", id, number)
	}
	return d, r.complete(&d)
}

// readLine returns the next line without its end. A line longer than limit
// bytes is skipped and reported as ErrTooLong without being held in memory.
func readLine(in *bufio.Reader, limit int64) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if !long && int64(len(line)+len(part)) > limit+1 {
			long, line = true, nil
		}
		if !long {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && len(line) == 0 && !long:
			return nil, io.EOF
		case err != nil && err != io.EOF:
			return nil, err
		case long:
			return nil, fmt.Errorf("%w for a line of %d bytes", ErrTooLong, limit)
		}
		return bytes.TrimRight(line, "\r\n"), nil
	}
}
