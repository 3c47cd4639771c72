package events

import (
	"slices"
	"strings"

	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/syntax"
	"github.com/isnad-project/isnad/extract/text"
)

// argument is a phrase beside a predicate, or a pronoun attached to a
// preposition.
type argument struct {
	prep   string // "" for a phrase without preposition
	phrase syntax.Phrase
	// pronoun is the word that bears the pronoun, -1 for a phrase.
	pronoun int
	// nested is set behind a phrase that is itself an event: what follows
	// belongs rather to that.
	nested bool
}

// clause is what stands to the right of a predicate up to the clause's end.
type clause struct {
	bare    []argument // phrases without preposition, in order
	preps   []argument
	times   []int // indices into the sentence's times
	content int   // first word of a content clause (أن …, after a colon), -1
	end     int   // first word that is not in the clause
}

// agentPhrases are the complex prepositions of a passive's agent.
var agentPhrases = map[string][]string{
	"على": {"يد", "ايدي", "يدي", "أيدي"},
	"من":  {"قبل", "جانب", "طرف", "لدن"},
}

// byAgent is the preposition under which agent phrases are kept.
const byAgent = "على يد"

// maxClause bounds how many words a predicate's clause is looked for.
const maxClause = 60

// clauseAfter collects what stands from word i on until the clause ends.
func (x *extractor) clauseAfter(i int) clause {
	c := clause{content: -1}
	comma, nested := false, false
	limit := min(len(x.s.Words), i+maxClause)
	for i < limit {
		w := &x.s.Words[i]
		if t := x.s.TimeAt[i]; t >= 0 {
			c.times = append(c.times, t)
			i = x.s.Times[t].Last
			continue
		}
		if w.Class == text.Punct {
			switch {
			case morph.IsQuote(w.Norm):
			case w.Norm == "،" || w.Norm == ",":
				if j := x.adjunct(&c, i); j > i {
					i = j
				} else {
					comma = true
				}
			case w.Norm == "(" || w.Norm == "-" || w.Norm == "–":
				if j := x.closing(i); j > i {
					i = j
				}
			case w.Norm == ":":
				c.content, c.end = i+1, i
				return c
			default:
				c.end = i
				return c
			}
			i++
			continue
		}
		if w.POS == morph.Participle && w.Det && x.s.Predicative(i) {
			i = x.afterComplement(i)
			continue
		}
		next, stop := x.argument(&c, i, comma, &nested)
		if stop {
			c.end = i
			if w.POS == morph.Subordinator && w.Note == "that" {
				c.content = i + 1
			}
			return c
		}
		i = next
	}
	c.end = i
	return c
}

// afterComplement returns the word behind a participle and the one
// prepositional phrase that it governs.
func (x *extractor) afterComplement(i int) int {
	if p, ok := x.s.NounPhrase(i + 2); ok {
		return p.Next
	}
	return i + 2
}

// adjunct passes over a time between commas (استعاد الجيش، مساء أمس، المدينة)
// that opens at i, and returns the closing comma, or i where there is none.
func (x *extractor) adjunct(c *clause, i int) int {
	j := i + 1
	if j < len(x.s.Words) && x.s.Words[j].POS == morph.Preposition {
		j++
	}
	if j >= len(x.s.Words) || x.s.TimeAt[j] < 0 {
		return i
	}
	t := x.s.TimeAt[j]
	j = x.s.Times[t].Last
	if j >= len(x.s.Words) || x.s.Words[j].Norm != "،" {
		return i
	}
	c.times = append(c.times, t)
	return j
}

// closing returns the word of the mark that closes a parenthesis opened at i,
// or i where none does within a few words.
func (x *extractor) closing(i int) int {
	want := map[string]string{"(": ")", "-": "-", "–": "–"}[x.s.Words[i].Norm]
	for j := i + 1; j < len(x.s.Words) && j < i+25; j++ {
		if x.s.Words[j].Norm == want {
			return j
		}
	}
	return i
}

