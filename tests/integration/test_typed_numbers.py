"""Editors are warned of numbers they typed, and put facts in their place by one press."""

from datetime import date
from urllib.parse import parse_qs

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from coalition.demo.builders import (
    build_about_page,
    build_standard_page,
    build_story,
    build_user,
    home_page,
)
from coalition.facts import registry
from coalition.facts.hand_typed.review import NothingToReplace, replace, review
from coalition.staff.roles import EDITOR, PARTNER_MANAGER, PUBLISHER
from partners.membership_facts import PARTNERS
from partners.wording import counted_partners
from tests.opened_forms import version_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def partners(monkeypatch):
    """Eighty-two of them until 2021, eighty-three since."""
    monkeypatch.setattr(registry, "_facts", {})
    fact = registry.Fact(
        name="partners",
        label="Number of partners",
        value_on=lambda day: 82 if day < date(2021, 1, 1) else 83,
        counted=counted_partners,
        has_ordinal=True,
        nouns=PARTNERS,
    )
    registry.register(fact)


@pytest.fixture
def editor(client):
    client.force_login(build_user(EDITOR))
    return client


def words(page):
    return [typed.count.words for typed in review(page)]


def replaceable(page):
    return [typed.count.words for typed in review(page) if typed.can_be_replaced]


def entity(form):
    return f'<embed embedtype="fact" name="partners" form="{form}"/>'


def buttons(page, client):
    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    found = BeautifulSoup(response.content, "html.parser").select(".messages button")
    return {button["aria-label"]: button["data-w-action-url-value"] for button in found}


def draft_of(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def test_finds_typed_numbers_wherever_an_editor_writes():
    story = build_story(
        title="All 81 members agree",
        teaser="<p>It has 80 partners.</p>",
        body=[
            ("text", "<p>It has <b>82</b> partners.</p>"),
            ("quote", {"text": "We are 81 nations.", "speaker": "A minister"}),
            ("accordion", {"items": [{"title": "How many?", "text": "<p>82 states.</p>"}]}),
        ],
    )

    assert words(story) == ["81 members", "80 partners", "82 partners", "81 nations", "82 states"]
    assert replaceable(story) == ["82 partners", "82 states"]


def test_finds_them_in_rows_that_belong_to_a_page_and_on_their_day():
    about = build_about_page(
        milestones=[{"date": "2020-05-31", "title": "One more", "text": "<p>82 partners.</p>"}],
        questions=[{"question": "How many?", "answer": "<p>83 partners.</p>"}],
    )

    assert words(about) == replaceable(about) == ["82 partners", "83 partners"]


def test_says_what_the_fact_says_on_the_pages_day():
    (typed,) = review(build_story(date="2022-05-31", teaser="<p>The 82nd partner.</p>"))

    assert typed.told == "83rd"
    assert not typed.can_be_replaced


def test_leaves_alone_what_is_right_for_good():
    assert words(build_story(title="The 82nd partner joins", teaser="")) == []


def test_leaves_history_alone_where_facts_live():
    page = build_standard_page(teaser="<p>Chad was the 79th partner, of 83 partners.</p>")

    assert words(page) == ["83 partners"]


def test_leaves_alone_what_counts_something_else():
    assert words(build_story(teaser="<p>Fighters came from 110 countries.</p>")) == []


@pytest.mark.parametrize(
    ("teaser", "replaced"),
    [
        ("<p>It has 82 partners.</p>", f"<p>It has {entity('counted')}.</p>"),
        ("<p>It has 82 members.</p>", f"<p>It has {entity('number')} members.</p>"),
        ("<p>It has <b>82</b> partners.</p>", f"<p>It has <b>{entity('number')}</b> partners.</p>"),
        ("<p>The eighty-second partner.</p>", f"<p>The {entity('ordinal')} partner.</p>"),
    ],
)
def test_puts_the_fact_in_the_numbers_place(teaser, replaced):
    story = build_story(teaser=teaser)
    (typed,) = review(story)

    replace(story, typed.text.path, typed.count.start, typed.count.words)

    assert story.teaser == replaced
    assert words(story) == []


def test_keeps_the_arabic_article():
    story = build_story(home_page("ar"), teaser="<p>الدولة الثانية والثمانون</p>")
    (typed,) = review(story)

    replace(story, typed.text.path, typed.count.start, typed.count.words)

    assert story.teaser == f"<p>الدولة الـ{entity('number')}</p>"


def test_refuses_to_replace_what_is_not_there():
    with pytest.raises(NothingToReplace):
        replace(build_story(), "teaser", 0, "82 partners")


def test_the_editor_offers_to_replace_and_does_so_in_a_draft(editor):
    story = build_story(body=[("text", "<p>It has 82 members, or 81 members.</p>")])
    (offer,) = buttons(story, editor).items()

    response = editor.post(offer[1], follow=True)

    assert offer[0] == "Replace with a fact: 82 members"
    assert "The fact stands in the draft." in response.content.decode()
    published = type(story).objects.get(pk=story.pk)
    assert "82 members" in published.body.raw_data[0]["value"]
    draft = draft_of(story)
    assert draft.body.raw_data[0]["value"] == (
        f"<p>It has {entity('number')} members, or 81 members.</p>"
    )
    assert draft.latest_revision.user.username == "somebody"
    assert buttons(story, editor) == {}


def test_publishing_warns_too(client):
    client.force_login(build_user(PUBLISHER))
    page = build_standard_page(title="Our 81 members")
    form = nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "teaser": rich_text(""),
            "body": streamfield([]),
            "corrections": inline_formset([]),
            "withdrawals": inline_formset([]),
            "comments": inline_formset([]),
            "action-publish": "1",
        }
        | version_of(page)
    )

    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form, follow=True)

    content = response.content.decode()
    assert "has been published" in content
    assert "Title: “<bdi>81 members</bdi>”" in content


