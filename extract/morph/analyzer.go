package morph

import (
	"slices"
	"strings"
	"sync"

	"github.com/isnad-project/isnad/extract/lexicon"
	"github.com/isnad-project/isnad/extract/text"
)

// POS is a word's part of speech, as far as the lexicon tells it.
type POS uint8

// Parts of speech.
const (
	Unknown POS = iota
	Verb
	Noun
	Participle // active or passive participle of a trigger
	Adjective
	Name
	Preposition
	Conjunction
	Subordinator
	Relative
	Demonstrative
	PersonalPronoun
	Negation
	Particle
	Adverb
	Quantifier
	Numeral
	Punctuation
)

// Reading is one thing that a stem can be.
type Reading struct {
	POS    POS
	Aspect Aspect
	Voice  Voice
	Person uint8
	Gender Gender
	Number Number
	// Accusative and Construct as in NominalForm; Bound as in VerbForm.
	Accusative, Construct, Bound bool
	// Passive is set for a passive participle.
	Passive bool
	// Triggers are the senses of a trigger, in the order of the lexicon.
	Triggers []*lexicon.Trigger
	Lights   []*lexicon.Light
	// Auxiliary is set for كان and its like.
	Auxiliary bool
	// Lemma is the verb's perfect or the noun as the lexicon gives it.
	Lemma string
	// Note is the remark of a function word; Country the code of a nisba.
	Note, Country string
	// Head is set for a noun that makes its phrase an actor or a thing.
	Head *lexicon.Head
	// Title is set for a word that stands before a person's name.
	Title *lexicon.Title
}

// Analyzer knows the forms of the lexicon's words.
type Analyzer struct {
	readings map[string][]Reading // by text.Norm of the stem
	loose    map[string]string    // text.Loose to text.Norm, for careless spelling
}

// Default returns the analyzer of the embedded lexicon.
var Default = sync.OnceValue(func() *Analyzer { return New(lexicon.Default()) })

// New generates all forms of the lexicon.
func New(l *lexicon.Lexicon) *Analyzer {
	a := &Analyzer{readings: map[string][]Reading{}, loose: map[string]string{}}
	a.addFunctions(l.Functions)
	for i := range l.Triggers {
		a.addTrigger(&l.Triggers[i])
	}
	for i := range l.Lights {
		light := &l.Lights[i]
		a.addVerb(light.Perfect, light.Impf, "", Reading{Lemma: light.Perfect, Lights: []*lexicon.Light{light}})
		for _, noun := range light.Nouns {
			a.addNoun(noun, Reading{POS: Noun, Lemma: noun, Lights: []*lexicon.Light{light}})
		}
	}
	for i := range l.Verbs {
		v := &l.Verbs[i]
		forms := Conjugate(v.Perfect, v.Impf, "")
		if v.Has("imperfect-only") {
			forms = slices.DeleteFunc(forms, func(f VerbForm) bool { return f.Aspect == Perfect })
		}
		a.addVerbForms(forms, Reading{Lemma: v.Perfect, Auxiliary: v.Has("aux")})
	}
	for _, adjective := range l.Adjectives {
		reading := Reading{POS: Adjective, Lemma: adjective.Word, Country: adjective.Country}
		a.addAdjective(adjective.Word, reading)
		for _, form := range adjective.Forms {
			reading.Gender, reading.Number = genderOf(form), UnknownNumber
			a.add(form, reading)
		}
	}
	for i := range l.Heads {
		a.addHead(&l.Heads[i])
	}
	for i := range l.Titles {
		a.addTitle(&l.Titles[i])
	}
	for _, g := range l.GivenNames {
		reading := Reading{POS: Name, Lemma: g.Name, Gender: Masculine, Number: Singular}
		if g.Feminine {
			reading.Gender = Feminine
		}
		if g.Word {
			reading.Note = "word"
		}
		a.add(g.Name, reading)
	}
	for _, noun := range l.Nouns {
		a.addNoun(noun, Reading{POS: Noun, Lemma: noun})
	}
	for norm := range a.readings {
		if key := text.Loose(norm); key != norm {
			if other, taken := a.loose[key]; !taken || norm < other {
				a.loose[key] = norm
			}
		}
	}
	return a
}

// add adds a reading to a word; readings of one class, aspect and voice are
// merged, their triggers put together.
func (a *Analyzer) add(word string, r Reading) {
	if strings.Contains(word, "_") || strings.Contains(word, " ") {
		return // phrases are matched by what follows their first word
	}
	norm := text.Norm(word)
	for i := range a.readings[norm] {
		have := &a.readings[norm][i]
		if have.POS == r.POS && have.Aspect == r.Aspect && have.Passive == r.Passive && have.Number == r.Number && have.Gender == r.Gender && have.Accusative == r.Accusative {
			have.merge(r)
			return
		}
	}
	r.Triggers, r.Lights = slices.Clone(r.Triggers), slices.Clone(r.Lights)
	a.readings[norm] = append(a.readings[norm], r)
}

