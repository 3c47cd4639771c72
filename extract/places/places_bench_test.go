package places

import (
	"strings"
	"testing"

	"github.com/isnad-project/isnad/extract/text"
)

const benchText = "قال المتحدث باسم القوات إن الطيران قصف مواقع في مدينة درنة شرق ليبيا، وأضاف أن المعارك مستمرة في محيط قاعدة الجفرة الجوية. " +
	"وفي بغداد أعلنت الحكومة العراقية أن الجيش دخل أحياء من الرمادي بمحافظة الأنبار بعد اشتباكات عنيفة استمرت ثلاثة أيام. " +
	"وأفاد ناشطون بأن عشرات المدنيين نزحوا من بلدتي سراقب ومعرة النعمان في ريف إدلب الجنوبي نحو الحدود مع تركيا. "

func BenchmarkFind(b *testing.B) {
	g := Default()
	tokens := text.Tokens(strings.Repeat(benchText, 10))
	sentences := text.Sentences(tokens)
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		for _, s := range sentences {
			g.Find(tokens[s.First:s.Last])
		}
	}
	b.ReportMetric(float64(len(tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkBuild(b *testing.B) {
	for b.Loop() {
		build()
	}
}
