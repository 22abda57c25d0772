"""What the demo's accessibility statement promises, in each language."""

from datetime import date

import pytest
from django.utils.translation import override

from coalition.demo.content import LANGUAGES, read
from coalition.pages.dates import written_day

REVIEWED = date(2026, 11, 23)
PROMISED = ["WCAG", "2.2", "AA", "EN 301 549", "mailto:press@coalition.example"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_standards_whom_to_tell_and_when_it_was_reviewed(language):
    statement = read("standard_pages")["accessibility"][language]
    told = " ".join(block.get("html", "") for block in statement["body"])

    with override(language):
        expected = [*PROMISED, written_day(REVIEWED)]

    assert [words for words in expected if words not in told] == []