func (r *Reading) merge(other Reading) {
	for _, t := range other.Triggers {
		if !slices.Contains(r.Triggers, t) {
			r.Triggers = append(r.Triggers, t)
		}
	}
	for _, l := range other.Lights {
		if !slices.Contains(r.Lights, l) {
			r.Lights = append(r.Lights, l)
		}
	}
	if r.Voice != other.Voice {
		r.Voice = EitherVoice
	}
	r.Auxiliary = r.Auxiliary || other.Auxiliary
	r.Bound = r.Bound && other.Bound
	r.Construct = r.Construct && other.Construct
	if r.Head == nil {
		r.Head = other.Head
	}
	if r.Title == nil {
		r.Title = other.Title
	}
}

func (a *Analyzer) addFunctions(functions []lexicon.Function) {
	classes := map[string]POS{"prep": Preposition, "conj": Conjunction, "sub": Subordinator, "rel": Relative, "dem": Demonstrative,
		"pron": PersonalPronoun, "neg": Negation, "part": Particle, "adv": Adverb, "quant": Quantifier, "number": Numeral}
	for _, f := range functions {
		for _, w := range f.Words {
			a.add(w, Reading{POS: classes[f.Class], Lemma: w, Note: f.Note})
		}
	}
}

func (a *Analyzer) addTrigger(t *lexicon.Trigger) {
	if t.Perfect != "" {
		a.addVerb(t.Perfect, t.Impf, t.Passive, Reading{Lemma: t.Perfect, Triggers: []*lexicon.Trigger{t}})
	}
	for _, noun := range t.Nouns {
		first, _, _ := strings.Cut(noun, "_")
		a.addNoun(first, Reading{POS: Noun, Lemma: noun, Triggers: []*lexicon.Trigger{t}})
	}
	for _, p := range t.Active {
		a.addAdjective(p, Reading{POS: Participle, Lemma: p, Triggers: []*lexicon.Trigger{t}})
	}
	for _, p := range t.PassPt {
		a.addAdjective(p, Reading{POS: Participle, Passive: true, Lemma: p, Triggers: []*lexicon.Trigger{t}})
	}
}

func (a *Analyzer) addVerb(perfect, imperfect, passive string, r Reading) {
	perfect, _, _ = strings.Cut(perfect, "_")
	a.addVerbForms(Conjugate(perfect, imperfect, passive), r)
}

func (a *Analyzer) addVerbForms(forms []VerbForm, r Reading) {
	for _, f := range forms {
		r.POS, r.Aspect, r.Voice, r.Person, r.Gender, r.Number, r.Bound = Verb, f.Aspect, f.Voice, f.Person, f.Gender, f.Number, f.Bound
		a.add(f.Word, r)
	}
}

func (a *Analyzer) addNoun(word string, r Reading) {
	for _, f := range InflectNoun(word) {
		r.Gender, r.Number, r.Accusative, r.Construct = f.Gender, f.Number, f.Accusative, f.Construct
		a.add(f.Word, r)
	}
}

func (a *Analyzer) addAdjective(word string, r Reading) {
	for _, f := range InflectAdjective(word) {
		r.Gender, r.Number, r.Accusative, r.Construct = f.Gender, f.Number, f.Accusative, f.Construct
		a.add(f.Word, r)
	}
}

func (a *Analyzer) addHead(h *lexicon.Head) {
	r := Reading{POS: Noun, Head: h, Lemma: h.Forms[0], Gender: Masculine, Number: Singular}
	if h.Feminine {
		r.Gender = Feminine
	}
	if h.Plural {
		r.Number = Plural
	}
	for _, form := range h.Forms {
		a.add(form, r)
		if !strings.HasSuffix(form, "ة") && !strings.HasSuffix(form, "ا") && !strings.HasSuffix(form, "ات") && !strings.HasSuffix(form, "ون") && !strings.HasSuffix(form, "ين") && !strings.HasSuffix(form, "اء") {
			accusative := r
			accusative.Accusative = true
			a.add(form+"ا", accusative)
		}
	}
}

func (a *Analyzer) addTitle(t *lexicon.Title) {
	r := Reading{POS: Noun, Title: t, Lemma: t.Words, Gender: Masculine, Number: Singular}
	if t.Feminine {
		r.Gender = Feminine
	}
	a.add(t.Words, r)
}

// lookup returns the readings of a stem in Norm spelling, by careless
// spelling where there are none otherwise.
func (a *Analyzer) lookup(norm string) []Reading {
	if readings := a.readings[norm]; readings != nil {
		return readings
	}
	key := text.Loose(norm)
	if readings := a.readings[key]; readings != nil && key != norm {
		return readings
	}
	return a.readings[a.loose[key]]
}

var posNames = [...]string{"unknown", "verb", "noun", "participle", "adjective", "name", "preposition", "conjunction", "subordinator",
	"relative", "demonstrative", "pronoun", "negation", "particle", "adverb", "quantifier", "numeral", "punctuation"}

// String names the part of speech.
func (p POS) String() string { return posNames[p] }
