package morph

import "strings"

// choose picks for each word the reading that its neighbours ask for: a verb
// where a clause begins, a noun behind a preposition or another noun.
func choose(words []Word) {
	for i := range words {
		w := &words[i]
		if len(w.Readings) == 0 {
			continue
		}
		best, bestScore := 0, -1<<30
		for j := range w.Readings {
			if score := fitness(words, i, &w.Readings[j]); score > bestScore {
				best, bestScore = j, score
			}
		}
		w.Reading = w.Readings[best]
		w.governPreposition()
	}
}

// governPreposition makes a preposition with an attached pronoun (عليها) a
// pronoun that the preposition governs.
func (w *Word) governPreposition() {
	if w.POS == Preposition && w.Suffix != "" && w.Prep == "" {
		w.Prep = w.Stem
	}
}

func fitness(words []Word, i int, r *Reading) int {
	score := 0
	switch r.POS {
	case Verb:
		score = verbFitness(words, i, r)
	case Noun, Participle, Adjective, Name:
		score = nominalFitness(words, i, r)
	default:
		score = 4 // a function word is mostly just that
		if r.Note == "weak" {
			score = 1
		}
	}
	if len(r.Triggers) > 0 && r.POS != Verb {
		score++
	}
	if r.POS == Verb && r.Voice == Passive {
		score--
	}
	if r.POS == Verb && r.Person == 1 {
		score -= 2
		if r.Number != Plural {
			score -= 2
		}
	}
	if r.POS == Name {
		score += nameFitness(words, i, r)
	}
	if r.POS == Verb && r.Aspect == Imperfect && !words[i].Future && strings.HasPrefix(words[i].Stem, "ت") && words[i].has(Verb, Perfect) {
		score -= 3 // تقدم is rather he advanced than she presents
	}
	return score
}

// nameFitness favours a name behind a title or another name.
func nameFitness(words []Word, i int, r *Reading) int {
	score := 0
	if r.Note == "word" {
		score -= 3
	}
	if i > 0 && words[i].Conj == "" && words[i].Prep == "" {
		before := &words[i-1]
		if before.POS == Name {
			score += 5
		}
		for k := range before.Readings {
			if before.Readings[k].Title != nil {
				return score + 5
			}
		}
	}
	return score
}

// has reports whether the word has a reading of that part of speech and aspect.
func (w *Word) has(pos POS, aspect Aspect) bool {
	for k := range w.Readings {
		if w.Readings[k].POS == pos && w.Readings[k].Aspect == aspect {
			return true
		}
	}
	return false
}

func verbFitness(words []Word, i int, r *Reading) int {
	w := &words[i]
	score := 0
	if w.Future || r.Number == Plural && r.Person == 3 && strings.HasSuffix(w.Stem, "وا") {
		score += 5
	}
	if r.Aspect == Imperfect {
		score += 2
	}
	if w.Prep == "ل" {
		score--
	}
	previous := before(words, i)
	if previous == nil {
		return score + 3
	}
	switch previous.POS {
	case Punctuation:
		score += 2
	case Relative, Negation, Subordinator, PersonalPronoun:
		score += 4
	case Particle:
		score += 3
	case Preposition:
		score -= 6
		if previous.Suffix != "" {
			score += 6
		}
		if previous.Stem == "حتى" {
			score += 10
		}
	case Verb:
		if previous.Auxiliary || len(previous.Lights) > 0 && r.Aspect == Imperfect {
			score += 3
		} else {
			score--
		}
	case Noun, Participle, Adjective, Name, Unknown:
		if w.Conj != "" {
			score++
		} else if !previous.Definite() {
			score -= 2
			if r.Gender == Feminine && previous.Reading.Gender == Feminine {
				score += 2
			}
		} else {
			score++
		}
	case Quantifier, Numeral, Demonstrative:
		score -= 3
	}
	if w.Conj != "" {
		score++
	}
	return score
}

func nominalFitness(words []Word, i int, r *Reading) int {
	w := &words[i]
	score := 1
	if w.Det || r.Accusative {
		score += 6
	}
	if w.Prep != "" {
		score += 4
	}
	if r.Construct && !followedByGenitive(words, i) && w.Suffix == "" {
		score -= 4
	}
	previous := before(words, i)
	if previous == nil {
		return score
	}
	switch previous.POS {
	case Preposition, Quantifier, Numeral, Demonstrative:
		if previous.Stem != "حتى" {
			score += 4
		}
	case Noun:
		if !previous.Definite() && w.Conj == "" {
			score += 3
			if r.POS == Adjective || r.POS == Participle {
				score--
			}
		}
	case Verb:
		score += 2
	}
	if r.POS == Adjective && previous.nominal() && previous.Det == w.Det {
		score += 2
	}
	if r.POS == Participle && !r.Accusative && !(previous.nominal() && previous.Det == w.Det) {
		score -= 2
	}
	return score
}

func followedByGenitive(words []Word, i int) bool {
	if i+1 >= len(words) {
		return false
	}
	next := &words[i+1]
	return next.Prep == "" && next.Conj == "" && (next.POS != Punctuation)
}

// before returns the word that precedes i, quotes left out.
func before(words []Word, i int) *Word {
	for i--; i >= 0; i-- {
		if !IsQuote(words[i].Norm) {
			return &words[i]
		}
	}
	return nil
}

// IsQuote reports whether a token is a quotation mark.
func IsQuote(norm string) bool {
	switch norm {
	case "“", "”", "\"", "«", "»", "'", "‘", "’", "„":
		return true
	}
	return false
}

func (w *Word) nominal() bool {
	switch w.POS {
	case Noun, Participle, Adjective, Name, Unknown:
		return true
	}
	return false
}

// Definite reports whether the word is definite by itself: with the article,
// with an attached pronoun, or a name.
func (w *Word) Definite() bool {
	return w.Det || w.Suffix != "" && w.nominal() || w.POS == Name
}
