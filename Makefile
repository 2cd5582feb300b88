# What a newcomer needs: `make run` opens the page, `make test` runs every test.
BIN := .venv/bin
PYTHON ?= python3

.PHONY: setup setup-dev browser film run test test-faults lives heads topics heads-bars heads-report check format lock clean

# Only a shell, python3 and its venv are needed. PYTHON=... names another one than python3.
setup:
	@sh tools/setup

setup-dev:
	@sh tools/setup dev

# A Chromium and axe-core, for the tests of the page in a real browser. Where they are not, these tests are left out.
browser: setup-dev
	@sh tools/browser

# Takes the moving picture of the README anew: the bot is played in a browser for half a minute.
film: browser
	$(BIN)/python -m tools.film

run: setup
	$(BIN)/afterword rehearse

test: setup-dev
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest -n auto --dist loadscope --ignore=tests/faults
	$(BIN)/python -m pytest tests/faults  # measures how late things are: nothing runs beside it

# Brings about everything that goes wrong around a bot, on SQLite and PostgreSQL, and prints the table of docs/reliability.md.
test-faults: setup-dev
	$(BIN)/python -m tests.faults

check: setup-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: setup-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Lives hundreds of random searches of three months (a quarter of an hour) and judges whatever is said unasked.
LIVES ?= 400
lives: setup-dev
	$(BIN)/python -m tests.lives $(LIVES)

# Trains the listener of bot/hear/heads anew (an hour on one core that knows BF16); says how well it hears what was kept back.
heads:
	@test -x .venv-heads/bin/python || { $(PYTHON) -m venv .venv-heads && \
	.venv-heads/bin/pip install --quiet --no-deps --require-hashes -r requirements-heads.lock; }
	.venv-heads/bin/python -m tools.heads train

# Learns anew, in a minute, what a question is about; says how well in what was kept back.
topics: setup-dev
	$(BIN)/python -m tools.heads.topics

# Finds from which score on an act is believed, by the messages that were kept back.
heads-bars: setup-dev
	$(BIN)/python -m tools.heads.search

heads-report: setup-dev
	$(BIN)/python -m tools.heads.bars

# Needs `uv`. Lock files carry hashes and no addresses.
LOCK := uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11
lock:
	$(LOCK) --extra build --extra postgres --extra dev pyproject.toml -o requirements-dev.lock
	$(LOCK) --extra build --extra postgres -c requirements-dev.lock pyproject.toml -o requirements.lock
	$(LOCK) --extra heads -c requirements.lock pyproject.toml -o requirements-heads.lock
	echo "axe-playwright-python>=0.1.8" | $(LOCK) --no-deps - -o requirements-axe.lock

clean:
	rm -rf .venv
