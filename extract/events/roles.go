package events

import (
	"slices"

	"github.com/isnad-project/isnad/extract/lexicon"
	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/syntax"
	"github.com/isnad-project/isnad/schema"
)

// oblique gives the prepositional phrases and times of the clause their roles.
func (x *extractor) oblique(d *draft, c clause) {
	between := false
	for _, a := range c.preps {
		if a.nested {
			continue
		}
		f := filler{phrase: a.phrase, pronoun: a.pronoun, time: -1}
		role := x.obliqueRole(d, a, f)
		if role == "" || role == schema.RolePlace && speaks(d.sense) && d.besideSubject(f) {
			continue
		}
		if a.prep == "بين" { // بين X وبين Y, بين X وY
			if between || d.has(schema.RoleAgent) && role == schema.RoleAgent {
				role = schema.RolePartner
			}
			between = true
		}
		if a.prep == byAgent {
			d.dropRole(schema.RoleAgent, schema.RolePatient, d.sense)
		}
		d.give(f, role)
	}
	for _, t := range c.times {
		if !d.has(schema.RoleTime) {
			d.give(filler{time: t, pronoun: -1}, schema.RoleTime)
		}
	}
}

// besideSubject reports whether a phrase stands right behind the subject: the
// speaker's, rather than the place where they speak (المتحدث في بغداد).
func (d *draft) besideSubject(f filler) bool {
	s := d.subject
	return s != nil && !s.elsewhere && s.pronoun < 0 && f.pronoun < 0 && f.phrase.First >= s.phrase.Last && f.phrase.First-s.phrase.Last <= 1
}

// dropRole turns a subject that was taken for the agent into what the passive
// is done to.
func (d *draft) dropRole(from, to string, sense *lexicon.Trigger) {
	for i := range d.roles {
		if d.roles[i].role == from && !d.has(to) {
			d.roles[i].role = objectRole(sense)
		}
	}
}

// obliqueRole is the role of a prepositional phrase: what the frame says, if
// the filler is of a kind that can bear it, else a place where it is one.
func (x *extractor) obliqueRole(d *draft, a argument, f filler) string {
	if a.prep == byAgent {
		return schema.RoleAgent
	}
	if a.pronoun < 0 && x.isEventNoun(a.phrase.Head) {
		return ""
	}
	placeLike := x.placeLike(f)
	role := d.sense.Frame[a.prep]
	switch role {
	case "":
		if placeLike && slices.Contains(locative, a.prep) && a.pronoun < 0 {
			return schema.RolePlace
		}
		return ""
	case schema.RoleOrigin, schema.RoleDestination, schema.RolePlace:
		if placeLike || a.pronoun < 0 && x.movable(d, f) {
			return role
		}
		return ""
	case schema.RoleInstrument:
		if placeLike {
			return schema.RolePlace
		}
		if a.pronoun < 0 && x.instrumentLike(a.phrase) {
			return role
		}
		return ""
	}
	if placeLike && a.prep == "ب" && role != schema.RolePatient {
		return schema.RolePlace
	}
	if a.pronoun < 0 && x.abstract(a.phrase) {
		return ""
	}
	return role
}

// locative are the prepositions that put an event in a place.
var locative = []string{"في", "ب", "قرب", "داخل", "خارج", "وسط", "عند", "لدى", "عبر", "فوق", "بين", "حول", "امام", "خلف", "قبالة", "بجوار", "ضمن", "شمالي", "جنوبي", "شرقي", "غربي", "شمال", "جنوب", "شرق", "غرب"}

// placeLike reports whether a filler can be where something happens.
func (x *extractor) placeLike(f filler) bool {
	if f.pronoun >= 0 || f.elsewhere || f.time >= 0 {
		return false
	}
	kind, _ := x.Finder.Kind(x.s, f.phrase)
	return kind == schema.KindPlace || kind == schema.KindFacility
}

// movable reports whether the destination of a move may be a body of people:
// a handover, a delegation to an organisation.
func (x *extractor) movable(d *draft, f filler) bool {
	kind, _ := x.Finder.Kind(x.s, f.phrase)
	return kind == schema.KindOrganization || kind == schema.KindGroup && d.sense.Type == "move"
}

func (x *extractor) instrumentLike(p syntax.Phrase) bool {
	kind, subkind := x.Finder.Kind(x.s, p)
	return kind == schema.KindThing && (subkind == "weapon" || subkind == "vehicle" || subkind == "aid")
}

// abstract reports whether a phrase is neither an actor, a place nor a thing
// of the lexicon: a matter, which fills no role of whom.
func (x *extractor) abstract(p syntax.Phrase) bool {
	kind, _ := x.Finder.Kind(x.s, p)
	if kind != "" {
		return false
	}
	head := &x.s.Words[p.Head]
	return head.POS == morph.Noun && head.Head == nil && head.Title == nil
}

// actorLike reports whether a phrase can act or be acted upon.
func (x *extractor) actorLike(p syntax.Phrase) bool {
	kind, _ := x.Finder.Kind(x.s, p)
	return kind != "" || !x.abstract(p)
}
