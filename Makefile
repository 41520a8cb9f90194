# Every target sets up what it needs in .venv, from nothing but make and Python >= 3.11.
.DEFAULT_GOAL := help
.PHONY: help run test check coverage format screens picture bench gains accuracy weights soak clean

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$p && break; done)
BIN := .venv/bin
WORKERS := $(shell echo $$(( 2 * $$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1) )))
TESTS := $(BIN)/pytest -q --numprocesses $(WORKERS) --dist worksteal
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt

help:
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

.venv/run: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "briefreader needs Python 3.11 or newer: install it, then run make again" >&2; exit 1; }
	@echo "Setting up .venv (once) ..."
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	@$(INSTALL) --editable .
	@touch $@

.venv/test: .venv/run
	@$(INSTALL) --editable '.[test]'
	@touch $@

.venv/check: .venv/test
	@$(INSTALL) --editable '.[test,check]'
	@touch $@

run: .venv/run  ## open briefreader on the sample briefings
	@$(BIN)/briefreader --demo

test: .venv/test  ## run all tests but the slow ones
	@$(TESTS) -m "not slow"

check: .venv/check  ## run everything that CI runs, all tests included
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell src tests sample_data themes docs README.md CONTRIBUTING.md CHANGELOG.md Makefile
	$(TESTS)
	$(BIN)/python tests/wheel_smoke.py

coverage: .venv/test  ## run all tests and fail where they reach less than 95 % of the code
	$(TESTS) --cov --cov-report term:skip-covered

format: .venv/check  ## format the code and fix what can be fixed
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

screens: .venv/test  ## accept the screens as they look now
	UPDATE_GOLDENS=1 $(BIN)/pytest -q tests/ui tests/export tests/test_docs.py

picture: .venv/test  ## retake the README's picture
	$(BIN)/python docs/take_picture.py

bench: .venv/test  ## run the benchmarks
	$(BIN)/python tests/benchmarks/bench.py

gains: .venv/test  ## show what the rules gain and lose against BASE=rev, over the samples or TEXTS=folder
	@$(BIN)/python tests/benchmarks/gains.py $(or $(BASE),HEAD) $(TEXTS)

accuracy: .venv/test  ## measure the analysis on labelled briefings, TEXTS=folder
	@PYTHONPATH=tests $(BIN)/python -m accuracy.measure $(or $(TEXTS),../shared/corpus)

weights: .venv/test  ## train the model of claims on labelled briefings, TEXTS=folder
	@PYTHONPATH=tests $(BIN)/python -m accuracy.training $(or $(TEXTS),../shared/corpus)

soak: .venv/test  ## run the property tests at full length
	HYPOTHESIS_PROFILE=soak $(TESTS) tests/analysis tests/model tests/views tests/store tests/workflows tests/export tests/ui/reading/widgets/test_article_layout.py

clean:  ## delete .venv and all caches
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist .coverage
