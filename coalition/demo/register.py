"""The register of partners as the CSV file has it, and a page for each of them."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.utils.text import slugify

from coalition.demo.builders import (
    build_partner,
    build_partner_index,
    build_partner_page,
    home_page,
)
from coalition.demo.content import LANGUAGES, in_languages, read, read_register, rich_text
from coalition.demo.translations import in_each
from partners.exchange.confidence import together
from partners.models import Partner
from partners.names import territory_name

# The demo tells of this day: who joined later is in the register as a draft, to be published.
DEMO_DAY = date(2020, 5, 31)

# How stories call the organisations, which have no ISO code but for the European Union.
ORGANISATIONS = {
    "Community of Sahel-Saharan States (CEN-SAD)": "CEN-SAD",
    "INTERPOL": "INTERPOL",
    "League of Arab States": "LAS",
    "NATO": "NATO",
}


def plant_register(by) -> dict[str, Partner]:
    """Every row of the file as a partner, by ISO code or short name."""
    return {_key(row): _partner(row, by) for row in read_register()}


def plant_partner_pages(partners, lines_of_effort, by) -> dict:
    """The partner indexes, by language, each with a page for every partner below."""
    texts = in_languages(read("pages")["partners"])
    written = Written(read("partner_pages"), read("contributions"), lines_of_effort)

    def build_index(language, translation_of):
        words = texts[language]
        return build_partner_index(
            home_page(language),
            title=words["title"],
            slug=words["slug"],
            teaser=rich_text(words["teaser"]),
            disclaimer=rich_text(words["disclaimer"]),
            translation_of=translation_of,
            by=by,
        )

    indexes = in_each(LANGUAGES, build_index)
    for key, partner in partners.items():
        _plant_pages_of(partner, indexes, partial(written.about, key), by)
    return indexes


@dataclass(frozen=True)
class Written:
    """What our writers say of partners: texts and contributions, by the partner's key."""

    texts: dict
    contributions: dict
    lines_of_effort: dict

    def about(self, key, language):
        """The fields of a partner's page in a language."""
        text = self.texts.get(key, {}).get(language)
        return {
            "body": [("text", rich_text(text["body"]))] if text else [],
            "contributions": [
                {
                    "line_of_effort": self.lines_of_effort[contribution["line"]][language],
                    "text": rich_text(contribution[language]),
                    "source": contribution["source"],
                }
                for contribution in self.contributions.get(key, [])
            ],
        }


def _plant_pages_of(partner, indexes, words_in, by):
    def build(language, translation_of):
        return build_partner_page(
            indexes[language],
            partner=partner,
            slug=_slug(partner, language),
            live=partner.live,
            translation_of=translation_of,
            by=by,
            **words_in(language),
        )

    in_each(LANGUAGES, build)


def _slug(partner, language):
    """English words in Latin addresses, so that /en/ and /fr/ differ in nothing but the prefix."""
    if language == "ar":
        return slugify(partner.name_in("ar"), allow_unicode=True)
    return slugify(partner.name_in("en"))


def _partner(row, by):
    iso_code = row["iso2"]
    joined_latest = date.fromisoformat(row["joined_latest"])
    names = {language: row[f"name_{language}"] for language in LANGUAGES}
    return build_partner(
        iso_code,
        kind=row["kind"],
        region=slugify(row["region"]),
        joined=(row["joined_earliest"], row["joined_latest"]),
        ordinal=int(row["ordinal"]) if row["ordinal"] else None,
        source=together(row["source"], row["confidence"]),
        names={
            language: name
            for language, name in names.items()
            if name != territory_name(iso_code, language)
        },
        live=joined_latest <= DEMO_DAY,
        by=by,
    )


def _key(row):
    return row["iso2"] or ORGANISATIONS[row["name_en"]]
