# Everything a person or a CI job does with the repository.

PREFIX ?= /usr/local
BUILD = swift build -c release -Xswiftc -static-executable --product colophon
COLOPHON = .build/release/colophon
EXAMPLES = Tests/Fixtures/manuscripts

.PHONY: demo test build libcmark generate accuracy bench install

demo: build
	@echo; echo "== A LaTeX project in biology, with gaps"; $(COLOPHON) lint --fail-on never $(EXAMPLES)/biology/main.tex
	@echo; echo "== A Quarto manuscript in ecology, with gaps"; $(COLOPHON) lint --fail-on never $(EXAMPLES)/ecology/paper.qmd
	@echo; echo "== Two complete manuscripts"; $(COLOPHON) lint --fail-on hint $(EXAMPLES)/complete-latex/main.tex $(EXAMPLES)/complete-markdown/paper.md

build: libcmark
	$(BUILD)

# Debian's libcmark is the one thing that SwiftPM cannot fetch.
libcmark:
	@pkg-config --exists libcmark && exit 0; \
	install="apt-get install -y -qq libcmark-dev pkg-config"; \
	if [ "$$(id -u)" = 0 ]; then apt-get update -qq && $$install; \
	elif sudo -n true 2>/dev/null; then sudo apt-get update -qq && sudo $$install; \
	else echo "libcmark-dev is missing; run: sudo apt-get install libcmark-dev pkg-config"; exit 1; fi

test: libcmark
	swift build --build-tests --quiet
	swift test --skip-build --quiet

generate: libcmark
	swift run generate

# Scores the inventory on the hand-labelled manuscripts, where they are at hand.
accuracy: build
	../shared/evaluation/evaluate.py ../shared/corpus/labels ../shared/corpus/text --tool '$(COLOPHON)'

bench: build
	swift build -c release -Xswiftc -static-executable --product measure
	Tests/Bench/bench.sh $(COLOPHON) .build/release/measure

install: build
	install -D -m 755 $(COLOPHON) $(DESTDIR)$(PREFIX)/bin/colophon
