package morph

import "strings"

// NominalForm is one written form of a noun, participle or adjective.
type NominalForm struct {
	Word   string // in right spelling
	Gender Gender
	Number Number
	// Accusative is set for the indefinite accusative, written with alef.
	Accusative bool
	// Construct is set for a form that a genitive or pronoun must follow.
	Construct bool
}

// InflectNoun returns the written forms of a noun that is given with its
// plurals: the form itself, its accusative and its dual.
func InflectNoun(word string) []NominalForm {
	forms := []NominalForm{{Word: word, Gender: genderOf(word), Number: numberOf(word)}}
	if strings.HasSuffix(word, "ات") {
		return forms
	}
	base := word
	if stem, ok := strings.CutSuffix(word, "ة"); ok {
		base = stem + "ت"
	} else if !strings.HasSuffix(word, "ا") && !strings.HasSuffix(word, "ى") && !strings.HasSuffix(word, "اء") {
		forms = append(forms, NominalForm{Word: word + "ا", Gender: Masculine, Number: Singular, Accusative: true})
	}
	if strings.HasSuffix(word, "ى") {
		return forms
	}
	for _, ending := range []string{"ان", "ين"} {
		forms = append(forms, NominalForm{Word: base + ending, Gender: genderOf(word), Number: Dual})
	}
	return append(forms, NominalForm{Word: base + "ي", Gender: genderOf(word), Number: Dual, Construct: true})
}

// InflectAdjective returns the written forms of a participle or adjective that
// is given in the masculine singular: both genders, all numbers, both cases.
func InflectAdjective(word string) []NominalForm {
	forms := []NominalForm{{Word: word, Gender: genderOf(word), Number: Singular}}
	if strings.HasSuffix(word, "ة") {
		return forms
	}
	base := word
	if !strings.HasSuffix(word, "ا") && !strings.HasSuffix(word, "ى") && !strings.HasSuffix(word, "اء") {
		forms = append(forms, NominalForm{Word: word + "ا", Gender: Masculine, Number: Singular, Accusative: true})
	}
	if stem, ok := strings.CutSuffix(word, "ى"); ok { // مستثنى مستثناة
		base = stem + "ا"
		forms = append(forms, NominalForm{Word: base + "ة", Gender: Feminine, Number: Singular})
		return append(forms, NominalForm{Word: stem + "ون", Gender: Masculine, Number: Plural}, NominalForm{Word: stem + "ين", Gender: Masculine, Number: Plural})
	}
	return append(forms,
		NominalForm{Word: base + "ة", Gender: Feminine, Number: Singular},
		NominalForm{Word: base + "ان", Gender: Masculine, Number: Dual},
		NominalForm{Word: base + "تان", Gender: Feminine, Number: Dual},
		NominalForm{Word: base + "تين", Gender: Feminine, Number: Dual},
		NominalForm{Word: base + "ون", Gender: Masculine, Number: Plural},
		NominalForm{Word: base + "ين", Gender: Masculine, Number: Plural},
		NominalForm{Word: base + "و", Gender: Masculine, Number: Plural, Construct: true},
		NominalForm{Word: base + "ي", Gender: Masculine, Number: Plural, Construct: true},
		NominalForm{Word: base + "ات", Gender: Feminine, Number: Plural},
	)
}

func genderOf(word string) Gender {
	if strings.HasSuffix(word, "ة") || strings.HasSuffix(word, "ات") {
		return Feminine
	}
	return Masculine
}

func numberOf(word string) Number {
	if strings.HasSuffix(word, "ات") {
		return Plural
	}
	return Singular
}
