package places

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/isnad-project/isnad/extract/text"
)

//go:generate go run ./generate -data $ISNAD_DATA -out .

// The data. Each file says in its head what its columns are.
var (
	//go:embed geonames.tsv
	geonamesTable string
	//go:embed countries.tsv
	countryNameTable string
	//go:embed countries.txt
	countryTable string
	//go:embed places.txt
	placeTable string
	//go:embed nisba.txt
	nisbaTable string
	//go:embed triggers.txt
	triggerTable string
	//go:embed ambiguous.txt
	ambiguousTable string
	//go:embed notnames.txt
	notNameTable string
)

const geonamesIRI = "https://sws.geonames.org/"

// build reads the embedded tables. They are part of the program: a fault in
// them is a fault of the program, found by the tests, and panics.
func build() *Gazetteer {
	g := &Gazetteer{
		byKey:  make(map[string]*Place, 9000),
		byCode: make(map[string]*Place, 300),
		names:  newTrie(16000),
	}
	g.eachLine("triggers.txt", triggerTable, g.addTrigger)
	g.eachLine("countries.tsv", countryNameTable, g.addCountryName)
	g.eachLine("countries.txt", countryTable, g.addCountry)
	g.eachLine("geonames.tsv", geonamesTable, g.addGeoNames)
	g.eachLine("places.txt", placeTable, g.addPlace)
	g.addCountryNames()
	g.eachLine("nisba.txt", nisbaTable, g.addNisba)
	g.eachLine("notnames.txt", notNameTable, g.addNotName)
	g.eachLine("ambiguous.txt", ambiguousTable, g.addAmbiguous)
	g.settle()
	return g
}

func (g *Gazetteer) eachLine(file, table string, add func(fields []string) error) {
	n := 0
	fields := make([]string, 0, 12)
	for line := range strings.Lines(table) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		fields = fields[:0]
		for f := range strings.SplitSeq(line, "\t") {
			fields = append(fields, f)
		}
		if err := add(fields); err != nil {
			panic(fmt.Sprintf("places: %s:%d: %v", file, n, err))
		}
	}
}

// addCountryName reads a row of countries.tsv: code, Arabic, English.
func (g *Gazetteer) addCountryName(f []string) error {
	if len(f) != 3 {
		return fmt.Errorf("%d columns, want 3", len(f))
	}
	label, _, _ := strings.Cut(f[1], " (")
	p := &Place{Key: "place/country/" + f[0], Subkind: Country, Label: label, LabelEn: f[2], Country: f[0]}
	g.byKey[p.Key] = p
	g.byCode[f[0]] = p
	return nil
}

// addCountry reads a row of countries.txt: code, latitude, longitude,
// GeoNames id, names.
func (g *Gazetteer) addCountry(f []string) error {
	if len(f) < 4 || len(f) > 5 {
		return fmt.Errorf("%d columns, want 4 or 5", len(f))
	}
	p, ok := g.byCode[f[0]]
	if !ok {
		return fmt.Errorf("no country %s", f[0])
	}
	if err := p.setPoint(f[1], f[2]); err != nil {
		return err
	}
	if f[3] != "" {
		p.Match = []string{geonamesIRI + f[3] + "/"}
	}
	if len(f) == 5 {
		for name := range strings.SplitSeq(f[4], "|") {
			if label, ok := strings.CutPrefix(name, "="); ok {
				p.Label = label
				continue
			}
			p.Names = append(p.Names, name)
		}
	}
	return nil
}

var geonamesSubkinds = map[string]string{"C": City, "A": City, "B": City, "P": City, "X": Quarter, "D": Region}

// addGeoNames reads a row of geonames.tsv, see its head.
func (g *Gazetteer) addGeoNames(f []string) error {
	if len(f) != 10 {
		return fmt.Errorf("%d columns, want 10", len(f))
	}
	class, country, division := f[1], f[2], f[3]
	p := g.newPlace()
	*p = Place{Subkind: geonamesSubkinds[class], LabelEn: f[7], Country: country, rank: class[0]}
	if class == "D" {
		p.Key = "place/region/" + country + "/" + division
	} else {
		p.Key = "place/geonames/" + f[0]
		p.Match = []string{geonamesIRI + f[0] + "/"}
	}
	if err := p.setPoint(f[4], f[5]); err != nil {
		return err
	}
	var err error
	if f[6] != "" {
		if p.Population, err = strconv.Atoi(f[6]); err != nil {
			return err
		}
	}
	g.byKey[p.Key] = p
	p.Within = "place/country/" + country
	if class != "D" {
		if _, ok := g.byKey["place/region/"+country+"/"+division]; ok {
			p.Within = "place/region/" + country + "/" + division
		}
	}
	flags := f[9]
	names := f[8]
	for names != "" {
		var name, flag string
		name, names, _ = strings.Cut(names, "|")
		flag, flags, _ = strings.Cut(flags, "|")
		if p.Label == "" {
			p.Label = name
		} else {
			p.Names = append(p.Names, name)
		}
		g.addName(name, p, flag)
	}
	g.inOrder = append(g.inOrder, p)
	return nil
}

