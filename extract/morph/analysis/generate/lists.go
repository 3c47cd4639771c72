package main

import (
	"bufio"
	"fmt"
	"os"
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
		word, bound := fields[0], strings.Fields(fields[len(fields)-1])
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
					c.fix(word, b, fixedWord{"+", tag})
				}
			}
			c.fix(word, word, fixedWord{mark, tag})
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
