package lexicon

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

func TestEmbeddedListsRead(t *testing.T) {
	l, err := Read(files)
	if err != nil {
		t.Fatal(err)
	}
	lemmas, types := map[string]bool{}, map[string]bool{}
	for _, trigger := range l.Triggers {
		if trigger.Type == TypeNone {
			continue
		}
		types[trigger.Type] = true
		for _, lemma := range append([]string{trigger.Perfect}, trigger.Nouns...) {
			if lemma != "" {
				lemmas[lemma] = true
				break
			}
		}
	}
	if len(lemmas) < 150 || len(types) != 40 {
		t.Errorf("%d lemmas of %d types", len(lemmas), len(types))
	}
}

func TestErrorsNameFileAndLine(t *testing.T) {
	for _, c := range []struct{ entry, want string }{
		{"[attak]\n", `triggers/a.txt:1: unknown event type "attak"`},
		{"# head\n[attack] obj=patient\nهاجم يهاجم | - | -\n", "triggers/a.txt:3: 3 columns, want 7"},
		{"[attack]\nهاجم | - | - | - | - | - | -\n", `triggers/a.txt:2: verb "هاجم"`},
		{"[attack]\nهاجم يهاجم | - | - | - | - | obj=victim | -\n", `unknown role "victim"`},
		{"هاجم يهاجم | - | - | - | - | - | -\n", "before the first [type] head"},
	} {
		folder := fstest.MapFS{"triggers/a.txt": {Data: []byte(c.entry)}}
		for _, name := range []string{"light", "verbs", "adjectives", "functions", "heads", "titles", "given-names", "nouns"} {
			folder[name+".txt"] = &fstest.MapFile{}
		}
		_, err := Read(folder)
		var at *LineError
		if !errors.As(err, &at) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.entry, err, c.want)
		}
	}
}

// FuzzTriggers checks that any list of triggers is read or refused with its
// file and line.
func FuzzTriggers(f *testing.F) {
	f.Add("[attack] obj=patient cameo=190\nهاجم يهاجم | مهاجمة | مهاجم | - | على !من | gen=auto weak | 190\n")
	f.Add("[")
	f.Fuzz(func(t *testing.T, list string) {
		l := &Lexicon{Hashes: map[string]string{}}
		err := l.each(fstest.MapFS{"a.txt": {Data: []byte(list)}}, "a.txt", new(triggerReader).read)
		var at *LineError
		if err != nil && (!errors.As(err, &at) || at.File != "a.txt" || at.Line < 1) {
			t.Fatalf("error %v names no line", err)
		}
	})
}
