package main

import (
	"fmt"
	"io"
	"time"
)

// progress tells on a terminal, once a second, how far a long run has come.
type progress struct {
	out  io.Writer
	on   bool
	next time.Time
	said bool
}

func newProgress(out io.Writer) *progress {
	return &progress{out: out, on: isTerminal(out), next: time.Now().Add(time.Second)}
}

// step notes that so many documents are done.
func (p *progress) step(documents int) {
	if now := time.Now(); p.on && now.After(p.next) {
		fmt.Fprintf(p.out, "\r%d documents", documents)
		p.next, p.said = now.Add(time.Second), true
	}
}

// end clears the line.
func (p *progress) end() {
	if p.said {
		fmt.Fprint(p.out, "\r\033[K")
	}
}
