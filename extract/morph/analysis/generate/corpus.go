package main

import (
	"bufio"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Clitics cut off a token of a corpus to find the words in it.
var (
	proclitics = []string{"و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وس", "فس", "فل"}
	enclitics  = []string{"ه", "ها", "هم", "هما", "هن", "نا", "ي", "ني", "ك", "كم"}
)

// witnesses are the words that a corpus has, each with and without what may
// be a clitic.
type witnesses map[string]bool

func readWitnesses(folder string) (witnesses, error) {
	w := witnesses{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return w.read(path)
	})
	return w, err
}

func (w witnesses) read(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if word, _, ok := strings.Cut(lines.Text(), " "); ok {
			w.add(norm(word))
		}
	}
	return lines.Err()
}

func (w witnesses) add(token string) {
	heads := []string{token}
	for _, p := range proclitics {
		if rest, ok := strings.CutPrefix(token, p); ok && len(rest) >= 4 {
			heads = append(heads, rest)
		}
	}
	if rest, ok := strings.CutPrefix(token, "لل"); ok {
		heads = append(heads, "ال"+rest, rest)
	}
	for _, h := range heads {
		w[h] = true
		for _, e := range enclitics {
			if rest, ok := strings.CutSuffix(h, e); ok && len(rest) >= 6 {
				w[rest+"+"] = true
			}
		}
	}
}

// seen reports whether one of the forms of a stem occurs.
func (w witnesses) seen(stem string, cells map[cell]*readings) bool {
	for k, r := range cells {
		word := k.prefix + stem + k.suffix
		if r.free && w[word] || r.bound && w[word+"+"] {
			return true
		}
	}
	return false
}

// markRare marks the lemmas without witness and drops those that may be left
// out (see addVerbs).
func (c *collection) markRare(w witnesses, archaic map[string][]string) {
	seen := map[string]bool{}
	for key, cells := range c.stems {
		if !seen[key.lemma] && w.seen(key.stem, cells) {
			seen[key.lemma] = true
		}
	}
	for key := range c.fixed {
		seen[key.lemma] = true
	}
	for key := range c.stems {
		if seen[key.lemma] {
			continue
		}
		verbs, drop := archaic[key.lemma]
		for _, v := range verbs {
			drop = drop && !seen[v]
		}
		if drop && !c.keep[key.lemma] {
			delete(c.stems, key)
			continue
		}
		c.rare[key.lemma] = true
	}
}
