package language

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// BenchmarkSpeed prints how fast the language core is beside Stanford CoreNLP,
// in one run, one core each, in turn; and what the program takes to start, to
// hold and to carry. The figures are compared with targets, but nothing fails:
// it is no test.
func BenchmarkSpeed(b *testing.B) {
	c, err := openCorpus()
	if err != nil {
		b.Fatal(err)
	}
	r := speedReport{corpus: c, sample: c.texts[:min(len(c.texts), sampleTexts)]}
	r.sampleWords = countWords(r.sample)
	dir := b.TempDir()
	note("building the program")
	program, err := buildProgram(dir)
	if err != nil {
		r.skip("the program", err)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	cores, unpin := pin()
	defer unpin()
	r.cores = cores
	if program != "" {
		note("starting the program, %d times, and running it on the corpus", starts)
		if err := r.program.measure(program, dir, c.texts); err != nil {
			r.skip("the program", err)
		}
	}
	peer, err := startPeer(dir, r.sample)
	if err != nil {
		r.skip("the peer", err)
	} else {
		defer peer.stop()
		r.peerStart = peer.started
	}
	m := mustModel(b)
	r.modelBytes = modelBytes(m)
	if err := r.rounds(m, peer); err != nil {
		r.skip("the peer", err)
	}
	if peer != nil {
		r.peerMemory = peakMemory(peer.cmd.Process.Pid)
	}
	r.print(os.Stdout)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(r.trees.perSecond(r.sampleWords), "words/s")
	if len(r.peer) > 0 {
		b.ReportMetric(r.peer.perSecond(r.sampleWords), "peer-words/s")
	}
}

// What is measured, and how often.
const (
	sampleTexts = 60 // as many of the corpus are analysed by the peer and by us, to compare
	rounds      = 5
	warmWords   = 50_000 // analysed before the first round that counts: Java compiles what it runs often
	starts      = 7
)

// someRejected is the exit code of the program when it could not read some of
// the inputs.
const someRejected = 3

// What is wanted.
const (
	wantWords  = 10_000 // a second, trees included
	wantStart  = 300 * time.Millisecond
	wantMemory = 250e6 // bytes resident
	wantModel  = 10e6  // bytes
)

// took is the time of one round: by the clock, and of the processor, which a
// crowded machine slows less.
type took struct{ clock, processor time.Duration }

type series []took

func (s series) median(of func(took) time.Duration) time.Duration {
	var list []time.Duration
	for _, t := range s {
		list = append(list, of(t))
	}
	return median(list)
}

func (s series) perSecond(words int) float64 {
	return rate(words, s.median(func(t took) time.Duration { return t.clock }))
}

func (s series) perProcessorSecond(words int) float64 {
	return rate(words, s.median(func(t took) time.Duration { return t.processor }))
}

func rate(words int, d time.Duration) float64 {
	if d <= 0 {
		return 0
	}
	return float64(words) / d.Seconds()
}

func median[T int64 | float64 | time.Duration](list []T) T {
	if len(list) == 0 {
		return 0
	}
	slices.Sort(list)
	return (list[(len(list)-1)/2] + list[len(list)/2]) / 2
}

// timed measures f in this process.
func timed(f func()) took {
	runtime.GC() // what was left by others
	start, processor := time.Now(), processorTime()
	f()
	return took{time.Since(start), processorTime() - processor}
}

func processorTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// pin keeps this process and its children on one core where taskset can, and
// says how it went.
func pin() (cores string, unpin func()) {
	id := strconv.Itoa(os.Getpid())
	out, err := exec.Command("taskset", "-c", "-p", id).Output()
	allowed := regexp.MustCompile(`([\d,-]*?)(\d+)\s*$`).FindSubmatch(out) // "pid 1's current affinity list: 0,2-3"
	if err != nil || allowed == nil {
		return "one core each by GOMAXPROCS=1 and -XX:ActiveProcessorCount=1, not pinned: no taskset", func() {}
	}
	set := func(list string) error { return exec.Command("taskset", "-a", "-c", "-p", list, id).Run() }
	core := string(allowed[2])
	if err := set(core); err != nil {
		return "one core each by GOMAXPROCS=1 and -XX:ActiveProcessorCount=1, not pinned: " + err.Error(), func() {}
	}
	return "both pinned to core " + core + ", GOMAXPROCS=1, -XX:ActiveProcessorCount=1", func() { set(string(allowed[1]) + core) }
}

// peakMemory is the most bytes that a running process has had resident; 0
// where the system does not say.
func peakMemory(pid int) int64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	var kb int64
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			fmt.Sscan(rest, &kb)
		}
	}
	return kb * 1024
}

