"""What the demo's accessibility statement promises, in each language."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.translation import override

from coalition.demo.content import LANGUAGES, read
from coalition.pages.dates import written_day

REVIEWED = date(2026, 11, 23)
PROMISED = ["WCAG", "2.2", "AA", "EN 301 549", "mailto:press@coalition.example"]
# What our films have not.
LACKED = {"en": "no audio description", "fr": "pas d’audiodescription", "ar": "وليس لها وصف صوتي"}
RULES_OF_OTHERS = {
    "en": "rules of those sites",
    "fr": "règles de ces sites",
    "ar": "لقواعد تلك المواقع",
}
POSTS = {"en": "posts", "fr": "publications", "ar": "منشورات"}


def told_in(language):
    statement = read("standard_pages")["accessibility"][language]
    return " ".join(block.get("html", "") for block in statement["body"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_standards_whom_to_tell_and_when_it_was_reviewed(language):
    with override(language):
        expected = [*PROMISED, written_day(REVIEWED), f'href="{reverse("send_message")}"']

    assert [words for words in expected if words not in told_in(language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_films_lack(language):
    assert LACKED[language] in told_in(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_answers_for_posts_as_for_our_other_words(language):
    sentences = told_in(language).split(".")

    (of_others,) = [each for each in sentences if RULES_OF_OTHERS[language] in each]

    assert POSTS[language] not in of_others.lower()
