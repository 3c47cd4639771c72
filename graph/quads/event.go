package quads

import (
	"slices"
	"strconv"

	"github.com/cayleygraph/quad"

	"github.com/isnad-project/isnad/schema"
)

// event writes an event with its evidence and, where it is plain, the triples
// that make paths short.
func (w *writer) event(e *schema.Event) {
	node := quad.IRI(schema.EventIRI(w.base, e.Document, e.Trigger.Span))
	sentence := w.sentence(e.Sentence)
	trigger := w.phrase(e.Trigger)
	w.add(trigger, schema.NIFSentenceOf, sentence)

	w.link(node, schema.RDFType, schema.SEMEvent)
	w.link(node, schema.SEMEventType, schema.NSIsnad+e.Type)
	w.text(node, schema.IsnPLOVER, e.PLOVER)
	w.text(node, schema.IsnCAMEO, e.CAMEO)
	w.text(node, schema.IsnMention, e.Mention)
	w.text(node, schema.IsnPolarity, e.Polarity)
	w.text(node, schema.IsnFactuality, e.Factuality)
	w.add(node, schema.IsnConfidence, decimal(e.Confidence))
	w.add(node, schema.GAFDenotedBy, trigger)
	w.add(node, schema.IsnSentence, sentence)
	w.add(node, schema.ProvWasDerivedFrom, w.label)
	w.add(node, schema.ProvWasGeneratedBy, w.run)

	for i := range e.Roles {
		r := &e.Roles[i]
		role := w.role(node, node+quad.IRI("/role/"+strconv.Itoa(i+1)), r)
		for _, property := range w.properties(r) {
			w.add(node, property, w.filler(role, r))
			w.link(quad.IRI(r.Entity), schema.RDFType, classes[property])
		}
	}
	for i := range e.AccordingTo {
		s := &e.AccordingTo[i]
		w.role(node, node+quad.IRI("/source/"+strconv.Itoa(i+1)), s)
		if s.Entity != "" {
			w.link(node, schema.SEMAccordingTo, s.Entity)
			w.add(quad.IRI(s.Entity), schema.IsnSays, node)
		}
	}
	if e.Plain() {
		w.plain(e)
	}
}

// role writes what the document says of a filler.
func (w *writer) role(event, node quad.IRI, r *schema.Role) quad.IRI {
	phrase := w.phrase(r.Mention)
	w.add(event, schema.IsnRole, node)
	w.link(node, schema.RDFType, schema.SEMRole)
	w.link(node, schema.SEMRoleType, schema.NSIsnad+r.Role)
	w.add(node, schema.GAFDenotedBy, phrase)
	w.link(node, schema.RDFValue, r.Entity)
	w.text(node, schema.IsnForm, r.Form)
	w.text(node, schema.IsnReferent, r.Name)
	w.named(node, schema.IsnFillerLabel, r.Label)
	w.text(node, schema.IsnFillerKind, r.Kind)
	w.text(node, schema.IsnFillerSubkind, r.Subkind)
	if r.Role == schema.RoleTime {
		w.link(node, schema.RDFType, schema.SEMTime)
	}
	if r.Value != "" {
		w.add(node, schema.RDFValue, timeValue(r.Value))
	}
	if r.Earliest != "" {
		w.add(node, schema.SEMEarliest, typed(r.Earliest, schema.XSDDate))
	}
	if r.Latest != "" {
		w.add(node, schema.SEMLatest, typed(r.Latest, schema.XSDDate))
	}
	if r.Entity != "" {
		w.add(quad.IRI(r.Entity), schema.GAFDenotedBy, phrase)
	}
	return node
}

// classes gives the class that an entity is of because an event has it so.
var classes = map[string]string{schema.SEMHasActor: schema.SEMActor, schema.SEMHasPlace: schema.SEMPlace}

