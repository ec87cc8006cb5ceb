# Everything a person or a CI job does with the repository.

PREFIX ?= /usr/local
# Modules are optimised across their borders; what the compiler cannot prove of exclusive access is tested by `make test`.
RELEASE = swift build -c release -Xswiftc -static-executable -Xswiftc -cross-module-optimization \
  -Xswiftc -enforce-exclusivity=unchecked
BUILD = $(RELEASE) --product colophon
COLOPHON = .build/release/colophon
EXAMPLES = Tests/Fixtures/manuscripts

# The Python packages of the clients in Tests/Clients.
CLIENTS = .build/clients
export COLOPHON_TEST_CAPTURE ?= $(CURDIR)/.build/captured-messages

.PHONY: demo test clients validate test-clients test-browser build libcmark generate accuracy accuracy-errors accuracy-record accuracy-unseen accuracy-docs corpus-diff bench install uninstall dist test-packaging

demo: build
	@echo; echo "== A LaTeX project in biology, with gaps"; $(COLOPHON) lint --fail-on never $(EXAMPLES)/biology/main.tex
	@echo; echo "== A Quarto manuscript in ecology, with gaps"; $(COLOPHON) lint --fail-on never $(EXAMPLES)/ecology/paper.qmd
	@echo; echo "== Two complete manuscripts"; $(COLOPHON) lint --fail-on hint $(EXAMPLES)/complete-latex/main.tex $(EXAMPLES)/complete-markdown/paper.md

build: libcmark
	$(BUILD)

# Debian's libcmark and zlib are what SwiftPM cannot fetch.
libcmark:
	@pkg-config --exists libcmark zlib && exit 0; \
	install="apt-get install -y -qq libcmark-dev zlib1g-dev pkg-config"; \
	if [ "$$(id -u)" = 0 ]; then apt-get update -qq && $$install; \
	elif sudo -n true 2>/dev/null; then sudo apt-get update -qq && sudo $$install; \
	else echo "libcmark-dev or zlib1g-dev is missing; run: sudo apt-get install libcmark-dev zlib1g-dev pkg-config"; exit 1; fi

test: libcmark
	rm -rf $(COLOPHON_TEST_CAPTURE)
	swift build --build-tests --quiet
	swift test --skip-build --quiet

clients:
	@test -x $(CLIENTS)/bin/python || python3 -m venv $(CLIENTS)
	@$(CLIENTS)/bin/pip install --quiet -r Tests/Clients/requirements.txt

# Checks every message that the server sent in the tests against the types of the protocol.
validate: clients
	cd Tests/Clients && $(CURDIR)/$(CLIENTS)/bin/python -m unittest --quiet test_validate_messages
	$(CLIENTS)/bin/python Tests/Clients/validate_messages.py $(COLOPHON_TEST_CAPTURE)

# Drives real editors and recorded clients against the server; installs them first where they are missing.
test-clients: build clients
	@missing=$$(Tests/Clients/packages.sh neovim emacs-nox elpa-eglot elpa-lsp-mode vim vim-ale nodejs node-typescript) \
	  && export MISSING_PACKAGES="$$missing" COLOPHON=$(CURDIR)/$(COLOPHON) \
	  && $(CLIENTS)/bin/python -m pytest --quiet -rP Tests/Clients

# Shows the server in JupyterLab (headless Chromium) and Kate (Xvfb), and leaves pictures in .build/screenshots to look at.
test-browser: build
	@Tests/Clients/packages.sh chromium chromium-driver kate xvfb dbus-x11 xdotool imagemagick fonts-dejavu-core
	@test -x .build/browser/bin/python || python3 -m venv .build/browser
	@.build/browser/bin/pip install --quiet -r Tests/Clients/browser/requirements.txt
	@mkdir -p .build/screenshots
	SCREENSHOTS=$(CURDIR)/.build/screenshots COLOPHON=$(CURDIR)/$(COLOPHON) COLOPHON_TEST_CAPTURE= \
	  .build/browser/bin/python -m pytest --quiet -rP Tests/Clients/browser
	@ls .build/screenshots

generate: libcmark
	swift run generate

# Scores the program on the hand-labelled manuscripts, where they are at hand, and says what changed since the record.
CORPUS = ../shared/corpus
SCORER = ../shared/evaluation/evaluate.py
ACCURACY = Tests/Accuracy/accuracy.py $(COLOPHON) $(CORPUS)/labels $(CORPUS)/text $(SCORER)
DEVELOPMENT = Tests/Accuracy/accuracy.py $(COLOPHON) Tests/Accuracy/development-labels $(CORPUS)/unlabelled $(SCORER) \
  --name development

accuracy: build
	$(ACCURACY)
	@echo; echo "== Those for development"
	$(DEVELOPMENT)

# The same, with every wrong decision on standard error.
accuracy-errors: build
	$(ACCURACY) --errors
	$(DEVELOPMENT) --errors

# Replaces the recorded numbers by those of this tree.
accuracy-record: build
	$(ACCURACY) --record
	$(DEVELOPMENT) --record

# Scores and records the unseen manuscripts: once, after the rules are frozen.
accuracy-unseen: build
	Tests/Accuracy/accuracy.py $(COLOPHON) Tests/Accuracy/unseen-labels $(CORPUS)/unlabelled $(SCORER) --name unseen --record

# Writes docs/accuracy.md, the tables of the README and the pages of docs/rules from the recorded numbers.
accuracy-docs:
	Tests/Accuracy/document.py
	swift run generate

# What this tree says of all manuscripts at hand that BASE, a commit, does not say, and the other way round.
corpus-diff: build
	Tests/Accuracy/corpus-diff.sh $(BASE) $(COLOPHON) $(CORPUS)

bench: build
	$(RELEASE) --product measure
	Tests/Bench/bench.sh $(COLOPHON) .build/release/measure
	Tests/Bench/server.py $(COLOPHON)
	@if [ -d $(CORPUS)/text ]; then Tests/Bench/throughput.py $(COLOPHON) $(CORPUS)/text $(CORPUS)/unlabelled; \
	  else Tests/Bench/throughput.py $(COLOPHON) $(EXAMPLES); fi

# What `install` puts below PREFIX, and `uninstall` takes away again.
INSTALLED = bin/colophon share/man/man1/colophon.1 share/bash-completion/completions/colophon \
  share/zsh/site-functions/_colophon share/fish/vendor_completions.d/colophon.fish

# The manual page and the completions are made from the help of the program.
install: build
	install -D -m 755 $(COLOPHON) $(DESTDIR)$(PREFIX)/bin/colophon
	packaging/shared.py $(COLOPHON) $(DESTDIR)$(PREFIX)

uninstall:
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/,$(INSTALLED))

# An archive, a wheel, a bill of materials and checksums in .build/dist; the same executable gives the same bytes.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
dist: build
	packaging/dist.py $(COLOPHON) .build/dist

# Tries what is handed out: wheel, archive, completions, manual page, hook, and the steps of both CI services.
test-packaging: dist
	@test -x .build/packaging/bin/python || python3 -m venv .build/packaging
	@.build/packaging/bin/pip install --quiet -r Tests/Packaging/requirements.txt
	@missing=$$(Tests/Clients/packages.sh zsh fish mandoc groff man-db qemu-user curl unzip) \
	  && export MISSING_PACKAGES="$$missing" COLOPHON=$(CURDIR)/$(COLOPHON) \
	  && .build/packaging/bin/python -m pytest --quiet -rP --durations=0 Tests/Packaging
