"""What attackers have written into any field or block is shown as words, and nothing else."""

import json

import pytest
from django.db import models
from django.test import Client
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.fields import RichTextField
from wagtail.rich_text import RichText, features

from coalition.contact.models import Message
from coalition.demo.builders import (
    build_admin,
    build_alert_banner,
    build_campaign,
    build_menu,
    build_partner,
    build_partner_index,
    build_partner_page,
    build_site_texts,
    build_social_post,
    build_standard_page,
    build_story,
    build_topic,
    home_page,
)
from coalition.pages.blocks import StoryBody
from coalition.search.models import Miss
from partners.models import PartnerName
from tests.attacks import ALL_AT_ONCE, ATTACKS, dangers

pytestmark = pytest.mark.django_db

OURS = {"Origin": "http://testserver"}
BLOCKS = StoryBody().child_blocks
# Addresses, files and choices are checked where they are chosen.
KEPT = ("slug", "url_path", "path", "locale", "language_code", "permalink", "key", "html")


def as_typed(words):
    """Rich text as the editor's form makes it of these words, and of a link to them."""
    block = {
        "key": "a",
        "text": words,
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [{"offset": 0, "length": len(words), "key": 0}],
    }
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": words}}
    converter = ContentstateConverter(features.get_default_features())
    return converter.to_database_format(json.dumps({"blocks": [block], "entityMap": {"0": link}}))


def poisoned(value):
    """The same value with an attack for each of its texts."""
    match value:
        case RichText():
            return RichText(as_typed(ALL_AT_ONCE))
        case StructValue() | dict():
            return {name: poisoned(inner) for name, inner in value.items()}
        case ListValue() | list():
            return [poisoned(inner) for inner in value]
        case str():
            return ALL_AT_ONCE
        case _:
            return value


def poison(row):
    """In the database, past every form: whoever brings it there, an import or an editor."""
    attacks = {}
    for field in row._meta.concrete_fields:
        if isinstance(field, RichTextField):
            attacks[field.name] = as_typed(ALL_AT_ONCE)
        elif isinstance(field, models.CharField | models.TextField) and is_free(field):
            attacks[field.name] = ALL_AT_ONCE[: field.max_length]
    type(row).objects.filter(pk=row.pk).update(**attacks)
    return row


def is_free(field):
    is_kept = field.choices or isinstance(field, models.URLField | models.SlugField)
    return not is_kept and not any(word in field.name for word in KEPT)


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_full_of_attacks_shows_words(visitor, name):
    value = poisoned(BLOCKS[name].get_preview_value())

    answer = visitor.get(build_story(body=[(name, value)]).url)

    assert answer.status_code == 200
    assert dangers(answer) == []


def test_prose_takes_no_attack_from_the_editor(visitor):
    body = [("text", as_typed(attack)) for attack in ATTACKS]

    assert dangers(visitor.get(build_story(body=body).url)) == []


@pytest.mark.parametrize(
    "build", [build_story, build_campaign, build_standard_page, build_partner_page]
)
def test_a_page_full_of_attacks_shows_words(visitor, build):
    page = poison(build())

    for address in (page.url, page.get_parent().get_url(), "/en/", "/en/search/?q=alert"):
        answer = visitor.get(address)
        assert (answer.status_code, dangers(answer)) == (200, []), address


def test_what_surrounds_pages_shows_words(visitor):
    story = build_story(topics=[poison(build_topic())])
    menu = build_menu(links=[{"label": "x", "page": home_page()}])
    for row in (build_site_texts(), build_alert_banner(), menu, menu.items.get()):
        poison(row)

    for address in (story.url, "/en/", "/en/cookies/", "/en/nowhere/"):
        assert dangers(visitor.get(address)) == [], address


def test_posts_show_words(visitor):
    for attack in ATTACKS:
        build_social_post(f"{attack} https://x.com/{attack} #{attack}", author_name=attack)

    assert dangers(visitor.get("/en/social/")) == []


@pytest.mark.parametrize(
    "address", ["/en/partners/", "/en/open-data/counter/", "/api/partners/map.svg", "/en/"]
)
def test_a_partner_shows_words(visitor, address):
    partner = build_partner("IQ")
    build_partner_index()
    PartnerName.objects.create(partner=partner, language_code="en", name=ALL_AT_ONCE[:120])

    assert dangers(visitor.get(address)) == []


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
def test_a_question_is_answered_in_words(visitor, address, name):
    build_partner_index()

    for attack in ATTACKS:
        assert dangers(visitor.get(address, {name: attack})) == [], attack
        assert dangers(visitor.post(address, {name: attack}, headers=OURS)) == [], attack


@pytest.mark.parametrize(
    "address", ["/admin/messages/", "/admin/reports/searches-without-results/", "/admin/"]
)
def test_staff_read_words(address):
    Message.objects.create(subject="press", name=ALL_AT_ONCE[:120], email="a@b.example", text="x")
    Miss.objects.create(day="2020-05-31", language="en", words=ALL_AT_ONCE[:60])
    poison(build_story())
    staff = Client()
    staff.force_login(build_admin())

    answer = staff.get(address)

    assert (answer.status_code, dangers(answer)) == (200, [])
