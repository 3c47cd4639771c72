package times

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"github.com/isnad-project/isnad/extract/text"
)

//go:embed lexicon.txt
var lexiconText string

// class says what a word does in a time expression; lexicon.txt names them.
type class string

// reach says how a class may begin an expression.
type reach uint8

const (
	never    reach = iota // stands inside expressions or beside them
	withNext              // begins one that goes on with a known word or a number
	alone                 // may be an expression by itself
)

// reaches holds the classes that begin expressions.
var reaches = map[class]reach{
	"month": alone, "month?": alone, "month??": alone, "hijri": alone, "hijri?": alone, "hijri??": alone,
	"weekday": alone, "deictic": alone, "today": alone, "now": alone, "adverb": alone, "vague": alone,
	"decade": alone, "dual": alone, "unit": alone, "units": alone,

	"daypart": withNext, "night": withNext, "dayshift": withNext, "clock": withNext, "part": withNext,
	"section": withNext, "quarter": withNext, "half": withNext, "season": withNext, "pair": withNext,
	"that": withNext, "this": withNext, "since": withNext, "until": withNext, "before": withNext,
	"after": withNext, "from": withNext, "between": withNext, "article": withNext, "yearword": withNext,
	"monthword": withNext, "dayword": withNext, "first-day": withNext, "approx": withNext,
	"vaguecount": withNext, "num": withNext, "ordinal": withNext,
}

// entry is one reading of a word: its class and value, and the words that
// have to follow it, in loose spelling.
type entry struct {
	class class
	value int
	rest  []string
}

var lexicon = mustParse(lexiconText)

// unit is a measure of time.
type unit int

const (
	second unit = iota + 1
	minute
	hour
	day
	week
	month
	year
	decade
	century
)

var unitNames = map[string]unit{
	"second": second, "minute": minute, "hour": hour, "day": day, "week": week,
	"month": month, "year": year, "decade": decade, "century": century,
}

func mustParse(lines string) map[string][]entry {
	words := map[string][]entry{}
	for n, line := range strings.Split(lines, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if err := parseLine(words, line); err != nil {
			panic(fmt.Errorf("lexicon.txt:%d: %w", n+1, err))
		}
	}
	return words
}

func parseLine(words map[string][]entry, line string) error {
	fields := strings.Split(line, "\t")
	if len(fields) != 3 {
		return fmt.Errorf("want class, value and forms, found %d fields", len(fields))
	}
	value, err := parseValue(fields[1])
	if err != nil {
		return err
	}
	for _, form := range strings.Split(fields[2], "،") {
		form = strings.TrimSpace(form)
		switch fields[0] {
		case "lookalike":
			lookalikes[form] = true
			continue
		case "notfuture-stem":
			notFutureStems = append(notFutureStems, text.Norm(form))
			continue
		}
		parts := strings.Fields(loose(text.Norm(form)))
		if len(parts) == 0 {
			return fmt.Errorf("empty form of %s", fields[0])
		}
		words[parts[0]] = append(words[parts[0]], entry{class(fields[0]), value, parts[1:]})
	}
	return nil
}

var (
	// lookalikes are raw spellings that fold to a word they are not.
	lookalikes = map[string]bool{}
	// notFutureStems begin words that are no verbs with سـ, in Norm spelling.
	notFutureStems []string
)

func parseValue(field string) (int, error) {
	if field == "-" {
		return 0, nil
	}
	if u, ok := unitNames[field]; ok {
		return int(u), nil
	}
	value, err := strconv.Atoi(field)
	if err != nil {
		return 0, fmt.Errorf("value %q is neither number nor unit", field)
	}
	return value, nil
}

// loose is text.Loose without its price for the words it leaves as they are.
func loose(norm string) string {
	for i := 0; i+1 < len(norm); i++ {
		if norm[i] == 0xD9 && norm[i+1] == 0x89 { // ى
			return text.Loose(norm)
		}
		if norm[i] == 0xD8 {
			switch norm[i+1] {
			case 0xA1, 0xA4, 0xA6, 0xA9: // ء ؤ ئ ة
				return text.Loose(norm)
			}
		}
	}
	return norm
}

// Hash is the SHA-256 of the lexicon of time expressions, in lower-case hex.
func Hash() string {
	sum := sha256.Sum256([]byte(lexiconText))
	return hex.EncodeToString(sum[:])
}
