package events

import (
	"github.com/isnad-project/isnad/extract/lexicon"
	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/syntax"
	"github.com/isnad-project/isnad/extract/text"
	"github.com/isnad-project/isnad/schema"
)

// verb drafts the event of a finite verb, or of the noun that a light verb
// carries, and finds the verb's subject for what follows.
func (x *extractor) verb(i int) {
	sense := x.sense(i)
	c := x.sharedClause(i)
	subject, objects := x.subjectOf(i, sense, c)
	if subject != nil {
		x.subject[i] = subject
		if subject.pronoun < 0 && !subject.elsewhere {
			x.Discourse.MarkSubject(x.n, subject.phrase)
		}
	}
	x.carryResumed(i, subject, c)
	carried := x.carry(i, subject, objects, c)
	if sense == nil || carried && !conditioned(sense) && !keepsOwn(sense) {
		return
	}
	d := x.add(&draft{word: i, sense: sense, verbal: true, content: c.content, end: c.end, subject: subject})
	x.status(d, i)
	if passive := x.isPassive(i, sense, subject, objects, c); passive {
		if subject != nil && !subject.elsewhere {
			d.give(*subject, objectRole(sense))
		}
	} else {
		if subject != nil {
			d.give(*subject, sense.Frame[lexicon.SlotSubject])
		}
		x.objects(d, i, objects)
	}
	x.conjuncts(d, subject)
	x.oblique(d, c)
	x.where(d, i)
	if speaks(sense) && d.has(schema.RoleAgent) {
		x.noteSpeaker(subject)
	}
}

// where gives the event of a clause behind حيث the place before that word.
func (x *extractor) where(d *draft, i int) {
	if d.has(schema.RolePlace) || speaks(d.sense) {
		return
	}
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		w := &x.s.Words[j]
		if w.POS == morph.Subordinator && w.Stem == "حيث" {
			if p, ok := x.placeEndingAt(j); ok {
				d.give(filler{phrase: p, pronoun: -1, time: -1}, schema.RolePlace)
			}
			return
		}
		if w.Class == text.Punct && !morph.IsQuote(w.Norm) || w.POS == morph.Subordinator || w.POS == morph.Relative {
			return
		}
	}
}

// placeEndingAt is the place that is named right before word end; of several
// in a row (درنة بالشرق الليبي) the first and narrowest.
func (x *extractor) placeEndingAt(end int) (found syntax.Phrase, ok bool) {
	for {
		p, named := x.phraseEndingAt(end)
		if !named || !x.placeLike(filler{phrase: p, pronoun: -1, time: -1}) {
			return found, ok
		}
		found, ok, end = p, true, p.First
	}
}

// speaks reports whether a trigger's agent is one who says something.
func speaks(t *lexicon.Trigger) bool {
	switch t.Type {
	case "state", "accuse", "reject", "threaten", "demand":
		return true
	}
	return false
}

// noteSpeaker remembers who spoke, for the sentences that go on without
// naming them: وأضاف أن …
func (x *extractor) noteSpeaker(subject *filler) {
	switch {
	case subject == nil:
	case subject.referent != nil:
		x.speaker = subject.referent
	case subject.pronoun < 0:
		if r := x.Discourse.Refer(x.n, x.s, subject.phrase); r.Kind != schema.KindPlace || r.Form == schema.Named {
			x.speaker = r
		}
	}
}

// spoken is the last speaker as the subject of a verb of saying that names
// none, or nil.
func (x *extractor) spoken(w *morph.Word, sense *lexicon.Trigger) *filler {
	if sense == nil || x.speaker == nil || !speaks(sense) && w.Person != 1 {
		return nil
	}
	if w.Person != 1 && (w.Gender == morph.Feminine) != x.speaker.Feminine && w.Gender != morph.UnknownGender {
		return nil
	}
	return &filler{pronoun: -1, time: -1, referent: x.speaker, elsewhere: true}
}

// conjuncts gives the coordinated subjects the subject's role.
func (x *extractor) conjuncts(d *draft, subject *filler) {
	if subject == nil || subject.elsewhere || subject.pronoun >= 0 {
		return
	}
	given := d.filler(d.sense.Frame[lexicon.SlotSubject])
	if given == nil {
		return
	}
	for _, q := range subject.phrase.Conjuncts {
		d.give(filler{phrase: q, pronoun: -1, time: -1}, given.role)
	}
}

