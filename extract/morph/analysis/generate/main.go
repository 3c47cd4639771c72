// Command generate makes lexicon.txt.gz of package analysis.
//
//	go run ./generate -data /path/to/data -out .
//
// The data folder holds camel_morph/ (Camel Morph MSA, CC BY 4.0) and ner/
// (ANERcorp, CAMeL split, CC BY-SA 4.0, and AQMAR, CC BY-SA 3.0). Of the two
// corpora nothing is shipped but the mark of a lemma that none of their words
// is a form of.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "folder of the sources")
	out := flag.String("out", ".", "folder of nouns.txt, masdars.txt and functions.txt; lexicon.txt.gz is written there")
	dump := flag.Bool("dump", false, "write the text to standard output instead")
	flag.Parse()
	if *data == "" {
		log.Fatal("generate: -data is required")
	}
	c, err := build(*data, *out)
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

func build(data, lists string) (*collection, error) {
	c := newCollection()
	camel := filepath.Join(data, "camel_morph")
	v, err := readVerbs(camel, c)
	if err != nil {
		return nil, fmt.Errorf("reading the verb tables: %w", err)
	}
	all := func(row) bool { return true }
	for _, aspect := range []string{"PV", "IV", "CV"} {
		if err := v.expand(camel, aspect, all); err != nil {
			return nil, err
		}
	}
	n, err := readNominals(camel, c)
	if err != nil {
		return nil, fmt.Errorf("reading the nominal tables: %w", err)
	}
	for _, t := range nominalTables {
		if err := n.expandTable(camel, t, all); err != nil {
			return nil, err
		}
	}
	if err := c.readOthers(camel); err != nil {
		return nil, err
	}
	if err := c.readFunctions(filepath.Join(lists, "functions.txt")); err != nil {
		return nil, err
	}
	return c, nil
}
