package events

import (
	"math"
	"slices"

	"github.com/isnad-project/isnad/extract/lexicon"
	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/syntax"
	"github.com/isnad-project/isnad/extract/text"
	"github.com/isnad-project/isnad/schema"
)

// event completes a draft, and reports whether it is one.
func (x *extractor) event(d *draft, sentence schema.Mention) (schema.Event, bool) {
	x.control(d)
	w := &x.s.Words[d.word]
	kind, _ := schema.TypeByName(d.sense.Type)
	span := schema.Span{Start: w.StemStart, End: w.End, In: sentence.In}
	e := schema.Event{
		Document: x.Document, ID: schema.EventID(x.Document, span), Type: d.sense.Type, PLOVER: kind.PLOVER, CAMEO: d.sense.CAMEO,
		Trigger:  schema.Mention{Text: x.written(w.StemStart, w.End, d.word, d.word+1), Span: span},
		Polarity: schema.Positive, Factuality: d.factuality(), Mention: x.mentionKind(d), Sentence: sentence, Roles: []schema.Role{},
	}
	if d.negative {
		e.Polarity = schema.Negative
	}
	for _, role := range schema.Roles {
		for _, f := range d.roles {
			if f.role == role {
				if r, ok := x.role(d, f, sentence.In); ok {
					e.Roles = append(e.Roles, r)
				}
			}
		}
	}
	if !x.acceptable(d, &e) {
		return e, false
	}
	e.Confidence = confidence(d, &e)
	return e, true
}

func (d *draft) factuality() string {
	switch {
	case d.fact != "":
		return d.fact
	case d.inherit != "":
		return d.inherit
	}
	return schema.Actual
}

// control gives a noun the agent of the predicate it depends on, where the
// noun names none: اتهم … بتأجيج, عاقب … بفرض حصار.
func (x *extractor) control(d *draft) {
	if d.verbal || d.has(schema.RoleAgent) || d.sense.Frame[lexicon.SlotSubject] != schema.RoleAgent || !x.complement(d.word) {
		return
	}
	if f := x.holder(d.word); f != nil && !sameFiller(d, f) {
		d.give(*f, schema.RoleAgent)
		return
	}
	g := d.governor
	if g == nil || g.word > d.word {
		if f := x.clauseSubject(d.word); f != nil && !sameFiller(d, f) {
			d.give(*f, schema.RoleAgent)
		}
		return
	}
	source := schema.RoleAgent
	switch g.sense.Type {
	case "accuse", "demand", "permit", "obstruct":
		source = schema.RolePatient
	case "state", "reject", "support":
		return
	}
	if f := g.filler(source); f != nil && !sameFiller(d, f) {
		copied := *f
		d.give(copied, schema.RoleAgent)
	}
}

// holder is the actor in the noun phrase that the noun at i completes: قدرة
// الجيش على استعادة المدينة, قرار الرئيس إقالة الوزير.
func (x *extractor) holder(i int) *filler {
	start := i
	if start > 0 && x.s.Words[start-1].POS == morph.Preposition {
		start--
	}
	p, ok := x.phraseEndingAt(start)
	if !ok || len(p.Chain) < 2 || x.isEventNoun(p.Head) || !x.abstract(p) {
		return nil
	}
	inner, ok := x.s.NounPhrase(p.Chain[1])
	if !ok {
		return nil
	}
	switch kind, subkind := x.Finder.Kind(x.s, inner); {
	case kind == schema.KindPerson, kind == schema.KindOrganization, kind == schema.KindGroup, subkind == "country":
		return &filler{phrase: inner, pronoun: -1, time: -1}
	}
	return nil
}

// clauseSubject is the subject of the verb whose clause the noun at i stands
// in, where that verb is no event itself.
func (x *extractor) clauseSubject(i int) *filler {
	for j := i - 1; j >= 0 && j >= i-12; j-- {
		w := &x.s.Words[j]
		if w.Class == text.Punct && !morph.IsQuote(w.Norm) || w.POS == morph.Relative || w.POS == morph.Subordinator {
			return nil
		}
		if w.POS != morph.Verb || w.Auxiliary {
			continue
		}
		if f := x.subject[j]; f != nil && w.Voice != morph.Passive {
			copied := *f
			return &copied
		}
		return nil
	}
	return nil
}

func sameFiller(d *draft, f *filler) bool {
	return slices.ContainsFunc(d.roles, func(have filler) bool {
		return have.time < 0 && have.pronoun == f.pronoun && have.phrase.First == f.phrase.First && have.phrase.Last == f.phrase.Last
	})
}

