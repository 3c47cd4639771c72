// Package tag gives words their part of speech, features and lemma. Parts of
// speech are labelled by a first-order chain model (Collins 2002), features
// one by one given the parts of speech.
package tag

import (
	"slices"

	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/segment"
)

// Tags are the parts of speech; a Tagged holds their numbers.
var Tags = segment.Tags

// Tagged is what the tagger says of a word.
type Tagged struct {
	UPOS   uint8   // number in Tags
	Second uint8   // the next best part of speech
	Margin uint8   // how far that is behind: 0 (near) to 3
	Fine   []uint8 // value of each attribute, see Model.Attributes
}

// Model tags words. It is safe for concurrent use.
type Model struct {
	Knowledge
	rows       *model.Rows
	transition []float32
	fine       *fineModel
	lemmas     *lemmas
}

// Tag tags the words of a sentence.
func (m *Model) Tag(words []segment.Word) []Tagged {
	if len(words) == 0 {
		return nil
	}
	L := len(Tags)
	var l lattice
	l.reset(len(words), L)
	atoms := m.atoms(words)
	var buffer []uint32
	scores := make([]int32, L)
	for i := range words {
		if m.Mask != nil && vowelledVerb(words, i, m.Mask(Key(&words[i]))) {
			atoms[i].labels = verbLabel
		}
		buffer = features(atoms, i, buffer[:0])
		clear(scores)
		m.rows.Sum(buffer, scores)
		for k, s := range scores {
			l.emission[i*L+k] = float32(s) * m.rows.Scale()
			if atoms[i].labels>>k&1 == 0 {
				l.emission[i*L+k] = forbidden
			}
		}
	}
	path := make([]int, len(words))
	l.best(m.transition, path)
	l.rest(m.transition, len(words))
	tagged := make([]Tagged, len(words))
	for i, k := range path {
		second, margin := l.second(i, k)
		tagged[i] = Tagged{UPOS: uint8(k), Second: uint8(second), Margin: m.marginClass(margin)}
	}
	if m.fine != nil {
		m.fine.tag(atoms, tagged)
		m.voice(words, tagged)
	}
	return tagged
}

// verbLabel is the set that has the verb alone.
var verbLabel = uint32(1) << slices.Index(Tags[:], "VERB")

// forbidden is the score of a part of speech that a word cannot have.
const forbidden = -1e4

// margins are the limits of the classes of Margin.
var margins = [...]float32{1, 3, 8}

func (m *Model) marginClass(d float32) uint8 {
	for class, limit := range margins {
		if d < limit {
			return uint8(class)
		}
	}
	return uint8(len(margins))
}
