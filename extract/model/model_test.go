package model

import (
	"bytes"
	"errors"
	"testing"
)

func TestSparse(t *testing.T) {
	l := NewLearner()
	good, bad := []uint32{Feature(1, 7), Feature(2, 7)}, []uint32{Feature(1, 8), Feature(2, 7)}
	for range 10 {
		l.Step()
		if l.Sum(good) <= l.Sum(bad)+1 {
			l.Add(good, 0.5)
			l.Add(bad, -0.5)
		}
	}
	s := l.Sparse(100)
	if s.Len() != 2 || s.Sum(good) <= 0 || s.Sum(bad) >= 0 {
		t.Fatalf("%d weights, good %v, bad %v", s.Len(), s.Sum(good), s.Sum(bad))
	}
	if got := l.Sparse(1).Len(); got != 1 {
		t.Errorf("pruned to 1: %d", got)
	}
}

// sampleFile holds one table of each kind.
func sampleFile() *File {
	l, r := NewLearner(), NewRowLearner(3)
	for i := uint32(0); i < 50; i++ {
		f := []uint32{Feature(1, i)}
		l.Step()
		l.Add(f, float32(i)-20.5)
		r.Add(r.Rows(f), int(i%3), float32(i)+1)
		r.Step()
	}
	var a, b Encoder
	a.Sparse(l.Sparse(1000))
	b.Rows(r.Table(1000))
	f := &File{Header: []Field{{"licence", "CC BY-SA 4.0"}}}
	f.Put("a", &a)
	f.Put("b", &b)
	return f
}

func TestFile(t *testing.T) {
	var one, two bytes.Buffer
	f := sampleFile()
	f.Write(&one)
	sampleFile().Write(&two)
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("two trainings differ")
	}
	g, err := Read(&two)
	if err != nil || g.Value("licence") != "CC BY-SA 4.0" {
		t.Fatal(g, err)
	}
	fa, ga := f.Get("a"), g.Get("a")
	s, s2 := fa.Sparse(), ga.Sparse()
	fb, gb := f.Get("b"), g.Get("b")
	r, r2 := fb.Rows(), gb.Rows()
	for i := uint32(0); i < 60; i++ {
		q := []uint32{Feature(1, i)}
		x, y := make([]int32, 3), make([]int32, 3)
		r.Sum(q, x)
		r2.Sum(q, y)
		if s.Sum(q) != s2.Sum(q) || x[0] != y[0] || x[2] != y[2] || (i < 50) != (x[i%3] != 0) {
			t.Errorf("feature %d: %v %v, %v %v", i, s.Sum(q), s2.Sum(q), x, y)
		}
	}
	if g.Get("c").Err() == nil {
		t.Error("missing section read")
	}
	broken := one.Bytes()
	broken[20] ^= 1
	if _, err := Parse(broken); !errors.Is(err, ErrFormat) {
		t.Errorf("broken file: %v", err)
	}
}

func FuzzDecoder(f *testing.F) {
	file := sampleFile()
	f.Add(file.sections["a"])
	f.Add(file.sections["b"])
	f.Fuzz(func(t *testing.T, data []byte) {
		a, b := &Decoder{data: data}, &Decoder{data: data}
		a.Sparse().Sum([]uint32{3, 5})
		b.Strings()
		if len(data) < 1<<10 {
			c := &Decoder{data: data}
			c.Rows()
		}
	})
}
