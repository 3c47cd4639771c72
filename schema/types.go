package schema

import (
	_ "embed"
	"strings"
)

// EventType is a row of the table of event types.
type EventType struct {
	Name    string
	PLOVER  string // "" where PLOVER has none
	CAMEO   string // default code, "" where CAMEO has none
	LabelEn string
	LabelAr string
	Family  string // violence, territory, coercion, …
}

//go:embed types.tsv
var typeTable string

// EventTypes is the table of event types, in the order of the guide.
var EventTypes = parseTypes(typeTable)

var typesByName = func() map[string]EventType {
	byName := make(map[string]EventType, len(EventTypes))
	for _, t := range EventTypes {
		byName[t.Name] = t
	}
	return byName
}()

// TypeByName returns the event type of that name, and whether there is one.
func TypeByName(name string) (EventType, bool) {
	t, ok := typesByName[name]
	return t, ok
}

func parseTypes(table string) []EventType {
	var types []EventType
	for line := range strings.Lines(table) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		for i := range f {
			if f[i] == "-" {
				f[i] = ""
			}
		}
		types = append(types, EventType{Name: f[0], PLOVER: f[1], CAMEO: f[2], LabelEn: f[3], LabelAr: f[4], Family: f[5]})
	}
	return types
}
