package schema

import (
	"testing"

	"pgregory.net/rapid"
)

func TestFoldName(t *testing.T) {
	for name, want := range map[string]string{
		"":               "",
		"دَرْنَة":        "درنه",
		"إِدْلِب":        "ادلب",
		"مصطفى":          "مصطفي",
		"مؤتمر رئاسي":    "موتمر رياسي",
		"حفتـــر":        "حفتر",
		"آل ٱلأمين":      "ال الامين",
		"  Sirte\u200f ": "sirte",
		"قوات\n حفتر":    "قوات حفتر",
	} {
		if got := FoldName(name); got != want {
			t.Errorf("FoldName(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestFoldNameTwiceIsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := FoldName(rapid.String().Draw(t, "name"))
		if twice := FoldName(once); twice != once {
			t.Fatalf("%q folds on to %q", once, twice)
		}
	})
}
