package text

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Encodings that Decode reads, as it names them.
const (
	UTF8        = "utf-8"
	UTF16LE     = "utf-16le"
	UTF16BE     = "utf-16be"
	Windows1256 = "windows-1256"
	ISO8859_6   = "iso-8859-6"
)

// Reasons for which Decode refuses data; it wraps them in a *DecodeError.
var (
	ErrEmpty     = errors.New("the file is empty")
	ErrBinary    = errors.New("binary data, no text")
	ErrNotUTF8   = errors.New("not UTF-8 text")
	ErrNotUTF16  = errors.New("not UTF-16 text")
	ErrNotArabic = errors.New("not UTF-8 text, nor Arabic in windows-1256 or ISO-8859-6")
)

// DecodeError says why data is no text that can be read, and where.
type DecodeError struct {
	Line   int    // from 1; 0 where the whole is meant
	Reason error  // one of the Err values
	Detail string // what was found; may be empty
}

func (e *DecodeError) Error() string {
	var b strings.Builder
	if e.Line > 0 {
		fmt.Fprintf(&b, "line %d: ", e.Line)
	}
	b.WriteString(e.Reason.Error())
	if e.Detail != "" {
		b.WriteString(": " + e.Detail)
	}
	return b.String()
}

func (e *DecodeError) Unwrap() error { return e.Reason }

// Byte order marks. What they begin is held to what they say.
const (
	bomUTF8    = "\xef\xbb\xbf"
	bomUTF16LE = "\xff\xfe"
	bomUTF16BE = "\xfe\xff"
	bomUTF32LE = "\xff\xfe\x00\x00"
	bomUTF32BE = "\x00\x00\xfe\xff"
)

// Decode returns data as a string of valid UTF-8, without a byte order mark,
// and the name of the encoding it was in. Nothing is replaced: data that is
// not wholly text of one encoding is refused with a *DecodeError.
//
// Without a byte order mark data is UTF-16 if its pairs of bytes are letters
// and spaces, UTF-8 if it is valid, and otherwise what the trial decodings
// make of it: see guess.
func Decode(data []byte) (text, encoding string, err error) {
	switch {
	case len(data) == 0:
		return "", "", &DecodeError{Reason: ErrEmpty}
	case hasPrefix(data, bomUTF32LE) || hasPrefix(data, bomUTF32BE):
		return "", "", &DecodeError{Reason: ErrBinary, Detail: "UTF-32 is not read"}
	case hasPrefix(data, bomUTF8):
		text, err = decodeUTF8(data[len(bomUTF8):])
		encoding = UTF8
	case hasPrefix(data, bomUTF16LE):
		text, err = decodeUTF16(data[len(bomUTF16LE):], littleEndian)
		encoding = UTF16LE
	case hasPrefix(data, bomUTF16BE):
		text, err = decodeUTF16(data[len(bomUTF16BE):], bigEndian)
		encoding = UTF16BE
	default:
		text, encoding, err = decodeUndeclared(data)
	}
	if err != nil {
		return "", "", err
	}
	if text == "" {
		return "", "", &DecodeError{Reason: ErrEmpty}
	}
	return text, encoding, nil
}

func hasPrefix(data []byte, prefix string) bool { return bytes.HasPrefix(data, []byte(prefix)) }

func decodeUndeclared(data []byte) (text, encoding string, err error) {
	if controls(data) > 0 {
		if hasUnits(data, littleEndian) {
			text, err = decodeUTF16(data, littleEndian)
			return text, UTF16LE, err
		}
		if hasUnits(data, bigEndian) {
			text, err = decodeUTF16(data, bigEndian)
			return text, UTF16BE, err
		}
		if isBinary(data) {
			return "", "", &DecodeError{Reason: ErrBinary}
		}
	}
	if utf8.Valid(data) {
		return string(data), UTF8, nil
	}
	if err := brokenUTF8(data); err != nil {
		return "", "", err
	}
	return guess(data)
}

// decodeUTF8 takes data that is declared to be UTF-8.
func decodeUTF8(data []byte) (string, error) {
	if controls(data) > 0 && isBinary(data) {
		return "", &DecodeError{Reason: ErrBinary}
	}
	if !utf8.Valid(data) {
		return "", notUTF8(data)
	}
	return string(data), nil
}

// isControl tells the control characters that no text holds; a text may hold
// tab, line feed, vertical tab, form feed, carriage return, the end-of-file
// mark of DOS and the escape of terminal colours.
func isControl(b byte) bool {
	return b < 0x20 && (b < '\t' || b > '\r') && b != 0x1a && b != 0x1b || b == 0x7f
}

func controls(data []byte) int {
	n := 0
	for _, b := range data {
		if isControl(b) {
			n++
		}
	}
	return n
}

