# One private environment for everything; `make demo` and `make test` each make it when it is missing.
VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(shell for p in python3.13 python3.12 python3.11 python3; do \
	if command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then echo $$p; break; fi; done)

.PHONY: demo test lint types eval bench docs check clean

define need_python
	@if [ -z "$(PYTHON)" ]; then echo "Dragoman needs Python 3.11 or newer with venv; none was found on the PATH."; exit 1; fi
endef

# For use: the locked packages and Dragoman itself.
$(VENV)/.use: requirements.lock pyproject.toml
	$(need_python)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# For development: the same and the tools.
$(VENV)/.dev: requirements-dev.lock $(VENV)/.use
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.use
	$(BIN)/dragoman read src/dragoman/examples/lausanne-2015-04-02.txt --published 2015-04-02 --page

test: $(VENV)/.dev
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

eval: $(VENV)/.dev
	$(BIN)/python -m evals

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.record

docs: $(VENV)/.dev
	$(BIN)/python -m tools.docs

check: lint types test

clean:
	rm -rf $(VENV)