// mentionKind says whether the sentence reports the event or refers to it.
func (x *extractor) mentionKind(d *draft) string {
	if d.verbal || d.strong {
		return schema.Report
	}
	w := &x.s.Words[d.word]
	if len(d.roles) > 0 && x.headline() {
		return schema.Report
	}
	prep := w.Prep
	if prep == "" && d.word > 0 && x.s.Words[d.word-1].POS == morph.Preposition {
		prep = x.s.Words[d.word-1].Stem
	}
	switch bareForm(prep) {
	case "بعد", "عقب", "قبل", "منذ", "اثناء", "بشان", "حول", "رغم", "غداة":
		return schema.Reference
	}
	if w.Det && len(d.roles) == 0 {
		return schema.Reference
	}
	if d.governor != nil && (d.governor.sense.Type == "accuse" || d.governor.sense.Type == "support") {
		return schema.Reference
	}
	if len(d.roles) == 0 {
		return schema.Reference
	}
	return schema.Report
}

// headline reports whether the sentence has no verb, so that its nouns tell
// what happened.
func (x *extractor) headline() bool {
	return !slices.ContainsFunc(x.s.Words, func(w morph.Word) bool { return w.POS == morph.Verb })
}

// acceptable drops what the lexicon says is no event without its participants.
func (x *extractor) acceptable(d *draft, e *schema.Event) bool {
	participants := 0
	actors := 0
	for _, r := range e.Roles {
		switch r.Role {
		case schema.RoleTime, schema.RoleInstrument:
		default:
			participants++
			if r.Kind != "" && r.Kind != schema.KindThing {
				actors++
			}
		}
	}
	if d.sense.Weak && actors == 0 {
		return false
	}
	if x.s.Words[d.word].POS == morph.Noun && participants == 0 && (d.sense.NounNeedsArgs || !d.light && !x.s.Words[d.word].Det) {
		return false
	}
	return true
}

// confidence is a first estimate from how the event is told; the weights are
// set by hand until they are calibrated.
func confidence(d *draft, e *schema.Event) float64 {
	c := 0.55
	if d.verbal {
		c += 0.15
	}
	for _, r := range e.Roles {
		switch {
		case r.Form == schema.Named:
			c += 0.08
		case r.Form == schema.Pronoun || r.Start == r.End:
			c -= 0.04
		default:
			c += 0.03
		}
	}
	if e.Mention == schema.Reference {
		c -= 0.15
	}
	return math.Round(100*min(0.95, max(0.1, c))) / 100
}

// attribute adds the transmitters: he who says what stands in a content
// clause, and those whom وفق and بحسب name.
func (x *extractor) attribute(found []schema.Event) {
	for k := range found {
		e := &found[k]
		at := x.wordAt(e.Trigger.Start)
		for _, d := range x.drafts {
			if d.content < 0 || d.content > at || d.word >= at || !slices.Contains(speech, d.sense.Type) {
				continue
			}
			if f := d.filler(schema.RoleAgent); f != nil {
				if r, ok := x.role(d, *f, e.Sentence.In); ok {
					r.Role = schema.RoleSource
					e.AccordingTo = append(e.AccordingTo, r)
				}
			}
		}
		for i := range x.s.Words {
			if p, ok := x.accordingTo(i); ok && !(at >= p.First && at < p.Last) {
				r := schema.Role{Role: schema.RoleSource, Mention: x.mention(x.s.Start(p), x.s.End(p), p.First, p.Last, e.Sentence.In)}
				x.describe(&r, x.Discourse.Refer(x.n, x.s, p))
				e.AccordingTo = append(e.AccordingTo, r)
			}
		}
	}
}

// accordingTo is the phrase behind وفق, بحسب and their like at word i.
func (x *extractor) accordingTo(i int) (p syntax.Phrase, ok bool) {
	switch x.s.Words[i].Stem {
	case "وفق", "وفقا", "حسب", "بحسب", "طبقا":
	default:
		return p, false
	}
	p, ok = x.s.NounPhrase(i + 1)
	if !ok || x.isEventNoun(p.Head) {
		return p, false
	}
	kind, _ := x.Finder.Kind(x.s, p)
	return p, kind == schema.KindPerson || kind == schema.KindOrganization || kind == schema.KindGroup
}

func (x *extractor) wordAt(start int) int {
	for i := range x.s.Words {
		if x.s.Words[i].StemStart == start {
			return i
		}
	}
	return -1
}
