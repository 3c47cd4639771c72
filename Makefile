# make demo: build the program, make a graph of the test articles, ask who acted where.
# make test: all tests.  make bench: the benchmarks, BENCH those whose name matches it (BENCH=Speed: the language core beside
# Stanford CoreNLP, on the JSON Lines file ISNAD_CORPUS or the test articles; ISNAD_PEER=none leaves CoreNLP out).
# make fuzz: every fuzzer of the packages FUZZED, FUZZTIME each.

GO       ?= go
FUZZTIME ?= 60s
BENCH    ?= .
FUZZED   ?= ./...
DEMO     := demo.graph

export CGO_ENABLED := 0

.PHONY: build demo test bench fuzz golden clean

build:
	$(GO) build -o bin/isnad ./cmd/isnad

demo: build
	rm -rf $(DEMO)
	bin/isnad build -g $(DEMO) testdata/articles
	@echo
	@echo "Who acted in Sudan?"
	bin/isnad query -g $(DEMO) --format table 'g.V(place("السودان")).In("place").Out("agent").Unique().All()'
	@echo
	@echo "Who bombarded whom, where and when, and which sentence says so?"
	bin/isnad find -g $(DEMO) --type bombard --since 2023

test:
	$(GO) vet ./...
	$(GO) test ./...

# Names of files are made absolute: go test runs in each package's folder.
bench: export ISNAD_CORPUS := $(abspath $(ISNAD_CORPUS))
bench: export ISNAD_MODEL := $(abspath $(ISNAD_MODEL))
bench:
	$(GO) test -run '^$$' -bench '$(BENCH)' -benchmem ./...

# Each package's fuzzers, one after the other.
fuzz:
	@set -e; for package in $$($(GO) list $(FUZZED)); do \
	  for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz' || true); do \
	    echo "$$package $$target"; \
	    $(GO) test -run '^$$' -fuzz "^$$target$$" -fuzzminimizetime 1s -fuzztime $(FUZZTIME) $$package; \
	  done; \
	done

# Accept changed results of the case files and the golden outputs.
golden:
	$(GO) test ./cmd/isnad -run 'TestCases|TestGolden' -update

clean:
	rm -rf bin $(DEMO)
