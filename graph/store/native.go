package store

import (
	"encoding/binary"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/voc/schema"
)

// kind is the native type that the literals of a datatype are compared as.
type kind byte

const (
	integer kind = iota + 1
	float
	boolean
	instant
)

// kinds gives the datatypes that are compared by value. Those of schema.org
// are the names Cayley has for its native types. A date without a time is
// not here: ISO dates sort as text.
var kinds = func() map[quad.IRI]kind {
	m := map[quad.IRI]kind{
		quad.IRI(schema.Integer).Full(): integer, quad.IRI(schema.Integer).Short(): integer,
		quad.IRI(schema.Float).Full(): float, quad.IRI(schema.Float).Short(): float,
		quad.IRI(schema.Boolean).Full(): boolean, quad.IRI(schema.Boolean).Short(): boolean,
		quad.IRI(schema.DateTime).Full(): instant, quad.IRI(schema.DateTime).Short(): instant,
		xsd + "boolean": boolean, xsd + "dateTime": instant, xsd + "dateTimeStamp": instant,
		xsd + "decimal": float, xsd + "double": float, xsd + "float": float,
	}
	for _, name := range []string{"integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger",
		"nonPositiveInteger", "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"} {
		m[quad.IRI(xsd+name)] = integer
	}
	return m
}()

// native returns the value that a term is compared as: quad.Int, quad.Float,
// quad.Bool or quad.Time for a literal of such a datatype, else the term. A
// literal that is ill-formed or out of range stays as it is, as does one that
// is not a finite number.
func native(v quad.Value) quad.Value {
	t, ok := v.(quad.TypedString)
	if !ok {
		return v
	}
	lexical := string(t.Value)
	switch kinds[t.Type] {
	case integer:
		if n, err := strconv.ParseInt(lexical, 10, 64); err == nil {
			return quad.Int(n)
		}
	case float:
		if strings.Trim(lexical, "+-.0123456789Ee") != "" {
			break
		}
		if f, err := strconv.ParseFloat(lexical, 64); err == nil {
			return quad.Float(f)
		}
	case boolean:
		if b, err := strconv.ParseBool(lexical); err == nil {
			return quad.Bool(b)
		}
	case instant:
		if d, err := time.Parse(time.RFC3339, lexical); err == nil {
			return quad.Time(d)
		}
	}
	return v
}

// sortKey writes a native value so that values of one kind sort by value and
// equal values are equal. It returns nil for what is not native.
func sortKey(v quad.Value) []byte {
	const sign = 1 << 63
	switch v := v.(type) {
	case quad.Int:
		return binary.BigEndian.AppendUint64([]byte{byte(integer)}, uint64(v)^sign)
	case quad.Float:
		if v != v {
			return nil
		}
		n := math.Float64bits(float64(v) + 0) // -0 becomes 0
		if n&sign != 0 {
			n = ^n
		} else {
			n |= sign
		}
		return binary.BigEndian.AppendUint64([]byte{byte(float)}, n)
	case quad.Bool:
		if v {
			return []byte{byte(boolean), 1}
		}
		return []byte{byte(boolean), 0}
	case quad.Time:
		t := time.Time(v)
		b := binary.BigEndian.AppendUint64([]byte{byte(instant)}, uint64(t.Unix())^sign)
		return binary.BigEndian.AppendUint32(b, uint32(t.Nanosecond()))
	}
	return nil
}
