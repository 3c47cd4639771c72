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
