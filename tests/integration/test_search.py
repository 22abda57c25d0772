"""Search finds what a language's readers may see, and survives whatever they type."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from coalition.demo.builders import (
    build_campaign,
    build_news_index,
    build_partner,
    build_partner_index,
    build_partner_page,
    build_standard_page,
    build_story,
    home_page,
    withdraw,
)
from coalition.search.answer import Answer
from coalition.search.question import Question
from tests.reading import links, main_text, parsed, texts

pytestmark = pytest.mark.django_db


def search(visitor, words, language="en", **parameters):
    return visitor.get(f"/{language}/search/", {"q": words} | parameters)


def found(visitor, words, language="en"):
    return texts(search(visitor, words, language), ".results h3")


@pytest.mark.parametrize(
    ("language", "title", "words"),
    [
        ("en", "A factory in Mosul", "MOSUL"),
        ("fr", "L’eau revient à Ramadi", "eau"),
        ("fr", "Les écoles de Mossoul", "ecoles"),
        ("ar", "عودة المدارس إلى الموصل", "موصل"),
        ("ar", "التحالف يرحب", "للتحالف"),
        ("ar", "إعادة إعمار الأنبار", "اعاده"),
    ],
)
def test_finds_a_story_by_its_title_however_it_is_written(visitor, language, title, words):
    build_story(home_page(language), title=title)

    assert found(visitor, words, language) == [title]


@pytest.mark.parametrize("words", ["teaser", "body", "caption", "Ramadi"])
def test_finds_a_story_by_any_of_its_words(visitor, words):
    build_story(
        title="A story",
        place="Ramadi",
        teaser="<p>In the teaser.</p>",
        body=[
            ("text", "<p>In the body.</p>"),
            (
                "table",
                {
                    "caption": "In the caption",
                    "columns": [{"type": "text", "heading": "Sector"}],
                    "rows": [{"values": ["Water"]}],
                },
            ),
        ],
    )

    assert found(visitor, words) == ["A story"]


def test_finds_only_pages_that_hold_all_the_words(visitor):
    build_story(title="Masks from Mosul")
    build_story(title="Masks from Buhriz")

    assert found(visitor, "masks mosul") == ["Masks from Mosul"]


def test_puts_pages_that_say_it_in_the_title_first(visitor):
    index = build_news_index()
    build_story(index, title="Cholera")
    build_story(index, title="Short", body=[("text", "<p>Cholera.</p>")])

    assert found(visitor, "cholera") == ["Cholera", "Short"]


def test_finds_pages_of_every_kind_and_says_which(visitor):
    iraq = build_partner("IQ")
    build_partner_page(build_partner_index(), partner=iraq, title="Everything")
    build_campaign(title="Everything")
    build_standard_page(title="Everything")
    build_story(title="Everything", kind="fact-sheet")

    kinds = texts(search(visitor, "everything"), ".kind")

    assert sorted(kinds) == ["Campaign", "Fact sheet", "Page", "Partner"]


def test_keeps_to_the_language_of_the_reader(visitor):
    build_story(home_page("fr"), title="Mossoul")

    assert found(visitor, "Mossoul", "en") == []
    assert found(visitor, "Mossoul", "fr") == ["Mossoul"]


def test_finds_nothing_that_readers_may_not_see(visitor):
    index = build_news_index()
    build_story(index, title="Canary draft", live=False)
    withdraw(build_story(index, title="Canary withdrawn"))
    private = build_standard_page(title="Canary private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    build_standard_page(private, title="Canary below private")
    build_partner_page(partner=build_partner("TD", live=False), title="Canary partner")

    assert found(visitor, "canary") == []


def test_finds_nothing_of_a_draft_of_a_published_page(visitor):
    story = build_story(title="Public", body=[("text", "<p>Said.</p>")])
    story.title = "Canary"
    story.body = [("text", "<p>Canary.</p>")]
    story.save_revision()

    assert found(visitor, "canary") == []
    assert found(visitor, "said") == ["Public"]


def test_finds_a_scheduled_page_at_its_hour_and_not_before(visitor, monkeypatch):
    story = build_story(title="Canary", live=False)
    hour = story.go_live_at = timezone.now() + timedelta(hours=1)
    story.save_revision().publish()
    assert found(visitor, "canary") == []

    monkeypatch.setattr(timezone, "now", lambda: hour + timedelta(minutes=1))
    call_command("publish_scheduled")

    assert found(visitor, "canary") == ["Canary"]


def test_finds_an_expired_page_no_more(visitor):
    story = build_story(title="Canary")
    Page.objects.filter(pk=story.pk).update(expire_at=timezone.now() - timedelta(hours=1))

    call_command("publish_scheduled")

    assert found(visitor, "canary") == []


def test_finds_a_page_no_more_in_a_section_that_becomes_private(visitor):
    story = build_story(title="Canary")
    assert found(visitor, "canary") == ["Canary"]

    PageViewRestriction.objects.create(page=story.get_parent(), restriction_type="login")

    assert found(visitor, "canary") == []


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ('"mosul dam"', True),
        ("“Mosul’s dams”", False),
        ("« dam mosul »", False),
        ("dam mosul", True),
        ('"mosul dam" repaired', True),
        ('"mosul dam', True),
    ],
)
def test_finds_quoted_words_only_side_by_side(visitor, typed, is_found):
    build_story(title="The Mosul dam is being repaired")

    assert bool(found(visitor, typed)) == is_found


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Countries", "country"), ("A church", "churches"), ("Women of Raqqa", "woman")],
)
def test_finds_one_where_many_were_meant_and_the_other_way_round(visitor, written, typed):
    build_story(title=written)

    assert found(visitor, typed) == [written]


def test_shows_the_passage_that_holds_the_words(visitor):
    build_story(body=[("text", f"<p>{'Lorem ipsum. ' * 60}The dam of Mosul. {'Dolor. ' * 60}</p>")])

    shown = texts(search(visitor, "mosul"), ".results .card__teaser")[0]

    assert shown.startswith("…")
    assert "The dam of Mosul." in shown
    assert len(shown) < 300


def test_shows_no_number_that_could_have_changed(visitor):
    fact = '<embed embedtype="fact" name="partners" form="counted"/>'
    build_standard_page(title="About", body=[("text", f"<p>Mosul has {fact} there.</p>")])

    assert texts(search(visitor, "mosul"), ".card__teaser") == ["Mosul has … there."]


def test_announces_how_many_there_are(visitor):
    build_story(title="Mosul")

    assert texts(search(visitor, "mosul"), "main section [role=status]") == ["1 result for “mosul”"]


def test_finds_a_page_no_more_once_its_words_are_gone(visitor):
    story = build_story(title="Before")
    story.title = "After"
    story.save_revision().publish()

    assert found(visitor, "before") == []
    assert found(visitor, "after") == ["After"]


def test_marks_the_words_and_shows_the_day(visitor):
    build_story(title="In Mosul", teaser="<p>Mosul <b>sews</b>.</p>", date="2020-05-31")

    page = parsed(search(visitor, "mosul"))

    assert [mark.text for mark in page.select(".results mark")] == ["Mosul", "Mosul"]
    assert page.select_one(".results time")["datetime"] == "2020-05-31"


def test_counts_the_results_and_continues_on_further_pages(visitor):
    index = build_news_index()
    for number in range(Answer.RESULTS_A_PAGE + 1):
        build_story(index, title=f"Mosul {number}")

    first = search(visitor, "mosul")
    second = visitor.get(f"/en/search/{links(first)['Next']}")

    assert texts(first, "#found") == ["11 results for “mosul”"]
    assert len(texts(second, ".results h3")) == 1


@pytest.mark.parametrize("words", ["", "   ", "*", '"', "« »", "__", "🇮🇶"])
def test_asks_for_words_where_there_are_none(visitor, words):
    build_story(title="A story")

    response = search(visitor, words)

    assert response.status_code == 200
    assert "What are you looking for?" in main_text(response)


@pytest.mark.parametrize(
    "words",
    [
        "mosul OR",
        "AND NOT mosul",
        "NEAR(mosul 2)",
        '"mosul',
        "mosul'); DROP TABLE",
        "mosul*",
        "title:mosul",
        "{title body} : mosul",
        "^mosul",
        "mosul & !x | (",
        "mosul:* <-> x",
        "%s %d %%",
        "\\",
        "mosul " * 30,
        " ".join("abcdefghijklmnopqrstuvwxyz0123456789"),
        "㌀" * 200,
        "ﷺ" * 200,
        "𞤀𞤁",
        "a" * 200,
        "<script>alert(1)</script>",
        "\u202emosul\u202c",
    ],
)
def test_survives_what_no_honest_reader_types(visitor, words):
    build_story(title="Mosul")

    response = search(visitor, words)

    assert response.status_code == 200
    assert b"<script>alert" not in response.content


def test_says_when_nothing_is_found(visitor):
    assert "Nothing found for “smarra”" in main_text(search(visitor, "smarra"))


def test_refuses_too_long_a_question_and_keeps_what_was_typed(visitor):
    question = "mosul " * 40

    response = search(visitor, question)

    assert response.status_code == 200
    assert "Search for fewer words" in main_text(response)
    field = parsed(response).select_one("main input")
    assert field["value"] == question
    assert field["aria-describedby"] == "search-error"


def test_does_not_repeat_too_long_a_question_in_the_title(visitor):
    (title,) = texts(search(visitor, "mosul " * 500), "title")

    assert title.startswith("Error: ")
    assert "mosul" not in title


def test_no_field_takes_less_than_is_answered(visitor):
    fields = parsed(search(visitor, "")).select("[type=search]")

    assert len(fields) == 2
    assert {field.get("maxlength") for field in fields} <= {None, str(Question.LONGEST)}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("typed", ["mosul", "smarra"])
def test_sets_the_readers_words_apart_from_ours(visitor, language, typed):
    build_story(home_page(language), title="Mosul")

    heading = parsed(search(visitor, typed, language)).select_one("#found, #nothing")

    assert heading.bdi.text == typed


@pytest.mark.parametrize("page", ["0", "2", "last", "9" * 400])
def test_a_page_of_results_that_does_not_exist_is_not_found(visitor, page):
    build_story(title="Mosul")

    assert search(visitor, "mosul", page=page).status_code == 404


def test_is_kept_out_of_search_engines(visitor):
    robots = parsed(search(visitor, "mosul")).select_one('meta[name="robots"]')

    assert robots["content"] == "noindex"


def test_takes_no_posts(visitor):
    assert visitor.post("/en/search/", {"q": "mosul"}).status_code == 405
