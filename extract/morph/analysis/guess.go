package analysis

// Guess returns readings of an unknown word by its pattern.
func (l *Lexicon) Guess(form string) []Analysis { return nil }
