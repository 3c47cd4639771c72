package analysis

import (
	"bufio"
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/isnad-project/isnad/extract/text"
)

// TestCoverage measures, on the treebank that ISNAD_TREEBANK names, the share
// of words whose part of speech is among the analyses.
func TestCoverage(t *testing.T) {
	path := os.Getenv("ISNAD_TREEBANK")
	if path == "" {
		t.Skip("ISNAD_TREEBANK is not set")
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	l := Default()
	total, hit, known, guessed, readings := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	missed := map[string]map[string]int{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		c := strings.Split(lines.Text(), "\t")
		if len(c) < 10 || strings.ContainsAny(c[0], "-.") || c[3] == "PUNCT" || c[3] == "SYM" || strings.ContainsAny(c[1], "0123456789") {
			continue
		}
		form, pos := text.Norm(c[1]), c[3]
		total[pos]++
		m := l.Mask(form)
		if m != 0 {
			known[pos]++
		}
		found := m&posMasks[pos] != 0
		if found {
			hit[pos]++
			guessed[pos]++
		} else {
			if missed[pos] == nil {
				missed[pos] = map[string]int{}
			}
			missed[pos][form]++
			for _, a := range l.Guess(form) {
				if m == 0 && a.POS == pos {
					guessed[pos]++
					break
				}
			}
		}
		for p, bit := range posMasks {
			if p != "AUX" && m&bit != 0 {
				readings[pos]++
			}
		}
	}
	var all, good int
	for _, pos := range keys(total) {
		all, good = all+total[pos], good+hit[pos]
		t.Logf("%-6s %5d  pos among analyses %5.1f%%  with guesses %5.1f%%  known %5.1f%%  parts of speech per word %.2f", pos, total[pos],
			100*float64(hit[pos])/float64(total[pos]), 100*float64(guessed[pos])/float64(total[pos]), 100*float64(known[pos])/float64(total[pos]), float64(readings[pos])/float64(total[pos]))
		words := keys(missed[pos])
		sort.SliceStable(words, func(i, j int) bool { return missed[pos][words[i]] > missed[pos][words[j]] })
		if os.Getenv("ISNAD_MISSED") == pos {
			t.Log(words)
		}
	}
	t.Logf("all    %5d  %.1f%%", all, 100*float64(good)/float64(all))
}

func keys(m map[string]int) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
