package parse

// chart is the table of the second-order algorithm of Eisner, McDonald and
// Pereira: for each span its best complete and incomplete halves headed at
// either end, and its best pair of siblings. Words are 1 to n.
type chart struct {
	n                       int // words + 1
	arc                     []float32
	right, left             []float32 // complete, headed at the left end (right) or right end (left)
	openRight, openLeft     []float32 // with the arc between the ends not yet closed
	pair                    []float32
	rightAt, leftAt         []int16
	openRightAt, openLeftAt []int16 // the inner sibling; the head itself if none
	pairAt                  []int16
}

const never = float32(-1e9)

func (c *chart) reset(n int) {
	size := n * n
	if cap(c.arc) < size {
		c.arc, c.right, c.left, c.openRight, c.openLeft, c.pair = make([]float32, size), make([]float32, size), make([]float32, size), make([]float32, size), make([]float32, size), make([]float32, size)
		c.rightAt, c.leftAt, c.openRightAt, c.openLeftAt, c.pairAt = make([]int16, size), make([]int16, size), make([]int16, size), make([]int16, size), make([]int16, size)
	}
	c.n = n
	c.arc = c.arc[:size]
	for i := range c.arc {
		c.arc[i] = never
	}
}

// siblings scores m as the dependent of h next to c outward (c is h if first).
type siblings func(h, c, m int) float32

// best returns the head of each word in the best tree with one root.
func (c *chart) best(sibling siblings) []int {
	n := c.n
	for i := 1; i < n; i++ {
		c.right[i*n+i], c.left[i*n+i] = 0, 0
	}
	for width := 1; width < n-1; width++ {
		for s := 1; s+width < n; s++ {
			c.span(s, s+width, sibling)
		}
	}
	best, root := never*2, 1
	for r := 1; r < n; r++ {
		if score := c.arc[r] + c.left[n+r] + c.right[r*n+n-1]; score > best {
			best, root = score, r
		}
	}
	heads := make([]int, n)
	c.readLeft(1, root, heads)
	c.readRight(root, n-1, heads)
	heads[root] = 0
	return heads
}

func (c *chart) span(s, t int, sibling siblings) {
	n := c.n
	st := s*n + t
	// two siblings or two halves that meet
	meet, at := never*2, s
	for r := s; r < t; r++ {
		if score := c.right[s*n+r] + c.left[(r+1)*n+t]; score > meet {
			meet, at = score, r
		}
	}
	c.pair[st], c.pairAt[st] = meet, int16(at)

	c.openRight[st], c.openLeft[st] = never, never
	if arc := c.arc[st]; arc > never/2 {
		best, at := c.left[(s+1)*n+t]+sibling(s, s, t), s
		for r := s + 1; r < t; r++ {
			if c.openRight[s*n+r] < never/2 {
				continue
			}
			if score := c.openRight[s*n+r] + c.pair[r*n+t] + sibling(s, r, t); score > best {
				best, at = score, r
			}
		}
		c.openRight[st], c.openRightAt[st] = best+arc, int16(at)
	}
	if arc := c.arc[t*n+s]; arc > never/2 {
		best, at := c.right[s*n+t-1]+sibling(t, t, s), t
		for r := s + 1; r < t; r++ {
			if c.openLeft[r*n+t] < never/2 {
				continue
			}
			if score := c.openLeft[r*n+t] + c.pair[s*n+r] + sibling(t, r, s); score > best {
				best, at = score, r
			}
		}
		c.openLeft[st], c.openLeftAt[st] = best+arc, int16(at)
	}

	best, at := never*2, t
	for r := s + 1; r <= t; r++ {
		if score := c.openRight[s*n+r] + c.right[r*n+t]; score > best {
			best, at = score, r
		}
	}
	c.right[st], c.rightAt[st] = best, int16(at)
	best, at = never*2, s
	for r := s; r < t; r++ {
		if score := c.left[s*n+r] + c.openLeft[r*n+t]; score > best {
			best, at = score, r
		}
	}
	c.left[st], c.leftAt[st] = best, int16(at)
}

func (c *chart) readRight(s, t int, heads []int) {
	if s == t {
		return
	}
	r := int(c.rightAt[s*c.n+t])
	c.readOpenRight(s, r, heads)
	c.readRight(r, t, heads)
}

func (c *chart) readLeft(s, t int, heads []int) {
	if s == t {
		return
	}
	r := int(c.leftAt[s*c.n+t])
	c.readOpenLeft(r, t, heads)
	c.readLeft(s, r, heads)
}

func (c *chart) readOpenRight(s, t int, heads []int) {
	heads[t] = s
	r := int(c.openRightAt[s*c.n+t])
	if r == s {
		c.readLeft(s+1, t, heads)
		return
	}
	c.readOpenRight(s, r, heads)
	c.readPair(r, t, heads)
}

func (c *chart) readOpenLeft(s, t int, heads []int) {
	heads[s] = t
	r := int(c.openLeftAt[s*c.n+t])
	if r == t {
		c.readRight(s, t-1, heads)
		return
	}
	c.readOpenLeft(r, t, heads)
	c.readPair(s, r, heads)
}

func (c *chart) readPair(s, t int, heads []int) {
	r := int(c.pairAt[s*c.n+t])
	c.readRight(s, r, heads)
	c.readLeft(r+1, t, heads)
}
