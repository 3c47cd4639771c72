package store

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
)

// TestKill kills a process that replaces documents, several times on one
// folder. Each time the graph must have every document that was reported as
// written, each document whole, and must take more.
func TestKill(t *testing.T) {
	const docs, size = 10, 60
	if dir := os.Getenv("STORE_KILL_DIR"); dir != "" {
		writeUntilKilled(dir, docs, size)
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for round := range 4 {
		child := exec.Command(self, "-test.run=^TestKill$")
		child.Env = append(os.Environ(), "STORE_KILL_DIR="+dir)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		child.Stderr = os.Stderr
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		if !lines.Scan() {
			t.Fatal("the child wrote nothing")
		}
		if _, err := Open(dir, Options{Create: true}); !errors.Is(err, ErrInUse) {
			t.Errorf("open beside the child: %v, want ErrInUse", err)
		}
		time.AfterFunc(time.Duration(100+70*round)*time.Millisecond, func() { child.Process.Kill() })
		written := make(map[int]int) // version by document
		for ok := true; ok; ok = lines.Scan() {
			var d, n int
			if _, err := fmt.Sscanf(lines.Text(), "doc %d version %d.", &d, &n); err != nil {
				break // the line at which it was killed
			}
			written[d] = n
		}
		child.Wait()

		s, err := Open(dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		v := s.View()
		if err := v.check(); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		for d := range docs {
			g, _ := version(d, 0, 0)
			found := make(map[quad.Value]int)
			for _, q := range viewed(t, v, g) {
				found[native(q.Object)]++
			}
			whole := found[quad.Int(written[d])] == size || found[quad.Int(written[d]+docs)] == size || written[d] == 0
			if len(found) > 1 || !whole {
				t.Errorf("round %d: document %d has %v, version %d was written", round, d, found, written[d])
			}
		}
		t.Logf("round %d: %d documents, at most version %d", round, len(labels(t, v)), written[docs-1])
		v.Close()
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func writeUntilKilled(dir string, docs, size int) {
	s, err := Open(dir, Options{Create: true})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	v := s.View()
	last := 0
	for d := range docs {
		g, _ := version(d, 0, 0)
		for q := range v.Quads(ctx, g) {
			last = max(last, int(native(q.Object).(quad.Int)))
		}
	}
	v.Close()
	for n := last + 1; ; n++ {
		g, quads := version(n%docs, n, size)
		if err := s.Replace(g, quads); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(strings.TrimSpace(fmt.Sprintf("doc %d version %d.", n%docs, n)))
	}
}
