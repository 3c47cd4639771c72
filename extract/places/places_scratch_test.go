package places

import (
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/isnad-project/isnad/extract/text"
)

func TestScratch(t *testing.T) {
	start := time.Now()
	g := Default()
	fmt.Println("build", time.Since(start), len(g.byKey), len(g.names.nodes))
	start = time.Now()
	build()
	fmt.Println("build", time.Since(start))
	for _, s := range []string{os.Getenv("S")} {
		tokens := text.Tokens(s)
		var doc [][]Mention
		for _, st := range text.Sentences(tokens) {
			doc = append(doc, g.Find(tokens[st.First:st.Last]))
		}
		g.Resolve(doc, nil)
		for _, ms := range doc {
			for _, m := range ms {
				key := "-"
				if m.Place != nil {
					key = m.Place.Key + " " + m.Place.Within
				}
				fmt.Println(string([]rune(s)[m.Start:m.End]), m.Weak, m.hint, len(m.Candidates), key)
			}
		}
	}
}
