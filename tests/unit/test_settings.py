"""The settings: production unless told otherwise, and nothing secret has a default."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SETTINGS = Path(__file__).parents[2] / "coalition" / "settings.py"
PRODUCTION = {
    "SECRET_KEY": "x" * 60,
    "SITE_URL": "https://coalition.example",
    "EMAIL_URL": "smtp+tls://us:word@mail.example:587",
}
# What comes from there knows who somebody is, or what staff do.
OF_STAFF = {"allauth", "audit", "auth", "messages", "releases", "sessions", "staff"}
ASK = """
import json, sys
from coalition import settings
print(json.dumps({name: getattr(settings, name) for name in sys.argv[1:]}))
"""

MANAGE = """
import os, sys
from django.core.management import execute_from_command_line
os.environ["DJANGO_SETTINGS_MODULE"] = "coalition.settings"
execute_from_command_line(["manage.py", *sys.argv[1:]])
"""


def start(environment, *names, program=ASK):
    """A process of its own reads the settings in this environment, and tells some of them."""
    return subprocess.run(
        [sys.executable, "-c", program, *names],
        cwd=SETTINGS.parents[1],
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def read(environment, *names):
    return json.loads(start(environment, *names).stdout)


@pytest.mark.parametrize("missing", sorted(PRODUCTION))
def test_production_does_not_start_without(missing):
    environment = {name: value for name, value in PRODUCTION.items() if name != missing}

    process = start(environment)

    assert process.returncode != 0
    assert f"Set the {missing} environment variable" in process.stderr


def test_no_public_site_starts_that_asks_for_a_password_alone():
    environment = PRODUCTION | {"DEMO_WITHOUT_SECOND_FACTOR": "1"}

    process = start(environment, program="import coalition.wsgi")

    assert process.returncode != 0
    assert "DEMO_WITHOUT_SECOND_FACTOR lets people in by a password alone" in process.stderr


def test_production_is_the_default():
    assert read(PRODUCTION, "DEBUG") == {"DEBUG": False}


@pytest.mark.parametrize(("scheme", "is_secure"), [("https", True), ("http", False)])
def test_secure_cookies_and_the_redirect_follow_the_scheme(scheme, is_secure):
    names = (
        "COOKIE_CONSENT_SECURE",
        "CSRF_COOKIE_SECURE",
        "SECURE_SSL_REDIRECT",
        "SESSION_COOKIE_SECURE",
    )

    answers = read(PRODUCTION | {"SITE_URL": f"{scheme}://coalition.example"}, *names)

    assert answers == dict.fromkeys(names, is_secure)


def test_a_secure_site_asks_for_https_for_two_years_and_for_all_below_it():
    told = {
        "SECURE_HSTS_SECONDS": 63_072_000,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        "SECURE_HSTS_PRELOAD": True,
    }

    assert read(PRODUCTION, *told) == told


def test_cookies_of_a_secure_site_belong_to_its_host_alone():
    names = (
        *("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "KNOWN_DEVICE_COOKIE_NAME"),
        "COOKIE_CONSENT_NAME",
    )

    answers = read(PRODUCTION, *names)

    assert all(name.startswith("__Host-") for name in answers.values())


def test_only_the_host_of_the_site_is_answered():
    answer = read(PRODUCTION | {"SITE_URL": "https://coalition.example:8443"}, "ALLOWED_HOSTS")

    assert answer == {"ALLOWED_HOSTS": ["coalition.example"]}


def test_settings_ask_no_question_but_debug():
    tree = ast.parse(SETTINGS.read_text())

    questions = {
        ast.unparse(node.test) for node in ast.walk(tree) if isinstance(node, ast.If | ast.IfExp)
    }

    assert questions <= {"DEBUG", "SITE_IS_SECURE"}


def test_redis_is_asked_with_little_patience():
    answers = read(PRODUCTION | {"CACHE_URL": "redis://cache:6379/0"}, "CACHES")

    assert answers["CACHES"]["default"] == {
        "BACKEND": "coalition.delivery.cache.SparingCache",
        "LOCATION": "redis://cache:6379/0",
    }


def test_whoever_saves_waits_for_no_mail_server_and_the_clock_not_for_ever():
    names = ("EMAIL_BACKEND", "MAIL_SERVER_BACKEND", "EMAIL_TIMEOUT", "EMAIL_HOST")

    assert read(PRODUCTION, *names) == {
        "EMAIL_BACKEND": "coalition.staff.letters.waiting.WaitingMail",
        "MAIL_SERVER_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_TIMEOUT": 10,
        "EMAIL_HOST": "mail.example",
    }


def test_a_process_for_visitors_alone_needs_no_mail_server():
    public = PRODUCTION | {"PUBLIC_ONLY": "1"}
    del public["EMAIL_URL"]

    assert start(public).returncode == 0


@pytest.mark.parametrize("cache", [{}, {"CACHE_URL": "filecache:///srv/cache"}])
def test_machines_that_share_pages_do_not_start_with_a_cache_of_their_own(cache):
    shared = PRODUCTION | {"PAGE_STORE": "rediss://pages:6379/1"}

    process = start(shared | cache, "check", program=MANAGE)

    assert process.returncode != 0
    assert "CACHE_URL has to name one as well" in process.stderr


@pytest.mark.parametrize(
    "more", [{"CACHE_URL": "redis://cache:6379/0"}, {"CACHE_URL": "locmemcache://"}]
)
def test_machines_that_share_pages_start_with(more):
    shared = PRODUCTION | {"PAGE_STORE": "redis://pages:6379/1"}

    process = start(shared | more, program="import django; django.setup()")

    assert "CACHE_URL" not in process.stderr


def test_a_process_for_visitors_alone_has_nothing_to_sign_in_with():
    names = ("ROOT_URLCONF", "INSTALLED_APPS", "MIDDLEWARE")

    answers = read(PRODUCTION | {"PUBLIC_ONLY": "1"}, *names)

    assert answers["ROOT_URLCONF"] == "coalition.urls_public"
    assert not {"allauth.account", "django.contrib.sessions"} & {*answers["INSTALLED_APPS"]}
    assert not [name for name in answers["MIDDLEWARE"] if OF_STAFF & {*name.split(".")}]


def test_a_process_for_visitors_alone_starts():
    started = start(PRODUCTION | {"PUBLIC_ONLY": "1"}, program="import coalition.wsgi")

    assert started.returncode == 0, started.stderr


def test_nor_anything_that_it_could_leave_for_the_back_office_to_run():
    public = PRODUCTION | {"PUBLIC_ONLY": "1"}

    assert read(public, "CACHES")["CACHES"]["default"]["BACKEND"].endswith("LocMemCache")
    refused = start(public | {"CACHE_URL": "redis://cache:6379/0"})
    assert refused.returncode != 0
    assert "Take CACHE_URL out of its environment" in refused.stderr


def test_a_cache_without_a_name_is_none():
    public = PRODUCTION | {"PUBLIC_ONLY": "1", "CACHE_URL": ""}

    assert start(public).returncode == 0


def test_a_host_of_its_own_for_the_back_office_is_answered_and_written_to():
    environment = PRODUCTION | {"ADMIN_HOST": "office.coalition.example"}

    answers = read(environment, "ALLOWED_HOSTS", "WAGTAILADMIN_BASE_URL")

    assert answers == {
        "ALLOWED_HOSTS": ["coalition.example", "office.coalition.example"],
        "WAGTAILADMIN_BASE_URL": "https://office.coalition.example",
    }


def test_no_provider_is_asked_for_its_html():
    assert read(PRODUCTION, "WAGTAILEMBEDS_FINDERS") == {"WAGTAILEMBEDS_FINDERS": []}


def test_no_script_reads_the_token_of_a_form_from_a_cookie():
    assert read(PRODUCTION, "CSRF_COOKIE_HTTPONLY") == {"CSRF_COOKIE_HTTPONLY": True}
