package query

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isnad-project/isnad/graph/quads"
	"github.com/isnad-project/isnad/schema"
)

func TestFind(t *testing.T) {
	view, names := open(t), names()
	for _, c := range []struct {
		filter Filter
		want   string
	}{
		{Filter{}, "d2/0 d1/0 d3/1 d1/1 d3/0"},
		{Filter{All: true}, "d2/0 d2/1 d1/0 d3/1 d1/1 d1/2 d3/0 d3/2"},
		{Filter{Type: "bombard"}, "d1/0 d3/1"},
		{Filter{Type: "قصف"}, "d1/0 d3/1"},
		{Filter{Type: "bombard", All: true}, "d1/0 d3/1 d3/2"},
		{Filter{Family: "violence"}, "d2/0 d1/0 d3/1"},
		{Filter{Type: "meet", Family: "violence"}, ""},
		{Filter{Place: "درنة"}, "d1/0 d1/1"},
		{Filter{Place: "DERNA", All: true}, "d1/0 d1/1 d1/2 d3/2"},
		{Filter{Place: "ليبيا"}, "d2/0 d1/0 d3/1 d1/1"},
		{Filter{Place: "ليبيا", Exact: true}, ""},
		{Filter{Place: "الامارات"}, "d3/0"},
		{Filter{Place: libya}, "d2/0 d1/0 d3/1 d1/1"},
		{Filter{Actor: "حفتر"}, "d1/0 d1/1 d3/0"},
		{Filter{Actor: "khalifa haftar", Exact: true}, "d3/0"},
		{Filter{Actor: "حفتر", Place: "درنة", Type: "besiege"}, "d1/1"},
		{Filter{Actor: "القوات"}, "d3/1 d1/1"},
		{Filter{Actor: "السراج"}, "d2/0 d3/0"},
		{Filter{Actor: "السراج", Role: "patient"}, "d2/0"},
		{Filter{Actor: "السراج", Role: "agent"}, ""},
		{Filter{Actor: "وال", Role: "source", All: true}, "d2/1"},
		{Filter{Actor: "درنة"}, ""},
		{Filter{Actor: "درنة", Role: "patient"}, "d1/0 d1/1"},
		{Filter{Since: "2016"}, "d1/0 d3/1 d1/1"},                          // d1/1 as of its document, d3/0 never
		{Filter{Since: "2016-03"}, "d1/0 d1/1"},                            // 2016 overlaps
		{Filter{Since: "2016-02-29", Until: "2016-02"}, "d1/0 d3/1"},       //
		{Filter{Since: "2017-01-10", Until: "2017-01-10"}, "d1/1"},         // d1/0 has a time of its own
		{Filter{Until: "2015"}, "d2/0"},                                    //
		{Filter{Until: "2015-04-29"}, ""},                                  //
		{Filter{Since: "2015-05-01", Until: "2015-12", All: true}, "d2/1"}, // as of its document
	} {
		events, err := Find(context.Background(), view, c.filter)
		if err != nil {
			t.Errorf("%+v: %v", c.filter, err)
			continue
		}
		var got []string
		for _, e := range events {
			got = append(got, names[e.ID])
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v finds %v, want %s", c.filter, got, c.want)
		}
	}
}

// TestFindGivesWholeRecords compares what is found with what was written.
func TestFindGivesWholeRecords(t *testing.T) {
	events, err := Find(context.Background(), open(t), Filter{All: true})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]schema.Event{}
	for _, e := range events {
		found[e.ID] = e
	}
	for _, rec := range records() {
		for _, e := range quads.Normalize(rec).Events {
			if diff := cmp.Diff(e, found[e.ID]); diff != "" {
				t.Errorf("%s (-want +got)\n%s", e.ID, diff)
			}
		}
	}
}

func TestFindErrors(t *testing.T) {
	view := open(t)
	for want, filter := range map[string]Filter{
		`nothing is named "طبرق"`:             {Place: "طبرق"},
		`unknown event type "bomb"`:           {Type: "bomb"},
		`unknown family of event types "war"`: {Family: "war"},
		`unknown role "time"`:                 {Actor: "حفتر", Role: "time"},
		`needs an actor`:                      {Role: "agent"},
		`since: "yesterday" is no day`:        {Since: "yesterday"},
		`until: "2016-13" is no day`:          {Until: "2016-13"},
		`since 2017 is after until 2016`:      {Since: "2017", Until: "2016"},
	} {
		if _, err := Find(context.Background(), view, filter); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: error %v, want %s", filter, err, want)
		}
	}
	_, err := Find(context.Background(), view, Filter{Actor: "طبرق"})
	if missing := new(NotFoundError); !errors.As(err, &missing) || missing.Name != "طبرق" {
		t.Errorf("error %v, want a NotFoundError", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Find(ctx, view, Filter{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

func TestWriteEvents(t *testing.T) {
	view := open(t)
	events, err := Find(context.Background(), view, Filter{Place: "درنة"})
	if err != nil {
		t.Fatal(err)
	}
	denied, err := Find(context.Background(), view, Filter{Type: "attack", All: true})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := WriteEvents(context.Background(), &b, view, append(events[:1], denied...)); err != nil {
		t.Fatal(err)
	}
	want := `agent        طيران حفتر
type         قصف (bombardment)
patient      درنة
time         2016 «العام الماضي»
             قصف طيران حفتر درنة العام الماضي
             d1, 2017-01-10

agent        قوات حفتر
type         هجوم (attack), negative
patient      سرت
according to وال
             هاجمت قوات حفتر سرت وال
             d2, 2015-05-01
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
