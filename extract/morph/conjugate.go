// Package morph analyses words: it generates the forms of the lexicon's verbs,
// nouns and adjectives, splits clitics off a token, and says what the word can be.
package morph

import "strings"

// Gender and number of a form; Unknown where the spelling does not tell.
type (
	Gender uint8
	Number uint8
	Voice  uint8
	Aspect uint8
)

// Values of the features.
const (
	UnknownGender Gender = iota
	Masculine
	Feminine
)

const (
	UnknownNumber Number = iota
	Singular
	Dual
	Plural
)

const (
	EitherVoice Voice = iota // written the same way in both
	Active
	Passive
)

const (
	NoAspect Aspect = iota
	Perfect
	Imperfect
)

// VerbForm is one written form of a verb, unvocalised.
type VerbForm struct {
	Word   string // in right spelling
	Aspect Aspect
	Voice  Voice
	Person uint8
	Gender Gender
	Number Number
	// Bound is set for a form that occurs only before an attached pronoun.
	Bound bool
}

// Conjugate returns the written forms of the verb with this perfect and
// imperfect (third person masculine singular, unvocalised, right spelling).
// passive is the irregular written perfect passive, or empty. The paradigms
// are those of Wright, A Grammar of the Arabic Language, I.
func Conjugate(perfect, imperfect, passive string) []VerbForm {
	var c conjugator
	c.perfect(perfect, activeVoice(perfect, passive))
	if p := perfectPassive(perfect, imperfect, passive); p != "" {
		c.perfect(p, Passive)
	}
	if _, ok := strings.CutPrefix(imperfect, "ي"); ok {
		p := imperfectPassive(perfect, imperfect)
		voice := EitherVoice
		if p != "" {
			voice = Active
		}
		c.imperfect(imperfect, voice)
		if p != "" {
			c.imperfect(p, Passive)
		}
	}
	return c.forms
}

// activeVoice is Active where the passive is written otherwise.
func activeVoice(perfect, passive string) Voice {
	if passive != "" || perfectPassive(perfect, "", "") != "" {
		return Active
	}
	return EitherVoice
}

type conjugator struct{ forms []VerbForm }

func (c *conjugator) add(word string, a Aspect, v Voice, person uint8, g Gender, n Number) {
	c.forms = append(c.forms, VerbForm{Word: word, Aspect: a, Voice: v, Person: person, Gender: g, Number: n})
}

func (c *conjugator) perfect(p string, v Voice) {
	r := []rune(p)
	last := r[len(r)-1]
	base := string(r[:len(r)-1])
	c.add(p, Perfect, v, 3, Masculine, Singular)
	switch {
	case last == 'ا' || last == 'ى': // defective: دعا رمى
		glide := "ي"
		if last == 'ا' && len(r) == 3 {
			glide = "و"
		}
		c.add(base+"ت", Perfect, v, 3, Feminine, Singular)
		c.add(base+"تا", Perfect, v, 3, Feminine, Dual)
		c.add(base+glide+"ا", Perfect, v, 3, Masculine, Dual)
		c.add(base+"وا", Perfect, v, 3, Masculine, Plural)
		c.add(base+glide+"نا", Perfect, v, 1, UnknownGender, Plural)
		c.add(base+glide+"ت", Perfect, v, 1, UnknownGender, Singular)
		c.forms = append(c.forms, VerbForm{base + "ا", Perfect, v, 3, Masculine, Singular, true})
	case last == 'ي' && len(r) > 2: // لقي
		c.add(p+"ت", Perfect, v, 3, Feminine, Singular)
		c.add(p+"ا", Perfect, v, 3, Masculine, Dual)
		c.add(base+"وا", Perfect, v, 3, Masculine, Plural)
		c.add(p+"نا", Perfect, v, 1, UnknownGender, Plural)
	default:
		c.add(p+"ت", Perfect, v, 3, Feminine, Singular)
		c.add(p+"تا", Perfect, v, 3, Feminine, Dual)
		c.add(p+"ا", Perfect, v, 3, Masculine, Dual)
		c.add(p+"وا", Perfect, v, 3, Masculine, Plural)
		if last == 'أ' {
			c.add(base+"ؤوا", Perfect, v, 3, Masculine, Plural)
			c.add(base+"آ", Perfect, v, 3, Masculine, Dual)
		}
		short := shortStem(r)
		short = strings.TrimSuffix(short, "ن") // أعلن أعلنا: one written ن
		if last != 'ن' {
			c.add(short+"ت", Perfect, v, 1, UnknownGender, Singular)
		}
		c.add(short+"ن", Perfect, v, 3, Feminine, Plural)
		c.add(short+"نا", Perfect, v, 1, UnknownGender, Plural)
	}
}

// shortStem is the stem before a consonant ending: a hollow verb loses its
// long vowel (قال قلنا), a two-letter doubled verb is undone (شن شننا).
func shortStem(r []rune) string {
	n := len(r)
	if n == 2 {
		return string(r) + string(r[1])
	}
	if n >= 3 && (r[n-2] == 'ا' || r[n-2] == 'ي') && (n == 3 || strings.ContainsRune("أاتن", r[0])) {
		return string(r[:n-2]) + string(r[n-1])
	}
	return string(r)
}

