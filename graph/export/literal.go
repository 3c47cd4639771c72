package export

import (
	"fmt"
	"strconv"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/isnad-project/isnad/schema"
)

const (
	xsdString   = schema.NSXSD + "string"
	xsdDouble   = schema.NSXSD + "double"
	xsdDateTime = schema.NSXSD + "dateTime"
)

// literal takes a literal apart. Values that a store keeps as Go values get
// the XML Schema datatype that says what they are, where Cayley's own writer
// names datatypes of schema.org.
func literal(v quad.Value) (text, datatype, lang string, err error) {
	switch v := v.(type) {
	case quad.String:
		return string(v), "", "", nil
	case quad.LangString:
		return string(v.Value), "", v.Lang, nil
	case quad.TypedString:
		return string(v.Value), string(v.Type), "", nil
	case quad.Int:
		return strconv.FormatInt(int64(v), 10), schema.XSDInteger, "", nil
	case quad.Float:
		return strconv.FormatFloat(float64(v), 'g', -1, 64), xsdDouble, "", nil
	case quad.Bool:
		return strconv.FormatBool(bool(v)), schema.XSDBoolean, "", nil
	case quad.Time:
		return time.Time(v).UTC().Format(time.RFC3339Nano), xsdDateTime, "", nil
	}
	return "", "", "", fmt.Errorf("a term of unknown kind %T", v)
}
