# What a newcomer needs: `make run` opens the page, `make test` runs every test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup run test test-faults check format lock clean

setup: $(VENV)/.installed

# Only python3 and pip are needed. The hashes in the lock files are checked by pip.
$(VENV)/.installed: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

run: setup
	$(BIN)/afterword rehearse

test: $(VENV)/.installed-dev
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest

# Brings about everything that goes wrong around a bot, on SQLite and PostgreSQL, and prints the table of docs/reliability.md.
test-faults: $(VENV)/.installed-dev
	$(BIN)/python -m tests.faults

check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(VENV)/.installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Needs `uv`. Lock files carry hashes and no addresses.
LOCK := uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11
lock:
	$(LOCK) --extra build --extra postgres --extra dev pyproject.toml -o requirements-dev.lock
	$(LOCK) --extra build --extra postgres -c requirements-dev.lock pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV)