func (c *conjugator) imperfect(i string, v Voice) {
	s := []rune(i)[1:]
	last := s[len(s)-1]
	stem := string(s)
	c.add("ي"+stem, Imperfect, v, 3, Masculine, Singular)
	c.add("ت"+stem, Imperfect, v, 3, Feminine, Singular)
	c.add("ن"+stem, Imperfect, v, 1, UnknownGender, Plural)
	first := "أ" + stem
	if s[0] == 'أ' || s[0] == 'ؤ' {
		first = "آ" + string(s[1:])
	}
	c.add(first, Imperfect, v, 1, UnknownGender, Singular)
	base, dual := stem, stem
	switch last {
	case 'ى', 'ا':
		base = string(s[:len(s)-1])
		dual = base + "ي"
	case 'ي', 'و':
		base = string(s[:len(s)-1])
	case 'أ':
		c.add("ي"+string(s[:len(s)-1])+"ؤون", Imperfect, v, 3, Masculine, Plural)
		c.add("ي"+string(s[:len(s)-1])+"ؤوا", Imperfect, v, 3, Masculine, Plural)
	}
	c.add("ي"+base+"ون", Imperfect, v, 3, Masculine, Plural)
	c.add("ي"+base+"وا", Imperfect, v, 3, Masculine, Plural)
	for _, person := range []struct {
		prefix string
		gender Gender
	}{{"ي", Masculine}, {"ت", Feminine}} {
		c.add(person.prefix+dual+"ان", Imperfect, v, 3, person.gender, Dual)
		c.add(person.prefix+dual+"ا", Imperfect, v, 3, person.gender, Dual)
	}
	c.add("ي"+dual+"ن", Imperfect, v, 3, Feminine, Plural)
	if base != stem && len(s) > 2 { // jussive of a defective verb: لم يلق
		c.add("ي"+base, Imperfect, v, 3, Masculine, Singular)
		c.add("ت"+base, Imperfect, v, 3, Feminine, Singular)
	}
	if n := len(s); n >= 3 && strings.ContainsRune("اوي", s[n-2]) && last != 'ى' && last != 'ي' { // jussive of a hollow verb: لم يقل
		short := string(s[:n-2]) + string(last)
		c.add("ي"+short, Imperfect, v, 3, Masculine, Singular)
		c.add("ت"+short, Imperfect, v, 3, Feminine, Singular)
	}
	if last == 'ى' { // before a pronoun: يلقاه
		c.forms = append(c.forms,
			VerbForm{"ي" + base + "ا", Imperfect, v, 3, Masculine, Singular, true},
			VerbForm{"ت" + base + "ا", Imperfect, v, 3, Feminine, Singular, true})
	}
}

// perfectPassive returns the written perfect passive where it differs from
// the active, else "".
func perfectPassive(perfect, imperfect, irregular string) string {
	if irregular != "" {
		return irregular
	}
	r := []rune(perfect)
	n := len(r)
	switch {
	case n >= 3 && (r[n-1] == 'ا' || r[n-1] == 'ى') && !hollowLike(r): // دعا دعي, ألقى ألقي
		p := string(r[:n-1]) + "ي"
		if n == 4 && r[1] == 'ا' { // نادى نودي
			p = string(r[0]) + "و" + string(r[2]) + "ي"
		}
		return p
	case n == 4 && r[1] == 'ا' && r[0] != 'ا': // هاجم هوجم
		return string(r[0]) + "و" + string(r[2:])
	case n == 5 && r[0] == 'ت' && r[2] == 'ا': // تبادل تبودل
		return "ت" + string(r[1]) + "و" + string(r[3:])
	case hollowLike(r) && (n == 3 || r[0] == 'أ' && n == 4 || r[0] == 'ا' && n >= 5 && !strings.HasPrefix(perfect, "ان")):
		return string(r[:n-2]) + "ي" + string(r[n-1]) // قيل أصيب اغتيل استعيد
	}
	return ""
}

// hollowLike reports whether the last vowel of the stem is a long ā before one
// consonant: قال أصاب اغتال استعاد.
func hollowLike(r []rune) bool {
	n := len(r)
	return n >= 3 && r[n-2] == 'ا' && r[n-1] != 'ا' && r[n-1] != 'ى'
}

// imperfectPassive returns the written imperfect passive where it differs
// from the active, else "".
func imperfectPassive(perfect, imperfect string) string {
	p, i := []rune(perfect), []rune(imperfect)
	n := len(i)
	switch {
	case n >= 4 && (i[n-1] == 'و' || i[n-1] == 'ي'): // يدعو يدعى
		return string(i[:n-1]) + "ى"
	case len(p) >= 3 && hollowLike(p) && n >= 4 && (i[n-2] == 'و' || i[n-2] == 'ي'): // يقول يقال
		return string(i[:n-2]) + "ا" + string(i[n-1])
	case p[0] == 'و' && len(p) == 3 && n == 3: // يجد يوجد
		return "يو" + string(i[1:])
	case n > 2 && i[1] == 'أ': // يأخذ يؤخذ
		return "يؤ" + string(i[2:])
	}
	return ""
}