def test_a_page_without_typed_numbers_opens_without_a_warning(editor):
    response = editor.get(reverse("wagtailadmin_pages:edit", args=[build_story().pk]))

    assert "typed numbers" not in response.content.decode()


def test_an_old_offer_changes_nothing(editor):
    story = build_story(teaser="<p>It has 82 members.</p>")
    (address,) = buttons(story, editor).values()
    editor.post(address)

    response = editor.post(address, follow=True)

    assert "nothing was replaced" in response.content.decode()
    assert draft_of(story).teaser.count("<embed") == 1


def test_a_locked_page_is_left_alone(editor):
    story = build_story(teaser="<p>It has 82 members.</p>")
    (address,) = buttons(story, editor).values()
    type(story).objects.update(locked=True)

    response = editor.post(address, follow=True)

    assert "The page is locked" in response.content.decode()
    assert "<embed" not in draft_of(story).teaser


def test_only_who_may_edit_the_page_may_replace(editor, client):
    story = build_story(teaser="<p>It has 82 members.</p>")
    (address,) = buttons(story, editor).values()
    client.force_login(build_user(PARTNER_MANAGER, username="manager"))

    client.post(address)

    assert "<embed" not in draft_of(story).teaser


def test_looking_at_an_offer_replaces_nothing(editor):
    story = build_story(teaser="<p>It has 82 members.</p>")
    (address,) = buttons(story, editor).values()

    assert editor.get(address).status_code == 405


@pytest.mark.parametrize("missing", ["path", "start", "words"])
def test_an_offer_must_say_what_it_means(editor, missing):
    story = build_story(teaser="<p>It has 82 members.</p>")
    (address,) = buttons(story, editor).values()
    address, _, query = address.partition("?")
    meant = {name: value for name, (value,) in parse_qs(query).items() if name != missing}

    response = editor.post(address, query_params=meant)

    assert response.status_code == 400
