package tag

// lattice holds the scores of one sentence: emission[i*L+k] for word i and
// label k, transition[j*L+k] from label j (L is the start) to k.
type lattice struct {
	labels            int
	emission          []float32
	forward, backward []float32
	from              []int32
}

func (l *lattice) reset(words, labels int) {
	n := words * labels
	if cap(l.emission) < n {
		l.emission, l.forward, l.backward, l.from = make([]float32, n), make([]float32, n), make([]float32, n), make([]int32, n)
	}
	l.labels = labels
	l.emission, l.forward, l.backward, l.from = l.emission[:n], l.forward[:n], l.backward[:n], l.from[:n]
	clear(l.emission)
}

// best fills path with the best labels.
func (l *lattice) best(transition []float32, path []int) {
	L := l.labels
	for k := range L {
		l.forward[k] = l.emission[k] + transition[L*L+k]
	}
	for i := 1; i < len(path); i++ {
		for k := range L {
			best, from := l.forward[(i-1)*L]+transition[k], 0
			for j := 1; j < L; j++ {
				if s := l.forward[(i-1)*L+j] + transition[j*L+k]; s > best {
					best, from = s, j
				}
			}
			l.forward[i*L+k], l.from[i*L+k] = best+l.emission[i*L+k], int32(from)
		}
	}
	end := len(path) - 1
	best := 0
	for k := range L {
		if l.forward[end*L+k] > l.forward[end*L+best] {
			best = k
		}
	}
	for i := end; i >= 0; i-- {
		path[i] = best
		best = int(l.from[i*L+best])
	}
}

// rest fills backward, so that forward + backward is the score of the best
// path through each label of each word (its max-marginal).
func (l *lattice) rest(transition []float32, words int) {
	L := l.labels
	clear(l.backward[(words-1)*L:])
	for i := words - 2; i >= 0; i-- {
		for j := range L {
			best := float32(-1e30)
			for k := range L {
				best = max(best, transition[j*L+k]+l.emission[(i+1)*L+k]+l.backward[(i+1)*L+k])
			}
			l.backward[i*L+j] = best
		}
	}
}

// second returns the label other than best with the largest max-marginal at
// word i, and by how much it is behind.
func (l *lattice) second(i, best int) (label int, margin float32) {
	L := l.labels
	label = -1
	for k := range L {
		if k == best {
			continue
		}
		if d := l.forward[i*L+best] + l.backward[i*L+best] - l.forward[i*L+k] - l.backward[i*L+k]; label < 0 || d < margin {
			label, margin = k, d
		}
	}
	return label, margin
}
