package analysis

import (
	"bytes"
	"compress/gzip"
	"testing"
)

var benchWords = []string{"كتب", "يكتبون", "المدينة", "القوات", "وزير", "استهدفت", "مسؤولون", "العراق", "في", "التي", "تنظيم", "الرئيس", "قصفت", "محمد", "المتحدة", "ترامب"}

func BenchmarkMask(b *testing.B) {
	l := Default()
	for i := 0; b.Loop(); i++ {
		l.Mask(benchWords[i%len(benchWords)])
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		z, _ := gzip.NewReader(bytes.NewReader(embedded))
		if _, err := read(z); err != nil {
			b.Fatal(err)
		}
	}
}
