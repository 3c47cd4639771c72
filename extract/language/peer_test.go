package language

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// The peer of BenchmarkSpeed: testdata/peer/Peer.java with the jars of Stanford
// CoreNLP and its Arabic models, from the local Maven repository. What is not
// there Maven fetches, 180 MB; ISNAD_PEER=none leaves the peer out.

const (
	peerName    = "Stanford CoreNLP 4.5.10 (Arabic segmenter and tagger, no trees)"
	peerVersion = "4.5.10"
	peerGroup   = "edu.stanford.nlp:stanford-corenlp:" + peerVersion + ":jar"
)

type peer struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Scanner
	errors  bytes.Buffer
	started time.Duration // from the start of the process to the first analysis
}

// startPeer compiles and starts the peer and waits until it has analysed a
// sentence.
func startPeer(dir string, texts []string) (*peer, error) {
	if os.Getenv("ISNAD_PEER") == "none" {
		return nil, fmt.Errorf("ISNAD_PEER=none")
	}
	jars, err := peerJars()
	if err != nil {
		return nil, err
	}
	note("compiling and starting the peer")
	if out, err := exec.Command("javac", "-encoding", "UTF-8", "-cp", jars, "-d", dir, "testdata/peer/Peer.java").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("javac (a JDK of version 11 or later is needed): %w %s", err, lastLine(out))
	}
	input := filepath.Join(dir, "texts")
	if err := os.WriteFile(input, []byte(strings.Join(texts, "\x00")), 0o644); err != nil {
		return nil, err
	}
	p := &peer{}
	p.cmd = exec.Command("java", "-XX:ActiveProcessorCount=1", "-Xmx2g", "-cp", dir+string(filepath.ListSeparator)+jars, "Peer", input)
	p.cmd.Stderr = &p.errors
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.out = bufio.NewScanner(out)
	start := time.Now()
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	if line, err := p.line(); err != nil || line != "ready" {
		p.stop()
		return nil, fmt.Errorf("java: %q, %w", line, err)
	}
	p.started = time.Since(start)
	return p, nil
}

// round has all texts analysed once and returns the time it took and the
// number of words found.
func (p *peer) round() (t took, words int, err error) {
	if _, err = io.WriteString(p.in, "\n"); err != nil {
		return
	}
	line, err := p.line()
	if err != nil {
		return
	}
	_, err = fmt.Sscan(line, &t.clock, &t.processor, &words)
	return
}

// line reads a line of the peer's answer.
func (p *peer) line() (string, error) {
	if p.out.Scan() {
		return p.out.Text(), nil
	}
	return "", fmt.Errorf("it ended: %s", lastLine(p.errors.Bytes()))
}

// stop ends the peer: it leaves when its input does.
func (p *peer) stop() {
	p.in.Close()
	p.cmd.Wait()
}

// peerJars returns the class path of the two jars, fetched if need be.
func peerJars() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	repository := filepath.Join(home, ".m2", "repository")
	var jars []string
	for _, classifier := range []string{"", "models-arabic"} {
		artifact, name := peerGroup, "stanford-corenlp-"+peerVersion
		if classifier != "" {
			artifact, name = artifact+":"+classifier, name+"-"+classifier
		}
		jar := filepath.Join(repository, "edu", "stanford", "nlp", "stanford-corenlp", peerVersion, name+".jar")
		if _, err := os.Stat(jar); err != nil {
			note("fetching %s by Maven", artifact)
			out, err := exec.Command("mvn", "-q", "-B", "dependency:get", "-Dtransitive=false", "-Dartifact="+artifact, "-Dmaven.repo.local="+repository).CombinedOutput()
			if err != nil {
				return "", fmt.Errorf("mvn dependency:get %s: %w %s", artifact, err, lastLine(out))
			}
		}
		jars = append(jars, jar)
	}
	return strings.Join(jars, string(filepath.ListSeparator)), nil
}
