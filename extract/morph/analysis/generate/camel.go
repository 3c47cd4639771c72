package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// row is one line of a Camel Morph table, by column name.
type row map[string]string

// readTable reads one of the tables.
func readTable(folder, name string) ([]row, error) {
	f, err := os.Open(filepath.Join(folder, name+".csv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	lines, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	rows := make([]row, 0, len(lines))
	for _, line := range lines[1:] {
		m := row{}
		for i, cell := range line {
			if i < len(lines[0]) {
				m[lines[0][i]] = strings.TrimSpace(cell)
			}
		}
		rows = append(rows, m)
	}
	return rows, nil
}

// morph is one allomorph of an affix or buffer: Camel Morph writes what it
// requires (COND-T, terms in a row) and what it sets (COND-S).
type morph struct {
	form     string
	feats    map[string]string
	requires []string
	sets     []string
}

// grammar holds the allomorphs of every class, those with the same features
// together: they are alternatives, and "else" is said among them.
type grammar map[string][][]morph

func readGrammar(rows []row) grammar {
	g := grammar{}
	index := map[string]int{}
	for _, r := range rows {
		if r["DEFINE"] != "MORPH" {
			continue
		}
		class := r["CLASS"]
		m := morph{form: blank(r["FORM"]), feats: feats(r["FEAT"]), requires: strings.Fields(r["COND-T"]), sets: conditions(r["COND-S"])}
		key := class + " " + r["FEAT"]
		at, ok := index[key]
		if !ok {
			at = len(g[class])
			index[key] = at
			g[class] = append(g[class], nil)
		}
		g[class][at] = append(g[class][at], m)
	}
	return g
}

func blank(form string) string {
	if form == "_" {
		return ""
	}
	return form
}

func conditions(s string) []string {
	var out []string
	for _, c := range strings.Fields(s) {
		if c != "_" {
			out = append(out, c)
		}
	}
	return out
}

func feats(s string) map[string]string {
	m := map[string]string{}
	for _, f := range strings.Fields(s) {
		if k, v, ok := strings.Cut(f, ":"); ok {
			m[k] = v
		}
	}
	return m
}

// state is the set of conditions that the pieces of a word set.
type state map[string]bool

func stateOf(lists ...[]string) state {
	s := state{}
	for _, l := range lists {
		for _, c := range l {
			s[c] = true
		}
	}
	return s
}

// holds evaluates one term: alternatives by ||, ! for not.
func (s state) holds(term string) bool {
	if term == "_" || term == "" {
		return true
	}
	for _, alternative := range strings.Split(term, "||") {
		name, not := strings.CutPrefix(alternative, "!")
		if s[name] != not {
			return true
		}
	}
	return false
}

// choose returns the alternatives whose terms hold, read as a decision tree:
// "else" holds where no sibling does.
func (s state) choose(alternatives []morph, depth int) []morph {
	var out []morph
	branches := map[string][]morph{}
	var order []string
	for _, m := range alternatives {
		if len(m.requires) <= depth {
			out = append(out, m)
			continue
		}
		term := m.requires[depth]
		if branches[term] == nil {
			order = append(order, term)
		}
		branches[term] = append(branches[term], m)
	}
	taken := false
	for _, term := range order {
		if term != "else" && s.holds(term) {
			taken = true
			out = append(out, s.choose(branches[term], depth+1)...)
		}
	}
	if !taken && branches["else"] != nil {
		out = append(out, s.choose(branches["else"], depth+1)...)
	}
	return out
}

// pick returns the first alternative of a class that holds.
func (s state) pick(g grammar, class string) (morph, bool) {
	for _, group := range g[class] {
		if m := s.choose(group, 0); len(m) > 0 {
			return m[0], true
		}
	}
	return morph{}, false
}

// requirement reports whether a stem's own terms hold.
func (s state) requirement(terms []string) bool {
	for _, t := range terms {
		if !s.holds(t) {
			return false
		}
	}
	return true
}