// addPlace reads a row of places.txt, see its head. A key that is there
// already is given what the row says, its other fields kept.
func (g *Gazetteer) addPlace(f []string) error {
	if len(f) < 8 || len(f) > 9 {
		return fmt.Errorf("%d columns, want 8 or 9", len(f))
	}
	key, country := "place/"+f[0], f[2]
	p, known := g.byKey[key]
	if !known {
		p = g.newPlace()
		*p = Place{Key: key, Subkind: f[1], rank: 'H'}
		if id, ok := strings.CutPrefix(key, "place/geonames/"); ok {
			p.Match = []string{geonamesIRI + id + "/"}
		}
		g.byKey[key] = p
		g.inOrder = append(g.inOrder, p)
	}
	if !subkinds[f[1]] || country != "" && g.byCode[country] == nil {
		return fmt.Errorf("no subkind %q or country %q", f[1], country)
	}
	if p.Country != country {
		p.Country, p.Within = country, ""
	}
	if p.Within == "" && country != "" {
		p.Within = "place/country/" + country
	}
	english := strings.Split(f[7], "|")
	p.Subkind, p.LabelEn = f[1], english[0]
	p.Names = append(p.Names, english[1:]...)
	if f[5] != "" {
		p.Within = "place/" + f[5]
	}
	if len(f) == 9 {
		var err error
		if p.Population, err = strconv.Atoi(f[8]); err != nil {
			return err
		}
	}
	if f[6] != "" {
		p.notable = true
		g.rename(p, strings.Split(f[6], "|"))
	}
	if p.Label == "" {
		return fmt.Errorf("%s is not in geonames.tsv and has no name", key)
	}
	return p.setPoint(f[3], f[4])
}

// rename gives a place the names of a row of places.txt.
func (g *Gazetteer) rename(p *Place, names []string) {
	for _, name := range names {
		if gone, ok := strings.CutPrefix(name, "-"); ok {
			g.names.remove(fold(gone), p)
			p.Names = slices.DeleteFunc(p.Names, func(n string) bool { return n == gone })
			continue
		}
		name, isLabel := strings.CutPrefix(name, "=")
		switch {
		case p.Label == "":
			p.Label = name
		case p.Label == name:
		case isLabel:
			if fold(p.Label) != fold(name) {
				p.Names = append(p.Names, p.Label)
			}
			p.Label = name
		case !slices.Contains(p.Names, name):
			p.Names = append(p.Names, name)
		}
	}
	for _, name := range names {
		if name = strings.TrimPrefix(name, "="); name[0] != '-' {
			g.addName(name, p, "")
		}
	}
}

// addCountryNames lets countries be found by their names.
func (g *Gazetteer) addCountryNames() {
	for _, p := range g.byCode {
		g.addName(p.Label, p, "")
		for _, name := range p.Names {
			g.addName(name, p, "")
		}
	}
}

func (p *Place) isCalled(folded string) bool {
	return fold(p.Label) == folded || slices.ContainsFunc(p.Names, func(n string) bool { return fold(n) == folded })
}

// addName lets a place be found by a name, except where the name is a class
// word and another name of the place: those are found together, as two.
func (g *Gazetteer) addName(name string, p *Place, flags string) {
	folded := fold(name)
	if class, rest, ok := strings.Cut(folded, " "); ok && g.namesAlone(class) && (p.rank == 'D' || p.isCalled(rest)) {
		return
	}
	g.names.add(folded, p, flags)
}

// namesAlone reports whether a word is a class word that a mention leaves out.
func (g *Gazetteer) namesAlone(word string) bool {
	id := int(g.names.words[word])
	if id >= len(g.infos) || g.infos[id] == nil {
		return false
	}
	for _, t := range g.infos[id].triggers {
		if t.class.nameAlone() && t.form == singular && t.class != island {
			return true
		}
	}
	return false
}

var subkinds = map[string]bool{Region: true, City: true, Quarter: true, Facility: true, Water: true, Other: true}

func (p *Place) setPoint(lat, lon string) error {
	if lat == "" {
		return nil
	}
	var err error
	if p.Lat, err = strconv.ParseFloat(lat, 64); err != nil {
		return err
	}
	if p.Lon, err = strconv.ParseFloat(lon, 64); err != nil {
		return err
	}
	if p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180 {
		return fmt.Errorf("point %v %v", p.Lat, p.Lon)
	}
	p.HasPoint = true
	return nil
}

// newPlace takes a place from a block: thousands are made at once.
func (g *Gazetteer) newPlace() *Place {
	if len(g.block) == 0 {
		g.block = make([]Place, 512)
	}
	p := &g.block[0]
	g.block = g.block[1:]
	return p
}

// fold is the spelling names are looked up under.
func fold(s string) string {
	if plain(s) {
		return s
	}
	return loose(text.Norm(s))
}

// plain reports whether s is of letters that folding leaves alone, as about
// half of all names are.
func plain(s string) bool {
	for _, r := range s {
		if r != ' ' && (r < 'ب' || r > 'ي' || r == 'ة' || r == 'ى' || r > 'غ' && r < 'ف') && r != 'ا' {
			return false
		}
	}
	return true
}

// loose is text.Loose, quick where it changes nothing.
func loose(norm string) string {
	for i := 0; i+1 < len(norm); i++ {
		switch next := norm[i+1]; norm[i] {
		case 0xD8: // ء ؤ ئ ة
			if next == 0xA1 || next == 0xA4 || next == 0xA6 || next == 0xA9 {
				return text.Loose(norm)
			}
		case 0xD9: // ى
			if next == 0x89 {
				return text.Loose(norm)
			}
		}
	}
	return norm
}

// Hash is the SHA-256 of the gazetteer's data, in lower-case hex.
func Hash() string {
	h := sha256.New()
	for _, table := range []string{geonamesTable, countryNameTable, countryTable, placeTable, nisbaTable, triggerTable, ambiguousTable, notNameTable} {
		io.WriteString(h, table)
	}
	return hex.EncodeToString(h.Sum(nil))
}
