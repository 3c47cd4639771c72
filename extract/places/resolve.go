package places

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Weights of the score by which Resolve chooses among the places of a name.
const (
	shareWeight     = 5   // share of the document's places that lie in the country
	presentWeight   = 1.5 // the document has any
	nearWeight      = 1   // the document names its division, or a place there
	describedBase   = 3   // a place only the text knows
	strangerPenalty = 2.5 // no other place of the country, and the name may be of a place only the text knows
	otherPenalty    = 1.2 // no place of the country

	smallTown = 20_000
	midCity   = 50_000
	bigCity   = 250_000
)

// prior says how likely a place is meant where nothing else is known: the
// logarithm of its people, and its rank.
func (p *Place) prior() float64 {
	if p.Subkind == Country {
		return 8
	}
	people := math.Log10(float64(p.Population + 10))
	if p.notable {
		people = max(people, 4)
	}
	switch p.rank {
	case 'C':
		return people + 1.5
	case 'A':
		return people + 0.7
	case 'B':
		return people + 0.3
	case 'D':
		return people - 1.5
	case rankDescribed, rankHere:
		return describedBase + p.lean
	case 'H':
		switch p.Subkind {
		case Region:
			if p.Country == "" {
				return 7
			}
			return 5.2
		case City:
			return 4.5
		}
		return 5
	}
	return people
}

// small reports whether all places are small towns.
func small(places []*Place) bool {
	for _, p := range places {
		if p.notable || p.rank != 'B' && p.rank != 'P' && p.rank != 'X' || p.Population >= smallTown {
			return false
		}
	}
	return len(places) > 0
}

// resolver holds what a document says of its places as a whole.
type resolver struct {
	g         *Gazetteer
	given     map[string]float64
	weight    map[string]float64 // by country
	total     float64
	top       string         // the country with most weight
	near      map[string]int // mentions by key and container
	confirmed map[*node]*Place
}

// Resolve sets the Place of every mention of a document: of the places a name
// may mean, the one that lies where the document's other places lie, and of
// those the greatest. A weak mention is given a place only behind a
// preposition of place and in a country the document speaks of, or if the
// document confirms the name elsewhere; else it is left with none. countries
// are weights by ISO code that are known from outside, one for each word of
// the document that points there.
func (g *Gazetteer) Resolve(doc [][]Mention, countries map[string]float64) {
	r := &resolver{g: g, given: countries}
	r.weigh(doc, false)
	for range 2 {
		r.choose(doc)
		r.weigh(doc, true)
	}
	r.choose(doc)
	for _, sentence := range doc {
		r.finish(sentence)
	}
}

// weigh counts the countries of a document, by chosen places or by all.
func (r *resolver) weigh(doc [][]Mention, chosen bool) {
	r.weight, r.near, r.total, r.top = map[string]float64{}, map[string]int{}, 0, ""
	for code, w := range r.given {
		r.weight[code] += max(w, 0)
	}
	for _, sentence := range doc {
		for i := range sentence {
			m := &sentence[i]
			switch {
			case chosen && m.Place != nil:
				r.count(m.Place, 1)
				r.near[m.Place.Key]++
				r.near[m.Place.Within]++
			case !chosen && !m.Weak:
				r.spread(m)
			}
		}
	}
	codes := make([]string, 0, len(r.weight))
	for code := range r.weight {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		r.total += r.weight[code]
		if r.top == "" || r.weight[code] > r.weight[r.top] {
			r.top = code
		}
	}
}

func (r *resolver) count(p *Place, w float64) {
	if p.Country == "" || w == 0 {
		return
	}
	if p.rank == 'P' && p.Population < smallTown {
		w /= 4
	}
	r.weight[p.Country] += w
}

// spread counts a mention that may mean several places: half of it, parted
// by how likely each is.
func (r *resolver) spread(m *Mention) {
	one := true
	total := 0.0
	for _, p := range m.Candidates {
		one = one && p.Country == m.Candidates[0].Country
		total += math.Exp(p.prior())
	}
	if one {
		r.count(m.Candidates[0], 1)
		return
	}
	for _, p := range m.Candidates {
		r.count(p, 0.5*math.Exp(p.prior())/total)
	}
}

