# Every target sets up what it needs by itself and says what it is doing. »make help« lists them.

.DEFAULT_GOAL := help
.PHONY: help site serve check test bench golden lock browser servers

USABLE := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
ifndef PYTHON
PYTHON := $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c '$(USABLE)' 2>/dev/null && echo $$python && break; done)
endif
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check --no-input
export PIP_ROOT_USER_ACTION := ignore

# An environment belongs to its lock, its Python and its folder: when one of them changes, its mark is another
# and it is set up anew.
mark = $(shell { cat $(1); $(PYTHON) --version; pwd; } 2>&1 | cksum | tr ' ' -)
RUN := .venv/run-$(call mark,requirements.lock)
DEV := .venv/dev-$(call mark,requirements.lock requirements-dev.lock)
NODE := node_modules/.installed-$(call mark,package-lock.json)

help:  ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r name text; do \
		printf '  make %-7s %s\n' "$$name" "$$text"; done

site: $(RUN)  ## build the website from content/ and say where it is
	@echo "Quartier: Die Website wird gebaut …"
	@$(BIN)/quartier bauen

serve: $(RUN)  ## live preview: builds again whenever a file changes
	@echo "Quartier: Die Vorschau läuft; die Adresse steht gleich hier, Strg+C beendet sie."
	@$(BIN)/quartier vorschau

check: $(DEV)  ## check the code and every file in content/
	@echo "Quartier: Code und Inhalte werden geprüft …"
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --quiet --check
	@$(BIN)/python tests/supply_chain.py
	@$(BIN)/quartier pruefen

test: $(DEV) $(NODE) browser servers  ## run all tests (some of them: make test ARGS="tests/schedule -x")
	@echo "Quartier: Die Tests laufen …"
	@$(BIN)/pytest $(ARGS)

bench: $(DEV)  ## measure the budgets
	@for bench in $(sort $(wildcard tests/bench/*.py)); do \
		echo "Quartier: $$bench misst …"; $(BIN)/python "$$bench" || exit 1; done

golden: $(DEV) browser  ## write the golden site, its pictures and generated documents anew (then read the diff)
	@echo "Quartier: Die Vergleichsseite wird neu geschrieben …"
	@$(BIN)/pytest --quiet --update-golden tests/golden tests/docs tests/browser/test_looks.py

LOCK := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--all-build-deps --no-emit-options --no-emit-index-url --no-emit-trusted-host --no-emit-find-links $(ARGS)

lock: $(DEV)  ## write the lock files anew (newer versions too: make lock ARGS=--upgrade)
	@echo "Quartier: Die Lockdateien werden geschrieben (einige Minuten) …"
	@$(LOCK) --output-file requirements.lock pyproject.toml
	@$(LOCK) --output-file requirements-dev.lock --extra dev --constraint requirements.lock pyproject.toml
	@npm install --package-lock-only --silent

# $(call install,lock file): the packages of a lock by their hashes, then this package itself, editable.
# An environment that already holds the run-time lock is kept and added to.
define install
	@test -n "$(PYTHON)" || { echo "Quartier braucht Python 3.11 oder neuer mit venv (Debian, Ubuntu:" \
		"sudo apt-get install python3 python3-venv). Needs Python 3.11 or newer with venv." >&2; exit 1; }
	@echo "Quartier: .venv wird eingerichtet nach $(1) (einmal, etwa eine Minute) …"
	@test -e $(RUN) || $(PYTHON) -m venv --clear .venv
	@$(PIP) install --require-hashes --only-binary :all: --requirement $(1)
	@$(PIP) install --no-deps --no-build-isolation --editable .
endef

$(RUN):
	$(call install,requirements.lock)
	@touch $@

$(DEV):
	$(call install,requirements-dev.lock)
	@touch $@ $(RUN)

# $(call need,commands of which one is enough,Debian package): through apt where this account may, else says the line.
define need
	@for command in $(1); do command -v $$command >/dev/null && exit 0; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Quartier: $(2) wird über apt eingerichtet …"; apt-get -qq update && \
		DEBIAN_FRONTEND=noninteractive apt-get -qq --yes --no-install-recommends install $(2) >/dev/null && exit 0; fi; \
	echo "Die Tests brauchen $(2). Bitte einmal ausführen: sudo apt-get install $(2)" >&2; exit 1
endef

$(NODE): package.json
	$(call need,npm,npm)
	@echo "Quartier: node_modules wird eingerichtet …"
	@npm ci --silent
	@touch $@

browser:
	$(call need,chromium-headless-shell chromium chromium-browser google-chrome,chromium-headless-shell)

servers:
	$(call need,nginx /usr/sbin/nginx,nginx-light)
	$(call need,apache2 /usr/sbin/apache2,apache2-bin media-types)