// isBinary reports whether data has a NUL, or control characters for more than
// one byte in twenty.
func isBinary(data []byte) bool {
	return bytes.IndexByte(data, 0) >= 0 || 20*controls(data) > len(data)
}

// lineOf returns the line, from 1, of the byte at an offset.
func lineOf(data []byte, at int) int { return 1 + bytes.Count(data[:at], []byte("\n")) }

// notUTF8 names the first byte at which data stops being UTF-8.
func notUTF8(data []byte) *DecodeError {
	at := invalidAt(data)
	e := &DecodeError{Line: lineOf(data, at), Reason: ErrNotUTF8, Detail: fmt.Sprintf("byte 0x%02X", data[at])}
	if !utf8.FullRune(data[at:]) {
		e.Detail = "cut off in the middle of a character"
	}
	return e
}

// invalidAt returns the offset of the first byte that is not UTF-8, or len(data).
func invalidAt(data []byte) int {
	at := 0
	for at < len(data) {
		if r, size := utf8.DecodeRune(data[at:]); r != utf8.RuneError || size > 1 {
			at += size
			continue
		}
		break
	}
	return at
}

// arabicRun is how many two-byte characters of the Arabic block in a row show
// UTF-8 for certain: in the single-byte encodings each of them would be ط ظ ع
// or غ with a mark of punctuation or an unused byte behind it.
const arabicRun = 3

// brokenUTF8 tells data that is UTF-8 but for some bytes from data in another
// encoding, for which it returns nil: there are more characters than bytes
// that are none, or whole Arabic words.
func brokenUTF8(data []byte) error {
	characters, bad, run, words := 0, 0, 0, -1
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		switch {
		case size > 1:
			characters++
		case r == utf8.RuneError:
			bad++
		}
		if size == 2 && r >= 0x0600 && r <= 0x06ff {
			run++
		} else {
			run = 0
		}
		if run == arabicRun && words < 0 {
			words = at
		}
		at += size
	}
	switch {
	case characters > bad:
		return notUTF8(data)
	case words >= 0:
		e := notUTF8(data)
		e.Line, e.Detail = max(e.Line, lineOf(data, words)), "UTF-8 and another encoding are mixed"
		return e
	}
	return nil
}

// byteOrder says which byte of a pair is the high one.
type byteOrder int

const (
	littleEndian byteOrder = 1
	bigEndian    byteOrder = 0
)

func (o byteOrder) unit(pair []byte) rune {
	return rune(pair[o])<<8 | rune(pair[1-o])
}

// hasUnits reports whether the pairs of bytes of data are code units of text
// in Arabic or Latin script: all but one in twenty, and no control character.
func hasUnits(data []byte, order byteOrder) bool {
	units, good, letters := len(data)/2, 0, 0
	for i := range units {
		u := order.unit(data[2*i:])
		switch {
		case u < 0x100 && isControl(byte(u)), u >= 0x80 && u < 0xa0:
			return false
		case u >= 0x0621 && u <= 0x06d3:
			letters += 2
			good++
		case u < 0x80:
			letters++
			good++
		case u < 0x0250, u >= 0x0600 && u < 0x0780, u >= 0x2000 && u < 0x2300, u >= 0xfb50:
			good++
		}
	}
	return letters >= 4 && 20*(units-good) <= units
}

func decodeUTF16(data []byte, order byteOrder) (string, error) {
	var b strings.Builder
	b.Grow(len(data))
	line, bad, units := 1, 0, len(data)/2
	broken := func(detail string) (string, error) {
		return "", &DecodeError{Line: line, Reason: ErrNotUTF16, Detail: detail}
	}
	for i := 0; i < units; i++ {
		r := order.unit(data[2*i:])
		if r == '\n' {
			line++
		}
		if utf16.IsSurrogate(r) {
			if i+1 == units {
				return broken("cut off in the middle of a character")
			}
			i++
			if r = utf16.DecodeRune(r, order.unit(data[2*i:])); r == utf8.RuneError {
				return broken("half a surrogate pair")
			}
		}
		if r == 0 {
			return "", &DecodeError{Reason: ErrBinary}
		}
		if r < 0x80 && isControl(byte(r)) {
			bad++
		}
		b.WriteRune(r)
	}
	if 20*bad > units {
		return "", &DecodeError{Reason: ErrBinary}
	}
	if len(data)%2 != 0 {
		return broken("cut off in the middle of a character")
	}
	return b.String(), nil
}

// decodeBytes decodes data by a code page in which each of its bytes is known
// to be a character.
func decodeBytes(data []byte, page *charmap.Charmap) string {
	var b strings.Builder
	b.Grow(2 * len(data))
	for _, c := range data {
		b.WriteRune(page.DecodeByte(c))
	}
	return b.String()
}
