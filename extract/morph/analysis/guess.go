package analysis

import "strings"

// Guess returns readings of a word that the lexicon does not know, without
// clitics and in Norm spelling: those of the word it is a careless spelling
// of (ى for ي, ه for ة), else what its pattern allows. A name is always
// possible. Their lemma is the form without article and ending.
func (l *Lexicon) Guess(form string) []Analysis {
	if len(form) < 4 || !isArabic(form) {
		return nil
	}
	for _, other := range respellings(form) {
		if found := l.Stem(other); len(found) > 0 {
			for i := range found {
				found[i].Stem = form
			}
			return found
		}
	}
	g := guesser{form: form}
	bare, definite := strings.CutPrefix(form, "ال")
	if definite && len(bare) >= 4 {
		g.definite = "Def"
		g.nominal(bare)
	} else {
		g.nominal(form)
		g.verb(form)
	}
	g.add(bareIf(definite, bare, form), "PROPN", "", "Number=Sing")
	return g.out
}

func bareIf(cut bool, bare, form string) string {
	if cut {
		return bare
	}
	return form
}

func isArabic(form string) bool {
	for _, r := range form {
		if r < 0x0621 || r > 0x06FF {
			return false
		}
	}
	return true
}

// respellings returns what careless writing may have meant.
func respellings(form string) []string {
	var out []string
	for _, pair := range [][2]string{{"ى", "ي"}, {"ي", "ى"}, {"ه", "ة"}, {"ة", "ه"}} {
		if head, ok := strings.CutSuffix(form, pair[0]); ok {
			out = append(out, head+pair[1])
		}
	}
	for _, pair := range [][2]string{{"ئ", "ء"}, {"ىء", "ئ"}, {"ؤو", "ئو"}, {"ئو", "ؤو"}} {
		if strings.Contains(form, pair[0]) {
			out = append(out, strings.Replace(form, pair[0], pair[1], 1))
		}
	}
	return out
}

type guesser struct {
	form, definite string
	out            []Analysis
}

func (g *guesser) add(lemma, pos, gramm, feats string) {
	all := feats
	if g.definite != "" && pos != "VERB" {
		all = "Definite=" + g.definite + "|" + all
	}
	if gramm != "" {
		all = "Case=" + gramm + "|" + all
	}
	g.out = append(g.out, Analysis{Stem: g.form, Lemma: lemma, POS: pos, Feats: all})
}

// both adds a noun and an adjective.
func (g *guesser) both(lemma, gramm, feats string) {
	g.add(lemma, "NOUN", gramm, feats)
	g.add(lemma, "ADJ", gramm, feats)
}

// Features that the guesses share.
const (
	mascSing = "Gender=Masc|Number=Sing"
	femSing  = "Gender=Fem|Number=Sing"
	mascPlur = "Gender=Masc|Number=Plur"
	femPlur  = "Gender=Fem|Number=Plur"
	mascDual = "Gender=Masc|Number=Dual"
	femDual  = "Gender=Fem|Number=Dual"
)

// nominal guesses from the ending, and for a bare word from its pattern.
func (g *guesser) nominal(word string) {
	letters := len([]rune(word))
	cut := func(suffix string) (string, bool) {
		head, ok := strings.CutSuffix(word, suffix)
		return head, ok && len(head) >= 6
	}
	if head, ok := cut("تان"); ok {
		g.both(head+"ة", "Nom", femDual)
		return
	}
	if head, ok := cut("تين"); ok {
		g.both(head+"ة", "Acc,Gen", femDual)
		return
	}
	if head, ok := cut("ون"); ok {
		g.both(head, "Nom", mascPlur)
		return
	}
	if head, ok := cut("ين"); ok {
		g.both(head, "Acc,Gen", mascPlur)
		g.both(head, "Acc,Gen", mascDual)
		return
	}
	if head, ok := cut("ان"); ok {
		g.both(head, "Nom", mascDual)
	}
	if head, ok := cut("ات"); ok {
		g.add(head, "NOUN", "", femPlur)
		g.add(head+"ة", "NOUN", "", femPlur)
		g.add(head, "ADJ", "", femPlur)
		return
	}
	if head, ok := strings.CutSuffix(word, "ة"); ok {
		g.add(word, "NOUN", "", femSing)
		g.add(head, "ADJ", "", femSing)
		return
	}
	if strings.HasSuffix(word, "ي") && letters >= 4 {
		g.add(word, "ADJ", "", mascSing)
		g.add(word, "NOUN", "", mascSing)
		return
	}
	if head, ok := cut("ا"); ok && g.definite == "" {
		g.definite = "Ind"
		g.both(head, "Acc", mascSing)
		g.definite = ""
	}
	g.pattern(word)
}

// pattern guesses from the shape of a singular.
func (g *guesser) pattern(word string) {
	r := []rune(word)
	n := len(r)
	switch {
	case n >= 4 && n <= 6 && r[0] == 'م':
		g.add(word, "ADJ", "", mascSing+"|VerbForm=Part")
		g.add(word, "NOUN", "", mascSing)
	case n == 5 && r[0] == 'ت' && r[3] == 'ي', n >= 5 && r[0] == 'ا' && r[n-2] == 'ا':
		g.add(word, "NOUN", "", mascSing+"|VerbForm=Vnoun")
	case n == 4 && r[1] == 'ا':
		g.both(word, "", mascSing)
	case n == 4 && r[2] == 'ي':
		g.both(word, "", mascSing)
	default:
		g.add(word, "NOUN", "", mascSing)
	}
}

// verb guesses a finite verb.
func (g *guesser) verb(word string) {
	r := []rune(word)
	n := len(r)
	if n < 4 || strings.HasSuffix(word, "ة") || strings.HasPrefix(word, "م") {
		return
	}
	body := string(r[1:])
	person := map[rune][]string{
		'ي': {"Gender=Masc|Number=Sing|Person=3"}, 'ت': {"Gender=Fem|Number=Sing|Person=3", "Gender=Masc|Number=Sing|Person=2"},
		'ن': {"Number=Plur|Person=1"}, 'ا': {"Number=Sing|Person=1"},
	}[r[0]]
	switch {
	case r[0] == 'ي' && n >= 6 && strings.HasSuffix(body, "ون"):
		g.add(word, "VERB", "", "Aspect=Imp|Gender=Masc|Mood=Ind|Number=Plur|Person=3")
	case r[0] == 'ي' && n >= 6 && strings.HasSuffix(body, "وا"):
		g.add(word, "VERB", "", "Aspect=Imp|Gender=Masc|Mood=Jus,Sub|Number=Plur|Person=3")
	case (r[0] == 'ي' || r[0] == 'ت') && n >= 6 && strings.HasSuffix(body, "ان"):
		g.add(word, "VERB", "", "Aspect=Imp|Mood=Ind|Number=Dual|Person=3")
	case n <= 7:
		for _, p := range person {
			g.add(word, "VERB", "", "Aspect=Imp|"+p)
		}
	}
	if head, ok := strings.CutSuffix(word, "وا"); ok && len(head) >= 6 && r[0] != 'ي' {
		g.add(head, "VERB", "", "Aspect=Perf|Gender=Masc|Number=Plur|Person=3")
	}
	if head, ok := strings.CutSuffix(word, "ت"); ok && len(head) >= 6 {
		g.add(head, "VERB", "", "Aspect=Perf|Gender=Fem|Number=Sing|Person=3")
	}
}
