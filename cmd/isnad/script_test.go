package main

import (
	"context"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts run the program as a command of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"isnad": func() {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		if code := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}); code != exitDone {
			os.Exit(code)
		}
	}})
}

// TestScripts runs the commands as users do: testdata/script/*.txtar.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			articles, err := os.Getwd()
			env.Setenv("ARTICLES", strings.TrimSuffix(articles, "/cmd/isnad")+"/testdata/articles")
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":     checkCode,
			"longline": writeLongLine,
			"bytes":    writeBytes,
			"head":     cutFile,
			"reversed": reverseLines,
		},
	})
}

// checkCode runs a command and checks its exit code: code 3 isnad build …
func checkCode(ts *testscript.TestScript, neg bool, args []string) {
	want := args[0]
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != want {
		ts.Fatalf("exit code %s, want %s", got, want)
	}
}

// writeLongLine writes a file: a line of so many megabytes, then the lines of
// another file: longline FILE MEGABYTES REST.
func writeLongLine(ts *testscript.TestScript, neg bool, args []string) {
	megabytes, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	part := strings.Repeat("a", 1<<20)
	_, err = f.WriteString(`{"id":"long","text":"`)
	ts.Check(err)
	for range megabytes {
		_, err := f.WriteString(part)
		ts.Check(err)
	}
	_, err = f.WriteString("\"}\n" + ts.ReadFile(args[2]))
	ts.Check(err)
}

// writeBytes writes a file from a Go string literal: bytes FILE "\xff\x00".
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	data, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(data), 0o644))
}

// cutFile keeps the first bytes of a file: head FROM TO SHARE (in percent).
func cutFile(ts *testscript.TestScript, neg bool, args []string) {
	percent, err := strconv.Atoi(args[2])
	ts.Check(err)
	data := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(data[:len(data)*percent/100]), 0o644))
}

// reverseLines reverses the lines of a file into another, another order of the
// same documents: reversed FROM TO.
func reverseLines(ts *testscript.TestScript, neg bool, args []string) {
	lines := strings.SplitAfter(strings.TrimSuffix(ts.ReadFile(args[0]), "\n"), "\n")
	var b strings.Builder
	for i := len(lines) - 1; i >= 0; i-- {
		b.WriteString(strings.TrimSuffix(lines[i], "\n") + "\n")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o644))
}
