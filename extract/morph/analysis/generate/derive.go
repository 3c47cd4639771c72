package main

import (
	"strings"
)

// A verb of the lexicon from which nouns are derived: its unvocalised lemma in
// right spelling, its root and its form.
type verb struct {
	lemma string // استعاد
	root  []rune // transliterated: E w d
	form  string // II … X, Q, TQ, or "" for I and what is not derived from
	trans bool
}

var forms = map[string]string{
	"1a2a3": "I", "1a2~a3": "II", "1A2a3": "III", ">a1o2a3": "IV", "ta1a2~3": "V", "ta1A2a3": "VI", "{ino1a2a3": "VII",
	"{i1ota2a3": "VIII", "{i1o2a3~": "IX", "{isota1o2a3": "X", "1a2o3a4": "Q", "ta1a2o3a4": "TQ",
}

func verbOf(r row) verb {
	v := verb{lemma: lemma(r["LEMMA"]), root: []rune(strings.ReplaceAll(r["ROOT"], ".", "")), form: forms[r["PATTERN_ABSTRACT"]],
		trans: !strings.Contains(r["COND-S"], "intrans")}
	if want := 3; len(v.root) != want && v.form != "Q" && v.form != "TQ" {
		v.form = ""
	}
	return v
}

// Kinds of ending of a verb's lemma.
func (v verb) defective() bool {
	return strings.HasSuffix(v.lemma, "ى") || strings.HasSuffix(v.lemma, "ا")
}
func (v verb) hamzaFinal() bool {
	return strings.HasSuffix(v.lemma, "أ") || strings.HasSuffix(v.lemma, "ئ") || strings.HasSuffix(v.lemma, "ؤ")
}
func (v verb) doubled() bool { return len(v.root) == 3 && v.root[1] == v.root[2] }

// hollow reports whether the last vowel is ā before one consonant: أقام اختار.
func (v verb) hollow() bool {
	r := []rune(v.lemma)
	return len(r) > 2 && r[len(r)-2] == 'ا' && len(v.root) == 3 && (v.root[1] == 'w' || v.root[1] == 'y')
}

// cut returns the lemma without its last letter, and that letter.
func cut(s string) (head, last string) {
	r := []rune(s)
	return string(r[:len(r)-1]), string(r[len(r)-1:])
}

// verbalNouns returns the regular verbal nouns of a verb of the forms II to X
// and of four consonants, unvocalised.
func (v verb) verbalNouns() []string {
	switch v.form {
	case "II":
		return []string{v.tafil()}
	case "III":
		return v.mufaala()
	case "IV":
		return []string{v.ifal()}
	case "V", "VI", "TQ":
		return v.tafaul()
	case "VII", "VIII", "IX", "X":
		return []string{v.infial()}
	case "Q":
		return []string{v.lemma + "ة"}
	}
	return nil
}

// tafil is the noun of form II: تقرير, تربية, تهنئة.
func (v verb) tafil() string {
	head, last := cut(v.lemma)
	switch {
	case v.defective():
		return "ت" + head + "ية"
	case v.hamzaFinal():
		return "ت" + head + "ئة"
	}
	r := []rune(head)
	if n := len(r) - 1; n > 0 && (r[n] == 'أ' || r[n] == 'ؤ') {
		r[n] = 'ئ' // رأس ترئيس
	}
	return "ت" + string(r) + "ي" + last
}

// mufaala is the nouns of form III: مقاتلة قتال, مناداة نداء.
func (v verb) mufaala() []string {
	base := v.lemma
	if rest, ok := strings.CutPrefix(base, "آ"); ok {
		base = "ؤا" + rest
	}
	head, _ := cut(base)
	if v.defective() {
		return []string{"م" + head + "اة"}
	}
	out := []string{"م" + base + "ة"}
	r := []rune(v.lemma)
	if len(r) == 4 && !v.hamzaFinal() && v.root[1] != 'y' {
		out = append(out, string([]rune{r[0], r[2], 'ا', r[3]})) // قتال
	}
	return out
}

// ifal is the noun of form IV: إعلان, إيقاف, إيمان, إقامة, إعداد, إلقاء, إنشاء.
func (v verb) ifal() string {
	base := v.lemma
	switch {
	case strings.HasPrefix(base, "آ"):
		base = "إي" + strings.TrimPrefix(base, "آ")
	case strings.HasPrefix(base, "أو") && !v.hollow():
		base = "إي" + strings.TrimPrefix(base, "أو")
	default:
		base = "إ" + strings.TrimPrefix(base, "أ")
	}
	head, last := cut(base)
	switch {
	case v.defective(), v.hamzaFinal():
		return head + "اء"
	case v.hollow():
		return base + "ة"
	case v.doubled():
		return base + "ا" + last
	}
	return head + "ا" + last
}

// tafaul is the nouns of forms V and VI: تقدم, تحد تحدي, تنبؤ.
func (v verb) tafaul() []string {
	head, _ := cut(v.lemma)
	switch {
	case v.defective():
		return []string{head + "ي"}
	case v.hamzaFinal():
		return []string{head + "ؤ"}
	}
	return []string{v.lemma}
}