// argument takes one argument at word i and returns the word after it; stop
// says that the clause ends before i.
func (x *extractor) argument(c *clause, i int, comma bool, nested *bool) (next int, stop bool) {
	w := &x.s.Words[i]
	switch w.POS {
	case morph.Adverb, morph.Particle:
		return i + 1, w.Conj != "" && w.POS == morph.Particle
	case morph.Negation:
		return i + 1, w.Stem != "عدم" && w.Stem != "غير" && w.Stem != "دون"
	case morph.Verb, morph.Subordinator, morph.Relative, morph.Conjunction, morph.PersonalPronoun:
		return i, true
	case morph.Preposition:
		return x.prepositional(c, i, nested)
	}
	if w.POS == morph.Quantifier && w.Suffix != "" { // كلهم
		return i + 1, false
	}
	if w.POS == morph.Adjective && w.Accusative && w.Country == "" && strings.HasSuffix(w.Stem, "يا") && w.Prep == "" && w.Conj == "" { // أحاديا, عالميا
		return i + 1, false
	}
	p, ok := x.s.NounPhrase(i)
	if !ok {
		return i + 1, w.POS != morph.Demonstrative
	}
	if first := &x.s.Words[p.First]; first.Prep != "" {
		x.addPreposition(c, first.Prep, p, nested)
		return p.Next, false
	}
	if w.Conj != "" {
		return i, true
	}
	if !comma && len(c.bare) < 3 {
		for _, q := range append([]syntax.Phrase{p}, p.Conjuncts...) {
			c.bare = append(c.bare, argument{phrase: q, pronoun: -1, nested: *nested})
		}
		if x.actsLike(p.Head) {
			*nested = true
		}
	}
	return p.Next, false
}

// prepositional takes the prepositional phrase at word i.
func (x *extractor) prepositional(c *clause, i int, nested *bool) (next int, stop bool) {
	w := &x.s.Words[i]
	if w.Suffix != "" {
		prep := w.Stem
		if prep == "" {
			prep = w.Prep
		}
		c.preps = append(c.preps, argument{prep: bareForm(prep), pronoun: i, nested: *nested})
		return i + 1, false
	}
	prep, at := bareForm(w.Stem), i+1
	if at < len(x.s.Words) && !x.s.Words[at].Det && slices.Contains(agentPhrases[prep], x.s.Words[at].Stem) && x.s.TimeAt[at] < 0 {
		prep, at = byAgent, at+1
	}
	if at >= len(x.s.Words) {
		return at, false
	}
	if t := x.s.TimeAt[at]; t >= 0 {
		return at, false
	}
	p, ok := x.s.NounPhrase(at)
	if !ok || x.s.Words[p.First].Prep != "" && x.s.Words[p.First].StemStart > x.s.Words[p.First].Start {
		return at, x.s.Words[at].POS == morph.Verb || x.s.Words[at].POS == morph.Subordinator
	}
	x.addPreposition(c, prep, p, nested)
	return p.Next, false
}

func (x *extractor) addPreposition(c *clause, prep string, p syntax.Phrase, nested *bool) {
	for _, q := range append([]syntax.Phrase{p}, p.Conjuncts...) {
		c.preps = append(c.preps, argument{prep: bareForm(prep), phrase: q, pronoun: -1, nested: *nested})
	}
	if x.actsLike(p.Head) {
		*nested = true
	}
}

// bareForm is a preposition as frames name it.
func bareForm(prep string) string {
	switch prep {
	case "الى", "الي":
		return "إلى"
	case "علي":
		return "على"
	case "ازاء", "حيال":
		return "تجاه"
	case "صوب", "باتجاه":
		return "نحو"
	}
	return prep
}

// actsLike reports whether a phrase is itself an act, so that what follows
// belongs to it: an event noun, or the noun of a light verb.
func (x *extractor) actsLike(i int) bool {
	return x.isEventNoun(i) || x.s.Words[i].POS == morph.Noun && len(x.s.Words[i].Lights) > 0
}

// isEventNoun reports whether a word is a noun of an event.
func (x *extractor) isEventNoun(i int) bool {
	w := &x.s.Words[i]
	return w.POS == morph.Noun && len(w.Triggers) > 0 && x.s.ActorAt[i] < 0 && x.s.PlaceAt[i] < 0 && x.sense(i) != nil
}