func modelBytes(m *Model) int64 {
	var count counter
	if err := m.Write(&count); err != nil {
		return 0
	}
	return int64(count)
}

type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// programFigures are those of 'isnad analyze' as users run it.
type programFigures struct {
	start  series // a sentence in, its tree out
	whole  took   // the corpus, to CoNLL-U
	words  int    // of the corpus
	memory int64
	size   int64 // of the file
}

func buildProgram(dir string) (string, error) {
	name := filepath.Join(dir, "isnad")
	cmd := exec.Command("go", "build", "-buildvcs=false", "-o", name, "github.com/isnad-project/isnad/cmd/isnad")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w: %s", err, lastLine(out))
	}
	return name, nil
}

func (p *programFigures) measure(program, dir string, texts []string) error {
	if info, err := os.Stat(program); err == nil {
		p.size = info.Size()
	}
	sentence := filepath.Join(dir, "sentence.txt")
	if err := os.WriteFile(sentence, []byte("قال المتحدث باسم القوات إن الطيران قصف مواقع في مدينة درنة شرق ليبيا.\n"), 0o644); err != nil {
		return err
	}
	for range starts {
		t, _, err := runProgram(program, sentence)
		if err != nil {
			return err
		}
		p.start = append(p.start, t)
	}
	folder := filepath.Join(dir, "corpus")
	if err := os.Mkdir(folder, 0o755); err != nil {
		return err
	}
	for i, t := range texts {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%06d.txt", i)), []byte(t), 0o644); err != nil {
			return err
		}
	}
	var err error
	p.whole, p.memory, err = runProgram(program, folder)
	p.words = countWords(texts)
	return err
}

