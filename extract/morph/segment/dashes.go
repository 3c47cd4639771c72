package segment

import (
	"strings"
	"unicode/utf8"

	"github.com/isnad-project/isnad/extract/text"
)

const tatweel = "ـ"

// dashes cuts off a tatweel before a token or behind it, which stands for a
// dash (ـ وقال ـ), as a mark of its own; but not behind the article and
// other short words, which it joins to a name or number (الـ).
func dashes(tokens []text.Token) []text.Token {
	cut := tokens
	copied := false
	for i, t := range tokens {
		if t.Class == text.Word && (strings.HasPrefix(t.Text, tatweel) || strings.HasSuffix(t.Text, tatweel)) && !copied {
			cut, copied = append(make([]text.Token, 0, len(tokens)+4), tokens[:i]...), true
		}
		if !copied {
			continue
		}
		cut = cutDashes(cut, t)
	}
	return cut
}

const shortest = 6 // bytes of a word behind which a tatweel is a dash

func cutDashes(list []text.Token, t text.Token) []text.Token {
	if t.Class != text.Word {
		return append(list, t)
	}
	body := strings.TrimLeft(t.Text, tatweel)
	if n := len(t.Text) - len(body); n > 0 {
		list = append(list, part(t, 0, n, text.Punct))
		t = part(t, n, len(t.Text), text.Word)
	}
	body = strings.TrimRight(t.Text, tatweel)
	if len(t.Text) == len(body) || len(t.Norm) < shortest {
		return append(list, t)
	}
	return append(list, part(t, 0, len(body), text.Word), part(t, len(body), len(t.Text), text.Punct))
}

// part is the token of the bytes [from, to) of t.
func part(t text.Token, from, to int, class text.Class) text.Token {
	p := text.Token{Text: t.Text[from:to], Class: class, Byte: t.Byte + from, ByteEnd: t.Byte + to}
	p.Start = t.Start + utf8.RuneCountInString(t.Text[:from])
	p.End = p.Start + utf8.RuneCountInString(p.Text)
	p.Norm = t.Norm
	if class == text.Punct {
		p.Norm = "-"
	}
	return p
}
