package names

import (
	"strings"

	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/places"
	"github.com/isnad-project/isnad/extract/syntax"
	"github.com/isnad-project/isnad/schema"
)

// Referent is what a phrase refers to.
type Referent struct {
	Kind, Subkind string
	Form          string // schema.Named or schema.Nominal, by its best mention
	Name          string // in the words of the document
	Entity        schema.Entity
	Feminine      bool
	Plural        bool
}

// Discourse is what a document has spoken of so far.
type Discourse struct {
	finder  *Finder
	places  *places.Gazetteer
	base    string
	id      string // of the document
	mention []mention
	// byPhrase finds the referent of a phrase that was seen before.
	byPhrase map[position]*Referent
	byID     map[string]*Referent
	entities map[string]schema.Entity
	// family maps the last word of a person's full name to the referent.
	family map[string]*Referent
}

type position struct{ sentence, word int }

type mention struct {
	at       position
	referent *Referent
	subject  bool
}

// NewDiscourse begins a document. base is the base IRI, id the document's id.
func NewDiscourse(f *Finder, g *places.Gazetteer, base, id string) *Discourse {
	return &Discourse{finder: f, places: g, base: base, id: id, byPhrase: map[position]*Referent{}, byID: map[string]*Referent{},
		entities: map[string]schema.Entity{}, family: map[string]*Referent{}}
}

// Refer returns the referent of a phrase of sentence number n, and remembers
// the mention.
func (d *Discourse) Refer(n int, s *syntax.Sentence, p syntax.Phrase) *Referent {
	at := position{n, p.First}
	if r := d.byPhrase[at]; r != nil {
		return r
	}
	r := d.identify(n, s, p)
	if known := d.byID[r.Entity.ID]; known != nil {
		if known.Form != schema.Named && r.Form == schema.Named {
			known.Name, known.Form = r.Name, r.Form
		}
		r = known
	} else {
		d.byID[r.Entity.ID] = r
	}
	d.byPhrase[at] = r
	d.remember(mention{at: at, referent: r})
	return r
}

func (d *Discourse) remember(m mention) {
	at := len(d.mention)
	for at > 0 && after(d.mention[at-1].at, m.at) {
		at--
	}
	d.mention = append(d.mention, mention{})
	copy(d.mention[at+1:], d.mention[at:])
	d.mention[at] = m
}

func after(a, b position) bool {
	return a.sentence > b.sentence || a.sentence == b.sentence && a.word > b.word
}

// identify decides kind and identity of a phrase.
func (d *Discourse) identify(n int, s *syntax.Sentence, p syntax.Phrase) *Referent {
	kind, subkind := d.finder.Kind(s, p)
	r := &Referent{Kind: kind, Subkind: subkind, Form: schema.Nominal, Name: Surface(s, p)}
	head := &s.Words[p.Head]
	r.Feminine, r.Plural = syntax.IsFeminine(head), syntax.IsPlural(head)
	actor, place := d.actorIn(s, p), s.PlaceOf(p)
	switch {
	case actor >= 0 && d.isBareActor(s, p, actor):
		d.beActor(r, s.Actors[actor].Actor)
	case actor >= 0 && (kind == schema.KindOrganization || kind == schema.KindGroup):
		d.beForceOf(r, s.Actors[actor].Actor)
	case place >= 0 && d.isBarePlace(s, p, place):
		d.bePlace(r, s.Places[place].Place)
	case kind == schema.KindPerson && d.personName(s, p) != "":
		d.bePerson(r, d.personName(s, p))
	default:
		if known := d.familyName(s, p); known != nil {
			return known
		}
		if antecedent := d.description(n, s, p); antecedent != nil {
			return antecedent
		}
		if d.ownForce(r, n, s, p) {
			break
		}
		d.beNominal(r, s, p, place)
	}
	if kind == schema.KindPlace {
		r.Feminine = r.Entity.Subkind != places.Country || !isMasculineCountry(r.Entity.Country)
	}
	d.entities[r.Entity.ID] = r.Entity
	return r
}

// actorIn returns the index of the actor name in the phrase's chain, or -1.
func (d *Discourse) actorIn(s *syntax.Sentence, p syntax.Phrase) int {
	for _, i := range p.Chain {
		if s.ActorAt[i] >= 0 {
			return s.ActorAt[i]
		}
	}
	return -1
}

