package places

import (
	"strings"

	"github.com/isnad-project/isnad/extract/text"
)

// keepCountry leaves m the places in one country, if there are any.
func (m *match) keepCountry(code string) {
	var of []*Place
	for _, p := range m.places {
		if p.Country == code && p.Subkind != Country {
			of = append(of, p)
		}
	}
	if of != nil {
		m.places, m.hint = of, hintClass
	}
}

// introduced looks before a name for the adjective of its country: العاصمة
// الأردنية عمّان.
func (s *scanner) introduced(m *match) {
	if info := s.info(m.first - 1); info == nil || info.nisba == "" || m.skip > 0 || m.first < 2 {
		return
	}
	for _, word := range []string{"العاصمه", "المدينه", "البلده", "القريه", "مدينه", "المحافظه"} {
		if strings.HasSuffix(s.words[m.first-2].loose, word) {
			m.keepCountry(s.info(m.first - 1).nisba)
			return
		}
	}
}

// extend looks behind a name: for the adjective of its country (طرابلس
// اللبنانية), and for a direction (حلب الشرقية), which makes it a part, where parts is set.
func (s *scanner) extend(m *match, parts bool) {
	info := s.info(m.last)
	if info == nil || m.node != nil && m.node.flags&(barred|never) != 0 {
		return
	}
	if info.nisba != "" {
		m.keepCountry(info.nisba)
		return
	}
	if !parts || info.adjective == nil || m.ambiguous() && m.hint != hintClass || len(m.places) == 0 {
		return
	}
	switch m.places[0].Subkind {
	case City, Region:
		phrase := s.phrase(m.first, m.skip, m.last+1)
		m.places = describeIn(m.places, Region, phrase)
		m.node, m.last = nil, m.last+1
	}
}

// adjectival reports whether m is the adjective that is spelled like the
// name of its country: القوات السعودية, الإماراتية والسعودية. Then it follows
// a definite noun or another such adjective, and has no preposition.
func (s *scanner) adjectival(m match) bool {
	info := s.info(m.first)
	if m.skip > 0 {
		info = s.g.infos[s.g.names.words[cutRunes(s.words[m.first].loose, m.skip)]]
	}
	if m.last-m.first > 1 || m.first == 0 || info == nil || info.nisba == "" || m.prefix&^(withWaw|withFa) != 0 {
		return false
	}
	before := s.words[m.first-1].loose
	if last := len(s.out) - 1; last >= 0 && s.out[last].Last == m.first {
		return false // behind another place: الإمارات والسعودية
	}
	if m.skip > 0 {
		i := s.info(m.first - 1)
		return i != nil && i.nisba != ""
	}
	for _, article := range []string{"ال", "وال", "بال", "فال", "كال", "لل", "ولل"} {
		if strings.HasPrefix(before, article) {
			return true
		}
	}
	return false
}

// inQuotes reports whether m and nothing else stands between quotes.
func (s *scanner) inQuotes(m match) bool {
	if m.first == 0 || m.last >= len(s.words) {
		return false
	}
	switch s.words[m.last].token.Norm {
	case "»", "\"", "”":
		return s.opensQuote(m.first - 1)
	}
	return false
}

// possessed reports whether m is a word in ه where the place has ة: جده is
// his grandfather before it is جدة.
func (s *scanner) possessed(m match) bool {
	return m.node != nil && m.node.flags&withHa != 0 && strings.HasSuffix(s.words[m.first].token.Norm, "ه")
}

// vocalised returns the places of m, without those whose name is known to
// have other vowels than the text writes: عَمّان is not عُمان.
func (s *scanner) vocalised(m match) []*Place {
	written := s.words[m.first].token.Text
	if len(m.places) < 2 || m.last-m.first > 1 || m.skip > 0 || len(written) == len(s.words[m.first].token.Norm) {
		return m.places
	}
	var fit []*Place
	for _, p := range m.places {
		if !p.otherVowels(written) {
			fit = append(fit, p)
		}
	}
	if fit == nil {
		return m.places
	}
	return fit
}

func (p *Place) otherVowels(written string) bool {
	if vowelsDiffer(p.Label, written) {
		return true
	}
	for _, n := range p.Names {
		if vowelsDiffer(n, written) {
			return true
		}
	}
	return false
}

const shadda = '\u0651'

// vowelsDiffer reports whether a name and its written form b are the same
// letters and somewhere both have vowels, but not the same, or b alone
// doubles a letter of a name that is written with marks.
func vowelsDiffer(a, b string) bool {
	if text.Norm(a) != text.Norm(b) {
		return false
	}
	x, y := marksByLetter(a), marksByLetter(b)
	for i := range min(len(x), len(y)) {
		if vx, vy := vowels(x[i]), vowels(y[i]); vx != "" && vy != "" && vx != vy {
			return true
		}
		if strings.ContainsRune(y[i], shadda) && !strings.ContainsRune(x[i], shadda) && len(a) > len(text.Norm(a)) {
			return true
		}
	}
	return false
}

// vowels leaves of the marks of a letter the short vowels.
func vowels(marks string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x064E && r <= 0x0650 {
			return r
		}
		return -1
	}, marks)
}

func marksByLetter(s string) []string {
	var marks []string
	for _, r := range s {
		switch {
		case !text.IsMark(r):
			marks = append(marks, "")
		case len(marks) > 0:
			marks[len(marks)-1] += string(r)
		}
	}
	return marks
}
