# `make week` plans the shipped sample week; `make test` runs every test. Nothing else is needed.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
WEEK ?= 2026-W49
BIN := .venv/bin
RUNTIME := .venv/.runtime
DEV := .venv/.dev
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
# CI also runs what is marked slow.
MARKS := $(if $(CI),slow or not slow,not slow)

.PHONY: week test coverage lint typecheck format lock bench bench-toptw bench-regencies clean

week: $(RUNTIME)
	@$(BIN)/jemputbola week $(WEEK)

test: $(DEV) lint typecheck
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "$(MARKS)"

coverage: $(DEV)
	$(BIN)/python -m pytest -n 2 --dist loadgroup --cov --cov-report=term

lint: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

typecheck: $(DEV)
	$(BIN)/mypy

format: $(DEV)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(DEV)
	$(BIN)/python -m tests.benchmarks.peers
	$(BIN)/python -m tests.benchmarks.growth

bench-toptw: $(DEV)
	$(BIN)/python -m tests.benchmarks.toptw

bench-regencies: $(DEV)
	$(BIN)/python -m tests.benchmarks.regencies

# Names, versions and hashes only: no address of a package index is ever written.
lock: $(DEV)
	$(BIN)/uv pip compile $(COMPILE) --extra build -o requirements.txt
	$(BIN)/uv pip compile $(COMPILE) --extra build --extra dev --extra bench -c requirements.txt -o requirements-dev.txt
COMPILE := pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

$(BIN)/python:
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(v != (3, 11) and f"Perlu Python 3.11, yang ada {v[0]}.{v[1]}; pakai make PYTHON=/jalur/python3.11")'
	@$(PYTHON) -m venv .venv

$(RUNTIME): requirements.txt pyproject.toml | $(BIN)/python
	@echo "Menyiapkan pustaka (sekali saja, beberapa menit) ..."
	@$(PIP) install --no-deps --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@echo "Menyiapkan mesin hitung (sekali saja, sekitar satu menit) ..."
	@$(BIN)/python -m optimizer.ready
	@touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	@echo "Menyiapkan alat uji (sekali saja) ..."
	@$(PIP) install --no-deps --require-hashes -r requirements-dev.txt
	@touch $@

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
