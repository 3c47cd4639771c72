package language

import (
	_ "embed"
	"sync"
)

// embedded is the model that the program is built with, see generate.go.
//
//go:embed model.bin
var embedded []byte

var parsed = sync.OnceValues(func() (*Model, error) { return Parse(embedded, Default()) })

// Embedded returns the model that is built in. It is read at the first call.
func Embedded() (*Model, error) { return parsed() }
