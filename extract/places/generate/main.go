// Command generate makes geonames.tsv and countries.tsv of package places.
//
//	ISNAD_DATA=/path/to/data go generate ./extract/places
//
// The data folder holds
//
//	places/geonames_ar.tsv            GeoNames places with Arabic names, CC BY 4.0
//	places/admin_ar.tsv               Arabic names of divisions, CC BY 4.0
//	ner/ANERCorp_CamelLab_train.txt   ANERcorp, CAMeL split, CC BY-SA 4.0
//	camel_morph/MSA-Noun-Prop-LEX.csv Camel Morph MSA, CC BY 4.0
//
// Kept are all places of the Arab states and their neighbours, every capital
// and division seat, and elsewhere the larger towns. Of the two word sources
// nothing is shipped but the flags they give a name: c if it is a common word
// too, n if it is a frequent one, p if it is also a person's name, and the
// letters و ف ب ل ك if that proclitic and the name make another word. The names of countries
// are those of CLDR, by x/text.
package main

import (
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "folder of the sources")
	out := flag.String("out", ".", "folder to write to")
	flag.Parse()
	if *data == "" {
		log.Fatal("generate: -data is required")
	}
	if err := run(*data, *out); err != nil {
		log.Fatal("generate: ", err)
	}
}

func run(data, out string) error {
	words, err := readWords(data)
	if err != nil {
		return fmt.Errorf("reading the word sources: %w", err)
	}
	towns, err := readTowns(filepath.Join(data, "places/geonames_ar.tsv"))
	if err != nil {
		return err
	}
	for i, t := range towns {
		further := slices.DeleteFunc(t.names[1:], func(n string) bool { return words.drop(n, t) })
		towns[i].names = append(t.names[:1:1], further...)
	}
	divisions, err := readDivisions(filepath.Join(data, "places/admin_ar.tsv"), towns)
	if err != nil {
		return err
	}
	if err := writePlaces(filepath.Join(out, "geonames.tsv"), divisions, towns, words); err != nil {
		return err
	}
	return writeCountries(filepath.Join(out, "countries.tsv"))
}

// town is a row of GeoNames, or a division made of the towns in it.
type town struct {
	id         string // number, or for a division its code (SY.04)
	class      string
	country    string
	admin1     string
	lat, lon   float64
	population int
	english    string
	names      []string
}

// Countries whose every place is kept.
const (
	arabStates     = "DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE EH "
	closeCountries = arabStates + "TR IR IL AF PK TD ML NE ER ET SS UA"
)

const (
	minTown   = 20_000
	minTownUS = 50_000
)

func (t town) kept() bool {
	switch {
	case strings.Contains(closeCountries, t.country), t.class == "PPLC", t.class == "PPLA":
		return true
	case t.country == "US":
		return t.population >= minTownUS
	}
	return t.population >= minTown
}

func readTowns(path string) ([]town, error) {
	var towns []town
	err := eachRow(path, func(f []string) error {
		if len(f) < 11 {
			return fmt.Errorf("row %q has %d columns", f[0], len(f))
		}
		t := town{id: f[0], class: f[6], country: f[7], admin1: f[8], english: f[3]}
		var err error
		if t.lat, err = strconv.ParseFloat(f[4], 64); err != nil {
			return err
		}
		if t.lon, err = strconv.ParseFloat(f[5], 64); err != nil {
			return err
		}
		if t.population, err = strconv.Atoi(f[10]); err != nil {
			return err
		}
		t.names = townNames(f[1], strings.Split(f[2], ","))
		if t.kept() && len(t.names) > 0 {
			towns = append(towns, t)
		}
		return nil
	})
	slices.SortFunc(towns, func(a, b town) int {
		return cmp.Or(cmp.Compare(len(a.id), len(b.id)), strings.Compare(a.id, b.id))
	})
	return towns, err
}

// readDivisions reads the first-level divisions. The source has no points:
// a division gets the mean of its towns', weighted by nothing, and their
// population together.
func readDivisions(path string, towns []town) ([]town, error) {
	var divisions []town
	err := eachRow(path, func(f []string) error {
		country, admin1, ok := strings.Cut(f[0], ".")
		if !ok || strings.Contains(noCountry+" AN CS", country) {
			return nil
		}
		d := town{id: f[0], class: "ADM1", country: country, admin1: admin1, names: divisionNames(f[1])}
		if len(d.names) == 0 {
			return nil
		}
		n := 0
		for _, t := range towns {
			if t.country != country || t.admin1 != admin1 {
				continue
			}
			n++
			d.lat, d.lon, d.population = d.lat+t.lat, d.lon+t.lon, d.population+t.population
			for _, name := range d.names {
				if slices.Contains(t.names, name) && d.english == "" {
					d.english = t.english
				}
			}
		}
		if n > 0 {
			d.lat, d.lon = d.lat/float64(n), d.lon/float64(n)
		}
		divisions = append(divisions, d)
		return nil
	})
	return divisions, err
}

func eachRow(path string, row func(fields []string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if lines.Text() == "" || lines.Text()[0] == '#' {
			continue
		}
		if err := row(strings.Split(lines.Text(), "\t")); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return lines.Err()
}
