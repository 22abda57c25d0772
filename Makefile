# What one types to serve, check and test the site; `make help` lists it.
# All that is set up lies in .tools, .venv and var: delete these three to start afresh.

PORT ?= 8000
PYTHON ?= python3
UV_VERSION := 0.13.9
export STATIC_ROOT ?= var/static

uv_stamp := .tools/uv-$(UV_VERSION).stamp
catalogues := $(patsubst %.po,%.mo,$(wildcard coalition/locale/*/LC_MESSAGES/*.po))
static_files := $(shell find static -type f) coalition/constants.py coalition/settings.py coalition/storage.py
manage := .venv/bin/python manage.py
lighthouse := lighthouse@12.8.2
say = @printf '==> %s\n'
say_demo = @[ "$$DEMO_WITHOUT_SECOND_FACTOR" != 1 ] || printf '\n*** DEMO: NOBODY IS ASKED FOR A SECOND FACTOR. %s\n\n' \
	"Never let others reach this site; DEMO_WITHOUT_SECOND_FACTOR=0 asks everybody."

sbom = .tools/bin/uv export --quiet --frozen --no-dev --group production --format cyclonedx1.5 | \
	.venv/bin/python deploy/licences.py

# Set to anything, it would make Python compile every module anew at every start.
export PYTHONDONTWRITEBYTECODE :=
# uv works with the Python at hand; there may be no other to download.
export UV_PYTHON_DOWNLOADS := never
# And it trusts whom the machine trusts, who may stand between it and the packages.
export UV_SYSTEM_CERTS := 1
unexport VIRTUAL_ENV

.PHONY: help serve dev check sbom test bench
.DELETE_ON_ERROR:

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 14

# --- What one types ------------------------------------------------------------------------------

# On this machine alone one may look at the demo with a password; whoever serves it to others enrols.
serve dev: export DEMO_WITHOUT_SECOND_FACTOR ?= $(if $(filter http://127.0.0.1:% http://localhost:%,$(SITE_URL)),1,0)

serve: export DEBUG := 0
serve: export SECRET_KEY ?= $(file <var/secret-key)
serve: export SITE_URL ?= http://127.0.0.1:$(PORT)
serve: export ALLOWED_HOSTS ?= 127.0.0.1,localhost
# Letters are shown here.
serve: export EMAIL_URL ?= consolemail://
serve: .venv/serve.stamp var/secret-key $(STATIC_ROOT)/.stamp $(catalogues) ## the site with its demo content, as in production, at http://127.0.0.1:8000 (PORT=…)
	$(say) "Bringing the database up to date"
	@$(manage) migrate --verbosity 0
	@$(manage) sync_roles
	@$(manage) seed --if-empty
	@$(manage) purge_pages
	$(say) "Serving $(SITE_URL)/ until Ctrl-C. Sign in at $(SITE_URL)/admin/ as admin, editor,"
	@printf '    publisher or partner-manager; password: %s\n' \
		"$${SEED_PASSWORD:-$$(cat var/demo-password 2>/dev/null || echo the one you chose)}"
	$(say_demo)
	@$(manage) keep_time & trap "kill $$! 2>/dev/null" EXIT; \
	.venv/bin/python -m coalition.serving --interface wsgi --host 127.0.0.1 --port $(PORT) --no-ws \
		--workers 2 --log-level warning --workers-kill-timeout 5 coalition.wsgi:application

dev: export DEBUG := 1
dev: export SITE_URL ?= http://127.0.0.1:$(PORT)
dev: .venv/test.stamp $(catalogues) ## the same with Django's development server, which reloads what changes
	@$(manage) migrate --verbosity 0
	@$(manage) sync_roles
	@$(manage) seed --if-empty
	$(say_demo)
	@exec $(manage) runserver 127.0.0.1:$(PORT)

check: export DJANGO_SETTINGS_MODULE := tests.settings
check: .venv/test.stamp $(catalogues) ## format, lint, types, order of rooms, translations, migrations, deployment, licences
	$(say) "Format and lint"
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/ruff check --quiet .
	@.venv/bin/djhtml --check templates
	$(say) "Types"
	@.venv/bin/mypy
	$(say) "Order of the rooms"
	@.venv/bin/lint-imports --no-logo
	$(say) "Translations"
	@.venv/bin/python -m pytest --quiet tests/unit/test_catalogues.py
	$(say) "Migrations"
	@$(manage) makemigrations --check
	$(say) "Deployment"
	@DJANGO_SETTINGS_MODULE=coalition.settings DEBUG=0 SITE_URL=https://coalition.example \
		BREACHED_PASSWORDS=/srv/lists/stolen.txt EMAIL_URL=smtp+tls://mail.example:587 \
		SECRET_KEY="$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(60))')" \
		$(manage) check --deploy --fail-level WARNING
	$(say) "Licences, and how old the packages are"
	@$(sbom) >/dev/null
	@newest=$$(sed -n 's/.*upload-time = "\([0-9-]*\).*/\1/p' uv.lock | sort | tail -n 1); \
	[ "$$newest" \> "$$(date --date '60 days ago' +%F)" ] || \
		echo "WARNING: The newest package is of $$newest. Look for newer ones: .tools/bin/uv lock --upgrade"

sbom: .venv/test.stamp ## what the site is made of, and on what terms: var/sbom.json, as CycloneDX
	@mkdir -p var
	@$(sbom) >var/sbom.json

test: .venv/test.stamp $(catalogues) ## every test there is, on SQLite, PostgreSQL and in a browser
	@tests/set_up_machine curl nginx openssl procps varnish varnish-modules $(lighthouse)
	@tests/everything

bench: export DJANGO_SETTINGS_MODULE := tests.settings
bench: export MEDIA_ROOT := var/bench/media
bench: .venv/test.stamp $(catalogues) ## what pages cost, on a telephone, beside other servers and in a growing archive; three quarters of an hour (PARTS=phone)
	@tests/set_up_machine wrk nginx varnish $(lighthouse)
	@rm -rf var/bench/media
	@tests/with_postgres .venv/bin/python -m bench $(PARTS)

# --- What that needs -----------------------------------------------------------------------------

$(uv_stamp):
	@$(PYTHON) -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "This needs Python 3.11 or newer with pip and venv, and '$(PYTHON)' is not it." >&2; \
		echo "On Debian: apt-get install python3 python3-pip python3-venv. Elsewhere: PYTHON=/path/to/python3 make …" >&2; \
		exit 1; }
	$(say) "Fetching uv $(UV_VERSION)"
	@$(PYTHON) -m venv .tools
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"
	@touch $@

install = .tools/bin/uv sync --locked --quiet --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')"

.venv/serve.stamp: uv.lock $(uv_stamp)
	$(say) "Installing what serving needs"
	@$(install) --no-dev --inexact
	@touch $@

.venv/test.stamp: uv.lock $(uv_stamp)
	$(say) "Installing what development needs"
	@$(install)
	@touch .venv/serve.stamp $@

var/secret-key:
	@mkdir -p var
	@umask 077; $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(60))' >$@

$(STATIC_ROOT)/.stamp: .venv/serve.stamp var/secret-key $(static_files)
	$(say) "Collecting static files"
	@$(manage) collectstatic --noinput --verbosity 0
	@touch $@

%.mo: %.po | .venv/serve.stamp
	$(say) "Compiling $<"
	@.venv/bin/pybabel --quiet compile --input-file $< --output-file $@
