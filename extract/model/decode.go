package model

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Decoder reads the values of a section in the order they were put. The first
// error stays and is returned by Err; after it every value is zero.
type Decoder struct {
	data []byte
	err  error
}

// Err returns the first error.
func (d *Decoder) Err() error { return d.err }

func (d *Decoder) fail(what string) {
	if d.err == nil {
		d.err = fmt.Errorf("%w: bad %s", ErrFormat, what)
	}
	d.data = nil
}

// Int reads a number.
func (d *Decoder) Int() int {
	n, size := binary.Varint(d.data)
	if size <= 0 {
		d.fail("number")
		return 0
	}
	d.data = d.data[size:]
	return int(n)
}

// Uint reads a number that is not negative.
func (d *Decoder) Uint() uint64 {
	n, size := binary.Uvarint(d.data)
	if size <= 0 {
		d.fail("number")
		return 0
	}
	d.data = d.data[size:]
	return n
}

// Count reads the length of a list, which cannot be longer than the bytes
// left.
func (d *Decoder) Count() int {
	n := d.Uint()
	if n > uint64(len(d.data)) {
		d.fail("length")
		return 0
	}
	return int(n)
}

func (d *Decoder) bytes() []byte {
	n := d.Count()
	b := d.data[:n:n]
	d.data = d.data[n:]
	return b
}

// String reads a text.
func (d *Decoder) String() string { return string(d.bytes()) }

// Strings reads a list of texts.
func (d *Decoder) Strings() []string {
	list := make([]string, d.Count())
	for i := range list {
		list[i] = d.String()
	}
	return list
}

// Float reads a 32-bit number.
func (d *Decoder) Float() float32 {
	if len(d.data) < 4 {
		d.fail("number")
		return 0
	}
	x := math.Float32frombits(binary.LittleEndian.Uint32(d.data))
	d.data = d.data[4:]
	return x
}

// Keys reads hashes.
func (d *Decoder) Keys() []uint32 {
	keys := make([]uint32, d.Count())
	last := uint32(0)
	for i := range keys {
		last += uint32(d.Uint())
		keys[i] = last
	}
	return keys
}

// Sparse reads a table.
func (d *Decoder) Sparse() *Sparse {
	s := &Sparse{scale: d.Float(), keys: d.Keys()}
	s.values = make([]int16, len(s.keys))
	for i := range s.values {
		s.values[i] = int16(d.Int())
	}
	s.build()
	return s
}

// maxLabels bounds the width of a table read from a file.
const maxLabels = 1 << 12

// Rows reads a table.
func (d *Decoder) Rows() *Rows {
	t := &Rows{scale: d.Float(), Labels: int(d.Uint())}
	if t.Labels <= 0 || t.Labels > maxLabels {
		d.fail("number of labels")
		t.Labels = 1
	}
	t.keys = d.Keys()
	t.starts = make([]uint32, 1, len(t.keys)+1)
	t.weights = make([]uint32, 0, 3*len(t.keys))
	for range t.keys {
		for label := 0; ; label++ {
			gap := d.Uint()
			if gap >= uint64(t.Labels) || d.err != nil {
				break
			}
			if label += int(gap); label >= t.Labels {
				d.fail("label")
				break
			}
			t.weights = append(t.weights, uint32(label)<<16|uint32(uint16(d.Int())))
		}
		t.starts = append(t.starts, uint32(len(t.weights)))
	}
	t.build()
	return t
}
