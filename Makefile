# Two commands need nothing but git, make and Python 3.11 or later with venv:
#   make demo   converts an example page and prints what comes out
#   make test   linters, types and every test
# The rest: make check (the fast part of make test), make bench, make docs, make clean.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
DEV_STAMP := $(VENV)/installed-dev
PAGE := examples/peer-support.txt

.PHONY: demo test check lint clients bench docs clean

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "litconv needs Python 3.11 or later; say make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(STAMP): $(VENV)/pyvenv.cfg pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q src  # else each run compiles anew where Python may not write it
	@touch $@

$(DEV_STAMP): $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(STAMP)
	@for format in bibtex ris csljson apa; do \
		printf '\n$$ litconv convert $(PAGE) --to %s\n' $$format; \
		$(BIN)/litconv convert $(PAGE) --to $$format || exit 1; \
	done

test: lint clients
	$(BIN)/python -m pytest -n 2 -m ''

check: lint
	$(BIN)/python -m pytest -n 2 -m 'not slow and not clients'

lint: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The programs that read our output; where they cannot be installed their tests are skipped.
clients: $(DEV_STAMP)
	@bash .ci/install-clients
	@bash .ci/install-node-clients

bench: $(DEV_STAMP)
	$(BIN)/python benchmarks/run.py

docs: $(DEV_STAMP)
	$(BIN)/python docs/generate.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis tests/clients/node_modules
