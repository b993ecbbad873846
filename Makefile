# make demo: read the shipped pages and show who said what.   make test: lint, types and all tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types clean examples

demo: $(VENV)/installed
	@mkdir -p out && rm -f out/demo.db out/demo.db-wal out/demo.db-shm
	@$(BIN)/hearsay read examples/pages --record out/demo.db
	@$(BIN)/hearsay timeline --record out/demo.db
	@$(BIN)/hearsay report --record out/demo.db -o out/demo.html

test: $(VENV)/installed-dev lint types
	$(BIN)/pytest

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed-dev
	$(BIN)/mypy

examples: $(VENV)/installed-dev
	@for example in examples/*.py; do echo "== $$example"; $(BIN)/python $$example || exit 1; done

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev,archives,pdf,parquet]'
	@touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) out .pytest_cache .mypy_cache .ruff_cache
