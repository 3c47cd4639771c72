package places

import (
	"slices"
	"strings"
)

// compose looks for a composition at word i in reading v that ends behind
// beat: a class word with a name (مدينة درنة), with several (مدينتي بنغازي
// ودرنة), a direction with a place (شرق ليبيا، الشرق الليبي). It appends the
// mentions and returns where they end; 0 for none.
func (s *scanner) compose(i int, v variant, beat int) int {
	info := s.g.infos[v.id]
	if info == nil {
		return 0
	}
	for _, t := range info.triggers {
		if t.form == singular || !s.spelled(i, v, t) {
			continue
		}
		if end := s.list(i, t); end > beat {
			return end
		}
	}
	m, ok := s.composed(i, v, 0)
	if !ok || m.last <= beat {
		return 0
	}
	s.add(m)
	return m.last
}

// maxDepth is how many compositions may stand in each other: مطار مدينة درنة.
const maxDepth = 3

// composed reads one composition.
func (s *scanner) composed(i int, v variant, depth int) (match, bool) {
	info := s.g.infos[v.id]
	if info == nil || depth > maxDepth || v.prefix&withKaf != 0 {
		return match{}, false
	}
	if info.direction != nil {
		if m, ok := s.directed(i, v, info.direction, depth); ok {
			return m, true
		}
	}
	if info.definite != nil {
		if m, ok := s.directedAdjective(i, v, info.definite); ok {
			return m, true
		}
	}
	for _, t := range info.triggers {
		if t.form == singular && s.spelled(i, v, t) {
			if m, ok := s.classed(i, v, t, depth); ok {
				return m, true
			}
		}
	}
	return match{}, false
}

// spelled reports whether word i, read as v, is written as the table writes
// the class word: بلده (his country) is not بلدة.
func (s *scanner) spelled(i int, v variant, t trigger) bool {
	return cutRunes(s.words[i].token.Norm, v.skip) == t.spelling
}

// directed reads شمال شرق سوريا, شرقي مدينة درنة, جنوب البلاد.
func (s *scanner) directed(i int, v variant, p *part, depth int) (match, bool) {
	j := i + 1
	if info := s.info(j); info != nil && info.direction != nil && info.direction != p {
		p, j = s.g.combine(p, info.direction), j+1
	}
	if s.bits(j)&deictic != 0 {
		return match{first: i, last: j + 1, skip: v.skip, places: []*Place{here(p)}, hint: hintClass}, true
	}
	inner, ok := s.inner(j, depth)
	if !ok || inner.ambiguous() && inner.hint != hintClass && inner.places[0].Subkind != Country || inner.node != nil && inner.node.flags&never != 0 {
		return match{}, false
	}
	m := match{first: i, last: inner.last, skip: v.skip, hint: hintClass}
	for _, whole := range inner.places {
		if len(m.places) == maxDescribed {
			break
		}
		m.places = append(m.places, s.g.partOf(whole, p))
	}
	return m, true
}

// directedAdjective reads الشمال السوري, الشمال الشرقي لسوريا.
func (s *scanner) directedAdjective(i int, v variant, p *part) (match, bool) {
	j := i + 1
	if info := s.info(j); info != nil && info.adjective != nil && info.adjective != p {
		p, j = s.g.combine(p, info.adjective), j+1
	}
	info := s.info(j)
	if info != nil && info.nisba != "" {
		whole := s.g.byCode[info.nisba]
		return match{first: i, last: j + 1, skip: v.skip, places: []*Place{s.g.partOf(whole, p)}, hint: hintClass}, true
	}
	if j >= len(s.words) || s.words[j].token.Norm[0] < 0x80 {
		return match{}, false
	}
	if s.words[j].loose == "من" {
		j++
	}
	if j >= len(s.words) {
		return match{}, false
	}
	var buf [6]variant
	for _, r := range s.readings(j, &buf) {
		n, length := s.g.names.walk(r.id, s.words[j+1:])
		if n == nil || r.prefix&withLam == 0 && s.words[j-1].loose != "من" || len(n.places) == 0 || n.places[0].Subkind != Country {
			continue
		}
		return match{first: i, last: j + length, skip: v.skip, places: []*Place{s.g.partOf(n.places[0], p)}, hint: hintClass}, true
	}
	return match{}, false
}

// inner reads what a class word or direction stands before: the longer of a
// name and a composition.
func (s *scanner) inner(j, depth int) (match, bool) {
	if j >= len(s.words) {
		return match{}, false
	}
	m := s.bare(j)
	if c, ok := s.composed(j, variant{id: s.words[j].id}, depth+1); ok && c.last > m.last {
		return c, true
	}
	return m, len(m.places) > 0 && m.node.flags&barred == 0
}

