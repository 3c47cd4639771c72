package main

import (
	"bufio"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// words knows what else a single word can be than a place's name.
type words struct {
	common, place, person, any map[string]int // occurrences by folded word: outside names, in places', in persons', all
	given                      map[string]bool
}

func readWords(data string) (*words, error) {
	w := &words{common: map[string]int{}, place: map[string]int{}, person: map[string]int{}, any: map[string]int{}, given: map[string]bool{}}
	if err := w.readCorpus(filepath.Join(data, "ner/ANERCorp_CamelLab_train.txt")); err != nil {
		return nil, err
	}
	return w, w.readGivenNames(filepath.Join(data, "camel_morph/MSA-Noun-Prop-LEX.csv"))
}

// readCorpus counts the words of a corpus with named entities marked.
func (w *words) readCorpus(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		word, tag, ok := strings.Cut(lines.Text(), " ")
		if !ok {
			continue
		}
		word = fold(word)
		w.any[word]++
		switch {
		case tag == "O":
			w.common[word]++
		case strings.HasSuffix(tag, "PERS"):
			w.person[word]++
		case strings.HasSuffix(tag, "LOC"):
			w.place[word]++
			if rest, ok := cutProclitic(word); ok {
				w.place[rest]++
			}
		}
	}
	return lines.Err()
}

func cutProclitic(word string) (string, bool) {
	for _, p := range []string{"لل", "بال", "وال"} {
		if rest, ok := strings.CutPrefix(word, p); ok {
			return "ال" + rest, true
		}
	}
	for _, p := range proclitics {
		if rest, ok := strings.CutPrefix(word, p); ok {
			return rest, true
		}
	}
	return "", false
}

// readGivenNames reads the proper nouns of persons that have an Arabic root.
func (w *words) readGivenNames(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return err
	}
	head := rows[0]
	root, form, feat := slices.Index(head, "ROOT"), slices.Index(head, "FORM"), slices.Index(head, "FEAT")
	for _, row := range rows[1:] {
		if row[root] != "NTWS" && strings.Contains(row[feat], "rat:r") {
			w.given[fold(arabic.Replace(row[form]))] = true
		}
	}
	return nil
}

// arabic turns Buckwalter transliteration into letters and drops its marks.
var arabic = strings.NewReplacer(
	"'", "ء", "|", "آ", ">", "أ", "&", "ؤ", "<", "إ", "}", "ئ", "A", "ا", "b", "ب", "p", "ة", "t", "ت", "v", "ث", "j", "ج",
	"H", "ح", "x", "خ", "d", "د", "*", "ذ", "r", "ر", "z", "ز", "s", "س", "$", "ش", "S", "ص", "D", "ض", "T", "ط", "Z", "ظ",
	"E", "ع", "g", "غ", "f", "ف", "q", "ق", "k", "ك", "l", "ل", "m", "م", "n", "ن", "h", "ه", "w", "و", "Y", "ى", "y", "ي",
	"{", "ا", "a", "", "i", "", "u", "", "o", "", "~", "", "F", "", "N", "", "K", "", "`", "")

var proclitics = []string{"و", "ف", "ب", "ل", "ك"}

// drop reports whether a further name of a place is better left out: a
// foreign town's odd spelling that is also a word.
func (w *words) drop(name string, t town) bool {
	return !strings.Contains(arabStates, t.country) && strings.ContainsAny(w.flags(name, t.population), "cp")
}

// flags returns the marks of a name that is one word, "" for none.
func (w *words) flags(name string, population int) string {
	n := fold(name)
	if strings.Contains(n, " ") {
		return ""
	}
	var flags string
	common, place, person := w.common[n], w.place[n], w.person[n]
	if common > max(1, 2*place) || common > 0 && place == 0 && population < minTown || len([]rune(n)) < 3 {
		flags += "c"
	}
	if common > frequent && place == 0 {
		flags += "n"
	}
	if person > place && (population < 10*minTown || person > 2*place+3) || w.given[n] && place == 0 && population < 10*minTown {
		flags += "p"
	}
	for _, p := range proclitics {
		if w.any[p+n] > 2*place+w.place[p+n] || p == "ل" && strings.HasPrefix(n, "ال") && w.any["ل"+strings.TrimPrefix(n, "ا")] > 2*place {
			flags += p
		}
	}
	return flags
}

// frequent is how often a word stands in the corpus that is hardly ever meant
// as the place of its name.
const frequent = 8
