package lexicon

import (
	"fmt"
	"strings"

	"github.com/isnad-project/isnad/schema"
)

// Slots of a frame besides the prepositions, which are written as themselves.
const (
	SlotSubject  = "subj"
	SlotObject   = "obj"
	SlotGenitive = "gen"
)

// RoleAuto is the value of SlotGenitive where the kind of the filler decides
// between agent and patient.
const RoleAuto = "auto"

// TypeNone is the type of idioms that are no event.
const TypeNone = "none"

// Frame says which role each grammatical function fills.
type Frame map[string]string

// Trigger is one lemma in one sense.
type Trigger struct {
	Type    string
	CAMEO   string
	Perfect string // 3rd person masculine singular, "" for nouns alone
	Impf    string
	Passive string   // irregular written passive, perfect
	Nouns   []string // verbal nouns and event nouns
	Active  []string // active participles
	PassPt  []string // passive participles
	With    []string // one of these must follow in the clause
	Without []string // none of these may
	Frame   Frame
	// NounNeedsArgs: the noun is an event only with a participant.
	NounNeedsArgs bool
	// Weak: an event only with a named or actor-like filler.
	Weak bool
}

// triggerReader keeps the head of the section it is in.
type triggerReader struct {
	kind  string
	cameo string
	frame Frame
}

func (r *triggerReader) read(l *Lexicon, in line) error {
	if strings.HasPrefix(in.text, "[") {
		return r.head(in.text)
	}
	if r.kind == "" {
		return fmt.Errorf("entry before the first [type] head")
	}
	if len(in.columns) != 7 {
		return fmt.Errorf("%d columns, want 7: verb | nouns | active | passive | with | frame | CAMEO", len(in.columns))
	}
	t := Trigger{Type: r.kind, CAMEO: r.cameo, Frame: Frame{}}
	for k, v := range r.frame {
		t.Frame[k] = v
	}
	if verb := strings.Fields(in.column(0)); len(verb) == 2 {
		t.Perfect, t.Impf = verb[0], verb[1]
	} else if len(verb) != 0 {
		return fmt.Errorf("verb %q: want the perfect and the imperfect", in.column(0))
	}
	t.Nouns, t.Active, t.PassPt = strings.Fields(in.column(1)), strings.Fields(in.column(2)), strings.Fields(in.column(3))
	for _, w := range strings.Fields(in.column(4)) {
		if rest, not := strings.CutPrefix(w, "!"); not {
			t.Without = append(t.Without, rest)
		} else {
			t.With = append(t.With, w)
		}
	}
	if err := t.readFrame(in.column(5)); err != nil {
		return err
	}
	if c := in.column(6); c != "" {
		t.CAMEO = c
	}
	l.Triggers = append(l.Triggers, t)
	return nil
}

func (r *triggerReader) head(text string) error {
	kind, rest, ok := strings.Cut(strings.TrimPrefix(text, "["), "]")
	if !ok {
		return fmt.Errorf("section head without ]")
	}
	if _, known := schema.TypeByName(kind); !known && kind != TypeNone {
		return fmt.Errorf("unknown event type %q", kind)
	}
	head := Trigger{Frame: Frame{}}
	*r = triggerReader{kind: kind, frame: head.Frame}
	for field := range strings.FieldsSeq(rest) {
		if code, ok := strings.CutPrefix(field, "cameo="); ok {
			r.cameo = strings.Trim(code, "-")
			continue
		}
		if err := head.readFrame(field); err != nil {
			return err
		}
	}
	return nil
}

var roleNames = func() map[string]bool {
	names := map[string]bool{RoleAuto: true, "-": true}
	for _, r := range schema.Roles {
		names[r] = true
	}
	return names
}()

func (t *Trigger) readFrame(column string) error {
	for field := range strings.FieldsSeq(column) {
		slot, role, assigned := strings.Cut(field, "=")
		switch {
		case field == "noun-only-with-args":
			t.NounNeedsArgs = true
		case field == "weak":
			t.Weak = true
		case !assigned:
			return fmt.Errorf("unknown flag %q", field)
		case slot == "passive":
			t.Passive = role
		case !roleNames[role]:
			return fmt.Errorf("unknown role %q in %q", role, field)
		case role == "-":
			delete(t.Frame, slot)
		default:
			t.Frame[slot] = role
		}
	}
	return nil
}

// Light is a verb that has its meaning from a content noun: شن هجوما.
type Light struct {
	Perfect, Impf string
	Nouns         []string // its own verbal nouns: إجراء
	Prepositions  []string // before the content noun; empty: its object or, for تم, its subject
	// Subject is the role of the light verb's subject in the event, "" for none.
	Subject string
}

func readLight(l *Lexicon, in line) error {
	verb := strings.Fields(in.column(0))
	if len(verb) != 2 || len(in.columns) != 4 {
		return fmt.Errorf("want: perfect imperfect | nouns | prepositions | role of the subject")
	}
	l.Lights = append(l.Lights, Light{verb[0], verb[1], strings.Fields(in.column(1)), strings.Fields(in.column(2)), in.column(3)})
	return nil
}
