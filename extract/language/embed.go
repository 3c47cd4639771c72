package language

import (
	_ "embed"
	"sync"
)

// embedded is the model that the program is built with. It is trained on UD
// Arabic-PUD (CC BY-SA 3.0), with ANERcorp (CC BY-SA 4.0) and AQMAR (CC BY-SA
// 3.0) for counts and classes of words, and is under CC BY-SA 4.0; its header
// says so too. Made anew, byte for byte the same, by
//
//	isnad train language --treebank PUD.conllu --names ANERCORP,AQMAR,... --model extract/language/model.bin
//
//go:embed model.bin
var embedded []byte

var parsed = sync.OnceValues(func() (*Model, error) { return Parse(embedded, Default()) })

// Embedded returns the model that is built in. It is read at the first call.
func Embedded() (*Model, error) { return parsed() }
