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
	if w.Stem == "غير" && w.Prep == "" && at+1 < len(x.s.Words) && x.s.Adjectival(&x.s.Words[at+1]) {
		return true // غير معلنة
	}
	if at > 0 && x.s.Words[at-1].Stem == "غير" && x.s.Adjectival(w) {
		return true
	}
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

// inRelative reports whether the verb at j stands right behind a relative
// pronoun.
func (x *extractor) inRelative(j int) bool {
	for j--; j >= 0 && x.passable(j); j-- {
	}
	return j >= 0 && x.s.Words[j].POS == morph.Relative
}
