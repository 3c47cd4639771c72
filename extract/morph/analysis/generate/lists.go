package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// fixedWord is a reading of a word that has no paradigm; mark is that of
// paradigm.
type fixedWord struct{ mark, tag string }

// readList calls use with the fields of each line of a list: parts between
// bars, without white space around them.
func readList(path string, use func(fields []string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		if err := use(fields); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return lines.Err()
}

// readFunctions adds the function words. Bars stand between features too, so
// the fields are the first, the last and what is between.
func (c *collection) readFunctions(path string) error {
	return readList(path, func(fields []string) error {
		if len(fields) < 3 {
			return fmt.Errorf("%q: want word | tags | bound form", fields[0])
		}
		word, head, other := strings.Cut(fields[0], "=")
		if !other {
			head = word
		}
		bound := strings.Fields(fields[len(fields)-1])
		if strings.Contains(word, " ") {
			return nil // a phrase, for the reader
		}
		for _, tag := range strings.Split(strings.Join(fields[1:len(fields)-1], "|"), ";") {
			tag = strings.TrimSpace(tag)
			if !strings.Contains(tag, " ") {
				tag += " _"
			}
			mark := ""
			for _, b := range bound {
				if b == "*" {
					mark = "*"
				} else {
					c.fix(head, b, fixedWord{"+", tag})
				}
			}
			c.fix(head, word, fixedWord{mark, tag})
		}
		return nil
	})
}

func (c *collection) fix(lemma, form string, w fixedWord) {
	key := stemKey{lemma, norm(form)}
	if c.fixed[key] == nil {
		c.fixed[key] = map[fixedWord]bool{}
	}
	c.fixed[key][w] = true
}

// otherParts gives the part of speech of Camel Morph's other words.
var otherParts = map[string]string{
	"pron_dem": "PRON", "pron_rel": "PRON", "pron": "PRON", "pron_exclam": "PRON", "adv": "ADV", "adv_rel": "ADV", "prep": "ADP",
	"conj": "CCONJ", "conj_sub": "SCONJ", "interj": "INTJ", "part": "PART", "part_neg": "PART Polarity=Neg", "part_interrog": "ADV",
	"part_voc": "PART", "part_restrict": "PART", "part_focus": "PART", "part_fut": "PART", "part_verb": "PART", "part_connect": "PART",
	"verb_pseudo": "PART", "verb_nom": "VERB", "noun": "NOUN",
}

// readOthers adds the indeclinable words of Camel Morph that have no clitic
// of their own.
func (c *collection) readOthers(folder string) error {
	rows, err := readTable(folder, "MSA-Other-LEX")
	if err != nil {
		return err
	}
	for _, r := range rows {
		f := feats(r["FEAT"])
		tag := otherParts[f["pos"]]
		whole := f["prc1"] == "" && f["prc0"] == "" && f["enc0"] == ""
		form := arabic(r["FORM"])
		if tag == "" || !whole || len([]rune(form)) < 2 || strings.Contains(r["COND-T"], "MS") {
			continue
		}
		if !strings.Contains(tag, " ") {
			tag += " _"
		}
		mark := ""
		if r["COND-T"] == "enc0" {
			mark = "+"
		} else if r["CLASS"] == "[STEM]" || r["CLASS"] == "[STEM-CONJ-PRON]" {
			mark = "*"
		}
		c.fix(lemma(r["LEMMA"]), form, fixedWord{mark, tag})
	}
	return nil
}

// readNouns adds the nouns of a list: singular | plurals | gender.
func (n *nominals) readNouns(path string) error {
	return readList(path, func(fields []string) error {
		if len(fields) != 3 || fields[2] != "m" && fields[2] != "f" {
			return fmt.Errorf("%q: want singular | plurals | m or f", fields[0])
		}
		n.noun(fields[0], strings.Fields(fields[1]), fields[2], "")
		return nil
	})
}

// noun declines a noun with its plurals.
func (n *nominals) noun(singular string, plurals []string, gender, extra string) {
	lemma := singular
	n.declineWord(lemma, singular, map[string]string{"gen": gender, "extra": extra}, "")
	for _, p := range plurals {
		switch p {
		case "-ات":
			base := strings.TrimSuffix(singular, "ة")
			n.sound(lemma, base, gender, "FP", extra)
		case "-ون":
			n.sound(lemma, singular, gender, "MP", extra)
		default:
			n.declineWord(lemma, p, map[string]string{"gen": gender, "num": "p", "extra": extra}, "p")
		}
	}
}

// declineWord adds the forms of a written singular or broken plural, with the
// duals of a singular.
func (n *nominals) declineWord(lemma, word string, own map[string]string, number string) {
	if older := strings.ReplaceAll(word, "ؤو", "ئو"); older != word { // شؤون شئون
		n.declineWord(lemma, older, own, number)
	}
	form := latin(word)
	s := stem{lemma: lemma, feats: own}
	base, feminine := strings.CutSuffix(form, "p")
	switch {
	case feminine:
		s.form, s.requires = base, []string{"FS||FD"}
		if strings.HasSuffix(base, ">") {
			s.form, s.sets = strings.TrimSuffix(base, ">"), []string{"#a>"}
		}
	default:
		s.form, s.sets = wordConditions(form)
		s.requires = []string{"MS||MD"}
		if number == "p" && strings.HasSuffix(form, "A'") || strings.HasSuffix(form, "Y") {
			s.sets = append(s.sets, "#dip")
		}
	}
	if number == "p" {
		s.requires = []string{strings.TrimSuffix(strings.TrimSuffix(s.requires[0], "||MD"), "||FD")}
	}
	n.decline(s, "NOUN")
}

// sound adds a sound plural; kind is MP or FP.
func (n *nominals) sound(lemma, base, gender, kind, extra string) {
	form, sets := wordConditions(latin(base))
	if strings.HasSuffix(base, "ي") && kind == "MP" && len([]rune(base)) < 5 {
		form, sets = strings.TrimSuffix(latin(base), "y"), nil
		form += "y"
	}
	own := map[string]string{"num": "p", "extra": extra}
	if kind == "MP" || gender == "f" {
		own["gen"] = gender
	}
	n.decline(stem{lemma: lemma, form: form, sets: sets, requires: []string{kind}, feats: own}, "NOUN")
}

// readMasdars adds the verbal nouns of form I: verb | nouns.
func (n *nominals) readMasdars(path string) error {
	return readList(path, func(fields []string) error {
		if len(fields) != 2 {
			return fmt.Errorf("%q: want verb | verbal nouns", fields[0])
		}
		for _, noun := range strings.Fields(fields[1]) {
			n.verbalNoun(noun)
		}
		return nil
	})
}

// readNames adds proper names that take no endings: name | m, f or nothing.
func (c *collection) readNames(path string) error {
	return readList(path, func(fields []string) error {
		if !strings.Contains(fields[0], " ") && len(fields) > 1 {
			c.name(fields[0], fields[1])
		}
		return nil
	})
}

func (c *collection) name(word, gender string) {
	tag := "PROPN Number=Sing"
	if g := genders[gender]; g != "" {
		tag = "PROPN " + g + "|Number=Sing"
	}
	c.fix(word, word, fixedWord{"", tag})
}

// Places are taken from GeoNames where they are of one word, and from this
// number of people on: in the Arab states, and elsewhere.
const (
	arabTown  = 10000
	otherTown = 50000
)

const arabStates = "DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE"

// readPlaces adds the names of towns and divisions of one word.
func (c *collection) readPlaces(folder string) error {
	rows, err := readTabs(filepath.Join(folder, "geonames_ar.tsv"), 11)
	if err != nil {
		return err
	}
	for _, r := range rows {
		people, _ := strconv.Atoi(r[10])
		if people >= otherTown || people >= arabTown && strings.Contains(arabStates, r[7]) || r[6] == "PPLC" {
			c.place(r[1])
		}
	}
	if rows, err = readTabs(filepath.Join(folder, "admin_ar.tsv"), 2); err != nil {
		return err
	}
	for _, r := range rows {
		c.place(r[1])
	}
	return nil
}

func (c *collection) place(name string) {
	name = strings.TrimSpace(name)
	for _, r := range name {
		if r != 'آ' && (r < 'ء' || r > 'ي' || r == 'ـ') {
			return
		}
	}
	if len([]rune(name)) > 2 {
		c.name(name, "f")
	}
}

func readTabs(path string, columns int) ([][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var rows [][]string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if r := strings.Split(lines.Text(), "\t"); len(r) >= columns && lines.Text()[0] != '#' {
			rows = append(rows, r)
		}
	}
	return rows, lines.Err()
}
