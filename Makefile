# `make help` lists what there is. On a fresh machine `make demo` and `make test` need nothing but Python 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin
SAMPLES := build/samples
DEMO_INDEX := build/demo-index
ELASTICSEARCH ?= http://127.0.0.1:9200

.DEFAULT_GOAL := help
.PHONY: help setup demo samples test lint eval quality scans bench elasticsearch docs pictures texts constraints clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

setup: .venv/installed ## make .venv and install everything into it

.venv/installed: pyproject.toml constraints.txt install.sh
	PYTHON=$(PYTHON) sh install.sh
	@touch $@

samples: $(SAMPLES)/questions.jsonl ## build the sample documents and questions of four invented municipalities

$(SAMPLES)/questions.jsonl: .venv/installed $(shell find eval/samples -type f -not -name '*.pyc' 2>/dev/null)
	$(BIN)/python -m eval.samples.make $(SAMPLES)

demo: samples ## set up, index the samples on the embedded engine, and serve http://127.0.0.1:8000
	$(BIN)/paragraf index $(SAMPLES)/files --index $(DEMO_INDEX)
	$(BIN)/paragraf serve --index $(DEMO_INDEX)

test: samples lint ## check the code and run every test; names what it skips (WORKERS=2: two files of tests at a time)
	$(BIN)/python -m pytest $(if $(WORKERS),-n $(WORKERS) --dist loadfile)

lint: .venv/installed ## ruff, mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

eval: samples ## measure the samples' questions: build/eval/report.html
	$(BIN)/paragraf index $(SAMPLES)/files --index $(DEMO_INDEX)
	$(BIN)/paragraf eval $(SAMPLES)/questions.jsonl --index $(DEMO_INDEX) --corpus $(SAMPLES)/text --out build/eval

quality: samples ## sections and fields that the reader gained and lost; judged changes are kept with ACCEPT=--accept
	$(BIN)/python -m eval.quality $(ACCEPT)

scans: .venv/installed ## every sample as a scan against the same paper born digital, some minutes (needs tesseract)
	$(BIN)/python -m eval.scans

bench: samples ## speed, memory and growth on this machine, some minutes: build/bench/bench.html
	$(BIN)/python -m eval.reading_speed
	$(BIN)/python -m eval.page_looks
	$(BIN)/python -m eval.bench --passages 3000 --out build/bench

elasticsearch: .venv/installed ## start a real Elasticsearch at http://127.0.0.1:9200 (needs Java 17 and Maven)
	$(BIN)/python -m tests.elasticsearch_server

docs: .venv/installed ## write the generated parts of docs/ anew
	$(BIN)/python -m service.documenting

pictures: .venv/installed ## what every page and state looks like, into docs/pictures (needs chromium)
	$(BIN)/python -m tests.browser.pictures

texts: .venv/installed ## gather the interface's texts into service/texts/, to be translated there
	$(BIN)/python -m service.pages.gathering

constraints: .venv/installed ## pin what is installed now, as exact versions, in constraints.txt
	@mkdir -p build; (head -n 1 constraints.txt; $(BIN)/python -m pip freeze --exclude-editable | grep -viE '^(nvidia|cuda|triton|paragraf)') > build/constraints.new
	@mv build/constraints.new constraints.txt

clean: ## remove what was built, but for .venv
	rm -rf build dist
