package model

import "unicode/utf8"

// First returns the first n letters of s, or s if it has no more.
func First(s string, n int) string {
	at := 0
	for range n {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at]
}

// Last returns the last n letters of s, or s if it has no more.
func Last(s string, n int) string {
	at := len(s)
	for range n {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}
