"""The back office at an address of its own: asked as a browser asks, through all that answers."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from math import inf

import pytest

from coalition import urls
from coalition.delivery.headers import STAFF_POLICY, policy_header
from coalition.delivery.store.address import Address
from coalition.delivery.store.entry import entry_of
from coalition.delivery.store.site import behind_the_door, warm
from tests.stored import warmed  # noqa: F401 - a fixture.

pytestmark = pytest.mark.django_db

SITE, OFFICE = "coalition.example", "office.coalition.example"


@pytest.fixture
def two_hosts(settings):
    settings.ADMIN_HOST = OFFICE
    settings.ALLOWED_HOSTS = [SITE, OFFICE]


@pytest.fixture
def moved(settings, monkeypatch):
    """What `ADMIN_PATH=office/` makes of the address map, which a process reads once."""
    settings.ADMIN_PATH = "office/"
    spec = spec_from_file_location("coalition.moved_urls", urls.__file__)
    address_map = module_from_spec(spec)
    spec.loader.exec_module(address_map)
    monkeypatch.setitem(sys.modules, spec.name, address_map)
    settings.ROOT_URLCONF = spec.name


@pytest.mark.parametrize(
    ("address", "at_site", "at_office"),
    [("/admin/login/", 404, 200), ("/admin/", 404, 302), ("/en/", 200, 404), ("/", 302, 404)],
)
def test_each_host_answers_its_own(visitor, two_hosts, address, at_site, at_office):
    answers = [visitor.get(address, headers={"Host": host}) for host in (SITE, OFFICE)]

    assert [answer.status_code for answer in answers] == [at_site, at_office]


def test_a_refusal_says_nothing(visitor, two_hosts):
    assert visitor.get("/admin/login/", headers={"Host": SITE}).content == b""


@pytest.mark.parametrize(("address", "status"), [("/office/login/", 200), ("/admin/login/", 404)])
def test_the_back_office_is_at_its_own_path_alone(visitor, moved, address, status):
    assert visitor.get(address).status_code == status


def test_what_is_at_that_path_obeys_the_policy_of_the_back_office(visitor, moved):
    policy = visitor.get("/office/login/")["Content-Security-Policy"]

    assert policy == policy_header(STAFF_POLICY)


PLANTED = "planted by somebody who has taken over another process"


@pytest.mark.parametrize(
    ("host", "path"),
    [(OFFICE, "/admin/login/"), (OFFICE, "/en/"), (SITE, "/admin/login/"), (f"{OFFICE}.", "/x/")],
)
def test_what_lies_among_stored_pages_never_speaks_to_staff(get, store, two_hosts, host, path):
    address = Address(host.rstrip("."), path)
    entry = entry_of("200 OK", [], PLANTED.encode(), {}, inf)
    store.put(address, entry, ["0a"], store.moment())

    assert store.find(address)
    assert PLANTED not in get(path, Host=host)[1]


@pytest.mark.usefixtures("warmed")
def test_no_page_is_made_for_staff_whatever_the_shelf_says_has_changed(two_hosts):
    asked = []
    behind_the_door(lambda *given: asked.append(given) or [])

    warm([f"{OFFICE}/admin/login/"])

    assert asked == []
