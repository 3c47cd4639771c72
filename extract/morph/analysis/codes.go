package analysis

// A word is looked up as codes of its letters, one byte a letter, so that any
// piece of it can be hashed in constant time.

// Letters that the lexicon's spelling has; every other one has the code 0 and
// is in no word of the lexicon.
const alphabet = "ءاؤئبةتثجحخدذرزسشصضطظعغفقكلمنهويىپچڤگ"

// maxWord is the longest word looked up, in letters.
const maxWord = 24

var letterCode = codesOf(alphabet)

func codesOf(letters string) (codes [256]uint8) {
	n := uint8(1)
	for _, r := range letters {
		codes[r-0x600] = n
		n++
	}
	for _, alef := range "أإآٱ" { // so that right spelling is found too
		codes[alef-0x600] = codes['ا'-0x600]
	}
	return codes
}

// spelling is a word in codes with the hashes of its beginnings.
type spelling struct {
	n      int
	ends   [maxWord + 1]uint16 // byte offset after each letter
	hashes [maxWord + 1]uint64
}

const hashBase = 0x9E3779B97F4A7C15

var hashPowers = powers()

func powers() (p [maxWord + 1]uint64) {
	p[0] = 1
	for i := 1; i <= maxWord; i++ {
		p[i] = p[i-1] * hashBase
	}
	return p
}

// spell fills s; it is false for a word that no lexicon can have.
func (s *spelling) spell(word string) bool {
	s.n = 0
	s.hashes[0] = hashBase
	s.ends[0] = 0
	for i, r := range word {
		var code uint8
		if r >= 0x600 && r < 0x700 {
			code = letterCode[r-0x600]
		}
		if code == 0 || s.n == maxWord {
			return false
		}
		s.hashes[s.n+1] = s.hashes[s.n]*hashBase + uint64(code)
		s.n++
		s.ends[s.n] = uint16(i + 2) // all letters of the alphabet have two bytes
	}
	return s.n > 0
}

// hash returns the hash of the letters [from, to).
func (s *spelling) hash(from, to int) uint64 {
	h := s.hashes[to] - s.hashes[from]*hashPowers[to-from]
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return h ^ h>>32
}

// piece returns the letters [from, to) of word, which s is the spelling of.
func (s *spelling) piece(word string, from, to int) string {
	return word[s.ends[from]:s.ends[to]]
}

// hashOf returns the hash of a whole word of the alphabet.
func hashOf(word string) (uint64, bool) {
	if word == "" {
		return 0, true
	}
	var s spelling
	if !s.spell(word) {
		return 0, false
	}
	return s.hash(0, s.n), true
}