// isBareActor reports whether the phrase is the actor itself: the name, with
// at most titles or a kind word before it (تنظيم داعش, الجنرال خليفة حفتر).
func (d *Discourse) isBareActor(s *syntax.Sentence, p syntax.Phrase, mention int) bool {
	m := s.Actors[mention]
	actor := &d.finder.actors[m.Actor]
	for _, i := range p.Chain {
		if i >= m.First {
			return true
		}
		w := &s.Words[i]
		switch {
		case actor.Kind == schema.KindPerson:
			if !hasTitle(w) {
				return false
			}
		case !isKindWord(w.Stem):
			return false
		}
	}
	return true
}

func hasTitle(w *morph.Word) bool {
	for i := range w.Readings {
		if w.Readings[i].Title != nil {
			return true
		}
	}
	return false
}

// isKindWord reports whether a noun before an organisation's name says only
// what it is.
func isKindWord(stem string) bool {
	switch stem {
	case "تنظيم", "حركة", "جماعة", "حزب", "جبهة", "منظمة", "وكالة", "صحيفة", "قناة", "شبكة", "موقع", "هيئة", "مؤسسة", "شركة", "مجموعة", "ميليشيا", "مليشيا", "جهاز":
		return true
	}
	return false
}

func (d *Discourse) isBarePlace(s *syntax.Sentence, p syntax.Phrase, mention int) bool {
	m := s.Places[mention]
	for _, i := range p.Chain {
		if i >= m.First && i < m.Last {
			return true
		}
		if !isLocationNoun(s.Words[i].Stem) {
			return false
		}
		switch s.Words[i].Stem {
		case "احياء", "حي", "حدود", "مناطق", "طرق", "طريق", "ريف", "شوارع", "مواقع", "ساحة":
			return false
		}
	}
	return false
}

// personName is the name in a phrase with a title: its trailing name words.
func (d *Discourse) personName(s *syntax.Sentence, p syntax.Phrase) string {
	first := -1
	for i := p.Last - 1; i >= p.First; i-- {
		w := &s.Words[i]
		part := w.POS == morph.Name || w.POS == morph.Unknown
		if !part || s.PlaceAt[i] >= 0 {
			break
		}
		first = i
	}
	for first >= 0 && first < p.Last && s.Words[first].Det {
		first++
	}
	if first < 0 || first >= p.Last {
		return ""
	}
	return join(s, first, p.Last)
}

func (d *Discourse) bePerson(r *Referent, name string) {
	words := strings.Fields(name)
	last := fold(words[len(words)-1])
	if known := d.family[last]; known != nil && len(words) == 1 {
		*r = *known
		return
	}
	r.Form, r.Name = schema.Named, name
	key := "person/" + strings.ReplaceAll(fold(name), " ", "-")
	r.Entity = schema.Entity{ID: d.entityIRI(key), Kind: schema.KindPerson, Subkind: r.Subkind, Label: name}
	if len(words) > 1 {
		d.family[last] = r
	}
}

// familyName is the person named in full before whom the phrase names by the
// last name alone, or nil.
func (d *Discourse) familyName(s *syntax.Sentence, p syntax.Phrase) *Referent {
	last := p.Last - 1
	for i := p.First; i < last; i++ {
		if w := &s.Words[i]; !hasTitle(w) && w.POS != morph.Adjective && !morph.IsQuote(w.Norm) {
			return nil
		}
	}
	for morph.IsQuote(s.Words[last].Norm) && last > p.First {
		last--
	}
	w := &s.Words[last]
	if w.Suffix != "" || w.POS != morph.Unknown && w.POS != morph.Name {
		return nil
	}
	if known := d.family[fold(w.Stem)]; known != nil {
		return known
	}
	return d.family[fold("ال"+w.Stem)]
}

// Surface is the phrase as written, without diacritics and quotation marks,
// the clitics of its first word left out.
func Surface(s *syntax.Sentence, p syntax.Phrase) string { return join(s, p.First, p.Last) }

func join(s *syntax.Sentence, first, last int) string {
	var parts []string
	for i := first; i < last; i++ {
		w := &s.Words[i]
		if morph.IsQuote(w.Norm) {
			continue
		}
		written := w.Text
		if i == first && w.StemStart > w.Start {
			written = string([]rune(w.Text)[w.StemStart-w.Start:])
		}
		if bare, contracted := strings.CutPrefix(written, "ل"); contracted && w.Det && i == first && w.Prep == "ل" {
			written = "ال" + bare // للحكومة is لـ and الحكومة
		}
		parts = append(parts, syntax.Bare(written))
	}
	return strings.Join(parts, " ")
}

// Entities returns all entities the document spoke of, by IRI.
func (d *Discourse) Entities() map[string]schema.Entity { return d.entities }