// infial is the noun of the forms that begin with a helping vowel: انفجار,
// انهيار, احتلال, اشتراء, استعادة, استيراد, استئناف.
func (v verb) infial() string {
	base := v.lemma
	if rest, ok := strings.CutPrefix(base, "استو"); ok && v.form == "X" && !v.hollow() {
		base = "استي" + rest
	}
	if rest, ok := strings.CutPrefix(base, "استأ"); ok && v.form == "X" {
		base = "استئ" + rest
	}
	head, last := cut(base)
	switch {
	case v.defective(), v.hamzaFinal():
		return head + "اء"
	case v.hollow() && v.form == "X":
		return base + "ة"
	case v.hollow():
		stem, _ := cut(head)
		return stem + "يا" + last
	case v.doubled() || v.form == "IX":
		return base + "ا" + last
	}
	return head + "ا" + last
}

// participles returns the active and passive participle, unvocalised; a
// defective active one ends in ي.
func (v verb) participles() (active, passive string) {
	if v.form == "I" {
		return v.fail(), v.maful()
	}
	base := v.lemma
	switch {
	case v.form == "":
		return "", ""
	case v.form == "IV" && strings.HasPrefix(base, "أي") && !v.hollow():
		base = "مو" + strings.TrimPrefix(base, "أي")
	case v.form == "IV" && strings.HasPrefix(base, "أ"):
		base = "م" + strings.TrimPrefix(base, "أ")
	case v.form == "III" && strings.HasPrefix(base, "آ"):
		base = "مؤا" + strings.TrimPrefix(base, "آ")
	case strings.HasPrefix(base, "آ"):
		base = "مؤ" + strings.TrimPrefix(base, "آ")
	case strings.HasPrefix(base, "ائ"):
		base = "مؤ" + strings.TrimPrefix(base, "ائ")
	case strings.HasPrefix(base, "ا"):
		base = "م" + strings.TrimPrefix(base, "ا")
	case strings.HasPrefix(base, "أ"):
		base = "مؤ" + strings.TrimPrefix(base, "أ") // أكد مؤكد
	default:
		base = "م" + base
	}
	head, last := cut(base)
	switch {
	case v.defective():
		return head + "ي", head + "ى"
	case v.hamzaFinal():
		return head + "ئ", head + "أ"
	case v.hollow() && (v.form == "IV" || v.form == "X"):
		stem, _ := cut(head)
		return stem + "ي" + last, base
	}
	return base, base
}

// fail is the active participle of form I.
func (v verb) fail() string {
	r := v.root
	a, b, c := arabic(string(r[0])), arabic(string(r[1])), arabic(string(r[2]))
	if r[0] == '>' || r[0] == '\'' {
		a = "آ"
	} else {
		a += "ا"
	}
	hollow := v.hollow()
	if hollow || r[1] == '>' || r[1] == '\'' {
		b = "ئ"
	}
	switch {
	case v.doubled():
		return a + b
	case r[2] == 'w' || r[2] == 'y':
		return a + b + "ي"
	case (r[2] == '>' || r[2] == '\'') && hollow:
		return a + "ئي"
	case r[2] == '>' || r[2] == '\'':
		return a + b + "ئ"
	}
	return a + b + c
}

// maful is the passive participle of form I.
func (v verb) maful() string {
	r := v.root
	a, b, c := arabic(string(r[0])), arabic(string(r[1])), arabic(string(r[2]))
	if r[0] == '>' || r[0] == '\'' {
		a = "أ"
	}
	if r[1] == '>' || r[1] == '\'' {
		b = "ؤ"
	}
	switch {
	case v.hollow():
		return "م" + a + b + c
	case r[2] == 'w' || r[2] == 'y':
		return "م" + a + b + c
	case r[2] == '>' || r[2] == '\'':
		return "م" + a + b + "وء"
	}
	return "م" + a + b + "و" + c
}

// derive adds the nouns that a verb makes.
func (n *nominals) derive(v verb) {
	for _, noun := range v.verbalNouns() {
		n.verbalNoun(noun)
	}
	active, passive := v.participles()
	if active != "" {
		n.participle(active, "VerbForm=Part Voice=Act")
	}
	if passive != "" && v.trans {
		n.participle(passive, "VerbForm=Part Voice=Pass")
	}
}

func (n *nominals) verbalNoun(noun string) {
	gender := "m"
	if strings.HasSuffix(noun, "ة") {
		gender = "f"
	}
	n.noun(noun, []string{"-ات"}, gender, "VerbForm=Vnoun")
	if head, ok := strings.CutSuffix(noun, "ي"); ok && strings.HasPrefix(noun, "ت") && len([]rune(noun)) > 3 { // تحدٍّ beside تحدي
		n.declineWord(noun, head, map[string]string{"gen": "m", "extra": "VerbForm=Vnoun"}, "p")
	}
}

// participle declines a participle as an adjective and as a noun.
func (n *nominals) participle(word, extra string) {
	form, sets := wordConditions(latin(word))
	switch {
	case strings.HasSuffix(word, "ي"):
		form, sets = strings.TrimSuffix(form, "y"), []string{"#iy"}
	case strings.HasSuffix(word, "ئي"):
		form, sets = strings.TrimSuffix(form, "}y"), []string{"#A}iy"}
	}
	s := stem{lemma: word, form: form, sets: sets, requires: []string{"MS||MD||MP||FS||FD||FP"}, feats: map[string]string{"extra": extra}}
	n.decline(s, "ADJ")
	n.decline(s, "NOUN")
}
