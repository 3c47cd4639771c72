package morph

import (
	"slices"
	"testing"
)

func TestConjugate(t *testing.T) {
	for _, c := range []struct {
		perfect, imperfect string
		active, passive    []string
	}{
		{"قصف", "يقصف", []string{"قصف", "قصفت", "قصفوا", "قصفنا", "يقصف", "تقصف", "يقصفون", "يقصفوا", "نقصف"}, nil},
		{"هاجم", "يهاجم", []string{"هاجم", "هاجمت", "هاجموا", "يهاجمون"}, []string{"هوجم", "هوجمت"}},
		{"قال", "يقول", []string{"قال", "قالت", "قالوا", "قلنا", "يقول", "يقولون", "يقل"}, []string{"قيل", "يقال"}},
		{"أصاب", "يصيب", []string{"أصاب", "أصابت", "أصبنا", "يصيب", "تصيب", "يصب"}, []string{"أصيب", "أصيبت", "أصيبوا", "يصاب"}},
		{"اغتال", "يغتال", []string{"اغتال", "اغتالت", "يغتال"}, []string{"اغتيل", "اغتيلت"}},
		{"استعاد", "يستعيد", []string{"استعاد", "استعادت", "يستعيد"}, []string{"استعيد", "يستعاد"}},
		{"دعا", "يدعو", []string{"دعا", "دعت", "دعوا", "دعونا", "يدعو", "يدعون"}, []string{"دعي", "يدعى"}},
		{"ألقى", "يلقي", []string{"ألقى", "ألقت", "ألقوا", "يلقي", "يلقون", "تلق"}, []string{"ألقي", "ألقيت", "يلقى"}},
		{"لقي", "يلقى", []string{"لقي", "لقيت", "لقوا", "يلقى", "يلقون"}, nil},
		{"شن", "يشن", []string{"شن", "شنت", "شنوا", "شننا", "يشن", "تشن"}, nil},
		{"بدأ", "يبدأ", []string{"بدأ", "بدأت", "بدأوا", "بدؤوا", "يبدأ"}, nil},
		{"انهار", "ينهار", []string{"انهار", "انهارت", "ينهار"}, nil},
		{"أخذ", "يأخذ", []string{"أخذ", "يأخذ", "آخذ"}, []string{"يؤخذ"}},
		{"اتفق", "يتفق", []string{"اتفق", "اتفقا", "اتفقوا", "يتفقان", "تتفق"}, nil},
	} {
		forms := Conjugate(c.perfect, c.imperfect, "")
		has := func(word string, passive bool) bool {
			return slices.ContainsFunc(forms, func(f VerbForm) bool { return f.Word == word && (f.Voice == Passive) == passive })
		}
		for _, w := range c.active {
			if !has(w, false) {
				t.Errorf("%s: no %s", c.perfect, w)
			}
		}
		for _, w := range c.passive {
			if !has(w, true) {
				t.Errorf("%s: no passive %s", c.perfect, w)
			}
		}
	}
}
