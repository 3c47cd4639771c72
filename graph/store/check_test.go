package store

import (
	"fmt"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

func settingsOnDisk() *pebble.Options { return settings(vfs.Default) }

// check tells whether the tables agree: all four hold the same quads, the
// dictionary has each of their terms once and no other, and the counts are
// right.
func (v *View) check() error {
	st, err := v.state()
	if err != nil {
		return err
	}
	quads := make(map[tuple]bool)
	for _, t := range tables {
		found := make(map[tuple]bool)
		if err := v.keys(t.name, func(key []byte) error {
			if len(key) != quadSize {
				return fmt.Errorf("key %x has %d bytes", key, len(key))
			}
			q := t.read(key)
			found[q] = true
			if t == bySubject {
				quads[q] = true
			} else if !quads[q] {
				return fmt.Errorf("quad %v is in table %c only", q, t.name)
			}
			return nil
		}); err != nil {
			return err
		}
		if int64(len(found)) != st.quads {
			return fmt.Errorf("table %c has %d quads, want %d", t.name, len(found), st.quads)
		}
	}
	used := make(map[id]bool)
	for q := range quads {
		for at, n := range q {
			if n == 0 && at != label {
				return fmt.Errorf("quad %v lacks a term", q)
			}
			if n >= st.next {
				return fmt.Errorf("quad %v has an id that was not given", q)
			}
			if n != 0 {
				used[n] = true
			}
		}
	}
	texts := make(map[string]bool)
	natives := 0
	if err := v.keys(tableTerm, func(key []byte) error {
		n := readID(key[1:])
		b, _, err := v.get(key)
		if err != nil {
			return err
		}
		t := string(b)
		if !used[n] || texts[t] {
			return fmt.Errorf("term %d %s is unused or written twice", n, t)
		}
		texts[t] = true
		value, err := parse(t)
		if err != nil {
			return err
		}
		if _, found, _ := v.get(appendID(hashKey(t), n)); !found {
			return fmt.Errorf("term %d %s is not in the hash table", n, t)
		}
		if k := nativeKey(native(value)); k != nil {
			natives++
			if _, found, _ := v.get(appendID(k, n)); !found {
				return fmt.Errorf("term %d %s is not in the table of native values", n, t)
			}
		}
		return nil
	}); err != nil {
		return err
	}
	for table, want := range map[byte]int{tableTerm: len(used), tableHash: len(used), tableNative: natives, tableTerm - 1: 0} {
		got := 0
		if err := v.keys(table, func([]byte) error { got++; return nil }); err != nil {
			return err
		}
		if got != want {
			return fmt.Errorf("table %c has %d keys, want %d", table, got, want)
		}
	}
	if st.terms != int64(len(used)) {
		return fmt.Errorf("%d terms are counted, want %d", st.terms, len(used))
	}
	return nil
}

// keys calls f for every key of a table.
func (v *View) keys(table byte, f func([]byte) error) error {
	c := &cursor{r: v.reader}
	defer c.close()
	for key := c.seek([]byte{table}); key != nil; key = c.next() {
		if err := f(key); err != nil {
			return err
		}
	}
	return c.err
}
