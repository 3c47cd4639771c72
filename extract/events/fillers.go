package events

import (
	"slices"

	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/names"
	"github.com/isnad-project/isnad/schema"
)

// role turns a filler into a record.
func (x *extractor) role(d *draft, f filler, in string) (schema.Role, bool) {
	r := schema.Role{Role: f.role}
	switch {
	case f.time >= 0:
		t := x.s.Times[f.time]
		r.Mention = x.mention(t.Start, t.End, t.First, t.Last, in)
		r.Value, r.Earliest, r.Latest = t.Value, t.Earliest, t.Latest
		return r, true
	case f.elsewhere:
		if f.referent == nil {
			return r, false
		}
		x.describe(&r, f.referent)
		r.Form = schema.Pronoun
		w := &x.s.Words[d.word]
		r.Mention = x.mention(w.StemStart, w.End, d.word, d.word+1, in)
		return r, true
	case f.pronoun >= 0:
		w := &x.s.Words[f.pronoun]
		start := w.StemStart
		if w.POS != morph.PersonalPronoun {
			start = w.End - len([]rune(pronounOf(w)))
		}
		r.Mention = x.mention(start, w.End, f.pronoun, f.pronoun+1, in)
		r.Form = schema.Pronoun
		referent := f.referent
		if referent == nil {
			referent = x.Discourse.Antecedent(x.n, f.pronoun, x.pronounWant(d, f), x.others(d, f)...)
		}
		if referent == nil {
			return r, false
		}
		x.describe(&r, referent)
		r.Form = schema.Pronoun
		return r, true
	}
	if !x.bearable(d, f) {
		return r, false
	}
	s := x.s
	r.Mention = x.mention(s.Start(f.phrase), s.End(f.phrase), f.phrase.First, f.phrase.Last, in)
	x.describe(&r, x.Discourse.Refer(x.n, s, f.phrase))
	return r, true
}

// others are the referents of the event's other participants, whom a pronoun
// beside them cannot mean: محاصرتهم by the army is not the army's siege.
func (x *extractor) others(d *draft, f filler) []*names.Referent {
	var found []*names.Referent
	for _, other := range d.roles {
		switch {
		case other.role == f.role || other.time >= 0:
		case other.referent != nil:
			found = append(found, other.referent)
		case other.pronoun < 0:
			found = append(found, x.Discourse.Refer(x.n, x.s, other.phrase))
		}
	}
	return found
}

// bearable reports whether a phrase can bear the role at all: a matter is no
// actor, a bare number only counts victims.
func (x *extractor) bearable(d *draft, f filler) bool {
	if x.isNumber(f.phrase) {
		return slices.Contains(ofVictims, d.sense.Type) && f.role == schema.RolePatient
	}
	switch f.role {
	case schema.RoleAgent, schema.RolePartner:
		if x.isEventNoun(f.phrase.Head) {
			return false
		}
		return !speaks(d.sense) || !x.mute(f.phrase)
	}
	return true
}

// ofPlaces are the types that are mostly done to a place.
var ofPlaces = []string{"bombard", "storm", "capture", "liberate", "besiege", "control"}

func (x *extractor) pronounWant(d *draft, f filler) names.Want {
	want := names.PronounWant(pronounOf(&x.s.Words[f.pronoun]))
	switch {
	case f.role == schema.RoleAgent || f.role == schema.RolePartner:
		want.Actor = true
	case slices.Contains(ofPlaces, d.sense.Type):
		want.PreferPlace = true
	}
	return want
}

// pronounOf is the pronoun that a word is or bears.
func pronounOf(w *morph.Word) string {
	switch {
	case w.POS == morph.PersonalPronoun:
		return w.Stem
	case w.POS == morph.Subordinator:
		return subjectPronoun(w)
	}
	return w.Suffix
}

func (x *extractor) describe(r *schema.Role, referent *names.Referent) {
	r.Form, r.Name, r.Entity, r.Label = referent.Form, referent.Name, referent.Entity.ID, referent.Entity.Label
	r.Kind, r.Subkind = referent.Entity.Kind, referent.Entity.Subkind
}

// mention is the text of the sentence between two code points.
func (x *extractor) mention(start, end, first, last int, in string) schema.Mention {
	return schema.Mention{Text: x.written(start, end, first, last), Span: schema.Span{Start: start, End: end, In: in}}
}

// written is the text between two code points inside the words [first, last).
func (x *extractor) written(start, end, first, last int) string {
	base := x.s.Words[first]
	return string([]rune(x.s.Source[base.Byte:x.s.Words[last-1].ByteEnd])[start-base.Start : end-base.Start])
}
