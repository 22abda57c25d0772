"""What a story can be about: offered in its language, and the same in a copy for translation."""

import pytest
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction

from coalition.demo.builders import (
    build_about_page,
    build_admin,
    build_campaign,
    build_line_of_effort,
    build_news_index,
    build_partner,
    build_story,
    build_topic,
    home_page,
)
from tests.reading import parsed, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def subjects():
    """By language, a topic, a line of effort and a campaign that are each other's translations."""
    topic = build_topic("Health")
    line = build_line_of_effort(title="Stabilisation")
    campaign = build_campaign(title="This Generation Learns")
    french = home_page("fr")
    return {
        "en": {"topics": [topic], "lines_of_effort": [line], "campaign": campaign},
        "fr": {
            "topics": [build_topic("Santé", language="fr", translation_of=topic)],
            "lines_of_effort": [
                build_line_of_effort(
                    build_about_page(french, slug="apropos"),
                    title="Stabilisation (fr)",
                    translation_of=line,
                )
            ],
            "campaign": build_campaign(french, title="Génération", translation_of=campaign),
        },
    }


def form_of(client, story):
    client.force_login(build_admin())
    return parsed(client.get(f"/admin/pages/{story.pk}/edit/"))


def offered(form, name):
    return [words(label) for label in form.select(f"#id_{name} label")]


def chosen(form):
    boxes = form.select("input[type=checkbox][checked]")
    return {(box["name"], box["value"]) for box in boxes}


def test_offers_only_what_there_is_in_its_language(client, subjects):
    form = form_of(client, build_story())

    assert offered(form, "topics") == ["Health"]
    assert offered(form, "lines_of_effort") == ["Stabilisation"]
    campaigns = [option.text for option in form.select("#id_campaign option")]
    assert campaigns == ["---------", "This Generation Learns"]


def test_a_copy_for_translation_is_about_the_same(client, subjects):
    story = build_story(**subjects["en"])
    build_news_index(home_page("fr"), translation_of=story.get_parent())
    french = home_page("fr").locale
    copy = CopyPageForTranslationAction(story, french).execute(skip_permission_checks=True)

    form = form_of(client, copy)

    about = subjects["fr"]
    assert chosen(form) >= {
        ("topics", str(about["topics"][0].pk)),
        ("lines_of_effort", str(about["lines_of_effort"][0].pk)),
    }
    selected = form.select_one("#id_campaign option[selected]")
    assert selected["value"] == str(about["campaign"].pk)


def test_offers_partners_from_a_to_z(client):
    for code in ("US", "AE", "AF"):
        build_partner(code)

    form = form_of(client, build_story())

    assert offered(form, "partners") == ["Afghanistan", "United Arab Emirates", "United States"]
