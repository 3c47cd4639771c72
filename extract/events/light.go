package events

import (
	"slices"

	"github.com/isnad-project/isnad/extract/lexicon"
	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/syntax"
	"github.com/isnad-project/isnad/schema"
)

// carryResumed gives the noun that a light verb's pronoun takes up (هجوم شنه
// المتمردون) the verb's subject, and what stands behind the verb.
func (x *extractor) carryResumed(i int, subject *filler, c clause) {
	antecedent := x.resumed(i)
	if antecedent == nil || subject == nil || len(x.s.Words[i].Lights) == 0 {
		return
	}
	d := x.byWord[x.eventNounIn(*antecedent)]
	if d == nil {
		return
	}
	x.oblique(d, c)
	for _, light := range x.s.Words[i].Lights {
		if light.Subject != "" && !d.has(light.Subject) {
			d.give(*subject, light.Subject)
			return
		}
	}
}

// carry drafts the event of the noun that a light verb, or its noun, carries, and
// reports whether there is one.
func (x *extractor) carry(i int, subject *filler, objects []argument, c clause) bool {
	w := &x.s.Words[i]
	carried := false
	for _, light := range w.Lights {
		for _, a := range x.lightArguments(light, objects, c, subject) {
			at := x.eventNounIn(a.phrase)
			if at < 0 || x.byWord[at] != nil {
				continue
			}
			sense := x.sense(at)
			if sense == nil {
				continue
			}
			d := x.add(&draft{word: at, sense: sense, verbal: w.POS == morph.Verb, light: true, strong: true, content: c.content, end: c.end, subject: subject})
			if w.POS == morph.Verb {
				x.status(d, i)
			}
			x.lightStatus(d, light)
			if role := light.Subject; role != "" && subject != nil && !(subject.pronoun < 0 && !subject.elsewhere && subject.phrase.Head == at) {
				if role == schema.RolePlace && !x.placeLike(*subject) {
					role = sense.Frame[lexicon.SlotSubject]
				}
				if !d.has(role) {
					d.give(*subject, role)
				}
			}
			x.nounArguments(d)
			x.oblique(d, c)
			carried = true
			break
		}
	}
	return carried
}

// lightNounOfNoun drafts the event that a light verb's own noun carries:
// محاولة المتمردين اقتحام القصر, شن غارات على.
func (x *extractor) lightNounOfNoun(i int) {
	w := &x.s.Words[i]
	var subject *filler
	var genitives []argument
	at := i + 1
	if w.Suffix != "" {
		subject = &filler{pronoun: i, time: -1}
	} else if p, ok := x.s.NounPhrase(at); ok && !w.Det && x.s.Words[at].Prep == "" && x.s.Words[at].Conj == "" {
		if x.eventNounIn(p) >= 0 {
			genitives = append(genitives, argument{phrase: p, pronoun: -1})
		} else {
			subject = &filler{phrase: p, pronoun: -1, time: -1}
			at = p.Next
		}
	}
	c := x.clauseAfter(at)
	x.carry(i, subject, append(genitives, c.bare...), c)
}

// lightArguments are the arguments that can hold a light verb's content noun.
func (x *extractor) lightArguments(light *lexicon.Light, objects []argument, c clause, subject *filler) []argument {
	if len(light.Prepositions) == 0 || len(objects) > 0 && x.eventNounIn(objects[0].phrase) >= 0 {
		if len(objects) > 0 {
			return objects[:1]
		}
		if light.Subject == "" && subject != nil && !subject.elsewhere && subject.pronoun < 0 {
			return []argument{{phrase: subject.phrase, pronoun: -1}}
		}
		return nil
	}
	var found []argument
	for _, p := range c.preps {
		if p.pronoun < 0 && slices.ContainsFunc(light.Prepositions, func(want string) bool { return bareForm(want) == p.prep }) {
			found = append(found, p)
		}
	}
	return found
}

// eventNounIn is the event noun that a phrase is about: its head, or a
// genitive of a head like عملية or سلسلة.
func (x *extractor) eventNounIn(p syntax.Phrase) int {
	for n, i := range p.Chain {
		if n > 2 {
			break
		}
		if x.isEventNoun(i) && !x.Finder.IsCarrier(x.s.Words[i].Stem) {
			return i
		}
	}
	if len(p.Chain) > 0 && x.isEventNoun(p.Chain[0]) {
		return p.Chain[0]
	}
	return -1
}
