"""What explains the Coalition: about, lines of effort, the campaign, and what must be on record."""

from datetime import timedelta

from django.utils import timezone

from coalition.demo.bodies import body_of
from coalition.demo.builders import (
    build_about_page,
    build_campaign,
    build_line_of_effort,
    build_standard_page,
    home_page,
)
from coalition.demo.content import LANGUAGES, in_languages, read, rich_text
from coalition.demo.translations import in_each


def words_of(texts, library) -> dict:
    """The fields that all pages of the explainer have."""
    return {
        "title": texts["title"],
        "slug": texts["slug"],
        "teaser": rich_text(texts["teaser"]),
        "body": body_of(texts["body"], library),
    }


def plant_about(library, by) -> dict:
    texts = in_languages(read("pages")["about"])
    milestones = read("milestones")["milestones"]

    def build(language, translation_of):
        return build_about_page(
            home_page(language),
            milestones=[_milestone(milestone, language) for milestone in milestones],
            questions=[
                {"question": pair["question"], "answer": rich_text(pair["answer"])}
                for pair in texts[language]["faq"]
            ],
            translation_of=translation_of,
            by=by,
            **words_of(texts[language], library),
        )

    return in_each(LANGUAGES, build)


def plant_lines_of_effort(about, library, by) -> dict:
    """Each line's pages by language, by the line's key."""

    def builder(texts):
        return lambda language, translation_of: build_line_of_effort(
            about[language],
            translation_of=translation_of,
            by=by,
            **words_of(texts[language], library),
        )

    lines = read("lines_of_effort")["lines"]
    return {line["key"]: in_each(LANGUAGES, builder(in_languages(line))) for line in lines}


def plant_campaign(library, by) -> dict:
    campaign = read("pages")["campaign"]
    texts = in_languages(campaign)
    # The campaign of 2020 is over; a demo shows a home page on which one is running.
    end = max(campaign["end"], timezone.localdate() + timedelta(days=90))

    def build(language, translation_of):
        return build_campaign(
            home_page(language),
            hashtag=texts[language]["hashtag"],
            start=campaign["start"],
            end=end,
            picture=library.picture(campaign["picture"], texts[language]["picture_alt"]),
            picture_alt=texts[language]["picture_alt"],
            translation_of=translation_of,
            by=by,
            **words_of(texts[language], library),
        )

    return in_each(LANGUAGES, build)


def plant_standard_pages(library, by) -> dict:
    """Each standard page by language, by its key."""

    def builder(texts):
        return lambda language, translation_of: build_standard_page(
            home_page(language),
            translation_of=translation_of,
            by=by,
            **words_of(texts[language], library),
        )

    pages = read("standard_pages")
    return {key: in_each(LANGUAGES, builder(in_languages(page))) for key, page in pages.items()}


def _milestone(milestone, language):
    words = milestone[language]
    return {
        "date": milestone["date"],
        "precision": milestone["precision"],
        "title": words["title"],
        "text": rich_text(words["text"]),
    }
