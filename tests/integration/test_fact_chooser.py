"""The dialog in which an editor chooses a fact."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from coalition.demo.builders import build_partner, build_user
from coalition.staff.roles import EDITOR, PARTNER_MANAGER

pytestmark = pytest.mark.django_db


@pytest.fixture
def choices(client):
    """The words to choose from, by fact and form, for a page in a language."""

    def choices(language):
        client.force_login(build_user(EDITOR))
        answer = client.get(reverse("choose_fact"), {"language": language}).json()
        buttons = BeautifulSoup(answer["html"], "html.parser").select("[data-words]")
        assert all(button.get_text() == button["data-words"] for button in buttons)
        return {(b["data-name"], b["data-form"]): b["data-words"] for b in buttons}

    return choices


def test_offers_todays_words_in_every_form(choices):
    build_partner("IQ")
    build_partner("TD", region="africa", joined="2017-03-22")

    offered = choices("en")

    assert offered["partners", "number"] == "2"
    assert offered["partners", "ordinal"] == "2nd"
    assert offered["partners", "counted"] == "2 partners"
    assert offered["partners-in-africa", "counted"] == "1 partner in Africa"
    assert ("states", "ordinal") not in offered


def test_offers_the_words_of_the_pages_language(choices):
    build_partner("IQ")

    assert choices("fr")["partners", "ordinal"] == "1er"


def test_offers_what_reads_alike_once(choices):
    offered = choices("ar")

    assert ("partners", "number") in offered
    assert ("partners", "ordinal") not in offered


def test_speaks_the_editors_language_where_the_pages_is_unknown(choices):
    assert choices("xx")["partners", "ordinal"] == "0th"


def test_is_refused_to_who_may_write_no_page(client):
    client.force_login(build_user(PARTNER_MANAGER))

    assert client.get(reverse("choose_fact")).status_code == 302
