// Package places finds the places that a sentence names, and says which ones
// they are.
//
// The gazetteer is made of tables, each a text that can be reviewed line by
// line: geonames.tsv (GeoNames, CC BY 4.0) and countries.tsv (CLDR), which
// folder generate makes, and by hand countries.txt (variants, points),
// places.txt (what news names and GeoNames lacks), triggers.txt (words like
// مدينة and شرق), nisba.txt (ليبي), ambiguous.txt (names that are words too)
// and notnames.txt (words that are no name behind مدينة).
//
// A document passes through two stages:
//
//	tokens ──Find──▶ mentions with all candidates ──Resolve──▶ one place each
//
// Find reads one sentence (find.go). At each word it tries the readings with
// and without proclitics; the longest name in the trie (trie.go) and the
// longest composition (compose.go: مدينة درنة, شرق ليبيا, ريف حلب الشمالي,
// بلدتي نبل والزهراء) compete. What stands around a name (context.go) narrows
// it: طرابلس اللبنانية. A class word makes a place of a name that is unknown
// (describe.go). Names that are also words are Weak unless a class word or
// nationality vouches for them.
//
// Resolve (resolve.go) takes the whole document: it weighs the countries
// that the document speaks of, scores the candidates by country, size, rank
// and division, drops weak mentions without support, and gives described
// places their country.
//
// Spans leave out proclitics, and class words of settlements and divisions:
// of بمدينة درنة, درنة; of facilities, quarters and natural features they
// take in the whole phrase: مطار طرابلس الدولي.
package places

import "sync"

// Place is a place of the gazetteer, or one described by the text itself.
type Place struct {
	Key      string // "place/geonames/88319", "place/country/LY", "place/region/LY/east", "place/name/LY/…"
	Subkind  string // one of the Subkind constants
	Label    string // Arabic
	LabelEn  string
	Names    []string // further names
	Country  string   // ISO 3166-1 alpha-2, or ""
	Lat, Lon float64  // WGS 84 degrees
	// HasPoint says that Lat and Lon are the place's own; otherwise they are
	// its container's, or 0.
	HasPoint   bool
	Within     string // key of the container, "" for countries and world regions
	Population int
	Match      []string // IRIs of the same place elsewhere

	notable bool    // has a row in places.txt
	lean    float64 // of described places: toward the likelier container
	rank    byte    // class of geonames.tsv, H for places.txt, or rankDescribed, rankHere
	part    *part   // of rankHere
}

// Subkinds of place.
const (
	Country  = "country"
	Region   = "region" // a division of a country, a described part, a region of the world
	City     = "city"   // and every smaller settlement
	Quarter  = "quarter"
	Facility = "facility"
	Water    = "water"
	Other    = "other"
)

// Mention is a place named in a sentence.
type Mention struct {
	// First and Last are the tokens it spans, [First, Last).
	First, Last int
	// Start and End are the code points of the name itself, [Start, End),
	// without proclitics.
	Start, End int
	// Candidates are the places the name may mean, the most likely first.
	Candidates []*Place
	// Place is the one it means, set by Resolve; nil if none.
	Place *Place
	// Weak says that the name is also a common word or a person's name and
	// nothing in its sentence supports the place.
	Weak bool

	hint     hint
	stripped bool  // a proclitic was taken off
	node     *node // of the name, nil if it is described
}

// Gazetteer knows places by name. It is immutable and safe for concurrent use.
type Gazetteer struct {
	byKey   map[string]*Place
	byCode  map[string]*Place // countries by ISO code
	inOrder []*Place          // all but the countries, as read
	block   []Place           // where places come from while building
	names   trie
	infos   []*wordInfo // by word number
	parts   []*part
}

var defaultGazetteer = sync.OnceValue(build)

// Default returns the gazetteer of the embedded data, built at the first call.
func Default() *Gazetteer { return defaultGazetteer() }

// Place returns the place with this key. Described parts of countries
// (place/region/LY/east) are made as asked for; places only a document knows
// (place/name/…) are found in its mentions alone.
func (g *Gazetteer) Place(key string) (*Place, bool) {
	if p, ok := g.byKey[key]; ok {
		return p, true
	}
	return g.described(key)
}
