package parse

import "testing"

// TestRule checks which arcs break a rule, on spellings alone.
func TestRule(t *testing.T) {
	s := &sentence{
		nodes: make([]node, 6),
		seen:  make([]uint32, 7*32),
		forms: []spelling{
			{},
			{noun: true, article: true},
			{noun: true, bare: true},
			{complementizer: true},
			{noun: true, nominative: true},
			{noun: true, article: true},
		},
	}
	for _, c := range []struct{ h, m, want int }{
		{1, 2, genitiveOfAnArticle}, // الحراس نار: no construct with a definite first part
		{5, 2, keepsRules},          // what stands before its head is no genitive
		{1, 3, backwardComplementizer},
		{5, 3, keepsRules},
		{4, 5, genitiveOfNominative}, // مسلحون القرية
		{2, 4, keepsRules},           // a construct with an indefinite first part
	} {
		if got := s.rule(c.h, c.m); got != c.want {
			t.Errorf("arc %d → %d breaks rule %d, want %d", c.h, c.m, got, c.want)
		}
	}
}

// TestBars checks which relations to a verb the grammar rules out.
func TestBars(t *testing.T) {
	names := []string{"nsubj", "obj", "obl"}
	verb := node{upos: verbTag, agree: masculine<<4 | singular}
	tr := &tree{
		sentence: &sentence{nodes: []node{{}, verb, {upos: nounTag}, {upos: nounTag}, {upos: nounTag}},
			forms: []spelling{{}, {}, {noun: true, taMarbuta: true}, {noun: true, oblique: true}, {noun: true, nominative: true}}},
		heads:    []int{0, 0, 1, 1, 1},
		children: [][]int{{1}, {2, 3, 4}, nil, nil, nil},
		labels:   []int{0, -1, -1, -1, -1},
	}
	for _, c := range []struct {
		word     int
		relation string
		want     bool
	}{
		{2, "nsubj", true},  // a feminine right behind a masculine verb
		{2, "obj", false},   //
		{3, "nsubj", true},  // المسلحين
		{3, "obj", false},   //
		{4, "obj", true},    // المسلحون
		{4, "nsubj", false}, //
		{4, "obl", false},
	} {
		if got := tr.bars(c.word, c.relation, names); got != c.want {
			t.Errorf("word %d as %s: barred %v, want %v", c.word, c.relation, got, c.want)
		}
	}
	tr.labels[4] = 0
	if !tr.bars(3, "nsubj:pass", names) || !tr.bars(2, "nsubj", names) {
		t.Error("a second subject is not barred")
	}
}
