package main

import (
	"slices"
	"strings"

	"github.com/isnad-project/isnad/extract/text"
)

// Words that GeoNames sets before the name of a place of that class.
var classWords = []string{
	"محافظة ", "محافظه ", "ولاية ", "شعبية ", "مركز قضاء ", "قضاء ", "ناحية ", "إمارة ", "منطقة ", "مقاطعة ",
	"قرية ", "بلدة ", "إقليم ", "بلدية ", "مديرية ", "دولة ", "مركز ",
}

// townNames returns the names of a town, the label first: without marks, class
// words and remarks in brackets, without foreign spellings, and with the
// article where any of them has it.
func townNames(preferred string, alternates []string) []string {
	all := append([]string{preferred}, alternates...)
	var names []string
	for _, n := range all {
		n = clean(n)
		if n == "" || foreign(n) {
			continue
		}
		names = append(names, n)
	}
	bare := func(n string) bool { return slices.Contains(names, n) }
	for i, n := range names {
		if rest, ok := strings.CutPrefix(n, "مدينة "); ok && bare(rest) {
			names[i] = rest
			continue
		}
		for _, w := range classWords {
			if rest, ok := strings.CutPrefix(n, w); ok && len(rest) >= 6 {
				names[i] = rest
			}
		}
	}
	names = slices.DeleteFunc(names, func(n string) bool { return slices.Contains(names, "ال"+n) })
	return distinct(names)
}

func divisionNames(name string) []string {
	name = clean(name)
	if name == "" || foreign(name) {
		return nil
	}
	names := []string{name}
	for _, w := range classWords {
		if rest, ok := strings.CutPrefix(name, w); ok {
			names = append(names, rest)
			if w == "شعبية " {
				names = names[1:]
			}
		}
	}
	return names
}

// clean drops marks, what stands in brackets and what follows a comma.
func clean(n string) string {
	n, _, _ = strings.Cut(n, "(")
	n, _, _ = strings.Cut(n, "،")
	n = strings.Map(func(r rune) rune {
		switch {
		case text.IsMark(r):
			return -1
		case r == '-' || r == '‎':
			return ' '
		}
		return r
	}, n)
	return strings.Join(strings.Fields(n), " ")
}

// foreign reports whether n is not written as Arabic writes: Persian, Urdu,
// Uyghur or Kurdish letters, or ى inside a word.
func foreign(n string) bool {
	for _, r := range n {
		if r != ' ' && (r < 'ء' || r > 'ي' || r == 'ـ' || r > 'غ' && r < 'ف') {
			return true
		}
	}
	for w := range strings.FieldsSeq(n) {
		runes := []rune(w)
		if len(runes) < 2 && len(n) < 6 || runes[0] == 'ئ' || runes[0] == 'ء' || runes[0] == 'ؤ' || runes[0] == 'ة' {
			return true
		}
		if i := slices.Index(runes, 'ى'); i >= 0 && i < len(runes)-1 {
			return true
		}
		if i := slices.Index(runes, 'ة'); i >= 0 && i < len(runes)-1 {
			return true
		}
	}
	return len([]rune(n)) < 2
}

// distinct drops names that fold alike, keeping the first.
func distinct(names []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(names, func(n string) bool {
		key := fold(n)
		if seen[key] {
			return true
		}
		seen[key] = true
		return false
	})
}

func fold(s string) string { return text.Loose(text.Norm(s)) }
