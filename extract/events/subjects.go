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
	case x.isBody(p):
		return true // طالبان تسيطر, داعش يسيطر: the verb agrees with حركة or تنظيم in mind
	case w.Number == morph.Plural || w.Number == morph.Dual:
		return plural || p.Quantity >= 0 || head.POS == morph.Unknown && len(p.Chain) == 1 || strings.HasSuffix(head.Stem, "ان") || strings.HasSuffix(head.Stem, "ين")
	case w.Gender == morph.Feminine:
		return feminine || plural && !isHumanPlural(head)
	}
	return !feminine && (!plural || p.Quantity >= 0 || len(p.Conjuncts) > 0)
}

// isBody reports whether a phrase is the bare name of an organisation, which
// takes verbs of either gender.
func (x *extractor) isBody(p syntax.Phrase) bool {
	if x.s.ActorAt[p.Head] < 0 || len(p.Conjuncts) > 0 {
		return false
	}
	kind, _ := x.Finder.Kind(x.s, p)
	return kind == schema.KindOrganization
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
