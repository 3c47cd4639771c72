package events

import (
	"strings"

	"github.com/isnad-project/isnad/extract/lexicon"
	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/names"
	"github.com/isnad-project/isnad/extract/syntax"
	"github.com/isnad-project/isnad/extract/text"
	"github.com/isnad-project/isnad/schema"
)

// verb drafts the event of a finite verb, or of the noun that a light verb
// carries, and finds the verb's subject for what follows.
func (x *extractor) verb(i int) {
	sense := x.sense(i)
	c := x.sharedClause(i)
	x.clauses[i] = c
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

// subjectOf finds the subject of the verb at i: the antecedent of its relative
// clause, the phrase before it that agrees, the phrase behind it, or the
// subject of the verb before it. The bare phrases left are its objects.
func (x *extractor) subjectOf(i int, sense *lexicon.Trigger, c clause) (subject *filler, objects []argument) {
	objects = c.bare
	w := &x.s.Words[i]
	topic, strong := x.topic(i)
	if antecedent := x.resumed(i); antecedent != nil && len(objects) > 0 && x.canFollow(w, objects[0].phrase, sense) {
		return &filler{phrase: objects[0].phrase, pronoun: -1, time: -1}, objects[1:]
	}
	agrees := topic != nil && (topic.pronoun >= 0 || x.agreesBefore(w, topic.phrase))
	if agrees && strong {
		return topic, objects
	}
	if before := x.continued(i, sense, objects); before != nil {
		return before, objects
	}
	if len(objects) > 0 && x.canFollow(w, objects[0].phrase, sense) {
		behind := objects[0].phrase
		single := len(objects) == 1
		if !(agrees && single && sense != nil && sense.Frame[lexicon.SlotObject] != "" && w.Suffix == "") {
			rest := objects[1:]
			for len(rest) > 0 && x.s.Words[rest[0].phrase.First].Conj != "" {
				rest = rest[1:]
			}
			return &filler{phrase: behind, pronoun: -1, time: -1}, rest
		}
	}
	if agrees {
		return topic, objects
	}
	if speaker := x.spoken(w, sense); speaker != nil {
		return speaker, objects
	}
	if before := x.subjectBefore(i); before != nil {
		return before, objects
	}
	if w.Person != 1 && (sense != nil || len(w.Lights) > 0) && !(x.looksPassive(i, sense, c)) {
		if r := x.Discourse.Antecedent(x.n, i, verbWant(w)); r != nil {
			return &filler{pronoun: -1, time: -1, referent: r, elsewhere: true}, objects
		}
	}
	return nil, objects
}

// continued is the subject of the verb before, where the verb at i goes on
// with it although a phrase follows that could be its own: دمر الطيران
// المستودع وقتل ثلاثة جنود; قتل وأصاب عدة أشخاص.
func (x *extractor) continued(i int, sense *lexicon.Trigger, objects []argument) *filler {
	w := &x.s.Words[i]
	if w.Conj == "" || w.Voice == morph.Passive || w.Suffix != "" || sense == nil || len(objects) == 0 || sense.Type != "kill" && sense.Type != "injure" {
		return nil
	}
	before := x.subjectBefore(i)
	if before == nil || objects[0].phrase.Quantity < 0 {
		return nil
	}
	for j := i - 1; j >= 0; j-- {
		if x.s.Words[j].POS != morph.Verb {
			continue
		}
		d := x.byWord[j]
		if d == nil {
			continue
		}
		if kind, _ := schema.TypeByName(d.sense.Type); kind.Family == "violence" && d.has(schema.RoleAgent) {
			return before
		}
		return nil
	}
	return nil
}

// resumed is the phrase that the pronoun attached to the verb at i takes up in
// a relative clause: المعسكر الذي قصفته, هجوم شنه. It is nil where the verb
// stands in none.
func (x *extractor) resumed(i int) *syntax.Phrase {
	w := &x.s.Words[i]
	if w.Suffix == "" || w.Conj != "" || i == 0 {
		return nil
	}
	j := i
	for j > 0 && x.passable(j-1) && x.s.TimeAt[j-1] < 0 {
		j--
	}
	if j == 0 {
		return nil
	}
	relative := x.s.Words[j-1].POS == morph.Relative && x.s.Words[j-1].Note != "weak"
	if relative {
		j--
	}
	p, ok := x.phraseEndingAt(j)
	if !ok || !relative && (j != i || p.Definite) {
		return nil
	}
	return &p
}

// verbWant is what a verb's dropped subject must be.
func verbWant(w *morph.Word) names.Want {
	want := names.Want{Actor: true}
	switch {
	case w.Number == morph.Plural:
		want.Plural = true
	case w.Gender == morph.Feminine:
		want.Feminine = true
	default:
		want.Masculine, want.Singular = true, true
	}
	return want
}

// topic is the phrase before the verb that can be its subject. It is strong
// where a relative pronoun or a subordinator ties them.
func (x *extractor) topic(i int) (subject *filler, strong bool) {
	j := i - 1
	for j >= 0 && x.passable(j) {
		j--
	}
	if j < 0 {
		return nil, false
	}
	w := &x.s.Words[j]
	if w.POS == morph.Relative && w.Note != "weak" {
		if p, ok := x.phraseEndingAt(j); ok {
			return &filler{phrase: p, pronoun: -1, time: -1}, true
		}
		return nil, false
	}
	if w.POS == morph.PersonalPronoun || w.POS == morph.Subordinator && subjectPronoun(w) != "" {
		return &filler{pronoun: j, time: -1}, true
	}
	if x.s.Words[i].Conj != "" {
		return nil, false
	}
	return x.clauseTopic(i)
}

// subjectPronoun is the pronoun that a subordinator bears (أنه، لأنها), or "".
func subjectPronoun(w *morph.Word) string {
	if w.Suffix != "" {
		return w.Suffix
	}
	for _, pronoun := range []string{"هما", "هم", "هن", "ها", "ه"} {
		stem, ok := strings.CutSuffix(w.Norm, pronoun)
		if ok && strings.HasSuffix(stem, "ن") {
			return pronoun
		}
	}
	return ""
}

// passable reports whether word j may stand between a subject and its verb.
func (x *extractor) passable(j int) bool {
	w := &x.s.Words[j]
	if x.s.TimeAt[j] >= 0 || morph.IsQuote(w.Norm) {
		return true
	}
	switch w.POS {
	case morph.Particle, morph.Adverb, morph.Negation:
		return true
	case morph.Verb:
		return w.Auxiliary
	}
	return false
}

// phraseEndingAt is the noun phrase that ends before word end.
func (x *extractor) phraseEndingAt(end int) (syntax.Phrase, bool) {
	for end > 0 && (morph.IsQuote(x.s.Words[end-1].Norm) || x.s.Words[end-1].Norm == "،") {
		end--
	}
	for first := max(0, end-14); first < end; first++ {
		p, ok := x.s.NounPhrase(first)
		if !ok {
			continue
		}
		for _, q := range append([]syntax.Phrase{p}, p.Conjuncts...) {
			if q.Last == end || q.Last == end+1 && morph.IsQuote(x.s.Words[end].Norm) {
				return q, true
			}
		}
	}
	return syntax.Phrase{}, false
}

// clauseTopic is the first bare noun phrase of the clause that the verb at i
// stands in, where nothing else claims it.
func (x *extractor) clauseTopic(i int) (subject *filler, strong bool) {
	start := i
	for start > 0 && !x.opensClause(start-1) {
		start--
	}
	if start > 0 {
		w := &x.s.Words[start-1]
		strong = w.POS == morph.Subordinator && w.Note == "that"
	}
	for j := start; j < i; {
		w := &x.s.Words[j]
		if x.s.TimeAt[j] >= 0 || w.POS == morph.Particle || w.POS == morph.Adverb || w.POS == morph.Negation || morph.IsQuote(w.Norm) || w.POS == morph.Verb {
			j++
			continue
		}
		if w.POS == morph.Preposition {
			p, ok := x.s.NounPhrase(j + 1)
			if !ok {
				return nil, false
			}
			j = p.Next
			continue
		}
		p, ok := x.s.NounPhrase(j)
		if !ok {
			return nil, false
		}
		if x.s.Words[p.First].Prep != "" {
			j = p.Next
			continue
		}
		return &filler{phrase: p, pronoun: -1, time: -1}, strong
	}
	return nil, false
}

// opensClause reports whether a clause can begin behind word j.
func (x *extractor) opensClause(j int) bool {
	w := &x.s.Words[j]
	switch w.POS {
	case morph.Subordinator, morph.Conjunction, morph.Relative:
		return true
	case morph.Verb:
		return !w.Auxiliary
	}
	return w.Class == text.Punct && !morph.IsQuote(w.Norm) && w.Norm != "(" && w.Norm != ")" && w.Norm != "-"
}

// agreesBefore reports whether a phrase can be the subject of a verb that
// follows it: gender and number agree, plurals of things and bodies being
// feminine singular.
func (x *extractor) agreesBefore(w *morph.Word, p syntax.Phrase) bool {
	head := &x.s.Words[p.Head]
	feminine, plural := x.gender(p), syntax.IsPlural(head) || len(p.Conjuncts) > 0
	switch {
	case w.Person == 1:
		return false
	case w.Number == morph.Plural || w.Number == morph.Dual:
		return plural || p.Quantity >= 0 || head.POS == morph.Unknown && len(p.Chain) == 1 || strings.HasSuffix(head.Stem, "ان") || strings.HasSuffix(head.Stem, "ين")
	case w.Gender == morph.Feminine:
		return feminine || plural && !isHumanPlural(head)
	}
	return !feminine && (!plural || p.Quantity >= 0 || len(p.Conjuncts) > 0)
}

// gender reports whether a phrase is feminine.
func (x *extractor) gender(p syntax.Phrase) bool {
	r := x.Discourse.Refer(x.n, x.s, p)
	return r.Feminine || syntax.IsFeminine(&x.s.Words[p.Head])
}

func isHumanPlural(w *morph.Word) bool {
	return strings.HasSuffix(w.Stem, "ون") || strings.HasSuffix(w.Stem, "ين")
}

// canFollow reports whether a phrase behind the verb can be its subject.
func (x *extractor) canFollow(w *morph.Word, p syntax.Phrase, sense *lexicon.Trigger) bool {
	head := &x.s.Words[p.Head]
	if sense != nil && speaks(sense) && x.mute(p) {
		return false
	}
	if w.Number == morph.Plural || w.Number == morph.Dual || w.Person == 1 || head.Accusative && p.Quantity < 0 {
		return false
	}
	if w.Suffix == "" && strings.HasSuffix(head.Stem, "ين") && p.Quantity < 0 && head.POS != morph.Name && !isDual(head) {
		return false // the oblique plural is an object
	}
	if x.gender(p) {
		return w.Gender == morph.Feminine || p.Quantity >= 0
	}
	if w.Gender == morph.Feminine {
		return syntax.IsPlural(head) && !isHumanPlural(head) || head.POS == morph.Unknown && p.First == p.Head && !head.Det
	}
	return true
}

// mute reports whether a phrase is a matter that cannot say anything.
func (x *extractor) mute(p syntax.Phrase) bool {
	switch x.s.Words[p.Head].Stem {
	case "بيان", "تقرير", "رسالة", "دراسة", "وثيقة", "وثائق", "استطلاع", "معلومات", "احصاءات", "بيانات", "تقارير", "موقع", "قرار":
		return false
	}
	return x.abstract(p) || x.isNumber(p)
}

// isNumber reports whether a phrase is a bare number.
func (x *extractor) isNumber(p syntax.Phrase) bool {
	return x.s.Words[p.Head].POS == morph.Numeral
}

func isDual(w *morph.Word) bool { return w.Number == morph.Dual }

// subjectBefore is the subject of the nearest verb before i in the sentence,
// where the verb at i agrees with it.
func (x *extractor) subjectBefore(i int) *filler {
	w := &x.s.Words[i]
	for j := i - 1; j >= 0; j-- {
		before := x.subject[j]
		if before == nil || x.s.Words[j].POS != morph.Verb {
			continue
		}
		if before.elsewhere {
			return before
		}
		if before.pronoun < 0 && (x.agreesBefore(w, before.phrase) || x.s.Words[j].Gender == w.Gender && w.Number == morph.Singular && x.s.Words[j].Number == morph.Singular) {
			return &filler{phrase: before.phrase, pronoun: -1, time: -1}
		}
	}
	return nil
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
