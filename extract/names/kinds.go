package names

import (
	"github.com/isnad-project/isnad/extract/morph"
	"github.com/isnad-project/isnad/extract/places"
	"github.com/isnad-project/isnad/extract/syntax"
	"github.com/isnad-project/isnad/schema"
)

// Kind returns what kind of thing a phrase is about, and the finer kind; both
// are empty where the lexicon does not tell.
func (f *Finder) Kind(s *syntax.Sentence, p syntax.Phrase) (kind, subkind string) {
	for _, i := range p.Chain {
		w := &s.Words[i]
		if a := s.ActorAt[i]; a >= 0 {
			actor := &f.actors[s.Actors[a].Actor]
			return actor.Kind, actor.Subkind
		}
		if place := s.PlaceAt[i]; place >= 0 {
			return placeKind(s.Places[place].Place)
		}
		if isLocationNoun(w.Stem) {
			return schema.KindPlace, places.Other
		}
		if kind, subkind := readingKind(w); kind != "" {
			return kind, subkind
		}
		if w.POS == morph.Name {
			return schema.KindPerson, ""
		}
		if !isTransparent(w.Stem) {
			return "", ""
		}
	}
	return "", ""
}

func placeKind(p *places.Place) (kind, subkind string) {
	if p.Subkind == places.Facility {
		return schema.KindFacility, ""
	}
	return schema.KindPlace, p.Subkind
}

// readingKind is the kind by the lexicons of heads and titles.
func readingKind(w *morph.Word) (kind, subkind string) {
	for i := range w.Readings {
		if h := w.Readings[i].Head; h != nil {
			return h.Kind, h.Subkind
		}
	}
	for i := range w.Readings {
		if t := w.Readings[i].Title; t != nil {
			return schema.KindPerson, t.Class
		}
	}
	return "", ""
}

// isLocationNoun reports whether a noun by itself is a place.
func isLocationNoun(stem string) bool {
	switch stem {
	case "مدينة", "مدينتي", "مدن", "بلدة", "بلدتي", "بلدات", "قرية", "قريتي", "قرى", "منطقة", "منطقتي", "مناطق", "محافظة", "محافظتي", "محافظات", "ولاية", "ولايات",
		"اقليم", "اقاليم", "حي", "احياء", "ضاحية", "ضواحي", "ناحية", "نواحي", "قضاء", "مديرية", "مديريات", "مخيم", "مخيمات", "جزيرة", "جزر", "جبل", "جبال", "وادي", "نهر", "بحر", "خليج",
		"مضيق", "صحراء", "ريف", "ارياف", "شارع", "شوارع", "ساحة", "ساحات", "ميدان", "طريق", "طرق", "طرقات", "حدود", "محور", "محاور", "جبهات", "اراض", "اراضي", "بلاد", "بلد", "بلدان", "دول", "دولة",
		"شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي", "داخل", "انحاء", "ارجاء", "مساحات", "مواقع", "معبر", "معابر", "ساحل", "سواحل", "عاصمة", "محيط", "مشارف", "تخوم", "اطراف", "ضفاف", "ضفة", "مداخل", "مدخل", "وسطي", "اقاصي", "جوار", "قاطع", "منفذ", "منافذ":
		return true
	}
	return false
}

// isTransparent reports whether a noun takes its kind from the genitive that
// follows: بعض أحياء المدينة, آلاف المتظاهرين.
func isTransparent(stem string) bool {
	switch stem {
	case "بعض", "كل", "جميع", "معظم", "اغلب", "غالبية", "كافة", "سائر", "عدد", "مجموعة", "مئات", "الاف", "عشرات", "ملايين", "عديد", "احد", "احدى", "عدة", "كبار", "ابرز", "كلا", "كلتا", "مختلف", "سلسلة", "اي", "اية", "نحو", "حوالي", "قرابة", "زهاء", "اكثر", "اقل", "مزيد", "بضعة", "بضع", "نصف", "ربع", "ثلث", "مجمل", "عموم", "بقية", "باقي":
		return true
	}
	return false
}

// IsCarrier reports whether an event noun only carries the noun behind it:
// عملية قصف, حملة اعتقالات.
func (f *Finder) IsCarrier(stem string) bool {
	switch stem {
	case "عملية", "عمليات", "حملة", "حملات", "سلسلة", "موجة", "اعمال", "محاولة", "محاولات", "جولة", "حالة", "حالات":
		return true
	}
	return isTransparent(stem)
}
