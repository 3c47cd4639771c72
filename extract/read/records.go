package read

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"github.com/isnad-project/isnad/schema"
)

// Records yields the records of a stream that `extract --format records`
// wrote. A line that is none, such as a last one that was cut off, is reported
// as an *InputError in its place.
func Records(where string, in io.Reader, maxLine int64) iter.Seq2[schema.Record, error] {
	if maxLine <= 0 {
		maxLine = DefaultMaxLine
	}
	return func(yield func(schema.Record, error) bool) {
		buffered := bufio.NewReaderSize(in, 64<<10)
		for number := 1; ; number++ {
			line, err := readLine(buffered, maxLine)
			if err == io.EOF {
				return
			}
			broken := err != nil && !errors.Is(err, ErrTooLong) // the stream itself
			if err == nil && len(bytes.TrimSpace(line)) == 0 {
				continue
			}
			var record schema.Record
			if err == nil {
				record, err = parseRecord(line)
			}
			if err != nil {
				err = &InputError{where, number, err}
			}
			if !yield(record, err) || broken {
				return
			}
		}
	}
}

func parseRecord(line []byte) (record schema.Record, err error) {
	if !utf8.Valid(line) {
		return record, ErrNotUTF8
	}
	if err := json.Unmarshal(line, &record); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) || err.Error() == "unexpected end of JSON input" {
			return record, errors.New("the record is cut off")
		}
		return record, fmt.Errorf("broken record: %w", err)
	}
	if record.Document.ID == "" || record.Tool.Version == "" {
		return schema.Record{}, errors.New("not a record: no document id or tool version")
	}
	return record, nil
}
