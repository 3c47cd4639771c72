package places

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-project/isnad/extract/text"
)

// maxDescribed is how many readings of a name a described place is made for.
const maxDescribed = 4

// unknownCountry stands in the keys of described places whose country nothing
// tells: the code of CLDR for it.
const unknownCountry = "ZZ"

// Ranks of places that the text describes.
const (
	rankDescribed = 'n' // by a class word or a direction
	rankHere      = 'h' // as a part of the country that is spoken of
)

// describe returns a place that only the text knows, of no country yet.
func describe(subkind, label string) *Place {
	p := &Place{Subkind: subkind, Label: label, rank: rankDescribed}
	p.Key = nameKey("", label)
	return p
}

func nameKey(country, label string) string {
	if country == "" {
		country = unknownCountry
	}
	return "place/name/" + country + "/" + strings.ReplaceAll(fold(label), " ", "-")
}

// describeIn returns a described place within each of the places given.
func describeIn(within []*Place, subkind, label string) []*Place {
	var out []*Place
	for _, w := range within[:min(len(within), maxDescribed)] {
		out = append(out, describe(subkind, label).in(w))
	}
	return out
}

// in returns the described place p within w.
func (p *Place) in(w *Place) *Place {
	q := *p
	q.Country, q.Within, q.Lat, q.Lon = w.Country, w.Key, w.Lat, w.Lon
	q.Key = nameKey(q.Country, q.Label)
	q.lean = w.prior() / 10
	return &q
}

// here returns a part of the country the document speaks of.
func here(p *part) *Place {
	return &Place{Key: "place/region/" + unknownCountry + "/" + p.slug, Subkind: Region, Label: p.label, rank: rankHere, part: p}
}

// partOf returns a part of a country, or of another place.
func (g *Gazetteer) partOf(whole *Place, p *part) *Place {
	if whole.Subkind != Country {
		return describe(Region, p.label+" "+whole.Label).in(whole)
	}
	return &Place{
		Key: "place/region/" + whole.Country + "/" + p.slug, Subkind: Region,
		Label: p.label + " " + whole.Label, LabelEn: p.english + " " + whole.LabelEn,
		Country: whole.Country, Within: whole.Key, Lat: whole.Lat, Lon: whole.Lon, rank: rankDescribed,
		lean: whole.prior() / 10,
	}
}

// described makes the place of a key like place/region/LY/east.
func (g *Gazetteer) described(key string) (*Place, bool) {
	rest, ok := strings.CutPrefix(key, "place/region/")
	if !ok {
		return nil, false
	}
	code, slug, _ := strings.Cut(rest, "/")
	country, ok := g.byCode[code]
	if !ok {
		return nil, false
	}
	for _, a := range g.parts {
		rest, ok := strings.CutPrefix(slug, a.slug)
		if !ok {
			continue
		}
		if rest == "" {
			return g.partOf(country, a), true
		}
		for _, b := range g.parts {
			if b.slug == rest && a != b {
				return g.partOf(country, g.combine(a, b)), true
			}
		}
	}
	return nil, false
}

