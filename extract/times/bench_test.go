package times

import (
	"strings"
	"testing"
	"time"

	"github.com/isnad-project/isnad/extract/text"
)

// BenchmarkFindNothing measures sentences that no time is told in.
func BenchmarkFindNothing(b *testing.B) {
	benchmark(b, strings.Repeat("وصلت قافلة كبيرة من الشاحنات المحملة بالمواد الغذائية والأدوية إلى أطراف المدينة المحاصرة بحسب ما أفاد به سكان محليون للوكالة ولم ترد تفاصيل عن مصدرها.\n"+
		"وقال المتحدث باسم الوزارة إن الحكومة ملتزمة بتعهداتها أمام المانحين وإنها لن تتراجع عن قرارها رغم الضغوط الداخلية والخارجية.\n", 20))
}

// BenchmarkFind measures sentences with a time in each.
func BenchmarkFind(b *testing.B) {
	benchmark(b, strings.Repeat("وصلت قافلة كبيرة من الشاحنات المحملة بالمواد الغذائية والأدوية مساء أمس الاثنين إلى أطراف المدينة المحاصرة منذ 12 نوفمبر الماضي.\n", 20))
}

func benchmark(b *testing.B, document string) {
	tokens := text.Tokens(document)
	sentences := text.Sentences(tokens)
	ref := Reference{time.Date(2017, 1, 10, 0, 0, 0, 0, time.UTC)}
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sentences {
			Find(tokens[s.First:s.Last], ref)
		}
	}
	b.ReportMetric(float64(len(tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
