package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// Verb is a verb that is no trigger.
type Verb struct {
	Perfect, Impf string
	Flags         []string // aux, trans, intrans, trans2, clausal, imperfect-only
}

// Has reports whether the verb bears that flag.
func (v *Verb) Has(flag string) bool { return slices.Contains(v.Flags, flag) }

func readVerb(l *Lexicon, in line) error {
	forms := strings.Fields(in.column(0))
	if len(forms) != 2 {
		return fmt.Errorf("verb %q: want the perfect and the imperfect", in.column(0))
	}
	flags := strings.FieldsFunc(in.column(1), func(r rune) bool { return r == ' ' || r == ',' })
	l.Verbs = append(l.Verbs, Verb{forms[0], forms[1], flags})
	return nil
}

// Adjective is an adjective with its irregular forms. Country is the ISO code
// of a nationality adjective.
type Adjective struct {
	Word    string
	Forms   []string
	Country string
}

func readAdjective(l *Lexicon, in line) error {
	a := Adjective{Word: in.column(0)}
	for _, c := range in.columns[1:] {
		if len(c) == 2 && strings.ToUpper(c) == c && c[0] < 0x80 {
			a.Country = c
			continue
		}
		a.Forms = append(a.Forms, strings.FieldsFunc(c, func(r rune) bool { return r == ' ' || r == ';' || r == '،' || r == ',' })...)
	}
	if a.Word == "" || strings.Contains(a.Word, " ") {
		return fmt.Errorf("want one word, not %q", a.Word)
	}
	l.Adjectives = append(l.Adjectives, a)
	return nil
}

// Function is a function word: its class and, for some, what it does.
type Function struct {
	Words []string
	Class string // prep, conj, sub, rel, dem, pron, neg, part, adv, quant, number
	Note  string
}

func readFunction(l *Lexicon, in line) error {
	if in.column(1) == "" {
		return fmt.Errorf("want: words | class | note")
	}
	l.Functions = append(l.Functions, Function{strings.Fields(in.column(0)), in.column(1), in.column(2)})
	return nil
}

// Actor is a named actor.
type Actor struct {
	Key           string
	Kind, Subkind string
	Country       string // ISO alpha-2 or ""
	LabelEn       string
	Names         []string          // Arabic, the first is the label
	Unsure        map[string]bool   // names that may mean others as well
	Relations     map[string]string // leads, led-by, part-of, office
}

// actorReader refuses a key that was there before.
type actorReader struct{ keys map[string]bool }

func (r *actorReader) read(l *Lexicon, in line) error {
	if len(in.columns) != 6 {
		return fmt.Errorf("%d columns, want 6: key | kind/subkind | country | English | Arabic names | relations", len(in.columns))
	}
	kind, subkind, _ := strings.Cut(in.column(1), "/")
	a := Actor{Key: in.column(0), Kind: kind, Subkind: subkind, Country: in.column(2), LabelEn: in.column(3),
		Unsure: map[string]bool{}, Relations: map[string]string{}}
	for _, name := range list(in.column(4)) {
		bare, unsure := strings.CutSuffix(name, "?")
		a.Names = append(a.Names, bare)
		a.Unsure[bare] = unsure
	}
	for field := range strings.SplitSeq(in.column(5), ",") {
		if name, value, ok := strings.Cut(strings.TrimSpace(field), "="); ok {
			a.Relations[name] = value
		}
	}
	if a.Key == "" || len(a.Names) == 0 {
		return fmt.Errorf("an actor needs a key and an Arabic name")
	}
	if r.keys[a.Key] {
		return fmt.Errorf("key %q was there before", a.Key)
	}
	r.keys[a.Key] = true
	l.Actors = append(l.Actors, a)
	return nil
}

// Head is a noun that makes its phrase an actor, a facility or a thing.
type Head struct {
	Forms         []string
	Kind, Subkind string
	Feminine      bool
	Plural        bool
}

func readHead(l *Lexicon, in line) error {
	kind, subkind, _ := strings.Cut(in.column(1), "/")
	if kind == "" {
		return fmt.Errorf("want: forms | kind/subkind | gender | number")
	}
	l.Heads = append(l.Heads, Head{list(in.column(0)), kind, subkind, in.column(2) == "f", in.column(3) == "p"})
	return nil
}

// Title is a word that stands before a person's name, or for the person.
type Title struct {
	Words    string
	Feminine bool
	Class    string
}

func readTitle(l *Lexicon, in line) error {
	for _, words := range list(in.column(0)) {
		l.Titles = append(l.Titles, Title{words, in.column(1) == "f", in.column(2)})
	}
	return nil
}

// GivenName is a first name or a particle of names.
type GivenName struct {
	Name     string
	Feminine bool
	Word     bool // also a common word
}

func readGivenName(l *Lexicon, in line) error {
	g := GivenName{Name: in.column(0)}
	for _, c := range in.columns[1:] {
		g.Feminine = g.Feminine || c == "f"
		g.Word = g.Word || c == "word"
	}
	l.GivenNames = append(l.GivenNames, g)
	return nil
}

func readNoun(l *Lexicon, in line) error {
	l.Nouns = append(l.Nouns, strings.Fields(in.text)...)
	return nil
}