func conditioned(t *lexicon.Trigger) bool { return len(t.With) > 0 }

// keepsOwn reports whether a verb that carries another event is an event
// itself: he who refuses, allows or takes part does something of his own.
func keepsOwn(t *lexicon.Trigger) bool {
	switch t.Type {
	case "reject", "permit", "demand", "threaten", "state", "accuse", "obstruct", "support":
		return true
	}
	return false
}

func objectRole(t *lexicon.Trigger) string {
	if role := t.Frame[lexicon.SlotObject]; role != "" {
		return role
	}
	return schema.RolePatient
}

// sharedClause is the clause behind a verb; a verb that another follows at
// once (قتل وأصاب) shares its.
func (x *extractor) sharedClause(i int) clause {
	c := x.clauseAfter(i + 1)
	if len(c.bare) == 0 && len(c.preps) == 0 && c.end == i+1 && c.end < len(x.s.Words) {
		if next := &x.s.Words[c.end]; next.POS == morph.Verb && next.Conj == "و" && next.Aspect == x.s.Words[i].Aspect {
			return x.clauseAfter(c.end + 1)
		}
	}
	return c
}

// objects gives the verb's attached pronoun and its bare phrases the object's
// role.
func (x *extractor) objects(d *draft, i int, objects []argument) {
	role := d.sense.Frame[lexicon.SlotObject]
	if role == "" {
		return
	}
	if x.s.Words[i].Suffix != "" {
		f := filler{pronoun: i, time: -1}
		if antecedent := x.resumed(i); antecedent != nil {
			f.referent = x.Discourse.Refer(x.n, x.s, *antecedent)
		}
		d.give(f, role)
		return
	}
	for n, o := range objects {
		if n > 0 && x.s.Words[o.phrase.First].Conj == "" || x.isEventNoun(o.phrase.Head) || o.nested {
			break
		}
		d.give(filler{phrase: o.phrase, pronoun: -1, time: -1}, role)
	}
}

// isPassive reports whether the verb at i is to be read as a passive.
func (x *extractor) isPassive(i int, sense *lexicon.Trigger, subject *filler, objects []argument, c clause) bool {
	w := &x.s.Words[i]
	if w.Voice != morph.EitherVoice {
		return w.Voice == morph.Passive
	}
	if sense.Frame[lexicon.SlotObject] == "" || w.Suffix != "" {
		return false
	}
	for _, p := range c.preps {
		if p.prep == byAgent && !p.nested {
			return true
		}
	}
	if len(objects) > 0 || subject == nil || subject.elsewhere {
		return x.looksPassive(i, sense, c)
	}
	if !needsObject(sense.Type) || x.hasPatient(sense, c) {
		return false
	}
	return true
}

// looksPassive reports whether the only phrase behind a transitive verb is
// rather what it is done to: a number of victims, a place or a thing.
func (x *extractor) looksPassive(i int, sense *lexicon.Trigger, c clause) bool {
	w := &x.s.Words[i]
	if w.Voice == morph.Passive {
		return true
	}
	if sense == nil || w.Voice == morph.Active || len(c.bare) != 1 || w.Suffix != "" || w.Conj != "" && x.subjectBefore(i) != nil {
		return false
	}
	p := c.bare[0].phrase
	return needsObject(sense.Type) && p.Quantity >= 0 && !x.s.Words[p.Head].Accusative
}

// needsObject reports whether an event of that type without anyone it is done
// to is told in the passive.
func needsObject(kind string) bool {
	switch kind {
	case "kill", "injure", "destroy", "arrest", "kidnap", "release", "liberate", "expel", "bombard", "besiege", "appoint", "judge", "capture", "storm", "attack", "establish":
		return true
	}
	return false
}

func (x *extractor) hasPatient(sense *lexicon.Trigger, c clause) bool {
	for _, p := range c.preps {
		if sense.Frame[p.prep] == schema.RolePatient {
			return true
		}
	}
	return false
}
