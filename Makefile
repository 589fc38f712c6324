# One command per intention; `make help` lists them. Everything goes into .venv; nothing else is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PHOTOS ?=
SERVICE ?= terra
KIND ?=
OUT ?= demo-out
WORKERS ?= auto
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help install demo test integration contract coverage bench docs check generate format clean

help: ## Say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

install: $(VENV)/.ready ## Set everything up in .venv (the other targets do it by themselves)

$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "skybind needs Python 3.11 or newer; try: make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.[cli,emulators]' --group dev $(if $(CI),--group integration)
	@touch $@

demo: install ## Photos up, model down, on emulators; SERVICE=terra|flighthub|altizure|koomap, PHOTOS=/path for your own, KIND=2d|3d|3dgs|lidar, OUT=folder
	$(BIN)/skybind demo --service $(SERVICE) $(if $(PHOTOS),--photos '$(PHOTOS)') $(if $(KIND),--kind $(KIND)) --out '$(OUT)'

# Ten thousand tests with real processes and connections, on machines with other work: one that fails is run once more,
# and the summary counts it. What fails twice, fails.
test: install ## Run the whole suite; SKYBIND_THOROUGH=1 looks longer for what nobody thought of
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --reruns 1

integration: install ## Run transfers against SeaweedFS and fleets on Temporal; gets their servers, 110 MB
	$(BIN)/python -m pip install --quiet --group integration
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --reruns 1 tests/integration $(ARGS)

contract: install ## Hold emulators to the specs; SKYBIND_LIVE=terra the service, ARGS='--allow-writes --record'
	rm -rf build/contract
	SKYBIND_THOROUGH=1 $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --notes build/contract tests/contract tests/live $(ARGS)
	$(if $(SKYBIND_LIVE),,$(BIN)/python scripts/coverage_page.py --notes build/contract --summary)

coverage: install ## Write docs/coverage.md: which operation is emulated, tested, called by which tests
	rm -rf build/coverage
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --notes build/coverage
	$(BIN)/python scripts/coverage_page.py --notes build/coverage

bench: install ## Measure transfers beside their peers, and write docs/performance.md (half an hour on a quiet machine)
	$(BIN)/python scripts/bench/upload.py
	$(BIN)/python scripts/bench/upload.py --tls
	$(BIN)/python scripts/bench/causes.py
	$(BIN)/python scripts/bench/causes.py --tls
	$(BIN)/python scripts/bench/steps.py
	$(BIN)/python scripts/bench/line.py
	$(BIN)/python scripts/bench/download.py
	$(BIN)/python scripts/bench/download.py --tls
	$(BIN)/python scripts/bench/flight.py
	$(BIN)/python scripts/bench/resume.py
	$(BIN)/python scripts/bench/calls.py
	$(BIN)/python scripts/bench/polling.py
	$(BIN)/python scripts/bench/lists.py
	$(BIN)/python scripts/bench/emulator.py
	$(BIN)/python scripts/bench/page.py

docs: install ## Build the documentation site into build/site; fails if a link leads nowhere
	$(BIN)/python scripts/docs.py

generate: install ## Compile specs/ into generated/
	$(BIN)/python scripts/generate.py

check: install ## Lint, types, borders, specs, and whether generated/ is what specs/ give
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/python scripts/check_border.py
	$(BIN)/python scripts/lint_specs.py
	$(BIN)/python scripts/generate.py --check
	@$(BIN)/python scripts/budget.py

format: install ## Format hand-written code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## Remove what make has made
	rm -rf $(VENV) dist build demo-out .mypy_cache .ruff_cache .pytest_cache .hypothesis
