package events

import (
	"slices"

	"github.com/isnad-project/isnad/extract/lexicon"
	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/syntax"
	"github.com/isnad-project/isnad/schema"
)

// noun drafts the event of a verbal noun or event noun.
func (x *extractor) noun(i int) {
	if d := x.byWord[i]; d != nil {
		return // a light verb has carried it
	}
	sense := x.sense(i)
	if sense == nil || x.inName(i) {
		return
	}
	d := x.add(&draft{word: i, sense: sense, content: -1})
	c := x.nounArguments(d)
	d.content, d.end = c.content, c.end
	x.nounStatus(d)
}

// inName reports whether the noun is part of a quoted name or title.
func (x *extractor) inName(i int) bool {
	return i > 0 && i+1 < len(x.s.Words) && isOpeningQuote(x.s.Words[i-1].Norm) && isClosingQuote(x.s.Words[i+1].Norm)
}

func isOpeningQuote(norm string) bool { return norm == "“" || norm == "«" || norm == "\"" }
func isClosingQuote(norm string) bool { return norm == "”" || norm == "»" || norm == "\"" }

// nounArguments fills the roles of a noun: its genitive or attached pronoun,
// then what stands behind.
func (x *extractor) nounArguments(d *draft) clause {
	i := d.word
	w := &x.s.Words[i]
	at := i + 1
	hasGenitive := false
	if w.Suffix != "" {
		x.genitive(d, filler{pronoun: i, time: -1})
		hasGenitive = true
	} else if !w.Det && !w.Accusative && at < len(x.s.Words) && !x.adjectiveHere(i, at) {
		if p, ok := x.s.NounPhrase(at); ok && x.s.Words[p.First].Prep == "" && x.s.Words[at].Conj == "" && x.s.Words[at].Prep == "" {
			hasGenitive = true
			at = p.Last
			if !x.isEventNoun(p.Head) {
				for _, q := range append([]syntax.Phrase{p}, p.Conjuncts...) {
					x.genitive(d, filler{phrase: q, pronoun: -1, time: -1})
				}
				at = p.Next
			}
		}
	}
	for at < len(x.s.Words) && x.adjectiveHere(i, at) {
		at++
	}
	c := x.clauseAfter(at)
	if hasGenitive && d.has(schema.RoleAgent) && !d.has(schema.RolePatient) && len(c.bare) > 0 && d.sense.Frame[lexicon.SlotObject] != "" && d.sense.Perfect != "" {
		if o := c.bare[0]; o.phrase.First == at && !x.isEventNoun(o.phrase.Head) && x.actorLike(o.phrase) {
			d.give(filler{phrase: o.phrase, pronoun: -1, time: -1}, d.sense.Frame[lexicon.SlotObject])
		}
	}
	x.oblique(d, c)
	x.agentOfNoun(d, c)
	return c
}

// agentOfNoun gives an actor behind من or ل the agent's role, where the noun
// has none yet: قصف لطيران التحالف, بدعم من الجيش.
func (x *extractor) agentOfNoun(d *draft, c clause) {
	if d.has(schema.RoleAgent) || d.sense.Frame[lexicon.SlotSubject] != schema.RoleAgent {
		return
	}
	for _, a := range c.preps {
		if a.nested || a.pronoun >= 0 || a.prep != "ل" && a.prep != "من" || d.sense.Frame[a.prep] != "" {
			continue
		}
		kind, subkind := x.Finder.Kind(x.s, a.phrase)
		if kind == schema.KindPerson || kind == schema.KindOrganization || kind == schema.KindGroup || subkind == "country" {
			d.give(filler{phrase: a.phrase, pronoun: -1, time: -1}, schema.RoleAgent)
			return
		}
	}
}

// adjectiveHere reports whether the word at qualifies the noun at i.
func (x *extractor) adjectiveHere(i, at int) bool {
	w, noun := &x.s.Words[at], &x.s.Words[i]
	if x.s.ActorAt[at] >= 0 || x.s.PlaceAt[at] >= 0 || x.s.TimeAt[at] >= 0 || w.Conj != "" || w.Prep != "" || w.Suffix != "" {
		return false
	}
	if !x.s.Adjectival(w) || len(w.Triggers) > 0 && w.POS != morph.Adjective {
		return false
	}
	definite := noun.Det || noun.Suffix != ""
	return definite == w.Det && syntax.Agree(noun, w)
}

// genitive gives the filler behind a noun the role that the frame, or the kind
// of the filler, asks for.
func (x *extractor) genitive(d *draft, f filler) {
	role := d.sense.Frame[lexicon.SlotGenitive]
	if role == lexicon.RoleAuto {
		role = x.autoRole(d, f)
	}
	if role == schema.RoleDestination && !x.placeLike(f) {
		role = schema.RoleAgent // زيارة الوزير, زيارته
	}
	if kind, _ := schema.TypeByName(d.sense.Type); role == schema.RoleAgent && x.placeLike(f) && (kind.Family == "violence" || kind.Family == "protest" || d.sense.Type == "vote") {
		role = schema.RolePlace // اشتباكات طرابلس
	}
	d.give(f, role)
}

