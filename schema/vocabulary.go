package schema

// Namespaces of the graph.
const (
	NSIsnad   = "https://w3id.org/isnad/ns#"
	NSRDF     = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	NSRDFS    = "http://www.w3.org/2000/01/rdf-schema#"
	NSXSD     = "http://www.w3.org/2001/XMLSchema#"
	NSSKOS    = "http://www.w3.org/2004/02/skos/core#"
	NSDCTerms = "http://purl.org/dc/terms/"
	NSProv    = "http://www.w3.org/ns/prov#"
	NSGeo     = "http://www.opengis.net/ont/geosparql#"
	NSNIF     = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
	NSGAF     = "http://groundedannotationframework.org/gaf#"
	NSSEM     = "http://semanticweb.cs.vu.nl/2009/11/sem/"
)

// Prefixes gives each namespace the prefix it is written with.
var Prefixes = map[string]string{
	"isn": NSIsnad, "rdf": NSRDF, "rdfs": NSRDFS, "xsd": NSXSD, "skos": NSSKOS, "dcterms": NSDCTerms,
	"prov": NSProv, "geo": NSGeo, "nif": NSNIF, "gaf": NSGAF, "sem": NSSEM,
}

// Classes and properties that the graph takes from elsewhere.
const (
	RDFType        = NSRDF + "type"
	RDFValue       = NSRDF + "value"
	RDFSLabel      = NSRDFS + "label"
	SKOSAltLabel   = NSSKOS + "altLabel"
	SKOSExactMatch = NSSKOS + "exactMatch"

	SEMEvent       = NSSEM + "Event"
	SEMActor       = NSSEM + "Actor"
	SEMPlace       = NSSEM + "Place"
	SEMEventType   = NSSEM + "eventType"
	SEMHasActor    = NSSEM + "hasActor" // any of agent, patient, partner
	SEMHasPlace    = NSSEM + "hasPlace" // any of place, origin, destination, and a patient that is a place
	SEMHasTime     = NSSEM + "hasTime"
	SEMAccordingTo = NSSEM + "accordingTo"
	SEMRole        = NSSEM + "Role"     // a filler of one event, with the words that name it
	SEMRoleType    = NSSEM + "roleType" // sem:Role to one of the role properties
	SEMTime        = NSSEM + "Time"
	SEMEarliest    = NSSEM + "hasEarliestBeginTimeStamp" // xsd:date
	SEMLatest      = NSSEM + "hasLatestEndTimeStamp"     // xsd:date

	GAFDenotedBy = NSGAF + "denotedBy" // event or entity to the phrase that mentions it

	NIFContext          = NSNIF + "Context"
	NIFSentence         = NSNIF + "Sentence"
	NIFPhrase           = NSNIF + "Phrase"
	NIFBeginIndex       = NSNIF + "beginIndex" // code points
	NIFEndIndex         = NSNIF + "endIndex"   // code points
	NIFAnchorOf         = NSNIF + "anchorOf"
	NIFReferenceContext = NSNIF + "referenceContext"
	NIFSentenceOf       = NSNIF + "sentence"

	ProvActivity       = NSProv + "Activity"
	ProvUsed           = NSProv + "used"
	ProvEntity         = NSProv + "Entity"
	ProvWasDerivedFrom = NSProv + "wasDerivedFrom"
	ProvWasGeneratedBy = NSProv + "wasGeneratedBy"

	GeoAsWKT      = NSGeo + "asWKT"
	GeoHasGeo     = NSGeo + "hasGeometry"
	GeoWKTLiteral = NSGeo + "wktLiteral"

	DCTitle      = NSDCTerms + "title"
	DCDate       = NSDCTerms + "date"
	DCSource     = NSDCTerms + "source"
	DCIdentifier = NSDCTerms + "identifier"
	DCPublisher  = NSDCTerms + "publisher"
	DCIsPartOf   = NSDCTerms + "isPartOf"

	XSDDate    = NSXSD + "date"
	XSDInteger = NSXSD + "integer"
	XSDDecimal = NSXSD + "decimal"
	XSDBoolean = NSXSD + "boolean"

	XSDDuration = NSXSD + "duration"
	// EDTF is the Library of Congress datatype of Extended Date/Time Format.
	EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
)

// Properties of isnad's own. The roles are subproperties of sem:hasActor,
// sem:hasPlace or sem:hasTime.
const (
	IsnAgent       = NSIsnad + "agent"
	IsnPatient     = NSIsnad + "patient"
	IsnPartner     = NSIsnad + "partner"
	IsnInstrument  = NSIsnad + "instrument"
	IsnPlace       = NSIsnad + "place"       // where it happened
	IsnTarget      = NSIsnad + "target"      // a patient that is a place
	IsnOrigin      = NSIsnad + "origin"      //
	IsnDestination = NSIsnad + "destination" //
	IsnTime        = NSIsnad + "time"

	IsnActedIn = NSIsnad + "actedIn" // actor to place, from plain events alone
	IsnWithin  = NSIsnad + "within"  // place to the place that contains it
	IsnLedBy   = NSIsnad + "ledBy"   // force to person

	IsnName       = NSIsnad + "name" // folded name, for look-ups
	IsnFactuality = NSIsnad + "factuality"
	IsnPolarity   = NSIsnad + "polarity"
	IsnMention    = NSIsnad + "mention" // report or reference
	IsnConfidence = NSIsnad + "confidence"
	IsnStory      = NSIsnad + "Story"
	IsnSays       = NSIsnad + "says"     // transmitter to event
	IsnInStory    = NSIsnad + "story"    // event to its isn:Story
	IsnSource     = NSIsnad + "source"   // role of a transmitter
	IsnSentence   = NSIsnad + "sentence" // event to the sentence that tells it

	IsnRole     = NSIsnad + "role"     // event to each of its sem:Roles
	IsnForm     = NSIsnad + "form"     // named, nominal or pronoun
	IsnReferent = NSIsnad + "referent" // what a filler refers to, in the words of its document
	IsnKind     = NSIsnad + "kind"
	IsnSubkind  = NSIsnad + "subkind"
	// What a role says of its filler beside the entity that it is.
	IsnFillerLabel   = NSIsnad + "fillerLabel"
	IsnFillerKind    = NSIsnad + "fillerKind"
	IsnFillerSubkind = NSIsnad + "fillerSubkind"
	IsnCountry       = NSIsnad + "country" // ISO 3166-1 alpha-2
	IsnPLOVER        = NSIsnad + "plover"
	IsnCAMEO         = NSIsnad + "cameo"

	IsnSHA256    = NSIsnad + "sha256" // of the document's text, in lower-case hex
	IsnRetrieved = NSIsnad + "retrieved"
	IsnVersion   = NSIsnad + "version" // of the program that read the document
	IsnFormat    = NSIsnad + "format"  // version of this model of the graph
)
