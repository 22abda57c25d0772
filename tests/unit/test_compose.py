"""deploy/compose.yaml, which nothing here can run: what its parts call each other and may reach."""

import ast
import re
from pathlib import Path

import pytest

from tests.unit.test_settings import PRODUCTION, read

PROJECT = Path(__file__).parents[2]
DEPLOY = PROJECT / "deploy"
COMPOSE = re.sub(r"^ *#.*\n", "", (DEPLOY / "compose.yaml").read_text(), flags=re.MULTILINE)
EXAMPLE = (DEPLOY / "example.env").read_text()
SETTINGS = [*PROJECT.glob("coalition/settings*.py"), *PROJECT.glob("coalition/settings*/*.py")]
# What starts the site's processes, and what others than our settings read there.
STARTED_BY = ["Containerfile", *(unit.name for unit in DEPLOY.glob("*.service"))]
OF_OTHERS = {
    *("MALLOC_ARENA_MAX", "PATH", "PYTHONUNBUFFERED", "PYTHON_IMAGE"),
    *("UV_NO_CACHE", "UV_PYTHON_DOWNLOADS"),
}
# What settings read and nobody fills in for containers, and why.
NOT_FILLED_IN = {
    **dict.fromkeys(("ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS"), "The front refuses other hosts."),
    **dict.fromkeys(("DEBUG", "DEMO_WITHOUT_SECOND_FACTOR", "SEED_PASSWORD"), "Never in public."),
    **dict.fromkeys(("MEDIA_ROOT", "STATIC_ROOT", "STATICFILES_STORAGE"), "The image knows it."),
    "GRANIAN_BLOCKING_THREADS": "What serves knows it.",
    "PUBLIC_ONLY": "One service is, the others are not.",
}
# What containers have elsewhere than a clone of this repository.
ELSEWHERE = {"CACHE_URL", "PAGE_STORE"}
# What would lead from visitors to those who work here.
KEPT_FROM_VISITORS = {"CACHE_URL", "DATABASE_URL", "EMAIL_URL", "FRONT_CACHES"}


def below(text, depth):
    """What stands below each name that begins so many steps from the left."""
    found = re.split(rf"^ {{{4 * depth}}}([\w-]+|<<):", text, flags=re.MULTILINE)
    return dict(zip(found[1::2], found[2::2], strict=True))


PARTS = below(COMPOSE, 0)
SERVICES = below(PARTS["services"], 1)
SITE = below(PARTS["x-site"], 1)


def of(service, name):
    """Its own, or else what all processes of the site have."""
    own = below(SERVICES[service], 2)
    return own.get(name, SITE.get(name, "") if "<<" in own else "")


def networks(service):
    return set(re.findall(r"\w+", of(service, "networks")))


def waits_for(service):
    return below(of(service, "depends_on"), 3)


def volumes(service):
    return re.findall(r"^ +- (.+)$", of(service, "volumes"), re.MULTILINE)


def read_by_settings():
    calls = [
        node
        for file in SETTINGS
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    return {
        call.args[0].value
        for call in calls
        if getattr(call.func.value, "id", "") == "env" and isinstance(call.args[0], ast.Constant)
    }


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_names_what_there_is(service):
    named = {volume.partition(":")[0] for volume in volumes(service)}

    assert waits_for(service).keys() <= SERVICES.keys()
    assert {name for name in named if not name.startswith(".")} <= below(PARTS["volumes"], 1).keys()
    assert networks(service)
    assert networks(service) <= below(PARTS["networks"], 1).keys()


def test_the_site_is_told_what_it_reads_and_all_that_it_cannot_do_without():
    processes = [name for name in SERVICES if "<<" in below(SERVICES[name], 2)]
    told = {name: below(of(name, "environment"), 3).keys() for name in processes}
    all_told = below(SITE["environment"], 2).keys()

    assert processes
    assert set().union(all_told, *told.values()) - {"<<"} <= read_by_settings()
    assert all_told >= PRODUCTION.keys()


def test_all_that_settings_read_can_be_filled_in_or_there_is_a_reason():
    all_told = below(SITE["environment"], 2).keys()

    assert read_by_settings() - all_told == NOT_FILLED_IN.keys()


def test_what_nobody_fills_in_is_as_settings_have_it():
    left_empty = dict(re.findall(r"^ +(\w+): \$\{\1:-(.*)\}$", SITE["environment"], re.MULTILINE))
    names = left_empty.keys() - ELSEWHERE - {"CONSENT_DAYS"} | {"COOKIE_CONSENT_MAX_AGE"}

    assert read(PRODUCTION | left_empty, *names) == read(PRODUCTION, *names)


@pytest.mark.parametrize("file", STARTED_BY)
def test_what_starts_the_site_tells_it_what_it_reads(file):
    told = re.findall(r"\b([A-Z][A-Z_]+)=", (DEPLOY / file).read_text())

    assert set(told) - OF_OTHERS <= read_by_settings()


def test_the_example_has_all_that_can_be_filled_in_and_nothing_else():
    filled_in = set(re.findall(r"\$\{(\w+)", COMPOSE))

    assert filled_in == set(re.findall(r"\b[A-Z]+_[A-Z_]+\b", EXAMPLE))


def test_a_process_for_visitors_reaches_none_of_those_who_work_here():
    of_staff = set().union(*(networks(name) for name in ("web", "clock", "release")))

    assert networks("public").isdisjoint(of_staff)
    for between in ("front", "database"):
        assert networks(between) >= networks("public") | of_staff


def test_a_process_for_visitors_writes_pages_alone_and_has_no_way_of_staff_in():
    assert volumes("public") == ["./lists:/srv/lists:ro", "media:/srv/media:ro", "pages:/srv/pages"]
    assert below(of("public", "environment"), 3).keys() >= KEPT_FROM_VISITORS


def test_no_page_of_the_release_before_outlives_it():
    commands = of("clock", "command")

    assert {name: how.split() for name, how in waits_for("clock").items()} == {
        "web": ["condition:", "service_healthy"],
        "public": ["condition:", "service_healthy", "required:", "false"],
    }
    assert re.findall(r"manage\.py (\w+)", commands) == ["purge_pages", "keep_time"]


def test_the_front_has_every_rule_of_nginx():
    rules = "".join(file.read_text() for file in DEPLOY.glob("*.conf"))
    included = set(re.findall(r"^ *include (/etc/nginx/pages/[\w-]+\.conf);", rules, re.MULTILINE))

    mounted = {volume.split(":")[1] for volume in volumes("front")}

    assert included
    assert included <= mounted
