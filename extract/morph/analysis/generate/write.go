package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

const lexiconHead = `# Arabic morphological lexicon. Made by generate; do not edit, see nouns.txt, masdars.txt, names.txt and functions.txt for additions.
# Source: Camel Morph MSA (LREC-COLING 2024), https://github.com/CAMeL-Lab/camel_morph, licence CC BY 4.0: verbs, adjectives,
# numerals, names and the affix tables. Changed: vowels dropped, paradigms written out, stems of one spelling joined, rare words left out.
# Source of the names of towns and divisions: GeoNames (https://www.geonames.org), licence CC BY 4.0, selected; see package places.
# Common nouns, further names, verbal nouns, participles and function words are isnad's own (Apache-2.0). A mark ~ (no witness) is derived from
# word counts of ANERcorp (CAMeL split, CC BY-SA 4.0) and AQMAR (CC BY-SA 3.0); no text of either is here.
# T: the tags, one a line, part of speech and features. P: the paradigms, one a line: prefix-suffix, + only before a pronoun,
# * also before one, : the tags. L: lemma (right spelling), its marks (of a verb t with, i without object; ~ no witness), then
# stem=paradigms; the stem is left out where it is the lemma in look-up spelling. Tags and paradigms are numbered from 0, in the order of their lines.
`

// write writes the lexicon, gzipped text. The file appears whole or not at
// all: a build that runs meanwhile embeds the old one.
func (c *collection) write(path string) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".lexicon-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	z, err := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(z)
	c.dump(b)
	if err := errors.Join(b.Flush(), z.Close(), f.Chmod(0o644), f.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return os.Rename(f.Name(), path)
}

func (c *collection) dump(w io.Writer) {
	fmt.Fprint(w, lexiconHead)
	byStem := map[stemKey][][]slot{}
	for key, cells := range c.stems {
		byStem[key] = paradigms(cells)
	}
	for key, words := range c.fixed {
		var slots []slot
		for w := range words {
			slots = append(slots, slot{"-" + w.mark, w.tag})
		}
		slices.SortFunc(slots, func(a, b slot) int { return cmp.Or(cmp.Compare(a.affixes, b.affixes), cmp.Compare(a.tag, b.tag)) })
		byStem[key] = append(byStem[key], slots)
	}
	var tags, paradigms counter
	for _, list := range byStem {
		for _, slots := range list {
			for _, s := range slots {
				tags.add(s.tag)
			}
		}
	}
	tagNumber := tags.numbers()
	for _, t := range tags.order {
		fmt.Fprintf(w, "T\t%s\n", t)
	}
	text := map[stemKey][]string{}
	for key, list := range byStem {
		for _, slots := range list {
			p := paradigmText(slots, tagNumber)
			text[key] = append(text[key], p)
			paradigms.add(p)
		}
	}
	number := paradigms.numbers()
	for _, p := range paradigms.order {
		fmt.Fprintf(w, "P\t%s\n", p)
	}
	byLemma := map[string][]string{}
	for key := range byStem {
		s := key.stem
		if s == norm(key.lemma) {
			s = ""
		} else if s == "" {
			s = "-"
		}
		var numbers []string
		for _, p := range text[key] {
			numbers = append(numbers, strconv.Itoa(number[p]))
		}
		byLemma[key.lemma] = append(byLemma[key.lemma], s+"="+strings.Join(numbers, ","))
	}
	lemmas := make([]string, 0, len(byLemma))
	for l := range byLemma {
		lemmas = append(lemmas, l)
	}
	slices.Sort(lemmas)
	for _, l := range lemmas {
		slices.Sort(byLemma[l])
		mark := sorted(c.trans[l])
		if c.rare[l] {
			mark += "~"
		}
		fmt.Fprintf(w, "L\t%s\t%s\t%s\n", l, mark, strings.Join(byLemma[l], " "))
	}
}

func sorted(letters string) string {
	b := []byte(letters)
	slices.Sort(b)
	return string(b)
}

// paradigmText writes the slots of a paradigm, the tags of one affix pair together.
func paradigmText(slots []slot, tag map[string]int) string {
	var b strings.Builder
	last := ""
	for i, s := range slots {
		if i > 0 && s.affixes == last {
			fmt.Fprintf(&b, ",%d", tag[s.tag])
			continue
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%s:%d", s.affixes, tag[s.tag])
		last = s.affixes
	}
	return b.String()
}

// counter numbers strings, the most frequent first.
type counter struct {
	count map[string]int
	order []string
}

func (c *counter) add(s string) {
	if c.count == nil {
		c.count = map[string]int{}
	}
	c.count[s]++
}

func (c *counter) numbers() map[string]int {
	for s := range c.count {
		c.order = append(c.order, s)
	}
	slices.SortFunc(c.order, func(a, b string) int {
		return cmp.Or(cmp.Compare(c.count[b], c.count[a]), cmp.Compare(a, b))
	})
	out := map[string]int{}
	for i, s := range c.order {
		out[s] = i
	}
	return out
}
