package tag

import "testing"

func TestWrittenVowels(t *testing.T) {
	for form, want := range map[string][2]rune{
		"قتل":    {0, 0},
		"قُتل":   {damma, 0},
		"قُتِل":  {damma, kasra},
		"قَتَل":  {fatha, fatha},
		"يُحاكم": {damma, 0},
		"قتّل":   {0, 0},
		"":       {0, 0},
	} {
		if first, second := writtenVowels(form); first != want[0] || second != want[1] {
			t.Errorf("%q: %U %U, want %U", form, first, second, want)
		}
	}
}