func (r *resolver) choose(doc [][]Mention) {
	r.confirmed = map[*node]*Place{}
	for _, sentence := range doc {
		for i := range sentence {
			m := &sentence[i]
			m.Place = nil
			if !m.Weak {
				m.Place = r.best(m, false)
				if m.hint == hintClass && m.node != nil && m.Place != nil && r.confirmed[m.node] == nil {
					r.confirmed[m.node] = m.Place
				}
			}
		}
	}
	for _, sentence := range doc {
		for i := range sentence {
			m := &sentence[i]
			switch {
			case !m.Weak:
			case r.confirmed[m.node] != nil && r.confirmed[m.node].rank != rankDescribed:
				m.Place = r.confirmed[m.node]
			case m.hint == hintPrep:
				m.Place = r.best(m, true)
			}
		}
	}
}

// best returns the likeliest place of a mention. With supported, and where
// there is but a single word, only a place of a country the document speaks
// of counts, or one known to all.
func (r *resolver) best(m *Mention, supported bool) *Place {
	supported = supported || m.hint != hintClass && m.Last-m.First == 1
	fallback := m.hint == hintClass && slices.ContainsFunc(m.Candidates, func(p *Place) bool { return p.Country == "" && p.rank == rankDescribed })
	var best *Place
	var score float64
	for _, p := range m.Candidates {
		if supported && r.others(m, p.Country) <= m.need(p) && !p.standsAlone(m) {
			continue
		}
		s := r.score(p)
		if fallback && p.Country != "" && r.others(m, p.Country) <= 0 {
			s -= strangerPenalty
		}
		if best == nil || s > score || s == score && cmp.Compare(p.Key, best.Key) < 0 {
			best, score = p, s
		}
	}
	return best
}

// standsAlone reports whether the name of m may mean p without the document
// speaking of p's country.
func (p *Place) standsAlone(m *Mention) bool {
	if m.Weak {
		return m.hint == hintPrep && p.Subkind == Country
	}
	switch {
	case p.Subkind == Country, p.notable, p.rank == 'C', p.rank == 'H':
		return true
	case p.rank == 'D', m.stripped && m.hint != hintPrep:
		return p.Population >= bigCity
	case m.hint == hintPrep:
		return p.Population >= midCity
	}
	return p.Population >= bigCity
}

// need is the weight that p's country must have beside m: more for a lesser
// town whose name was found by taking letters off.
func (m *Mention) need(p *Place) float64 {
	if m.stripped && !m.Weak && p.rank != 'A' && p.Population < midCity && !p.notable {
		return 1.5
	}
	return 0
}

// others is the weight of a country less what the mention itself gives it.
func (r *resolver) others(m *Mention, country string) float64 {
	w := r.weight[country]
	if m.Weak {
		if m.Place != nil && m.Place.Country == country {
			w--
		}
		return w
	}
	return w - 0.26
}

func (r *resolver) score(p *Place) float64 {
	s := p.prior()
	switch w := r.weight[p.Country]; {
	case p.Country == "" && p.rank == rankDescribed:
		if r.total > 0 {
			s += presentWeight
		}
	case w > 0 && p.Country != "":
		share := shareWeight * w / r.total
		if p.Population < smallTown && !p.notable && p.rank != 'H' && p.rank != 'C' && p.Subkind == City {
			share /= 2
		}
		s += presentWeight + share
	case p.Country == "": // seas and regions of the world are of no country and of many
		s += presentWeight + shareWeight/2
	case r.total > 1:
		s -= otherPenalty
	}
	if r.near[p.Key]+r.near[p.Within] > 1 && !strings.HasPrefix(p.Within, "place/country/") {
		s += nearWeight
	}
	return s
}

// finish gives the described places of a sentence that have no country yet
// their container: the next place named right behind, or the country the
// document speaks of most.
func (r *resolver) finish(sentence []Mention) {
	for i := len(sentence) - 1; i >= 0; i-- {
		m := &sentence[i]
		p := m.Place
		if p == nil || p.Country != "" || p.rank != rankDescribed && p.rank != rankHere {
			continue
		}
		if i+1 < len(sentence) && sentence[i+1].First-m.Last <= 2 {
			if next := sentence[i+1].Place; next != nil && next.Country != "" && next.holds(p) {
				m.Place = p.in(next)
				continue
			}
		}
		country := r.g.byCode[r.top]
		if country == nil || r.weight[r.top] < 0.4*r.total {
			continue
		}
		if p.rank == rankHere {
			m.Place = r.g.partOf(country, p.part)
			continue
		}
		m.Place = p.in(country)
	}
}

// holds reports whether a place of p's kind can contain the described place q.
func (p *Place) holds(q *Place) bool {
	if q.rank == rankHere {
		return false
	}
	switch p.Subkind {
	case Country, Region:
		return true
	case City:
		return q.Subkind != Region
	}
	return false
}
