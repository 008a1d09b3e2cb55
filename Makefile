# Each target explains itself in `make help`. The first one that needs the
# environment makes it: exact pins, nothing installed outside .venv and .cache but
# KaTeX and the typefaces, which all books of a user share.
.PHONY: help serve build test check accept bench bench-growth bench-peers bench-lies lighthouse mutate doubt other clean

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
EXTRAS ?= book,test
export NO_MKDOCS_2_WARNING := 1
export PATH := $(CURDIR)/$(BIN):$(PATH)

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/installed ## build the book and serve it on 127.0.0.1:8000, with live reload
	mkdocs serve

build: $(VENV)/installed ## write the book into site/; any warning fails
	mkdocs build --strict

check: $(VENV)/installed ## hold what the programs print now against what is accepted
	galley check

accept: $(VENV)/installed ## run the programs of P again and accept what they print: make accept P=docs/x.md
	galley accept $(or $(P),$(error name pages or programs: make accept P=docs/x.md))

test: $(VENV)/installed ## run every test: the engine, mygpt, every block of code, the site in a browser
	ruff check
	ruff format --check
	mypy
	galley export --flavour test .cache/blocks
	pytest --numprocesses auto --dist loadfile --codeblocks tests README.md CONTRIBUTING.md .cache/blocks

bench: $(VENV)/installed ## measure what the machinery costs, as ratios from one run
	python -m tests.bench

bench-growth: $(VENV)/installed ## measure books of 10, 100 and 1,000 programs, for the book's page on speed
	python -m tests.bench.growth

bench-peers: $(VENV)/installed ## measure the same book in the formats of other tools, for the same page
	python -m tests.bench.peers

bench-lies: $(VENV)/installed ## tell every lie to every tool, for the book's page on what a green build promises
	python -m tests.bench.lies

lighthouse: build ## ask Lighthouse about every page, as a slow phone has it
	python -m tests.lighthouse

mutate: $(VENV)/installed ## change one thing of the book at a time: does the check see every change?
	python -m tests.mutate

doubt: $(VENV)/installed ## change the programs one thing at a time: which claims does nothing make false?
	galley doubt --most 100 docs

# In an environment of its own, where MkDocs' successor takes MkDocs' place.
other: $(VENV)/installed ## build the whole book with ProperDocs, without our plugin
	$(PYTHON) -m venv .cache/properdocs
	.cache/properdocs/bin/pip install --quiet --disable-pip-version-check --constraint constraints.txt properdocs==1.6.7 mkdocs-material mkdocstrings-python ruff
	.cache/properdocs/bin/pip install --quiet --disable-pip-version-check --no-deps --editable .
	GENERATOR=$(CURDIR)/.cache/properdocs/bin/properdocs pytest --quiet tests/book/test_generators.py

clean: ## remove everything that can be made again
	rm -rf .cache site

# torch first and exactly: as a range, or as somebody's dependency, it would be another.
# Where the index of its builds without CUDA is out of reach, the public index has it too.
$(VENV)/installed: pyproject.toml constraints.txt .github/torch-cpu.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) --no-deps --timeout 15 --retries 2 --requirement .github/torch-cpu.txt torch==2.13.0 \
		|| echo "torch comes from the public index: on Linux, with gigabytes of CUDA"
	$(PIP) torch==2.13.0
	$(PIP) --constraint constraints.txt --editable .[$(EXTRAS)]
	@touch $@
