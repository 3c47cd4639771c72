// Package model holds linear models over hashed sparse features: their
// training by averaged perceptron and MIRA, their pruned and quantised form,
// and the file that carries them.
//
// A feature is a 32-bit hash of a template's number and its values; names are
// never stored. At the sizes used here (some 200,000 features) one unseen
// feature in 20,000 meets a stored one by chance, which costs nothing that
// can be measured. Sources: Collins (2002) for the averaged perceptron,
// Crammer et al. (2006) for MIRA, Weinberger et al. (2009) for hashing.
package model

// String hashes a feature value: FNV-1a with a finishing mix.
func String(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	h ^= h >> 15
	return h * 0x2c1b3c6d
}

const (
	mul1 = 0x9E3779B97F4A7C15
	mul2 = 0xD6E8FEB86659FD93
)

// Pair hashes two values into one, in order.
func Pair(a, b uint32) uint32 {
	x := (uint64(a)<<32 | uint64(b)) * mul1
	x ^= x >> 32
	return uint32((x * mul2) >> 32)
}

// Feature hashes template number t with one value. No feature is 0: that
// marks an empty slot.
func Feature(t, a uint32) uint32 { return Pair(t, a) | 1 }

// Feature2 hashes template number t with two values.
func Feature2(t, a, b uint32) uint32 { return Pair(Pair(t, a), b) | 1 }

// Feature3 hashes template number t with three values.
func Feature3(t, a, b, c uint32) uint32 { return Pair(Pair(t, a), Pair(b, c)) | 1 }
