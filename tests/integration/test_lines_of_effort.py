"""Lines of effort: who does what along them, and figures that can be checked."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from coalition.demo.builders import (
    build_about_page,
    build_line_of_effort,
    build_partner,
    build_partner_index,
    build_partner_page,
    home_page,
)
from coalition.pages.blocks.data import KeyFigure
from tests.reading import main_text, texts

pytestmark = pytest.mark.django_db

FIGURE = {"value": "4.35 million", "label": "people", "source": "IOM", "as_of": "2019-08-31"}


@pytest.fixture
def line():
    return build_line_of_effort(title="Stabilisation")


def contribute(line, iso_code="DE", *, text="<p>Pays for wells.</p>", **fields):
    contribution = {"line_of_effort": line, "text": text}
    partner = build_partner(iso_code, region="europe", **fields)
    return build_partner_page(partner=partner, slug=iso_code, contributions=[contribution])


def test_names_the_partners_that_contribute_a_to_z_and_leads_to_their_pages(visitor, line):
    contribute(line, "GB", text="<p>Clears mines.</p>")
    germany = contribute(line, "DE", text="<p>Pays for wells.</p>")

    answer = visitor.get(line.url)

    assert texts(answer, ".timeline__partner") == ["Germany", "United Kingdom"]
    assert "Pays for wells." in main_text(answer)
    assert f'href="{germany.url}"' in answer.content.decode()


def test_finds_contributions_in_its_own_language_only(visitor, line):
    about = build_about_page(home_page("fr"), slug="apropos")
    french = build_line_of_effort(about, title="Stabilisation", translation_of=line)
    contribute(line, text="<p>Pays for wells.</p>")
    build_partner_page(
        build_partner_index(home_page("fr")),
        partner=build_partner("GB", region="europe"),
        slug="gb",
        # Chosen in English: it is the same line.
        contributions=[{"line_of_effort": line, "text": "<p>Déminage.</p>"}],
    )

    assert "Déminage." in main_text(visitor.get(french.url))
    assert "Pays for wells." not in main_text(visitor.get(french.url))


def test_names_no_partner_that_is_withdrawn_or_not_public(visitor, line):
    left = [{"status": "withdrawn", "from_date": "2019-01-01"}]
    contribute(line, "DE", status_changes=left)
    contribute(line, "GB", live=False)

    assert "What partners do" not in main_text(visitor.get(line.url))


def test_a_figure_has_a_source_and_a_day():
    assert KeyFigure().clean(KeyFigure().to_python(FIGURE))["source"] == "IOM"


@pytest.mark.parametrize("missing", ["source", "as_of"])
def test_a_figure_without_source_or_day_is_refused_by_name(missing):
    with pytest.raises(StructBlockValidationError) as refused:
        KeyFigure().clean(KeyFigure().to_python(FIGURE | {missing: ""}))

    assert isinstance(refused.value.block_errors[missing], ValidationError)
