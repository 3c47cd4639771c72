package tag

type fineModel struct{}

func (f *fineModel) tag(a []atom, t []Tagged) {}

type lemmas struct{}

func trainFine(s []Sentence, a [][]atom, passes int) *fineModel { return nil }
func learnLemmas(s []Sentence) *lemmas                          { return nil }
