package tag

import (
	"slices"

	"github.com/isnad-project/isnad/extract/morph/analysis"
	"github.com/isnad-project/isnad/extract/morph/segment"
	"github.com/isnad-project/isnad/extract/text"
)

// Short vowels as they are written.
const (
	fatha = '\u064E'
	damma = '\u064F'
	kasra = '\u0650'
)

// writtenVowels returns the vowel on the first and on the second letter of a
// word, 0 where none is written. Newspapers write them where the reader would
// go wrong, mostly on a passive.
func writtenVowels(form string) (first, second rune) {
	letter := 0
	for _, r := range form {
		switch {
		case !text.IsMark(r):
			letter++
		case r != fatha && r != damma && r != kasra:
		case letter == 1 && first == 0:
			first = r
		case letter == 2 && second == 0:
			second = r
		}
		if letter > 2 {
			break
		}
	}
	return first, second
}

// vowelledVerb reports whether the vowels make the word a passive verb: فُعِل,
// or a damma on what the lexicon knows as a perfect passive where a clause
// begins. (حُكم may be a noun elsewhere.)
func vowelledVerb(words []segment.Word, i int, mask uint64) bool {
	first, second := writtenVowels(words[i].Form)
	if first != damma || words[i].Kind != segment.Stem || mask&analysis.PerfPass == 0 {
		return false
	}
	if second == kasra || i == 0 || words[i-1].Class == text.Punct {
		return true
	}
	return words[i-1].Kind == segment.Prefix && (words[i-1].Norm == "و" || words[i-1].Norm == "ف")
}

// voice gives verbs the voice that the vowels, the lexicon or a phrase for the
// agent (من قبل) make certain.
func (m *Model) voice(words []segment.Word, tagged []Tagged) {
	place := slices.IndexFunc(m.fine.attributes, func(a attribute) bool { return a.name == "Voice" })
	if place < 0 || m.Mask == nil {
		return
	}
	values := m.fine.attributes[place].values
	active, passive := slices.Index(values, "Act"), slices.Index(values, "Pass")
	if active < 0 || passive < 0 {
		return
	}
	for i := range words {
		if Tags[tagged[i].UPOS] != "VERB" {
			continue
		}
		switch known := m.Mask(Key(&words[i])); {
		case certainlyPassive(words, i, known):
			tagged[i].Fine[place] = uint8(passive)
		case certainlyActive(&words[i], known):
			tagged[i].Fine[place] = uint8(active)
		}
	}
}

func certainlyPassive(words []segment.Word, i int, known uint64) bool {
	const perfect, imperfect = analysis.PerfAct | analysis.PerfPass, analysis.ImpfAct | analysis.ImpfPass
	first, _ := writtenVowels(words[i].Form)
	switch {
	case known&perfect == analysis.PerfPass && known&imperfect == 0, known&imperfect == analysis.ImpfPass && known&perfect == 0:
		return true
	case first == damma && known&analysis.PerfPass != 0 && known&imperfect == 0:
		return true
	}
	return known&(analysis.PerfPass|analysis.ImpfPass) != 0 && byAgent(words, i)
}

// byAgent reports whether من قبل and a noun stand behind the verb at i.
func byAgent(words []segment.Word, i int) bool {
	for k := i + 1; k+2 < len(words) && k <= i+6; k++ {
		if words[k].Class == text.Punct {
			return false
		}
		if words[k].Norm == "من" && words[k+1].Norm == "قبل" && words[k+2].Class == text.Word {
			return true
		}
	}
	return false
}

func certainlyActive(w *segment.Word, known uint64) bool {
	first, _ := writtenVowels(w.Form)
	const perfect, imperfect = analysis.PerfAct | analysis.PerfPass, analysis.ImpfAct | analysis.ImpfPass
	return first == fatha || known&perfect == analysis.PerfAct && known&imperfect == 0
}