// classed reads a class word with a name.
func (s *scanner) classed(i int, v variant, t trigger, depth int) (match, bool) {
	j := i + 1
	if s.opensQuote(j) {
		j++
	}
	if info := s.info(j); info != nil && info.nisba != "" {
		return match{}, false // العاصمة السعودية
	}
	inner, ok := s.inner(j, depth)
	if !ok || inner.ambiguous() && inner.hint != hintClass {
		if last := s.unknown(j, t); last > inner.last || last > 0 && !ok {
			return s.describeUnknown(i, j, last, v, t), true
		}
	}
	if !ok || !t.mayBe(&inner) {
		return match{}, false
	}
	m := inner
	if fitting := s.fitting(inner, t.class); fitting != nil {
		m.places = fitting
	} else if !t.class.nameAlone() {
		m.places = s.describeKnown(inner, t)
		m.node = nil
	}
	if !t.class.nameAlone() {
		m.first, m.skip = i, v.skip
	}
	m.hint = hintClass
	if m.node != nil && !t.closed && (t.class == quarter || t.class.nameAlone() && (m.ambiguous() || small(m.places))) {
		label := s.label(m.first, 0, m.last)
		m.places = append(slices.Clip(m.places), describe(t.class.subkind(), label))
	}
	if m.node != nil || t.class == countryside {
		s.extend(&m, t.class == countryside)
	}
	if !t.class.nameAlone() && j > i+1 && m.last < len(s.words) && isClosingQuote(s.words[m.last].token.Norm) {
		m.last++
	}
	s.tails(&m, t.class)
	return m, true
}

// mayBe reports whether the class word makes a place of a name that may be
// another word: مدينة السلام is a place, منطقة السلام tells nothing.
func (t trigger) mayBe(m *match) bool {
	switch t.class {
	case settlement, division, quarter:
		return true
	}
	return m.hint == hintClass || m.node == nil || m.node.flags&never == 0 && !(t.closed && m.ambiguous())
}

// fitting returns those places of m that are what class c says.
func (s *scanner) fitting(m match, c class) []*Place {
	var fit []*Place
	for _, p := range m.places {
		if c.fits(p) {
			fit = append(fit, p)
		}
	}
	return fit
}

// tails takes in what ends a facility's name: مطار بنغازي الدولي.
func (s *scanner) tails(m *match, c class) {
	if c != facility && c != named && c != known {
		return
	}
	for s.bits(m.last)&tail != 0 {
		m.last++
	}
}

func isClosingQuote(norm string) bool {
	switch norm {
	case "»", "\"", "”", "'", "’", ")":
		return true
	}
	return false
}

func (s *scanner) opensQuote(i int) bool {
	if i+1 >= len(s.words) {
		return false
	}
	switch s.words[i].token.Norm {
	case "«", "\"", "“", "'", "‘", "(":
		return true
	}
	return false
}

// list reads a dual or plural class word with the names that follow: مدينتي
// بنغازي ودرنة, محافظات حلب وإدلب، وحماة. It returns where the list ends.
func (s *scanner) list(i int, t trigger) int {
	end, j, count := 0, i+1, 0
	if s.opensQuote(j) {
		j++
	}
	for j < len(s.words) {
		m, ok := s.item(j, count, t)
		if !ok {
			break
		}
		s.add(m)
		count++
		end, j = m.last, m.last
		if t.form == dual && count == 2 {
			break
		}
		for j < len(s.words) && isComma(s.words[j].token.Norm) {
			j++
		}
		if j < len(s.words) && s.words[j].loose == "و" {
			j++
		}
	}
	return end
}

func isComma(norm string) bool {
	return norm == "،" || norm == "," || norm == "»" || norm == "«" || norm == "\""
}

// item reads a name of a list; all but the first may have و before them. An
// unknown name is one only where the list needs it.
func (s *scanner) item(j, count int, t trigger) (match, bool) {
	var buf [6]variant
	best := match{}
	skip := 0
	for _, v := range s.readings(j, &buf) {
		if v.prefix != 0 && (count == 0 || v.prefix != withWaw) {
			continue
		}
		one := [1]variant{v}
		if m := s.name(j, one[:]); m.last > best.last && len(m.places) > 0 {
			best = m
		}
		if m, ok := s.composed(j, v, 1); ok && m.last > best.last {
			best = m
		}
	}
	if best.last > 0 {
		if fit := s.fitting(best, t.class); fit != nil {
			best.places = fit
		} else if !t.class.nameAlone() && t.class != quarter {
			best.places, best.node = s.describeKnown(best, t), nil
		}
		best.hint = hintClass
		return best, best.node == nil || best.node.flags&(barred|never) == 0
	}
	attached := count > 0 && len(s.words[j].loose) > 6 && s.words[j].loose[:2] == "و"
	if attached {
		skip = 1
	}
	if count > 0 && !attached && s.words[j-1].loose != "و" || count > 1 && t.form == dual || t.form == plural && count == 0 {
		return match{}, false
	}
	last := s.unknownFrom(j, skip, t)
	if last == 0 || t.form == plural && !strings.HasPrefix(cutRunes(s.words[j].loose, skip), "ال") {
		return match{}, false
	}
	label := s.label(j, skip, last)
	if t.class != settlement {
		label = t.label + " " + label
	}
	return match{first: j, last: last, skip: skip, places: []*Place{describe(t.class.subkind(), label)}, hint: hintClass}, true
}
