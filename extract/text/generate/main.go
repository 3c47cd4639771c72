// Command generate makes bigrams.txt of package text: how likely each Arabic
// letter is behind each other, by which text of undeclared encoding is told.
//
//	ISNAD_DATA=/path/to/data go generate ./extract/text
//
// The data folder holds
//
//	ner/ANERCorp_CamelLab_train.txt   ANERcorp, CAMeL split, CC BY-SA 4.0
//	ner/aqmar/*.txt                   AQMAR Wikipedia articles, CC BY-SA 3.0
//
// both a word and its tag a line.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const head = `# Bigrams of Arabic letters. Made by generate/main.go; do not edit.
# Source: ANERcorp, CAMeL split, training part (CC BY-SA 4.0), and AQMAR, 28 articles of the Arabic Wikipedia (CC BY-SA 3.0): %d words.
# Derived: counts of letter pairs only, without diacritics. Licence of this file: CC BY-SA 4.0.
# A row is a letter, - the edge of a word; a column is what follows it. A cell is 10 log2(p(column|row) %d), so 0 is what chance gives;
# counts have %g added.
`

// letters are the edge of a word and the letters of the table.
var letters = []rune("-ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي")

const smoothing = 0.5

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "folder of the sources")
	out := flag.String("out", ".", "folder to write to")
	flag.Parse()
	if *data == "" {
		log.Fatal("generate: -data is required")
	}
	if err := run(*data, *out); err != nil {
		log.Fatal("generate: ", err)
	}
}

func run(data, out string) error {
	files, err := filepath.Glob(filepath.Join(data, "ner/aqmar/*.txt"))
	if err != nil {
		return err
	}
	files = append(files, filepath.Join(data, "ner/ANERCorp_CamelLab_train.txt"))
	counts := make([][]int, len(letters))
	for i := range counts {
		counts[i] = make([]int, len(letters))
	}
	words := 0
	for _, name := range files {
		n, err := count(name, counts)
		if err != nil {
			return fmt.Errorf("counting %s: %w", name, err)
		}
		words += n
	}
	if words == 0 {
		return errors.New("no words in " + data)
	}
	return os.WriteFile(filepath.Join(out, "bigrams.txt"), []byte(table(counts, words)), 0o644)
}

// count adds the letter pairs of a file and returns its number of words.
func count(name string, counts [][]int) (words int, err error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		word, _, _ := strings.Cut(lines.Text(), " ")
		last, any := 0, false
		for _, r := range word {
			if r == 'ـ' || r >= '\u064b' && r <= '\u0652' {
				continue
			}
			at := max(slices.Index(letters, r), 0)
			if at != 0 || last != 0 {
				counts[last][at]++
			}
			last, any = at, any || at != 0
		}
		if last != 0 {
			counts[last][0]++
		}
		if any {
			words++
		}
	}
	return words, lines.Err()
}

func table(counts [][]int, words int) string {
	var b strings.Builder
	fmt.Fprintf(&b, head, words, len(letters), smoothing)
	b.WriteString(" ")
	for _, r := range letters {
		fmt.Fprintf(&b, "\t%c", r)
	}
	b.WriteString("\n")
	for i, row := range counts {
		total := smoothing * float64(len(letters))
		for _, n := range row {
			total += float64(n)
		}
		fmt.Fprintf(&b, "%c", letters[i])
		for _, n := range row {
			p := (float64(n) + smoothing) / total
			fmt.Fprintf(&b, "\t%d", int(math.Round(10*math.Log2(p*float64(len(letters))))))
		}
		b.WriteString("\n")
	}
	return b.String()
}
