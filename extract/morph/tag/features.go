package tag

import (
	"github.com/isnad-project/isnad/extract/model"
	"github.com/isnad-project/isnad/extract/morph/segment"
)

// edge stands for the words before the first and behind the last.
var edge = atom{dict: 1, norm: 1, plain: 1, pattern: 1, shape: 1}

func at(atoms []atom, i int) *atom {
	if i < 0 || i >= len(atoms) {
		return &edge
	}
	return &atoms[i]
}

// features appends the features of word i.
func features(atoms []atom, i int, out []uint32) []uint32 {
	w, p, n, pp, nn := at(atoms, i), at(atoms, i-1), at(atoms, i+1), at(atoms, i-2), at(atoms, i+2)
	add := func(t, a, b uint32) { out = append(out, model.Feature2(t, a, b)) }
	add(1, 0, 0)
	add(2, w.dict, 0)
	add(3, w.plain, 0)
	add(4, w.norm, w.place)
	for k := range w.first {
		add(5+uint32(k), w.first[k], 0)
		add(9+uint32(k), w.last[k], 0)
	}
	add(13, w.first[0], w.last[0])
	add(14, w.first[1], w.last[1])
	add(15, w.first[0], w.last[2])
	add(16, w.pattern, 0)
	add(17, w.pattern, p.place)
	add(18, w.shape, 0)
	add(19, w.place, 0)
	add(20, w.place, w.last[0])
	add(21, w.article, p.article<<4|n.article)
	add(22, w.article, pp.article)
	add(23, w.article, p.dict)
	for k, neighbour := range [...]*atom{p, n, pp, nn} {
		t := 24 + 16*uint32(k)
		add(t, neighbour.dict, 0)
		add(t+1, neighbour.last[1], 0)
		add(t+2, neighbour.first[1], 0)
		add(t+3, neighbour.place, neighbour.last[0])
		add(t+4, uint32(neighbour.cluster[1]), 0)
		if k >= 2 {
			continue
		}
		add(t+5, neighbour.plain, w.plain)
		add(t+6, neighbour.pattern, 0)
		add(t+7, neighbour.shape, w.shape)
		add(t+8, neighbour.name, w.name)
		add(t+9, uint32(neighbour.cluster[0]), uint32(w.cluster[0]))
		add(t+10, uint32(neighbour.cluster[2]), 0)
		add(t+11, neighbour.plain, w.last[0])
		add(t+12, neighbour.last[1], w.last[1])
		add(t+13, neighbour.plain, uint32(w.cluster[1]))
		add(t+14, neighbour.plain, w.article)
		add(t+15, neighbour.plain, w.first[0])
	}
	add(96, p.plain, n.plain)
	add(97, pp.plain, p.plain)
	add(98, p.place, model.Pair(w.place, n.place))
	for g, c := range w.cluster {
		add(100+uint32(g), uint32(c), 0)
		add(104+uint32(g), uint32(c), w.last[0])
	}
	add(108, w.name, 0)
	add(109, w.name, w.article)
	if w.mask != 0 || p.mask != 0 || n.mask != 0 {
		out = maskFeatures(w, p, n, out)
	}
	if w.stem == 0 {
		return out
	}
	var all uint32
	for k, level := range w.sisters {
		add(130+uint32(k), level, 0)
		add(150, uint32(k)<<8|level, w.sisters[0])
		all = all<<1 | min(level, 1)
	}
	add(151, all, 0)
	add(152, w.sisters[1]<<8|w.sisters[4]<<4|w.sisters[0], w.last[0])
	return out
}

// maskFeatures appends what the lexicon says of the word and its neighbours.
func maskFeatures(w, p, n *atom, out []uint32) []uint32 {
	fold := func(mask uint64) uint32 { return model.Pair(uint32(mask), uint32(mask>>32)) }
	mask := fold(w.mask)
	out = append(out,
		model.Feature2(110, mask, 0),
		model.Feature2(111, mask, fold(p.mask)),
		model.Feature2(112, mask, fold(n.mask)),
		model.Feature2(113, fold(p.mask), 0),
		model.Feature2(114, fold(n.mask), 0),
		model.Feature2(115, mask, w.last[0]),
		model.Feature2(116, mask, p.dict),
		model.Feature2(117, mask, w.article),
		model.Feature2(118, mask, w.name),
		model.Feature2(119, mask, uint32(w.cluster[0])),
	)
	const parts = segment.PartsOfSpeech
	own, before, behind := uint32(w.mask&parts), uint32(p.mask&parts), uint32(n.mask&parts)
	out = append(out,
		model.Feature2(123, own, 0),
		model.Feature2(124, own, before),
		model.Feature2(125, own, behind),
		model.Feature3(126, own, before, behind),
		model.Feature2(127, own, w.last[1]),
		model.Feature2(128, own, n.dict),
		model.Feature2(129, own, p.dict),
		model.Feature2(153, own, w.sisters[1]<<4|w.sisters[0]),
		model.Feature2(154, own, w.pattern),
	)
	for k := uint32(0); k < 64; k++ {
		if w.mask>>k&1 != 0 {
			out = append(out, model.Feature2(120, k, 0))
		}
		if p.mask>>k&1 != 0 {
			out = append(out, model.Feature2(121, k, 0))
		}
		if n.mask>>k&1 != 0 {
			out = append(out, model.Feature2(122, k, 0))
		}
	}
	return out
}
