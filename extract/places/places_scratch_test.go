package places

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"testing"

	"github.com/isnad-project/isnad/extract/text"
)

func TestScratch(t *testing.T) {
	g := Default()
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

func TestNews(t *testing.T) {
	g := Default()
	f, err := os.Open(os.Getenv("NEWS"))
	if err != nil {
		t.Skip()
	}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	found, weak, desc, ctx := map[string]int{}, map[string]int{}, map[string]int{}, map[string]string{}
	n := 0
	for sc.Scan() {
		var d struct{ Text string }
		json.Unmarshal(sc.Bytes(), &d)
		tokens := text.Tokens(d.Text)
		n += len(tokens)
		var doc [][]Mention
		var toks [][]text.Token
		for _, st := range text.Sentences(tokens) {
			toks = append(toks, tokens[st.First:st.Last])
			doc = append(doc, g.Find(tokens[st.First:st.Last]))
		}
		g.Resolve(doc, nil)
		r := []rune(d.Text)
		for si, ms := range doc {
			for _, m := range ms {
				name := string(r[m.Start:m.End])
				c := ""
				for k := max(0, m.First-3); k < min(len(toks[si]), m.Last+2); k++ {
					if k == m.First {
						c += "["
					}
					c += toks[si][k].Text
					if k == m.Last-1 {
						c += "]"
					}
					c += " "
				}
				switch {
				case m.Place == nil:
					weak[name]++
					ctx[name] = c
				case m.Place.rank == rankDescribed || m.Place.rank == rankHere:
					desc[m.Place.Key]++
					ctx[m.Place.Key] = c
				default:
					k := name + " " + m.Place.Key
					if m.Weak {
						k += " WEAK-OK"
					}
					found[k]++
					ctx[k] = c
				}
			}
		}
	}
	fmt.Println("tokens", n)
	show := func(name string, m map[string]int, from, k int) {
		var keys []string
		for w := range m {
			keys = append(keys, w)
		}
		sort.Slice(keys, func(i, j int) bool {
			if m[keys[i]] != m[keys[j]] {
				return m[keys[i]] > m[keys[j]]
			}
			return keys[i] < keys[j]
		})
		fmt.Println("##", name, len(keys))
		for i := from; i < min(k, len(keys)); i++ {
			fmt.Printf("%d %s   || %s\n", m[keys[i]], keys[i], ctx[keys[i]])
		}
	}
	show("found", found, 0, 150)
	show("weak", weak, 0, 150)
	show("described", desc, 0, 200)
	if os.Getenv("ALL") != "" {
		show("more", found, 150, 2000)
	}
}
