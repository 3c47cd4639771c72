// Package quads is the RDF model of isnad: it turns the record of one
// document into the quads of one named graph, and back without loss (the full
// text alone is not in the graph; its hash is, and every sentence that tells
// an event).
//
// The label of the graph is the document's IRI, to be read as "what this
// document tells". PROV needs no second IRI beside it: what a run of the
// program generated are the events, so it is they that prov:wasGeneratedBy
// the run and prov:wasDerivedFrom the document.
//
// The graph has two layers, drawn here for قصفها الطيران العام الماضي, where
// ها stands for درنة. Above the line is what one asks for, below it the
// evidence; every role of an event is a node of its own (sem:Role), because
// the words, form, name and time of a filler belong to this one telling.
//
//	              isn:bombard, from plain events only
//	 <air-force> ──────────────────────────────────▶ <derna>
//	      ▲  isn:agent, sem:hasActor                    ▲  isn:target, sem:hasPlace
//	      └───────────────── <EVENT> ───────────────────┘
//	      ▲                  │  │  │                    ▲
//	──────│──────────────────│──│──│────────────────────│───────────────────────
//	      │ rdf:value        │  │  │          rdf:value │
//	 <EVENT/role/1> ◀─isn:role  │  isn:role─▶ <EVENT/role/2>   <EVENT/role/3>
//	      │ sem:roleType agent  │                  │ patient     time, "2016"^^edtf
//	      │ isn:form, referent  │ gaf:denotedBy    │ gaf:denotedBy
//	      ▼ gaf:denotedBy       ▼                  ▼
//	 <DOC#char=26,33>    <DOC#char=20,25>    <DOC#char=23,25>     nif:Phrase
//	                            │ nif:sentence
//	                            ▼
//	                     <DOC#char=19,47>  nif:Sentence  ─▶ <DOC>  nif:Context
//
// What the drawing leaves out:
//
//   - A filler that is known (an entity) is the rdf:value of its role and the
//     object of the event's own property. A filler without an entity stands
//     in its role alone, so that "actor" never answers with a bare pronoun. A
//     time is its role: <EVENT/role/3> is a sem:Time too, the object of
//     isn:time and sem:hasTime, and carries the value as rdf:value and its
//     bounds as sem:hasEarliestBeginTimeStamp and sem:hasLatestEndTimeStamp.
//   - A role also carries what the record says of its filler beside the
//     entity (isn:fillerLabel, fillerKind, fillerSubkind): an event can be
//     read back without the entity, which may be in a great many graphs.
//   - A patient that is a place is isn:target, a subproperty of sem:hasPlace,
//     in place of isn:patient, a subproperty of sem:hasActor.
//   - Transmitters are roles of type isn:source, <EVENT/source/1> the farthest
//     from the event; event sem:accordingTo entity, entity isn:says event.
//   - Polarity, factuality, confidence and report or reference are the
//     event's, since one event is what one trigger tells.
//   - agent isn:TYPE patient, agent isn:TYPE partner and back, and actor
//     isn:actedIn place come from plain events alone (schema.Event.Plain).
//     Where an actor acted is the place of the event, and what it targeted
//     only where that takes presence or force: who accuses Russia has not
//     acted in Russia.
//   - Every label and name of an entity is there a second time as isn:name,
//     folded by schema.FoldName, for look-ups.
//   - The title is a context of its own, <DOC#title>, its spans
//     <DOC#title-char=0,5>.
//   - <DOC#extraction> is the run: program version, format of the graph, and
//     prov:used the document and each lexicon as <BASE lexicon/NAME/HASH>.
package quads
