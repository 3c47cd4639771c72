// Command generate makes lexicon.txt.gz of package analysis.
//
//	go run ./generate -data /path/to/data -out . -names ../../lexicon/given-names.txt
//
// The data folder holds camel_morph/ (Camel Morph MSA, CC BY 4.0), places/
// (GeoNames, CC BY 4.0) and ner/ (ANERcorp, CAMeL split, CC BY-SA 4.0, and
// AQMAR, CC BY-SA 3.0). Of the two corpora nothing is shipped but the mark of
// a lemma that none of their words is a form of.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "folder of the sources")
	out := flag.String("out", ".", "folder of nouns.txt, masdars.txt and functions.txt; lexicon.txt.gz is written there")
	names := flag.String("names", "", "list of given names (name | gender | …) to add")
	dump := flag.Bool("dump", false, "write the text to standard output instead")
	flag.Parse()
	if *data == "" {
		log.Fatal("generate: -data is required")
	}
	c, err := build(*data, *out, *names)
	if err != nil {
		log.Fatal("generate: ", err)
	}
	if *dump {
		c.dump(os.Stdout)
		return
	}
	if err := c.write(filepath.Join(*out, "lexicon.txt.gz")); err != nil {
		log.Fatal("generate: ", err)
	}
}

func build(data, lists, names string) (*collection, error) {
	c := newCollection()
	camel := filepath.Join(data, "camel_morph")
	n, err := readNominals(camel, c)
	if err != nil {
		return nil, fmt.Errorf("reading the nominal tables: %w", err)
	}
	archaic, err := c.addVerbs(camel, n)
	if err != nil {
		return nil, fmt.Errorf("reading the verb tables: %w", err)
	}
	n.derived = nil
	for _, t := range nominalTables {
		if err := n.expandTable(camel, t); err != nil {
			return nil, err
		}
	}
	if err := n.readNouns(filepath.Join(lists, "nouns.txt")); err != nil {
		return nil, err
	}
	if err := n.readMasdars(filepath.Join(lists, "masdars.txt")); err != nil {
		return nil, err
	}
	if err := c.readNames(filepath.Join(lists, "names.txt")); err != nil {
		return nil, err
	}
	if names != "" {
		if err := c.readNames(names); err != nil {
			return nil, err
		}
	}
	if err := c.readPlaces(filepath.Join(data, "places")); err != nil {
		return nil, err
	}
	if err := c.readOthers(camel); err != nil {
		return nil, err
	}
	if err := c.readFunctions(filepath.Join(lists, "functions.txt")); err != nil {
		return nil, err
	}
	texts, err := readWitnesses(filepath.Join(data, "ner"))
	if err != nil {
		return nil, err
	}
	c.markRare(texts, archaic)
	return c, nil
}

// addVerbs adds the verbs and what is derived from them. It returns, for the
// lemmas that may be left out, the verbs that can keep them in: none for
// verbs of four consonants and of the form IX and beyond, which a text must
// be witness of, and for derived nouns the verbs that they come from.
func (c *collection) addVerbs(camel string, n *nominals) (archaic map[string][]string, err error) {
	v, err := readVerbs(camel, c)
	if err != nil {
		return nil, err
	}
	var all []verb
	archaic = map[string][]string{}
	for _, aspect := range []string{"PV", "IV", "CV"} {
		if err := v.expand(camel, aspect, func(r row) {
			w := verbOf(r)
			if aspect == "PV" {
				all = append(all, w)
			}
			if w.form == "" || w.form == "IX" || strings.HasSuffix(w.form, "Q") {
				archaic[w.lemma] = []string{}
			}
		}); err != nil {
			return nil, err
		}
	}
	for _, w := range all {
		n.derived = func(noun string) {
			if noun != w.lemma {
				archaic[noun] = append(archaic[noun], w.lemma)
			}
		}
		n.derive(w)
	}
	return archaic, nil
}
