// Package export writes a graph in the formats of one table, which serves the
// command's --format, the extension of an output file and the content
// negotiation of the web service alike.
package export

import (
	"context"
	"fmt"
	"io"
	"iter"
	"mime"
	"path/filepath"
	"strings"

	"github.com/cayleygraph/quad"
)

// View is what a format reads: a snapshot of the graph.
type View interface {
	// Quads gives the quads of one named graph, or of all for nil, with
	// their literals exactly as written.
	Quads(ctx context.Context, label quad.Value) iter.Seq2[quad.Quad, error]
}

// Options say how to write.
type Options struct {
	// Graph is the label of the one named graph to write; nil for all.
	Graph quad.Value
	// Canonical sorts the output, so that equal graphs are equal byte by
	// byte. All of it is held in memory for that.
	Canonical bool
}

// Format is one way to write a graph.
type Format struct {
	Name      string // for --format
	Extension string // with the dot
	MediaType string
	Write     func(ctx context.Context, w io.Writer, view View, opts Options) error
}

// Formats is the table of formats.
var Formats = []Format{
	{Name: "nquads", Extension: ".nq", MediaType: "application/n-quads", Write: NQuads},
}

// ByName returns the format of that name; the error lists those there are.
func ByName(name string) (Format, error) {
	var names []string
	for _, f := range Formats {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, fmt.Errorf("unknown format %q; there are: %s", name, strings.Join(names, ", "))
}

// ByFile returns the format of a file by its extension, and whether there is one.
func ByFile(path string) (Format, bool) {
	extension := strings.ToLower(filepath.Ext(path))
	for _, f := range Formats {
		if f.Extension == extension {
			return f, true
		}
	}
	return Format{}, false
}

// ByMediaType returns the format of a media type, parameters aside, and
// whether there is one.
func ByMediaType(mediaType string) (Format, bool) {
	bare, _, err := mime.ParseMediaType(mediaType)
	if err != nil {
		return Format{}, false
	}
	for _, f := range Formats {
		if f.MediaType == bare {
			return f, true
		}
	}
	return Format{}, false
}
