package model

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"strings"
)

// A model file is
//
//	magic "ISNADLM" and one byte of version
//	header: lines "key: value" (length, then bytes)
//	sections until the checksum: name, then data (each length, then bytes)
//	CRC-32 (IEEE) of all before, 4 bytes, little end first
//
// Lengths and counts are varints as in encoding/binary. No date and no path
// is written: the same input gives the same bytes.
const (
	magic   = "ISNADLM"
	version = 1
)

// ErrFormat is wrapped by every error about a file that is no model.
var ErrFormat = errors.New("not a model file")

// File is a model file in memory.
type File struct {
	Header   []Field
	sections map[string][]byte
	names    []string
}

// Field is a line of the header.
type Field struct{ Key, Value string }

// Value returns the header's value of key, or "".
func (f *File) Value(key string) string {
	for _, field := range f.Header {
		if field.Key == key {
			return field.Value
		}
	}
	return ""
}

// Put adds a section; sections are written in the order they were put.
func (f *File) Put(name string, e *Encoder) {
	if f.sections == nil {
		f.sections = map[string][]byte{}
	}
	f.sections[name] = e.data
	f.names = append(f.names, name)
}

// Get returns a decoder of a section. A missing section decodes as an error.
func (f *File) Get(name string) *Decoder {
	data, ok := f.sections[name]
	if !ok {
		return &Decoder{err: fmt.Errorf("%w: no section %q", ErrFormat, name)}
	}
	return &Decoder{data: data}
}

// Write writes the file.
func (f *File) Write(w io.Writer) error {
	e := &Encoder{data: append([]byte(magic), version)}
	var header strings.Builder
	for _, field := range f.Header {
		header.WriteString(field.Key + ": " + strings.ReplaceAll(field.Value, "\n", " ") + "\n")
	}
	e.String(header.String())
	for _, name := range f.names {
		e.String(name)
		e.String(string(f.sections[name]))
	}
	e.data = binary.LittleEndian.AppendUint32(e.data, crc32.ChecksumIEEE(e.data))
	_, err := w.Write(e.data)
	return err
}

// Read reads a file and checks its sum.
func Read(r io.Reader) (*File, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading a model: %w", err)
	}
	return Parse(data)
}

// Parse reads a file that is in memory (embedded); it keeps data.
func Parse(data []byte) (*File, error) {
	if len(data) < len(magic)+5 || !bytes.HasPrefix(data, []byte(magic)) {
		return nil, ErrFormat
	}
	if v := data[len(magic)]; v != version {
		return nil, fmt.Errorf("%w: version %d, want %d", ErrFormat, v, version)
	}
	body, sum := data[:len(data)-4], binary.LittleEndian.Uint32(data[len(data)-4:])
	if crc32.ChecksumIEEE(body) != sum {
		return nil, fmt.Errorf("%w: checksum does not match", ErrFormat)
	}
	f := &File{sections: map[string][]byte{}}
	d := &Decoder{data: body[len(magic)+1:]}
	for line := range strings.SplitSeq(d.String(), "\n") {
		if key, value, ok := strings.Cut(line, ": "); ok {
			f.Header = append(f.Header, Field{key, value})
		}
	}
	for d.err == nil && len(d.data) > 0 {
		name := d.String()
		f.sections[name] = d.bytes()
		f.names = append(f.names, name)
	}
	return f, d.err
}

// Encoder appends values to a section.
type Encoder struct{ data []byte }

// Int appends a number.
func (e *Encoder) Int(n int) { e.data = binary.AppendVarint(e.data, int64(n)) }

// Uint appends a number that is not negative.
func (e *Encoder) Uint(n uint64) { e.data = binary.AppendUvarint(e.data, n) }

// String appends a text.
func (e *Encoder) String(s string) {
	e.Uint(uint64(len(s)))
	e.data = append(e.data, s...)
}

// Strings appends a list of texts.
func (e *Encoder) Strings(list []string) {
	e.Uint(uint64(len(list)))
	for _, s := range list {
		e.String(s)
	}
}

// Float appends a 32-bit number.
func (e *Encoder) Float(x float32) {
	e.data = binary.LittleEndian.AppendUint32(e.data, math.Float32bits(x))
}

// Keys appends hashes that are in order, as differences.
func (e *Encoder) Keys(keys []uint32) {
	e.Uint(uint64(len(keys)))
	last := uint32(0)
	for _, key := range keys {
		e.Uint(uint64(key - last))
		last = key
	}
}

// Sparse appends a table.
func (e *Encoder) Sparse(s *Sparse) {
	e.Float(s.scale)
	e.Keys(s.keys)
	for _, v := range s.values {
		e.Int(int(v))
	}
}

// Rows appends a table: for each row which labels have weights, then these.
func (e *Encoder) Rows(t *Rows) {
	e.Float(t.scale)
	e.Uint(uint64(t.Labels))
	e.Keys(t.keys)
	for row := range t.keys {
		next := uint32(0)
		for _, w := range t.weights[t.starts[row]:t.starts[row+1]] {
			e.Uint(uint64(w>>16 - next))
			e.Int(int(int16(w)))
			next = w>>16 + 1
		}
		e.Uint(uint64(t.Labels)) // no more weights
	}
}
