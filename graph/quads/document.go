package quads

import (
	"net/url"

	"github.com/cayleygraph/quad"

	"github.com/isnad-project/isnad/schema"
)

// document writes what is known of the document and of the run that read it.
func (w *writer) document() {
	doc, d := w.label, w.rec.Document
	w.link(doc, schema.RDFType, schema.NIFContext)
	w.link(doc, schema.RDFType, schema.ProvEntity)
	w.add(doc, schema.DCIdentifier, quad.String(d.ID))
	w.named(doc, schema.DCTitle, d.Title)
	if d.Date != "" {
		w.add(doc, schema.DCDate, typed(d.Date, schema.XSDDate))
	}
	w.named(doc, schema.DCPublisher, d.Source)
	if isIRI(d.URL) {
		w.link(doc, schema.DCSource, d.URL)
	} else {
		w.text(doc, schema.DCSource, d.URL)
	}
	w.text(doc, schema.IsnSHA256, d.SHA256)
	w.text(doc, schema.IsnRetrieved, d.Retrieved)

	w.link(w.run, schema.RDFType, schema.ProvActivity)
	w.add(w.run, schema.ProvUsed, doc)
	w.text(w.run, schema.IsnVersion, w.rec.Tool.Version)
	w.text(w.run, schema.IsnFormat, FormatVersion)
	for name, hash := range w.rec.Tool.Lexicons {
		w.link(w.run, schema.ProvUsed, w.base+"lexicon/"+url.PathEscape(name)+"/"+url.PathEscape(hash))
	}
}

// entity writes an actor or place as this document knows it.
func (w *writer) entity(e *schema.Entity) {
	node := quad.IRI(e.ID)
	switch {
	case isPlace(e.Kind):
		w.link(node, schema.RDFType, schema.SEMPlace)
	case e.Kind != schema.KindThing:
		w.link(node, schema.RDFType, schema.SEMActor)
	}
	w.text(node, schema.IsnKind, e.Kind)
	w.text(node, schema.IsnSubkind, e.Subkind)
	if e.Label != "" {
		w.add(node, schema.RDFSLabel, quad.LangString{Value: quad.String(e.Label), Lang: "ar"})
	}
	if e.LabelEn != "" {
		w.add(node, schema.RDFSLabel, quad.LangString{Value: quad.String(e.LabelEn), Lang: "en"})
	}
	for _, name := range e.Names {
		w.named(node, schema.SKOSAltLabel, name)
	}
	for _, name := range append([]string{e.Label, e.LabelEn}, e.Names...) {
		w.text(node, schema.IsnName, schema.FoldName(name))
	}
	w.link(node, schema.IsnLedBy, e.LedBy)
	w.link(node, schema.IsnWithin, e.Within)
	w.text(node, schema.IsnCountry, e.Country)
	for _, match := range e.Match {
		w.link(node, schema.SKOSExactMatch, match)
	}
	if e.Lat != nil {
		geometry := node + "#geometry"
		w.add(node, schema.GeoHasGeo, geometry)
		w.add(geometry, schema.GeoAsWKT, point(*e.Lat, *e.Lon))
	}
}

// isPlace reports whether something of this kind can be where an event happens.
func isPlace(kind string) bool {
	return kind == schema.KindPlace || kind == schema.KindFacility
}
