// Package schema is the ground floor of isnad: the records that pass from
// extraction to the graph, the table of event types, and the vocabulary.
// It imports nothing else of the tree.
//
// All offsets are Unicode code points, begin inclusive, end exclusive, into
// the document as read (its text, or its title where In says so).
package schema

// Record is the seam between extraction and graph: one document with all that
// was found in it. `isnad extract --format records` prints one a line,
// `isnad load` reads them back.
type Record struct {
	Document Document `json:"document"`
	Entities []Entity `json:"entities"`
	Events   []Event  `json:"events"`
	Tool     Tool     `json:"tool"`
}

// Document is a text to analyse, with what is known of its origin.
type Document struct {
	// ID is the input's own id, or the file's slash-separated path relative
	// to the argument given.
	ID string `json:"id"`
	// Text is the document after decoding and before any normalisation.
	Text string `json:"text"`
	// Date is the day of publication, YYYY-MM-DD, or empty.
	Date   string `json:"date,omitempty"`
	Title  string `json:"title,omitempty"`
	Source string `json:"source,omitempty"`
	URL    string `json:"url,omitempty"`
	// SHA256 is the hash of Text's UTF-8 bytes, in lower-case hex.
	SHA256 string `json:"sha256,omitempty"`
	// Retrieved is when the text was fetched, as the input said it.
	Retrieved string `json:"retrieved,omitempty"`
}

// Tool says what made a record: the program's version and the hash of each
// lexicon by name.
type Tool struct {
	Version  string            `json:"version"`
	Lexicons map[string]string `json:"lexicons,omitempty"`
}

// InTitle is the value of Span.In for a span of the title.
const InTitle = "title"

// Span is a stretch of the document in code points, [Start, End).
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
	// In is InTitle for a span of the title, and empty for one of the text.
	In string `json:"in,omitempty"`
}

// Mention is a span with exactly the text that stands there.
type Mention struct {
	Text string `json:"text"`
	Span
}

// Entity is an actor or a place. Its identity depends on the lexicons and on
// the document that names it, never on other documents.
type Entity struct {
	// ID is the entity's IRI.
	ID      string `json:"id"`
	Kind    string `json:"kind"`              // one of the Kind constants
	Subkind string `json:"subkind,omitempty"` // finer: armed-force, city, …
	Label   string `json:"label"`             // Arabic
	LabelEn string `json:"label_en,omitempty"`
	// Names are further names, Arabic or English: variants of the lexicon and
	// the words of this document.
	Names []string `json:"names,omitempty"`
	// LedBy is the IRI of the person who leads a force.
	LedBy string `json:"led_by,omitempty"`
	// Within is the IRI of the place that contains this one.
	Within  string   `json:"within,omitempty"`
	Country string   `json:"country,omitempty"` // ISO 3166-1 alpha-2
	Lat     *float64 `json:"lat,omitempty"`     // WGS 84 degrees
	Lon     *float64 `json:"lon,omitempty"`
	// Match are IRIs of the same thing elsewhere (GeoNames, Wikidata).
	Match []string `json:"match,omitempty"`
}

// Kinds of entity.
const (
	KindPerson       = "person"
	KindOrganization = "organization"
	KindGroup        = "group"
	KindPlace        = "place"
	KindFacility     = "facility"
	KindThing        = "thing"
)

// Event is one event as one trigger word tells it.
type Event struct {
	Document string `json:"document"`
	// ID is the document's id, "/event/" and the trigger's place.
	ID     string `json:"id"`
	Type   string `json:"type"`
	PLOVER string `json:"plover"`
	CAMEO  string `json:"cameo"`
	// Mention is Report or Reference.
	Mention    string  `json:"mention"`
	Trigger    Mention `json:"trigger"`
	Polarity   string  `json:"polarity"`
	Factuality string  `json:"factuality"`
	Roles      []Role  `json:"roles"`
	// AccordingTo is the chain of transmitters, the nearest to the event last.
	AccordingTo []Role  `json:"according_to,omitempty"`
	Sentence    Mention `json:"sentence"`
	Confidence  float64 `json:"confidence"`
}

// How a sentence speaks of an event.
const (
	Report    = "report"    // told as something that took, takes or will take place
	Reference = "reference" // only referred to: background, topic, figure of speech
)

// Polarities.
const (
	Positive = "positive"
	Negative = "negative"
)

// Factualities.
const (
	Actual    = "actual"
	Attempted = "attempted"
	Planned   = "planned"
	Possible  = "possible"
	Demanded  = "demanded"
)

// Plain reports whether the event is told as having really happened: a
// report, positive and actual. Only such events become plain triples.
func (e *Event) Plain() bool {
	return e.Mention == Report && e.Polarity == Positive && e.Factuality == Actual
}

// Forms of a mention.
const (
	Named   = "named"
	Nominal = "nominal"
	Pronoun = "pronoun"
)

// Role is a filler of an event: who, where, when or how.
type Role struct {
	Role string `json:"role"` // one of the Role constants
	Mention
	Form string `json:"form,omitempty"` // Named, Nominal or Pronoun
	// Name is what the mention refers to, in the words of the document.
	Name    string `json:"name,omitempty"`
	Entity  string `json:"entity,omitempty"` // IRI
	Label   string `json:"label,omitempty"`  // the entity's label
	Kind    string `json:"kind,omitempty"`
	Subkind string `json:"subkind,omitempty"`
	// Value is the time as EDTF or as an ISO 8601 duration.
	Value string `json:"value,omitempty"`
	// Earliest and Latest bound the time, YYYY-MM-DD, where Value resolves.
	Earliest string `json:"earliest,omitempty"`
	Latest   string `json:"latest,omitempty"`
}

// Roles of a filler.
const (
	RoleAgent       = "agent"
	RolePatient     = "patient"
	RolePartner     = "partner"
	RolePlace       = "place"
	RoleOrigin      = "origin"
	RoleDestination = "destination"
	RoleTime        = "time"
	RoleInstrument  = "instrument"
	// RoleSource is a transmitter in Event.AccordingTo.
	RoleSource = "source"
)

// Roles lists the roles of an event's fillers in the order they are written.
var Roles = []string{RoleAgent, RolePatient, RolePartner, RolePlace, RoleOrigin, RoleDestination, RoleTime, RoleInstrument}
