package text

import "unicode/utf8"

// Sentence is a run of tokens, [First, Last) in the slice they came from.
type Sentence struct{ First, Last int }

// Sentences groups tokens into sentences. A sentence ends at . ! ? ؟ … ؛ with
// the closing quotes and brackets behind it, and at a line break; not after a
// single letter (an initial or abbreviation: أ. د.), nor at a full stop with
// no white space behind it that stands between letters.
func Sentences(tokens []Token) []Sentence {
	var sentences []Sentence
	first := 0
	flush := func(last int) {
		if hasWord(tokens[first:last]) {
			sentences = append(sentences, Sentence{first, last})
		}
		first = last
	}
	for i := 0; i < len(tokens); i++ {
		switch {
		case tokens[i].Class == Newline:
			flush(i)
			first = i + 1
		case endsSentence(tokens, i):
			for i+1 < len(tokens) && (isCloser(tokens[i+1]) || isTerminator(tokens[i+1])) && tokens[i+1].Start == tokens[i].End {
				i++
			}
			flush(i + 1)
		}
	}
	flush(len(tokens))
	return sentences
}

func hasWord(tokens []Token) bool {
	for _, t := range tokens {
		if t.Class == Word || t.Class == Number {
			return true
		}
	}
	return false
}

func isTerminator(t Token) bool {
	switch t.Norm {
	case ".", "!", "?", "؟", "…", "؛":
		return true
	}
	return false
}

func isCloser(t Token) bool {
	switch t.Norm {
	case "”", "»", "\"", ")", "]", "’", "'":
		return true
	}
	return false
}

func endsSentence(tokens []Token, i int) bool {
	if !isTerminator(tokens[i]) {
		return false
	}
	if tokens[i].Norm != "." || i == 0 {
		return true
	}
	before := tokens[i-1]
	if before.Class == Word && utf8.RuneCountInString(before.Norm) == 1 && before.End == tokens[i].Start {
		return false
	}
	if i+1 < len(tokens) && tokens[i+1].Start == tokens[i].End && tokens[i+1].Class == Word && isLatin(tokens[i+1]) {
		return false
	}
	return true
}

func isLatin(t Token) bool { return t.Norm[0] < utf8.RuneSelf }
