package places

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isnad-project/isnad/extract/text"
)

// class is what kind of place a class word announces.
type class uint8

const (
	noClass     class = iota
	settlement        // مدينة، بلدة، قرية
	division          // محافظة، ولاية
	state             // دولة، جمهورية
	island            // جزيرة
	area              // منطقة
	quarter           // حي، مخيم
	facility          // مطار، ميناء: lies in or near the place it is named after
	named             // شارع، ساحة، مستشفى: may be named after anything
	water             // نهر، بحيرة
	land              // جبل، جزيرة
	countryside       // ريف
	known             // جامعة، بلدية: only of a place that is known
)

var classNames = map[string]class{
	"settlement": settlement, "division": division, "state": state, "island": island, "area": area, "quarter": quarter, "facility": facility,
	"named": named, "water": water, "land": land, "countryside": countryside, "known": known,
}

// subkind is the kind of the places the class describes.
func (c class) subkind() string {
	switch c {
	case settlement:
		return City
	case division, area, countryside:
		return Region
	case quarter:
		return Quarter
	case water:
		return Water
	case land, island:
		return Other
	case state:
		return Country
	}
	return Facility
}

// fits reports whether p is such a place as the class word says.
func (c class) fits(p *Place) bool {
	switch c {
	case settlement:
		return p.Subkind == City || p.Subkind == Quarter
	case division, area:
		return p.Subkind == Region
	case state:
		return p.Subkind == Country
	case facility, named, known:
		return p.Subkind == Facility
	case land, island:
		return p.Subkind == Other
	case water, quarter:
		return p.Subkind == c.subkind()
	}
	return false
}

// nameAlone reports whether a mention leaves the class word out when the
// place itself is known: مدينة درنة is درنة, مطار درنة is not.
func (c class) nameAlone() bool {
	switch c {
	case settlement, division, state, island, area:
		return true
	}
	return false
}

// Forms of a class word.
const (
	singular = iota
	dual     // مدينتي X وY
	plural   // مدن X وY وZ
)

type trigger struct {
	class    class
	form     int
	label    string // the singular
	spelling string // as listed, in text.Norm spelling
	closed   bool   // only before a name that is known
}

// part is a part of a country or a town, by direction.
type part struct{ slug, label, english string }

type wordBits uint16

const (
	preposition wordBits = 1 << iota // of place: في، إلى
	blocker                          // what follows is no place: صحيفة
	title                            // a person's name follows: السيد
	notName                          // begins no unknown name
	starter                          // goes on with the next word: أبو
	tail                             // ends a facility's name: الدولي
	deictic                          // البلاد
	qualifier                        // الجديدة
	particle                         // another preposition: عن، على
)

// wordInfo is what a word means in compositions.
type wordInfo struct {
	triggers  []trigger
	direction *part  // شرق
	definite  *part  // الشرق
	adjective *part  // الشرقي
	nisba     string // code of the country of الليبي
	bits      wordBits
}

// info returns the entry of a word, making it.
func (g *Gazetteer) info(word string) *wordInfo {
	id := int(g.names.id(word))
	for id >= len(g.infos) {
		g.infos = append(g.infos, make([]*wordInfo, 1024)...)
	}
	if g.infos[id] == nil {
		g.infos[id] = new(wordInfo)
	}
	return g.infos[id]
}

// addNisba reads a row of nisba.txt: code, adjectives.
func (g *Gazetteer) addNisba(f []string) error {
	if len(f) != 2 || g.byCode[f[0]] == nil {
		return fmt.Errorf("want a country's code and adjectives")
	}
	for adjective := range strings.SplitSeq(f[1], "|") {
		for _, form := range []string{"ال" + adjective, "ال" + adjective + "ة"} {
			g.info(fold(form)).nisba = f[0]
			g.neverAlone(fold(form))
		}
		for _, form := range []string{adjective, adjective + "ة"} {
			g.info(fold(form)).bits |= notName
			g.neverAlone(fold(form))
		}
	}
	return nil
}

// neverAlone marks an adjective of nationality, which names no town: سوري is
// not Surrey. السعودية and سورية stay, as countries.
func (g *Gazetteer) neverAlone(adjective string) {
	if n := g.names.node(adjective); !slices.ContainsFunc(n.places, (*Place).isCountry) {
		n.flags |= never
	}
}

func (p *Place) isCountry() bool { return p.Subkind == Country }

var bitNames = map[string]wordBits{
	"preposition": preposition, "blocker": blocker, "title": title, "starter": starter, "tail": tail, "deictic": deictic, "qualifier": qualifier, "particle": particle, "notname": notName,
}

// addTrigger reads a row of triggers.txt, see its head.
func (g *Gazetteer) addTrigger(f []string) error {
	if bit, ok := bitNames[f[0]]; ok && len(f) == 2 {
		for word := range strings.FieldsSeq(f[1]) {
			g.info(fold(word)).bits |= bit
		}
		return nil
	}
	if f[0] == "direction" {
		return g.addDirection(f[1:])
	}
	name, closed := strings.CutSuffix(f[0], "!")
	c := classNames[name]
	if c == noClass || len(f) > 4 {
		return fmt.Errorf("no class %q", f[0])
	}
	label, _, _ := strings.Cut(f[1], "|")
	for form, words := range f[1:] {
		for word := range strings.SplitSeq(words, "|") {
			if word == "" {
				continue
			}
			i := g.info(fold(word))
			i.triggers = append(i.triggers, trigger{class: c, form: form, label: label, spelling: text.Norm(word), closed: closed})
		}
	}
	return nil
}

// addDirection reads slug, English, construct, definite, adjectives.
func (g *Gazetteer) addDirection(f []string) error {
	if len(f) != 5 {
		return fmt.Errorf("direction has %d columns, want 5", len(f))
	}
	label, _, _ := strings.Cut(f[2], "|")
	p := &part{slug: f[0], english: f[1], label: label}
	g.parts = append(g.parts, p)
	for i, words := range f[2:] {
		for word := range strings.SplitSeq(words, "|") {
			if word == "" {
				continue
			}
			info := g.info(fold(word))
			switch i {
			case 0:
				info.direction = p
			case 1:
				info.definite = p
			case 2:
				info.adjective = p
			}
		}
	}
	return nil
}

func (g *Gazetteer) addNotName(f []string) error {
	for word := range strings.FieldsSeq(f[0]) {
		g.info(fold(word)).bits |= notName
	}
	return nil
}

// addAmbiguous reads a row of ambiguous.txt: flags, names.
func (g *Gazetteer) addAmbiguous(f []string) error {
	if len(f) != 2 {
		return fmt.Errorf("%d columns, want 2", len(f))
	}
	for letter := range strings.SplitSeq(f[0], "") {
		if !slices.Contains([]string{"c", "p", "r", "n", "x", "s", "q", "ه", "و", "ف", "ب", "ل", "ك"}, letter) {
			return fmt.Errorf("no flag %q", letter)
		}
	}
	for name := range strings.SplitSeq(f[1], "|") {
		n := g.names.node(fold(name))
		if strings.ContainsAny(f[0], "crs") {
			n.flags &^= never
		}
		n.mark(f[0])
	}
	return nil
}

// combine puts two directions together: شمال شرق.
func (g *Gazetteer) combine(a, b *part) *part {
	return &part{slug: a.slug + b.slug, label: a.label + " " + b.label, english: a.english + "-" + strings.ToLower(b.english)}
}
