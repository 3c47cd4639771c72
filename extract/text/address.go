package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestName is how many bytes of a name before and behind an @ are looked at:
// the longest host name has 253.
const longestName = 253

// address returns the length in bytes of the address of the web or of mail,
// the @name or the #tag that s begins with, or 0. s begins with ASCII.
func address(s string) int {
	switch {
	case s[0] == '#':
		return tag(s, true)
	case s[0] == '@':
		return tag(s, false)
	case !isHostByte(s[0]) || s[0] == '-' || s[0] == '.':
		return 0
	}
	if host := scheme(s); host > 0 {
		if n := hostLength(s[host:]); n > 0 {
			return trimAddress(s[:host+n+pathLength(s[host+n:])])
		}
		return 0
	}
	end := 0
	for end < min(len(s), longestName) && isLocalByte(s[end]) {
		end++
	}
	if end < len(s) && s[end] == '@' {
		if n := domain(s[end+1:], false); n > 0 {
			return end + 1 + n
		}
	}
	if n := domain(s, true); n > 0 {
		return trimAddress(s[:n+pathLength(s[n:])])
	}
	return 0
}

// tag returns the length of the sign and the letters, digits and low lines
// behind it. A tag, unlike a name, needs a letter.
func tag(s string, letter bool) int {
	end, any := 1, !letter
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !isLetter(r) && !unicode.IsDigit(r) && r != '_' && !(end > 1 && IsMark(r)) {
			break
		}
		any = any || isLetter(r)
		end += size
	}
	if !any || end == 1 {
		return 0
	}
	return end
}

// scheme returns the length of what s, as an address, says to be one.
func scheme(s string) int {
	for _, prefix := range []string{"https://", "http://", "ftp://"} {
		if len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
			return len(prefix)
		}
	}
	return 0
}

func isAlnum(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

func isHostByte(c byte) bool { return isAlnum(c) || c == '-' || c == '.' }

func isLocalByte(c byte) bool { return isHostByte(c) || c == '_' || c == '+' || c == '%' }

// hostLength returns the length of the host, with user and port, behind a
// scheme: ASCII, or Arabic letters if it begins with one.
func hostLength(s string) int {
	first, _ := utf8.DecodeRuneInString(s)
	arabic := unicode.Is(unicode.Arabic, first)
	end := 0
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if r < utf8.RuneSelf {
			if c := s[end]; !isLocalByte(c) && c != ':' && c != '@' {
				break
			}
		} else if !arabic || !unicode.IsLetter(r) {
			break
		}
		end += size
	}
	return end
}

// pathLength returns the length of the path, query and fragment that s begins
// with. They may hold letters of any script.
func pathLength(s string) int {
	if s == "" || strings.IndexByte("/?#", s[0]) < 0 {
		return 0
	}
	for end, r := range s {
		if r < utf8.RuneSelf && (r <= ' ' || r == 0x7f || strings.ContainsRune("\"<>\\^`{|}", r)) ||
			r >= utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
			return end
		}
	}
	return len(s)
}

// trimAddress returns the length of an address without the punctuation at its
// end that belongs to the sentence, such as a bracket that was opened before.
func trimAddress(s string) int {
	round := strings.Count(s, ")") - strings.Count(s, "(") // closed but not opened
	square := strings.Count(s, "]") - strings.Count(s, "[")
	for end := len(s); end > 0; end-- {
		switch s[end-1] {
		case '.', ',', ':', ';', '!', '?', '\'', '*', '&', '-':
			continue
		case ')':
			if round--; round >= 0 {
				continue
			}
		case ']':
			if square--; square >= 0 {
				continue
			}
		}
		return end
	}
	return 0
}

// topLevels are the last labels by which a name with dots is taken for an
// address though nothing else says so.
const topLevels = " com org net gov edu mil int info biz news " +
	"ae bh dz eg iq jo km kw lb ly ma mr om ps qa sa sd so sy tn ye " +
	"at au be br ca ch cn cz de dk es eu fi fr gr hu ie il in ir it jp ke kr nl no nz pk pl pt ro rs ru se sg tr ua uk us za " +
	"ai app co dev fm gl io ly me ngo onion tv xyz "

// domain returns the length of the host name, with at least one dot inside,
// that s begins with; known asks for a last label of topLevels.
func domain(s string, known bool) int {
	end, label, dots := 0, 0, 0 // label: where the current one begins
	last := 0                   // length up to the last label that may be one of the top
	for end <= min(len(s), longestName) {
		if end < len(s) && (isAlnum(s[end]) || s[end] == '-') {
			end++
			continue
		}
		if end == label {
			break
		}
		if dots > 0 && end-label >= 2 && isTop(s[label:end], known) {
			last = end
		}
		if end == len(s) || s[end] != '.' {
			if last != end {
				last = 0
			}
			break
		}
		dots++
		end++
		label = end
	}
	if last == 0 || known && !strings.ContainsFunc(s[:last], unicode.IsLower) {
		return 0
	}
	if last < len(s) {
		if r, _ := utf8.DecodeRuneInString(s[last:]); r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '@') {
			return 0
		}
	}
	return last
}

func isTop(label string, known bool) bool {
	if known {
		return strings.Contains(topLevels, " "+strings.ToLower(label)+" ")
	}
	for i := range len(label) {
		if c := label[i]; c >= '0' && c <= '9' {
			return false
		}
	}
	return true
}
