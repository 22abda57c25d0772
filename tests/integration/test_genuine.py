"""Is this really ours? What was published is known by its words, and nothing else is."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from coalition.demo.builders import build_partner, build_story, home_page, publish_page, withdraw
from coalition.genuine import views
from coalition.genuine.canonical import text_of
from coalition.genuine.models import Reference, Version, read_reference
from coalition.genuine.recording import record, unrecorded
from coalition.pages.models import Imprint
from tests.reading import main_text, parsed, texts, words

pytestmark = pytest.mark.django_db

OURS = {"Origin": "http://testserver"}
WORDS = "Two schools opened their doors in Mosul this week, and three more will follow in May."
CORRECTED = WORDS.replace("three", "two")


def tell(text=WORDS, **fields):
    """A published story whose version is noted, as it is once its publication has come true."""
    fields = {"title": "Schools reopen", "teaser": "<p>In Mosul.</p>"} | fields
    return noted(build_story(body=[("text", f"<p>{text}</p>")], **fields))


def noted(story):
    record(unrecorded())
    story.refresh_from_db()
    return story


def correct(story, text=CORRECTED):
    story.body = [("text", f"<p>{text}</p>")]
    # The clock of a test may stand still between two publications.
    Imprint.objects.update(published_at=timezone.now() - timedelta(hours=1))
    return noted(publish_page(story))


def ask(visitor, text, language="en", headers=OURS):
    return visitor.post(f"/{language}/genuine/", {"text": text}, headers=headers)


def answer(visitor, text, language="en"):
    (said,) = texts(ask(visitor, text, language), "#answer")
    return said


# What is noted at a publication


def test_a_publication_is_noted_once_it_has_come_true(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        story = build_story()

    assert story.versions.count() == 1


def test_a_reference_is_the_same_in_all_languages():
    story = tell()
    twin = tell("Deux écoles.", parent=home_page("fr"), translation_of=story)

    assert story.imprint.reference == twin.imprint.reference
    assert Reference.objects.count() == 1


def test_other_words_are_another_version():
    story = correct(tell())

    assert [version.number for version in story.versions.newest_first()] == [2, 1]
    assert story.imprint.version == 2


def test_the_same_words_published_again_are_not():
    story = correct(tell(), WORDS)

    assert story.versions.count() == 1


def test_a_reference_outlives_its_story():
    tell().delete()

    assert tell(title="Another").imprint.reference.endswith(str(Reference.objects.latest("pk").pk))
    assert Reference.objects.count() == 2


def test_stories_from_before_are_noted_by_the_clock():
    build_story(title="Before anybody took note")

    call_command("record_versions", verbosity=0)

    assert Version.objects.count() == 1


@pytest.mark.parametrize("typed", ["GC-2020-0042", " gc 2020 42", "GC–2020–42", "ＧＣ٢٠٢٠-٤٢"])
def test_a_reference_is_read_however_it_is_typed(typed):
    assert read_reference(typed) == (2020, 42)


# The story's own page


def test_a_story_shows_its_reference(visitor):
    story = tell()

    (line,) = texts(visitor.get(story.url), ".imprint")

    assert line == f"Reference {story.imprint.reference}, version 1 Check a text"


# References


def test_a_reference_leads_to_its_versions(visitor):
    story = correct(tell())

    text = main_text(visitor.get(f"/en/genuine/?reference={story.imprint.reference}"))

    assert f"{story.imprint.reference} is a reference of ours" in text
    assert "Version 2" in text
    assert story.versions.get(number=1).fingerprint in text


def test_a_reference_may_be_pasted_too(visitor):
    assert "is a reference of ours" in answer(visitor, tell().imprint.reference)


def test_a_reference_of_nothing_is_unknown(visitor):
    assert answer(visitor, "GC-2020-9999") == "We know no such reference"


def test_a_reference_says_that_its_story_was_withdrawn(visitor):
    story = withdraw(tell())

    assert "Withdrawn on" in main_text(ask(visitor, story.imprint.reference))


# Texts


def test_knows_its_own_words(visitor):
    story = tell()

    assert answer(visitor, text_of(story)) == "Yes, this is ours"


def test_knows_what_a_visitor_copied_from_the_page(visitor):
    tell()
    build_partner()
    copied = "Schools reopen IN MOSUL.\n" + WORDS.replace(" ", "\u00a0").upper()

    assert answer(visitor, copied) == "Yes, this is ours"


def test_knows_a_part_of_its_own_words(visitor):
    tell()

    assert answer(visitor, WORDS) == "These are our words, but not all of them"


def test_knows_words_of_an_earlier_version_and_where_they_differ(visitor):
    story = tell()
    before = text_of(story)
    correct(story)

    asked = ask(visitor, before)

    assert texts(asked, "#answer") == ["This was ours, and has been changed since"]
    assert texts(asked, ".differences del") == ["[left out: two]"]
    assert texts(asked, ".differences ins") == ["[not ours: three]"]


def test_shows_where_a_forgery_differs(visitor):
    tell()

    asked = ask(visitor, WORDS.replace("opened", "closed"))

    assert texts(asked, "#answer") == ["No, we have not published it like this"]
    assert texts(asked, ".differences ins") == ["[not ours: closed]"]


def test_compares_arabic_however_it_is_written(visitor):
    story = tell(
        "أعادت مدرستان فتح أبوابهما هذا الأسبوع في مدينة الموصل",
        title="مدارس",
        parent=home_page("ar"),
    )
    asked = ask(visitor, "اعادت مدرستـان فتح ابوابهما هذا الاسبوع في مدينه الرقة", "ar")

    (differences,) = parsed(asked).select(".differences")
    assert (differences["lang"], differences["dir"]) == ("ar", "rtl")
    assert "الرقة" in words(differences.ins)
    assert story.imprint.reference in main_text(asked)


def test_what_is_pasted_is_words_and_nothing_else(visitor):
    tell()

    asked = ask(visitor, WORDS.replace("opened", "<img src=x onerror=alert(1)>"))

    assert not parsed(asked).select(".differences img")


def test_knows_nothing_of_what_it_never_said(visitor):
    tell()

    nothing = "Somebody else wrote all of these words about entirely different things"
    assert answer(visitor, nothing) == "We have published nothing like this"


def test_a_few_words_prove_nothing(visitor):
    tell()

    assert answer(visitor, "Two schools opened") == "This is too short to tell"


# What nobody may see


def keep_draft(story):
    story.unpublish()


def lock_away(story):
    PageViewRestriction.objects.create(page=story.page_ptr, restriction_type="login")


@pytest.mark.parametrize("hide", [keep_draft, lock_away])
def test_knows_nothing_of_what_readers_cannot_see(visitor, hide):
    story = tell()
    text, reference = text_of(story), story.imprint.reference
    hide(story)

    assert answer(visitor, text) == "We have published nothing like this"
    assert answer(visitor, WORDS) == "We have published nothing like this"
    assert answer(visitor, reference) == "We know no such reference"


def test_what_was_published_out_of_sight_is_no_version(visitor):
    story = build_story(title="Schools reopen", live=False)
    lock_away(story)
    noted(publish_page(story))

    assert not Version.objects.exists()


def test_an_embargoed_text_is_not_known_yet(visitor):
    story = build_story(
        body=[("text", f"<p>{WORDS}</p>")], go_live_at=timezone.now() + timedelta(1)
    )
    record(unrecorded())

    assert answer(visitor, text_of(story)) == "We have published nothing like this"


def test_says_that_words_were_withdrawn_and_shows_none_of_them(visitor):
    story = tell()
    text = text_of(story)
    withdraw(story)

    asked = ask(visitor, text)

    assert texts(asked, "#answer") == ["This was ours, and we have withdrawn it"]
    assert WORDS not in words(parsed(asked).select_one(".genuine"))
    assert answer(visitor, WORDS) == "We have published nothing like this"


# The form


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_form_is_the_same_for_everybody(visitor, language):
    page = visitor.get(f"/{language}/genuine/")

    assert page.status_code == 200
    assert not page.cookies
    assert "csrf" not in page.content.decode()


def test_an_answer_is_private_and_sets_no_cookie(visitor):
    asked = ask(visitor, WORDS)

    assert asked.headers["Cache-Control"] == "private, no-store"
    assert not asked.cookies


def test_takes_no_text_from_another_site(visitor):
    assert ask(visitor, WORDS, headers={"Origin": "https://evil.example"}).status_code == 403


@pytest.mark.parametrize(("text", "problem"), [("", "Paste a text"), ("a" * 20_001, "20,000")])
def test_says_what_is_wrong_with_a_text(visitor, text, problem):
    asked = ask(visitor, text)

    assert asked.status_code == 400
    assert problem in words(parsed(asked).select_one(".error-summary"))


def test_takes_so_many_texts_from_one_network_only(visitor, monkeypatch):
    monkeypatch.setattr(views, "LIMIT", views.Limit("genuine", 600, 2, 100))

    statuses = [ask(visitor, WORDS).status_code for _ in range(3)]

    assert statuses == [200, 200, 429]


def test_the_footer_leads_there(visitor):
    assert parsed(visitor.get("/en/search/")).select_one('footer a[href="/en/genuine/"]')
