package places

import (
	"strings"
	"syscall"
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
	start := processorSeconds(b, 0)
	for b.Loop() {
		for _, s := range sentences {
			g.Find(tokens[s.First:s.Last])
		}
	}
	b.ReportMetric(float64(len(tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(len(tokens)*b.N)/processorSeconds(b, start), "tokens/cpu-s")
}

func BenchmarkBuild(b *testing.B) {
	start := processorSeconds(b, 0)
	for b.Loop() {
		build()
	}
	b.ReportMetric(1000*processorSeconds(b, start)/float64(b.N), "cpu-ms/op")
}

// processorSeconds is the time the process has used, less start: what a
// crowded machine does not slow.
func processorSeconds(b *testing.B, start float64) float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano())/1e9 - start
}
