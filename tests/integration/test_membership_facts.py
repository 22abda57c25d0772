"""What prose may quote of the register, in its values and in its words."""

from datetime import date
from io import BytesIO

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.test import override_settings
from django.utils.translation import override

from coalition.demo.builders import build_partner
from coalition.facts.registry import find
from coalition.facts.wording import Form, worded

VALUES = (0, 1, 2, 3, 11, 82, 100, 103)
COUNTED_PARTNERS = {
    "en": [
        "0 partners",
        "1 partner",
        "2 partners",
        "3 partners",
        "11 partners",
        "82 partners",
        "100 partners",
        "103 partners",
    ],
    "fr": [
        "0 partenaire",
        "1 partenaire",
        "2 partenaires",
        "3 partenaires",
        "11 partenaires",
        "82 partenaires",
        "100 partenaires",
        "103 partenaires",
    ],
    "ar": [
        "لا شركاء",
        "شريك واحد",
        "شريكان",
        "3 شركاء",
        "11 شريكًا",
        "82 شريكًا",
        "100 شريك",
        "103 شركاء",
    ],
}
COUNTED_IN_AFRICA = {
    "en": ["1 partner in Africa", "15 partners in Africa"],
    "fr": ["1 partenaire en Afrique", "15 partenaires en Afrique"],
    "ar": ["شريك واحد في أفريقيا", "15 شريكًا في أفريقيا"],
}


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory):
    """The site's words as they are translated, compiled or not."""
    folder = tmp_path_factory.mktemp("locale")
    for source in settings.LOCALE_PATHS[0].glob("*/LC_MESSAGES/django.po"):
        target = folder / source.relative_to(settings.LOCALE_PATHS[0]).with_suffix(".mo")
        target.parent.mkdir(parents=True)
        compiled = BytesIO()
        write_mo(compiled, read_po(BytesIO(source.read_bytes())))
        target.write_bytes(compiled.getvalue())
    with override_settings(LOCALE_PATHS=[folder]):
        yield


@pytest.mark.parametrize("language", COUNTED_PARTNERS)
def test_counts_partners_in_the_plural_forms_of_the_language(catalogues, language):
    with override(language):
        words = [worded(find("partners"), value, Form.COUNTED) for value in VALUES]

    assert words == COUNTED_PARTNERS[language]


@pytest.mark.parametrize("language", COUNTED_IN_AFRICA)
def test_counts_the_partners_of_a_region_in_one_sentence(catalogues, language):
    with override(language):
        words = [worded(find("partners-in-africa"), value, Form.COUNTED) for value in (1, 15)]

    assert words == COUNTED_IN_AFRICA[language]


@pytest.mark.django_db
def test_counts_states_and_organisations_and_those_of_a_region():
    build_partner("IQ", joined="2014-09-10")
    build_partner("TD", joined="2017-03-22", region="africa")
    build_partner("CF", joined="2020-05-20", region="africa")
    build_partner("", kind="organisation", region="africa", names={"en": "African Union"})
    build_partner("KE", joined="2020-05-20", region="africa", live=False)

    def on(year):
        names = ("partners", "states", "organisations", "partners-in-africa", "partners-in-europe")
        return [find(name).value_on(date(year, 5, 31)) for name in names]

    assert on(2016) == [2, 1, 1, 0, 0]
    assert on(2020) == [4, 3, 1, 2, 0]
