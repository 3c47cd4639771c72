package analysis

import "strings"

// Bits of a mask: what a word can be. An ambiguous word has several.
const (
	Noun uint64 = 1 << iota
	Adj
	Propn
	Verb
	Aux // a form of كان, ليس and their like, which may be an auxiliary
	Adp
	Cconj
	Sconj
	Part
	Pron
	Det
	Adv
	Num
	Intj

	PerfAct  // finite verb, perfect, active
	PerfPass // finite verb, perfect, passive
	ImpfAct
	ImpfPass
	Imperative
	Verb1 // persons
	Verb2
	Verb3
	VerbMasc // third person masculine, or no other gender
	VerbFem
	VerbDual
	VerbPlur
	VerbInd    // indicative by its spelling: يكتبون
	VerbSubJus // subjunctive or jussive by its spelling: يكتبوا, يقل

	NounMasc // singular nouns
	NounFem
	NounDual
	NounPlur
	AdjMasc
	AdjFem
	AdjDual
	AdjPlur

	Article     // begins with the article, ال or ل after the preposition ل
	IndefAcc    // accusative of an indefinite noun: كتابا
	Construct   // construct state by its spelling: لاعبو
	BoundOnly   // stands only before an attached pronoun: مدينت
	Vnoun       // verbal noun of a verb of the lexicon
	ActivePart  // active participle of a verb of the lexicon
	PassivePart // passive participle

	Transitive   // a verb reading of a lemma that takes an object
	Intransitive // a verb reading of a lemma that takes none
	Rare         // no reading is of a lemma that occurs in common text
	Known        // the lexicon has the word
)

var posMasks = map[string]uint64{
	"NOUN": Noun, "ADJ": Adj, "PROPN": Propn, "VERB": Verb, "AUX": Aux, "ADP": Adp, "CCONJ": Cconj, "SCONJ": Sconj,
	"PART": Part, "PRON": Pron, "DET": Det, "ADV": Adv, "NUM": Num, "INTJ": Intj,
}

// tagMask returns the bits of one part of speech with features.
func tagMask(pos, feats string) uint64 {
	m := posMasks[pos] | Known
	has := func(f string) bool { return strings.Contains("|"+feats+"|", "|"+f+"|") }
	switch pos {
	case "VERB", "AUX":
		return m | verbMask(has)
	case "NOUN", "ADJ":
		m |= nominalMask(pos, has)
	}
	if has("Definite=Def") {
		m |= Article
	}
	if has("Definite=Ind") && has("Case=Acc") {
		m |= IndefAcc
	}
	if has("Definite=Cons") {
		m |= Construct
	}
	return m
}

func verbMask(has func(string) bool) uint64 {
	var m uint64
	switch {
	case has("Mood=Imp"):
		m |= Imperative
	case has("Aspect=Perf") && has("Voice=Pass"):
		m |= PerfPass
	case has("Aspect=Perf"):
		m |= PerfAct
	case has("Voice=Pass"):
		m |= ImpfPass
	default:
		m |= ImpfAct
	}
	for feature, bit := range map[string]uint64{"Person=1": Verb1, "Person=2": Verb2, "Person=3": Verb3, "Gender=Masc": VerbMasc,
		"Gender=Fem": VerbFem, "Number=Dual": VerbDual, "Number=Plur": VerbPlur, "Mood=Ind": VerbInd, "Mood=Jus": VerbSubJus, "Mood=Jus,Sub": VerbSubJus} {
		if has(feature) {
			m |= bit
		}
	}
	return m
}

func nominalMask(pos string, has func(string) bool) uint64 {
	masc, fem, dual, plural := NounMasc, NounFem, NounDual, NounPlur
	if pos == "ADJ" {
		masc, fem, dual, plural = AdjMasc, AdjFem, AdjDual, AdjPlur
	}
	var m uint64
	switch {
	case has("Number=Plur"):
		m = plural
	case has("Number=Dual"):
		m = dual
	case has("Gender=Fem"):
		m = fem
	default:
		m = masc
	}
	switch {
	case has("VerbForm=Vnoun"):
		m |= Vnoun
	case has("VerbForm=Part") && has("Voice=Pass"):
		m |= PassivePart
	case has("VerbForm=Part"):
		m |= ActivePart
	}
	return m
}

// Mask returns the bits of everything that form, a word without clitics in
// Norm spelling, can be; 0 if the lexicon does not know it. A word it knows
// only in a careful spelling (في for فى) has the bits of that one.
func (l *Lexicon) Mask(form string) uint64 {
	m := l.mask(form)
	if m != 0 || len(form) < 4 {
		return m
	}
	switch form[len(form)-2:] {
	case "ى":
		return l.mask(form[:len(form)-2] + "ي")
	case "ه":
		return l.mask(form[:len(form)-2] + "ة")
	}
	return 0
}

func (l *Lexicon) mask(form string) uint64 {
	var m uint64
	common, free := false, false
	l.match(form, func(e *stem, s *slot, contracted bool) {
		entry := &l.lemmas[e.lemma]
		m |= s.mask
		if s.mask&Verb != 0 {
			m |= entry.mask &^ Rare
		}
		common = common || entry.mask&Rare == 0
		free = free || s.free
	})
	if free {
		m &^= BoundOnly
	}
	if m != 0 && !common {
		m |= Rare
	}
	return m
}