// autoRole decides whether the genitive of a transitive verb's noun is its
// subject or its object: قصف الطيران, قصف المدينة.
func (x *extractor) autoRole(d *draft, f filler) string {
	subject, object := d.sense.Frame[lexicon.SlotSubject], d.sense.Frame[lexicon.SlotObject]
	if object == "" {
		return subject
	}
	if subject != "" && d.has(subject) {
		return object
	}
	if f.pronoun >= 0 {
		if slices.Contains(speech, d.sense.Type) {
			return subject
		}
		return object
	}
	kind, subkind := x.Finder.Kind(x.s, f.phrase)
	switch {
	case kind == schema.KindPlace || kind == schema.KindFacility || kind == schema.KindThing:
		if slices.Contains(speech, d.sense.Type) && kind == schema.KindPlace {
			return subject
		}
		return object
	case slices.Contains(speech, d.sense.Type):
		return subject
	case slices.Contains(ofVictims, d.sense.Type):
		return object
	case subkind == "armed-force" || subkind == "armed-group":
		return subject
	case kind == "":
		return object
	}
	return object
}

// speech are the types whose noun's genitive is he who speaks.
var speech = []string{"state", "demand", "reject", "accuse", "threaten", "support", "agree", "protest"}

// ofVictims are the types whose noun's genitive is whom it befalls.
var ofVictims = []string{"kill", "injure", "arrest", "kidnap", "release", "judge", "expel", "appoint", "leave-office", "destroy", "liberate", "defeat"}

// participle drafts the event of a participle: in the accusative an act beside
// the main one (مشيرا إلى), else what the noun before it does.
func (x *extractor) participle(i int) {
	w := &x.s.Words[i]
	sense := x.sense(i)
	if sense == nil || x.byWord[i] != nil {
		return
	}
	c := x.clauseAfter(i + 1)
	var holder *filler
	switch {
	case x.adverbial(i):
		if !slices.Contains(speech, sense.Type) && sense.Type != "move" && sense.Type != "withdraw" {
			return
		}
		holder = x.mainSubject(i)
	case x.qualifies(i) && x.complemented(sense, c):
		p, ok := x.phraseEndingAt(i)
		if !ok || x.isEventNoun(p.Head) {
			return
		}
		holder = &filler{phrase: p, pronoun: -1, time: -1}
	default:
		return
	}
	if holder == nil {
		return
	}
	if !w.Accusative { // an attribute governs what stands right behind it
		c.preps = c.preps[:min(1, len(c.preps))]
	}
	d := x.add(&draft{word: i, sense: sense, verbal: true, content: c.content, end: c.end, subject: holder})
	if w.Passive {
		d.give(*holder, objectRole(sense))
	} else {
		d.give(*holder, sense.Frame[lexicon.SlotSubject])
		if len(c.bare) > 0 && !x.isEventNoun(c.bare[0].phrase.Head) && !slices.Contains(speech, sense.Type) {
			d.give(filler{phrase: c.bare[0].phrase, pronoun: -1, time: -1}, sense.Frame[lexicon.SlotObject])
		}
	}
	x.oblique(d, c)
}

// adverbial reports whether a participle tells what the subject does
// meanwhile: in the accusative, or feminine behind a comma.
func (x *extractor) adverbial(i int) bool {
	w := &x.s.Words[i]
	if w.Det || w.Prep != "" {
		return false
	}
	return w.Accusative || w.Gender == morph.Feminine && i > 0 && x.s.Words[i-1].Norm == "،"
}

// qualifies reports whether a participle stands behind a noun as its adjective
// or predicate.
func (x *extractor) qualifies(i int) bool {
	if i == 0 || x.s.Words[i].Prep != "" || x.s.Words[i].Conj != "" {
		return false
	}
	before := &x.s.Words[i-1]
	switch before.POS {
	case morph.Noun, morph.Name, morph.Adjective, morph.Unknown, morph.Participle, morph.Punctuation:
		return before.Class != 2 || morph.IsQuote(before.Norm)
	}
	return false
}

// complemented reports whether the words behind a participle are what its verb
// governs.
func (x *extractor) complemented(sense *lexicon.Trigger, c clause) bool {
	for _, p := range c.preps {
		if !p.nested && (sense.Frame[p.prep] != "" || p.prep == byAgent) {
			return true
		}
	}
	return false
}

// mainSubject is the subject of the nearest verb before word i.
func (x *extractor) mainSubject(i int) *filler {
	for j := i - 1; j >= 0; j-- {
		if x.inRelative(j) {
			continue
		}
		if f := x.subject[j]; f != nil && x.byWord[j] != nil && (!speaks(x.s.Words[i].Triggers[0]) || speaks(x.byWord[j].sense)) {
			copied := *f
			return &copied
		}
	}
	if speaks(x.s.Words[i].Triggers[0]) && x.speaker != nil {
		return &filler{pronoun: -1, time: -1, referent: x.speaker, elsewhere: true}
	}
	for j := i - 1; j >= 0; j-- {
		if f := x.subject[j]; f != nil {
			copied := *f
			return &copied
		}
	}
	return nil
}

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

// inRelative reports whether the verb at j stands right behind a relative
// pronoun.
func (x *extractor) inRelative(j int) bool {
	for j--; j >= 0 && x.passable(j); j-- {
	}
	return j >= 0 && x.s.Words[j].POS == morph.Relative
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