// label returns the words [first, last) as written, without marks and the
// proclitics of the first.
func (s *scanner) label(first, skip, last int) string {
	var b strings.Builder
	for i, w := range s.words[first:last] {
		if w.token.Class != text.Word && w.token.Class != text.Number {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		for _, r := range w.token.Text {
			switch {
			case text.IsMark(r) || r == utf8.RuneError:
			case i == 0 && skip > 0:
				skip--
			default:
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// describeKnown describes a place named after one that is known: an airport
// lies there, a street may lie anywhere.
func (s *scanner) describeKnown(inner match, t trigger) []*Place {
	label := t.label + " " + s.label(inner.first, inner.skip, inner.last)
	if t.class == countryside || t.class == facility || t.class == known {
		if !inner.ambiguous() || inner.hint == hintClass {
			return describeIn(inner.places, t.class.subkind(), label)
		}
		return []*Place{describe(t.class.subkind(), label)}
	}
	out := []*Place{describe(t.class.subkind(), label)}
	for _, p := range inner.places {
		if p.Subkind == City && len(out) < maxDescribed {
			out = append(out, out[0].in(p))
		}
	}
	return out
}

// describeUnknown describes a place by a class word and an unknown name.
func (s *scanner) describeUnknown(i, j, last int, v variant, t trigger) match {
	m := match{first: j, last: last, hint: hintClass}
	label := s.label(j, 0, last)
	if t.class != settlement && t.class != division {
		m.first, m.skip = i, v.skip
		s.tails(&m, t.class)
		label = t.label + " " + s.label(j, 0, m.last)
	}
	m.places = []*Place{describe(t.class.subkind(), label)}
	return m
}

// unknown returns where the unknown name at word j ends, behind class word t;
// 0 if no name stands there.
func (s *scanner) unknown(j int, t trigger) int { return s.unknownFrom(j, 0, t) }

func (s *scanner) unknownFrom(j, skip int, t trigger) int {
	if t.closed || t.class == known || t.class == countryside || j >= len(s.words) || !s.mayName(j, skip, t.class) {
		return 0
	}
	last := j + 1
	for s.bits(last-1)&starter != 0 && last-j <= 3 {
		if last >= len(s.words) || s.words[last].token.Class != text.Word || s.bits(last)&(preposition|notName) != 0 || s.joined(last) {
			if last == j+1 {
				return 0
			}
			break
		}
		last++
	}
	if last < len(s.words) && strings.HasPrefix(s.words[last-1].loose, "ال") {
		if info := s.info(last); info != nil && (info.adjective != nil || info.bits&qualifier != 0) {
			last++
		}
	}
	return last
}

// joined reports whether word i is another known one with و before it.
func (s *scanner) joined(i int) bool {
	rest, ok := strings.CutPrefix(s.words[i].loose, "و")
	return ok && s.g.names.words[rest] != noWord
}

// mayName reports whether word j can begin an unknown name behind a class
// word: an Arabic word that is no adjective, function word or verb of the
// lists, and has no proclitic.
func (s *scanner) mayName(j, skip int, c class) bool {
	w := s.words[j]
	if w.token.Class != text.Word || w.loose[0] < utf8.RuneSelf {
		return false
	}
	loose := cutRunes(w.loose, skip)
	runes := utf8.RuneCountInString(loose)
	info := s.g.infos[s.g.names.words[loose]]
	if info != nil {
		if info.bits&starter != 0 {
			return true
		}
		if info.bits&^title != 0 || info.nisba != "" || info.direction != nil || info.adjective != nil || info.definite != nil || len(info.triggers) > 0 {
			return false
		}
	}
	definite := strings.HasPrefix(loose, "ال")
	switch {
	case runes < 3 || (c == area || c == division) && !definite:
		return false
	case definite:
		return runes > 4
	}
	for _, p := range []string{"بال", "وال", "فال", "كال", "لل", "ي", "ست", "سي", "وي", "وت"} {
		if strings.HasPrefix(loose, p) {
			return false
		}
	}
	norm := cutRunes(w.token.Norm, skip)
	if strings.HasSuffix(norm, "ية") || strings.HasSuffix(norm, "ا") && strings.HasSuffix(w.token.Text, "ً") ||
		strings.HasSuffix(w.token.Text, "اً") || strings.HasPrefix(norm, "م") && strings.HasSuffix(norm, "ة") {
		return false
	}
	if c != settlement && (strings.HasSuffix(norm, "ي") || strings.HasSuffix(norm, "ها")) {
		return false
	}
	if strings.HasPrefix(loose, "و") || strings.HasPrefix(loose, "ب") || strings.HasPrefix(loose, "ل") {
		if id := s.g.names.words[loose[2:]]; id != noWord && runes > 3 {
			return false
		}
	}
	return true
}