// runProgram analyses input and returns the time from start to end and the
// most bytes resident.
func runProgram(program, input string) (took, int64, error) {
	args := []string{"analyze", "--format", "conllu"}
	if name := os.Getenv("ISNAD_MODEL"); name != "" {
		args = append(args, "--model", name)
	}
	cmd := exec.Command(program, append(args, input)...)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return took{}, 0, err
	}
	// What wait returns of memory counts this process too, from which the
	// child was forked: so the child is asked while it runs.
	peak, done := make(chan int64), make(chan struct{})
	go func() {
		var most int64
		for {
			most = max(most, peakMemory(cmd.Process.Pid))
			select {
			case <-done:
				peak <- most
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	err := cmd.Wait()
	clock := time.Since(start)
	close(done)
	memory := <-peak
	if err != nil && cmd.ProcessState.ExitCode() != someRejected {
		return took{}, 0, fmt.Errorf("isnad analyze: %w: %s", err, lastLine(stderr.Bytes()))
	}
	return took{clock, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}, memory, nil
}

func lastLine(out []byte) string {
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	return lines[len(lines)-1]
}

// note says what is being done, for who waits.
func note(format string, args ...any) { fmt.Fprintf(os.Stderr, "\n"+format+" …", args...) }

// speedReport is what BenchmarkSpeed found.
type speedReport struct {
	corpus      corpus
	sample      []string
	sampleWords int
	cores       string
	skipped     []string

	program    programFigures
	modelBytes int64

	trees, tags, peer     series // of the same rounds
	treesFound, peerFound int
	peerStart             time.Duration
	peerMemory            int64
}

func (r *speedReport) skip(what string, err error) {
	r.skipped = append(r.skipped, fmt.Sprintf("%s could not be measured: %v", what, err))
}

// warmings is the number of rounds before the first that counts.
func (r *speedReport) warmings() int { return (warmWords + r.sampleWords - 1) / max(r.sampleWords, 1) }

// rounds takes turns: trees, tags alone, the peer (nil for none).
func (r *speedReport) rounds(m *Model, p *peer) error {
	var lost error
	warmings := r.warmings()
	for i := range warmings + rounds {
		if i < warmings {
			note("round %d of %d to warm up", i+1, warmings)
		} else {
			note("round %d of %d", i+1-warmings, rounds)
		}
		trees := timed(func() { r.treesFound = analyzeAll(m, r.sample) })
		tags := timed(func() { tagAll(m, r.sample) })
		if i >= warmings {
			r.trees, r.tags = append(r.trees, trees), append(r.tags, tags)
		}
		if p == nil || lost != nil {
			continue
		}
		t, found, err := p.round()
		if err != nil {
			lost, r.peer = err, nil
			continue
		}
		if r.peerFound = found; i >= warmings {
			r.peer = append(r.peer, t)
		}
	}
	return lost
}

// ratio is how many times faster than the peer s is: the median of the
// rounds, each beside the peer's of the same round, and the range.
func (r *speedReport) ratio(s series) string {
	if len(r.peer) != len(s) || len(s) == 0 {
		return "–"
	}
	var list []float64
	for i := range s {
		list = append(list, r.peer[i].clock.Seconds()/s[i].clock.Seconds())
	}
	middle := median(list)
	return fmt.Sprintf("%.1f (%.1f to %.1f)", middle, slices.Min(list), slices.Max(list))
}

func (r *speedReport) print(out io.Writer) {
	fmt.Fprintf(out, "\n\nSpeed of the language core, beside %s\n", peerName)
	fmt.Fprintf(out, "corpus   %s: %d texts, %s words between white space\n", r.corpus.name, len(r.corpus.texts), thousands(float64(countWords(r.corpus.texts))))
	fmt.Fprintf(out, "sample   the first %d texts, %s words, for both alike\n", len(r.sample), thousands(float64(r.sampleWords)))
	fmt.Fprintf(out, "cores    %s\n", r.cores)
	fmt.Fprintf(out, "machine  %s/%s, %d cores%s\n", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), loadAverage())
	fmt.Fprintf(out, "rounds   %d in turn behind %d to warm up; medians, models loaded before; CPU s: of the processor, all threads\n", rounds, r.warmings())
	for _, s := range r.skipped {
		fmt.Fprintf(out, "skipped  %s\n", s)
	}
	fmt.Fprintf(out, "\n%-26s%9s  %-18s%13s%22s%13s\n", "", "words/s", "wanted", "words/CPU s", "times the peer", "words found")
	speed := func(name, want, ratio, found string, s series) {
		fmt.Fprintf(out, "%-26s%9s  %-18s%13s%22s%13s\n", name, thousands(s.perSecond(r.sampleWords)), want, thousands(s.perProcessorSecond(r.sampleWords)), ratio, found)
	}
	speed("isnad: words, tags, trees", "≥ "+thousands(wantWords)+", > peer", r.ratio(r.trees), thousands(float64(r.treesFound)), r.trees)
	speed("isnad: words, tags", "", r.ratio(r.tags), "", r.tags)
	speed("CoreNLP: words, tags", "", "1", thousands(float64(r.peerFound)), r.peer)

	row := func(name, ours, want, peer string) {
		fmt.Fprintf(out, "%-47s%10s  %-12s%10s\n", name, ours, want, peer)
	}
	start := func(of func(took) time.Duration) string { return seconds(r.program.start.median(of)) }
	fmt.Fprintln(out)
	row("", "isnad", "wanted", "CoreNLP")
	row("process start to the end of the first sentence", start(func(t took) time.Duration { return t.clock }), "≤ "+seconds(wantStart), seconds(r.peerStart))
	row("the same, of the processor", start(func(t took) time.Duration { return t.processor }), "", "–")
	row("most memory resident (CoreNLP: sample only)", megabytes(r.program.memory), "≤ "+megabytes(wantMemory), megabytes(r.peerMemory))
	row("model", megabytes(r.modelBytes), "≤ "+megabytes(wantModel), "–")
	row("program file", megabytes(r.program.size), "", "–")

	if p := r.program; p.whole.clock > 0 {
		fmt.Fprintf(out, "\nisnad analyze --format conllu, whole corpus: %s words/s, %s words/CPU s, start, reading and writing included\n",
			thousands(rate(p.words, p.whole.clock)), thousands(rate(p.words, p.whole.processor)))
	}
	fmt.Fprintf(out, "\nround   isnad trees   isnad tags   CoreNLP   (words/s)\n")
	for i := range r.trees {
		peer := "–"
		if i < len(r.peer) {
			peer = thousands(rate(r.sampleWords, r.peer[i].clock))
		}
		fmt.Fprintf(out, "%5d %13s %12s %9s\n", i+1, thousands(rate(r.sampleWords, r.trees[i].clock)), thousands(rate(r.sampleWords, r.tags[i].clock)), peer)
	}
	fmt.Fprintln(out)
}

func loadAverage() string {
	data, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return ""
	}
	return ", load average " + strings.Fields(string(data))[0] + " (this benchmark is 1 of it)"
}

// thousands writes a figure; "–" where there is none.
func thousands(f float64) string {
	if f == 0 {
		return "–"
	}
	s := strconv.FormatFloat(f, 'f', 0, 64)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func seconds(d time.Duration) string {
	if d == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f s", d.Seconds())
}

func megabytes(n int64) string {
	if n == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
