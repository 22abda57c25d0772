"""What attackers have written into any field or block is shown as words, and nothing else."""

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

import pytest
from django.db import connection
from django.db.models import TextField
from django.db.models.functions import Cast
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode
from django.utils.translation import override
from wagtail.models import Page

from coalition.desk.models import FoundLink
from coalition.staff.models import User
from tests.all_kinds import one_of_every_kind, pages_of_every_type
from tests.attacks import ATTACKS, MARK, PLACES, dangers, words_from
from tests.poisoned import fields, poison
from tests.public_addresses import public_names
from tests.role_matrix import MATRIX
from tests.role_matrix.rights import AS_A_FILE

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("values_are_kept"),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="Shown alike, on 460 pages."),
]

OURS = {"Origin": "http://testserver"}
BELOW_NEWS = ["feed/", "feed/json/", "feed.json"]
ASKED = ["/en/search/?q=alert", "/en/partners/?q=zq", "/en/genuine/?reference=GC-2020-1"]
# Of lists, once more what stands in them.
PARTS = ("_results", ":results")
SITEMAPS = ["/sitemap-en-0.xml", "/sitemap-fr-0.xml"]


@dataclass(frozen=True)
class Told:
    status: int
    marks: set[str]
    dangers: list[str]

    @classmethod
    def by(cls, client, address):
        answer = client.get(address)
        words = answer.getvalue().decode(errors="replace")
        return cls(answer.status_code, set(MARK.findall(words)), dangers(answer))


class Poisoned:
    """The site whose every text is an attack, and what it answers to readers and to staff."""

    def __init__(self):
        self.things = one_of_every_kind()
        poison()
        FoundLink.objects.note(FoundLink.Problem.GONE)

    @cached_property
    def answers(self):
        """By address."""
        visitor, staff = Client(), Client(headers={"User-Agent": words_from("a browser")})
        staff.force_login(User.objects.filter(is_superuser=True).first())
        public = {address: Told.by(visitor, address) for address in self.public_addresses()}
        return public | {address: Told.by(staff, address) for address in self.staff_addresses()}

    def public_addresses(self):
        yield from (page.url for page in Page.objects.live().exclude(depth=1))
        with override("en"):
            for name in public_names():
                with suppress(NoReverseMatch):
                    yield reverse(name)
        yield from (f"/en/news/{below}" for below in BELOW_NEWS)
        yield from [*ASKED, *SITEMAPS]

    def staff_addresses(self):
        for line in MATRIX:
            if line.method == "get" and line.form != AS_A_FILE and not line.view.endswith(PARTS):
                address = reverse(line.view, args=[self.of(thing) for thing in line.things])
                form = {name: self.of(value) for name, value in line.form.items()}
                yield f"{address}?{urlencode(form)}"
        for page in pages_of_every_type():
            yield reverse("wagtailadmin_pages:edit", args=[page.pk])

    def of(self, thing):
        return self.things.get(thing, thing)


@pytest.fixture(scope="module")
def site(for_the_file):
    return Poisoned()


def marks_in(field):
    """Those of the attacks that stand in it."""
    stored = field.model._base_manager.annotate(attacked=Cast(field.name, TextField()))
    return set(MARK.findall(" ".join(stored.values_list("attacked", flat=True))))


def test_every_text_is_attacked(site):
    assert [str(field) for field in fields() if not marks_in(field)] == []


def test_every_address_shows_words(site):
    found = {address: told.dangers for address, told in site.answers.items()}

    assert {address: dangers for address, dangers in found.items() if dangers} == {}


def test_no_address_fails(site):
    assert [address for address, told in site.answers.items() if told.status >= 500] == []


def test_every_text_is_shown_somewhere(site):
    shown = {found for told in site.answers.values() for found in told.marks}

    unseen = {found for field in fields() for found in marks_in(field) - shown}
    assert [PLACES[found] for found in unseen] == []


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/en/search/", "q"),
        ("/en/partners/", "q"),
        ("/en/cookies/", "receipt"),
        ("/en/genuine/", "reference"),
        ("/en/contact/send/", "subject"),
    ],
)
def test_a_question_is_answered_in_words(site, visitor, address, name):
    for attack in ATTACKS:
        assert dangers(visitor.get(address, {name: attack})) == [], attack
        assert dangers(visitor.post(address, {name: attack}, headers=OURS)) == [], attack