// filler returns what an event's property points to: the entity, or the role
// itself for a time.
func (w *writer) filler(role quad.IRI, r *schema.Role) quad.IRI {
	if r.Role == schema.RoleTime {
		return role
	}
	return quad.IRI(r.Entity)
}

// properties returns the properties between the event and a filler, the
// narrow one and the one it is part of. A filler without an entity has none.
func (w *writer) properties(r *schema.Role) []string {
	if r.Role == schema.RoleTime {
		return []string{schema.IsnTime, schema.SEMHasTime}
	}
	if r.Entity == "" {
		return nil
	}
	switch r.Role {
	case schema.RolePatient:
		if w.isTarget(r) {
			return []string{schema.IsnTarget, schema.SEMHasPlace}
		}
		return []string{schema.IsnPatient, schema.SEMHasActor}
	case schema.RoleAgent, schema.RolePartner:
		return []string{schema.NSIsnad + r.Role, schema.SEMHasActor}
	case schema.RolePlace, schema.RoleOrigin, schema.RoleDestination:
		return []string{schema.NSIsnad + r.Role, schema.SEMHasPlace}
	}
	return []string{schema.NSIsnad + r.Role}
}

// isTarget reports whether a filler is a patient that is a place.
func (w *writer) isTarget(r *schema.Role) bool {
	return r.Role == schema.RolePatient && r.Entity != "" && isPlace(w.entities[r.Entity].Kind)
}

// plain writes the short triples of an event that really happened.
func (w *writer) plain(e *schema.Event) {
	action := schema.NSIsnad + e.Type
	onTheSpot := actsOnTheSpot(e.Type)
	for i := range e.Roles {
		actor := &e.Roles[i]
		if actor.Entity == "" || actor.Role != schema.RoleAgent && actor.Role != schema.RolePartner {
			continue
		}
		for j := range e.Roles {
			other := &e.Roles[j]
			if other.Entity == "" || other.Entity == actor.Entity {
				continue
			}
			switch {
			case other.Role == schema.RolePartner && actor.Role == schema.RoleAgent,
				other.Role == schema.RoleAgent && actor.Role == schema.RolePartner,
				other.Role == schema.RolePatient && actor.Role == schema.RoleAgent:
				w.link(quad.IRI(actor.Entity), action, other.Entity)
			}
			if other.Role == schema.RolePlace || onTheSpot && w.isTarget(other) {
				w.link(quad.IRI(actor.Entity), schema.IsnActedIn, other.Entity)
			}
		}
	}
}

// actsOnTheSpot reports whether who does something of this type to a place
// has acted in that place.
func actsOnTheSpot(eventType string) bool {
	t, _ := schema.TypeByName(eventType)
	return slices.Contains([]string{"violence", "territory"}, t.Family) || eventType == "besiege"
}

// sentence writes a sentence and returns its IRI.
func (w *writer) sentence(m schema.Mention) quad.IRI { return w.stretch(m, schema.NIFSentence) }

// phrase writes a mention and returns its IRI.
func (w *writer) phrase(m schema.Mention) quad.IRI { return w.stretch(m, schema.NIFPhrase) }

func (w *writer) stretch(m schema.Mention, class string) quad.IRI {
	node := quad.IRI(schema.SpanIRI(w.base, w.rec.Document.ID, m.Span))
	context := w.label
	if m.In != "" {
		context = titleOf(w.label)
		w.link(context, schema.RDFType, schema.NIFContext)
		w.add(context, schema.DCIsPartOf, w.label)
	}
	w.link(node, schema.RDFType, class)
	w.add(node, schema.NIFBeginIndex, integer(m.Start))
	w.add(node, schema.NIFEndIndex, integer(m.End))
	w.add(node, schema.NIFAnchorOf, quad.String(m.Text))
	w.add(node, schema.NIFReferenceContext, context)
	return node
}

// titleOf returns the IRI of a document's title.
func titleOf(doc quad.IRI) quad.IRI { return doc + "#" + schema.InTitle }
