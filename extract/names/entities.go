package names

import (
	"strings"

	"github.com/isnad-project/isnad/extract/lexicon"
	"github.com/isnad-project/isnad/extract/places"
	"github.com/isnad-project/isnad/extract/syntax"
	"github.com/isnad-project/isnad/schema"
)

// isMasculineCountry reports whether the press treats a country's name as
// masculine; all others are feminine.
func isMasculineCountry(code string) bool {
	switch code {
	case "IQ", "LB", "JO", "YE", "SD", "SS", "MA", "SO", "VA", "GA", "TD", "EH":
		return true
	}
	return false
}

func (d *Discourse) entityIRI(key string) string { return schema.EntityIRI(d.base, key) }

func (d *Discourse) beActor(r *Referent, index int) {
	a := &d.finder.actors[index]
	r.Kind, r.Subkind, r.Form, r.Name = a.Kind, a.Subkind, schema.Named, a.Names[0]
	r.Entity = d.actorEntity(a)
	if a.Kind == schema.KindPerson {
		r.Feminine, r.Plural = false, false
	}
}

func (d *Discourse) actorEntity(a *lexicon.Actor) schema.Entity {
	e := schema.Entity{ID: d.entityIRI("actor/" + a.Key), Kind: a.Kind, Subkind: a.Subkind, Label: a.Names[0], LabelEn: a.LabelEn, Names: a.Names[1:], Country: a.Country}
	if leader := a.Relations["led-by"]; leader != "" {
		if i, known := d.finder.byKey[leader]; known {
			e.LedBy = d.entityIRI("actor/" + leader)
			if _, done := d.entities[e.LedBy]; !done {
				d.entities[e.LedBy] = schema.Entity{} // against a cycle
				d.entities[e.LedBy] = d.actorEntity(&d.finder.actors[i])
			}
		}
	}
	return e
}

// beForceOf makes the referent a force of its own, tied to the person or the
// organisation that its name speaks of: قوات حفتر.
func (d *Discourse) beForceOf(r *Referent, index int) {
	a := &d.finder.actors[index]
	owner := d.actorEntity(a)
	d.entities[owner.ID] = owner
	noun, _, _ := strings.Cut(r.Name, " ")
	r.Form = schema.Named
	r.Name = noun + " " + shortName(a)
	r.Entity = schema.Entity{ID: d.entityIRI("actor/" + a.Key + "/" + fold(noun)), Kind: r.Kind, Subkind: r.Subkind, Label: r.Name, Country: a.Country}
	if a.Kind == schema.KindPerson {
		r.Entity.LedBy = owner.ID
	}
}

// ownForce makes a force with a pronoun (قواته) the force of the person that
// the pronoun means, and reports whether it is one.
func (d *Discourse) ownForce(r *Referent, n int, s *syntax.Sentence, p syntax.Phrase) bool {
	w := &s.Words[p.Head]
	if len(p.Chain) != 1 || w.Suffix != "ه" || r.Kind != schema.KindOrganization || r.Subkind != "armed-force" && r.Subkind != "armed-group" {
		return false
	}
	leader := d.Antecedent(n, p.Head, PronounWant(w.Suffix))
	if leader == nil || leader.Kind != schema.KindPerson || leader.Form != schema.Named {
		return false
	}
	name := leader.Name
	if i, known := d.finder.byKey[strings.TrimPrefix(leader.Entity.ID, d.base+"actor/")]; known {
		name = shortName(&d.finder.actors[i])
	}
	noun := strings.TrimSuffix(r.Name, w.Suffix)
	r.Form, r.Name = schema.Named, noun+" "+name
	r.Entity = schema.Entity{ID: schema.EntityIRI(leader.Entity.ID+"/", fold(noun)), Kind: r.Kind, Subkind: r.Subkind,
		Label: r.Name, Country: leader.Entity.Country, LedBy: leader.Entity.ID}
	return true
}

// shortName is the name by which the press calls a person: the sure one-word
// variant, else the label.
func shortName(a *lexicon.Actor) string {
	for _, name := range a.Names {
		if !strings.Contains(name, " ") && !a.Unsure[name] {
			return name
		}
	}
	return a.Names[0]
}

func (d *Discourse) bePlace(r *Referent, p *places.Place) {
	r.Form, r.Name = schema.Named, p.Label
	r.Kind, r.Subkind = placeKind(p)
	r.Entity = d.placeEntity(p)
}

// PlaceEntity returns the entity of a place, and notes it and what contains it.
func (d *Discourse) placeEntity(p *places.Place) schema.Entity {
	kind, _ := placeKind(p)
	e := schema.Entity{ID: d.entityIRI(p.Key), Kind: kind, Subkind: p.Subkind, Label: p.Label, LabelEn: p.LabelEn, Names: p.Names, Country: p.Country, Match: p.Match}
	if p.HasPoint {
		e.Lat, e.Lon = &p.Lat, &p.Lon
	}
	if p.Within != "" && p.Within != p.Key {
		if container, ok := d.places.Place(p.Within); ok {
			e.Within = d.entityIRI(p.Within)
			if _, known := d.entities[e.Within]; !known {
				d.entities[e.Within] = schema.Entity{} // against a cycle
				d.entities[e.Within] = d.placeEntity(container)
			}
		}
	}
	return e
}

// beNominal gives a phrase that is no name an identity of its own in the
// document; a definite one with a country or a place in it is the same in all.
func (d *Discourse) beNominal(r *Referent, s *syntax.Sentence, p syntax.Phrase, place int) {
	key := strings.ReplaceAll(fold(r.Name), " ", "-")
	r.Entity = schema.Entity{ID: schema.LocalEntityIRI(d.base, d.id, key), Kind: kindOr(r.Kind), Subkind: r.Subkind, Label: r.Name}
	country := d.countryIn(s, p)
	institutional := r.Kind == schema.KindOrganization && p.Quantity < 0
	if institutional && p.Definite && (country != "" || place >= 0) {
		r.Form = schema.Named
		if country == "" {
			country = s.Places[place].Place.Country
		}
		r.Entity.ID = d.entityIRI("organization/" + strings.ToLower(country) + "/" + key)
		r.Entity.Country = country
	}
	if r.Kind == schema.KindPlace && place >= 0 {
		container := d.placeEntity(s.Places[place].Place)
		d.entities[container.ID] = container
		r.Entity.Within, r.Entity.Country = container.ID, container.Country
	}
}

func kindOr(kind string) string {
	if kind == "" {
		return schema.KindThing
	}
	return kind
}

// countryIn is the country of a nationality adjective in the phrase, or "".
func (d *Discourse) countryIn(s *syntax.Sentence, p syntax.Phrase) string {
	for i := p.First; i < p.Last; i++ {
		for j := range s.Words[i].Readings {
			if c := s.Words[i].Readings[j].Country; c != "" {
				return c
			}
		}
	}
	return ""
}
