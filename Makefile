# One short verb a task; `make` prints them. CI runs the same verbs.
SHELL := /bin/bash
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
CLI := $(BIN)/python scripts/cli.py
FORMAT ?= text
WITHIN ?= 30d
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary=:all:
export PYTHONUTF8 := 1
# The theme announces its end of life at every build; we know (README, "What it stands on").
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site check serve new duties inspect statute pack test lint bench generate lock clean

help: ## print these verbs
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

site: $(VENV)/site.stamp ## check all content and build the site into site/
	$(CLI) build --format $(FORMAT)

check: $(VENV)/site.stamp ## check all content (FORMAT=text|json|github)
	@$(CLI) check --format $(FORMAT)

serve: $(VENV)/site.stamp ## live preview; findings appear while you type
	$(CLI) serve

new: $(VENV)/site.stamp ## start a page: make new KIND=disclosure_item
	$(CLI) new $(KIND)

duties: $(VENV)/site.stamp ## what is due, late or missing (WITHIN=30d FORMAT=text|json|ics)
	@$(CLI) duties --within $(WITHIN) --format $(FORMAT)

inspect: $(VENV)/site.stamp ## the portal rules, indicator by indicator (FORMAT=text|json)
	@$(CLI) inspect --format $(FORMAT)

statute: $(VENV)/site.stamp ## what rests on a law: make statute TITLE=环境保护法
	@$(CLI) statute $(TITLE)

pack: site ## the site as one deterministic zip for the portal: dist/site.zip
	$(CLI) pack

test: lint tests/npm/node_modules/.stamp ## everything CI runs
	$(BIN)/python -m pytest -n 2 --dist worksteal tests

lint: $(VENV)/dev.stamp ## format, lint and types
	$(BIN)/ruff format --check scripts tests bench
	$(BIN)/ruff check scripts tests bench
	$(BIN)/mypy

bench: bench/npm/node_modules/.stamp ## the figures of the README, measured here
	$(BIN)/python bench/build_time.py
	PYTHONPATH=scripts:tests $(BIN)/python bench/gate.py
	PYTHONPATH=scripts:tests $(BIN)/python bench/search.py
	PYTHONPATH=scripts:tests $(BIN)/python bench/reading.py

generate: $(VENV)/site.stamp ## rewrite the generated copies: docs/schemas/, the field table in CONTRIBUTING.md
	$(CLI) generate

lock: $(VENV)/dev.stamp ## compile the locks after a change of requirements*.in
	$(BIN)/uv pip compile --quiet --no-emit-index-url --generate-hashes --python-version 3.11 --universal requirements.in -o requirements.txt
	$(BIN)/uv pip compile --quiet --no-emit-index-url --generate-hashes --python-version 3.11 --universal requirements-dev.in -o requirements-dev.txt

clean: ## remove what the other verbs made
	rm -rf $(VENV) site dist .site.building .site.previous tests/npm/node_modules bench/npm/node_modules test-results

# A stamp is as new as the lock it installed, so the second run installs nothing.
$(VENV)/site.stamp: requirements.txt scripts/install_venv.sh
	bash scripts/install_venv.sh $(PYTHON) $(VENV)
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/site.stamp
	$(PIP) -r requirements-dev.txt
	@touch $@

$(VENV)/debian.stamp: scripts/install_debian.sh $(VENV)/dev.stamp
	bash scripts/install_debian.sh
	@touch $@

# In what it stands for, so that a folder that is gone is noticed.
%/npm/node_modules/.stamp: %/npm/package-lock.json $(VENV)/debian.stamp
	cd $*/npm && npm ci --loglevel=error
	@touch $@
