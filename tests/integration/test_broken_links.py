"""Links that lead nowhere are noted, by the clock, for whoever can mend them."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from coalition.demo.builders import build_admin, build_document, build_story, publish_page, withdraw
from coalition.desk.links import following
from coalition.desk.links.finding import keep_links
from coalition.desk.links.found_link import MOST_FAILURES
from coalition.desk.models import FoundLink
from coalition.outbound.client import NotAnswered, Refused
from tests.reading import main_text

pytestmark = pytest.mark.django_db

ELSEWHERE = "https://elsewhere.example/report?a=1&b=2"


class Web:
    """Other people's servers: what each address answers, and who was asked."""

    def __init__(self):
        self.answers, self.asked = {}, []

    def get(self, address):
        self.asked.append(address)
        answer = self.answers.get(address, 200)
        if isinstance(answer, Exception):
            raise answer
        return SimpleNamespace(status=answer)


@pytest.fixture
def web(monkeypatch):
    web = Web()
    monkeypatch.setattr(following, "CLIENT", web)
    return web


def tell(html=None, **fields):
    """A published story whose links are known, as they are once its publication has come true."""
    html = html or '<p>See <a href="https://elsewhere.example/report?a=1&amp;b=2">this</a>.</p>'
    story = build_story(body=[("text", html)], **fields)
    keep_links(story)
    return story


def follow():
    FoundLink.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    call_command("follow_links", verbosity=0)


def problems():
    return [(link.address, link.problem) for link in FoundLink.objects.broken().order_by("pk")]


def test_links_are_found_when_a_page_is_published(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        build_story(teaser='<p><a href="https://elsewhere.example/">x</a></p>')

    assert FoundLink.objects.get().address == "https://elsewhere.example/"


def test_links_are_found_in_prose_and_in_blocks():
    call = {"text": "Read", "label": "Report", "url": "https://elsewhere.example/call"}
    story = build_story(
        body=[("text", f'<p><a href="{ELSEWHERE}">x</a></p>'), ("call_to_action", call)]
    )
    keep_links(story)

    found = set(FoundLink.objects.values_list("address", flat=True))

    assert found == {ELSEWHERE, "https://elsewhere.example/call"}


def test_a_link_that_works_is_not_told_of(web):
    tell()

    follow()

    assert web.asked == [ELSEWHERE]
    assert problems() == []


@pytest.mark.parametrize(
    ("answer", "problem"), [(404, "gone"), (410, "gone"), (Refused("not public"), "refused")]
)
def test_a_link_to_nothing_is_told_of_at_once(web, answer, problem):
    tell()
    web.answers[ELSEWHERE] = answer

    follow()

    assert problems() == [(ELSEWHERE, problem)]


@pytest.mark.parametrize("answer", [500, NotAnswered("There is no such host.")])
def test_a_server_may_stumble(web, answer):
    tell()
    web.answers[ELSEWHERE] = answer
    for _ in range(MOST_FAILURES - 1):
        follow()
    assert problems() == []

    follow()

    assert problems() == [(ELSEWHERE, "silent")]


def test_a_server_that_wants_no_programs_is_not_broken(web):
    tell()
    web.answers[ELSEWHERE] = 403

    follow()

    assert problems() == []


def test_says_since_when_and_forgets_it_once_the_link_works(web):
    tell()
    web.answers[ELSEWHERE] = 404
    follow()
    since = FoundLink.objects.get().broken_since
    follow()
    assert FoundLink.objects.get().broken_since == since

    web.answers[ELSEWHERE] = 200
    follow()

    assert problems() == []


def test_an_address_on_many_pages_is_asked_once(web):
    tell()
    tell(title="Another")
    web.answers[ELSEWHERE] = 404

    follow()

    assert web.asked == [ELSEWHERE]
    assert len(problems()) == 2


def test_a_few_are_asked_at_a_time(web):
    tell("".join(f'<p><a href="https://elsewhere.example/{n}">x</a></p>' for n in range(9)))

    follow()

    assert len(web.asked) == following.MOST_ELSEWHERE


def test_a_link_is_not_followed_again_before_its_time(web):
    tell()
    follow()

    call_command("follow_links", verbosity=0)

    assert len(web.asked) == 1


@pytest.mark.parametrize("hide", [withdraw, lambda story: story.unpublish()])
def test_a_link_to_a_page_that_readers_cannot_see_is_broken(web, hide):
    target = build_story(title="Where it leads")
    tell(f'<p><a linktype="page" id="{target.pk}">x</a></p>')
    follow()
    assert problems() == []

    hide(target)
    follow()

    assert problems() == [(f"Where it leads ({target.pk})", "hidden")]
    assert web.asked == []


def test_a_link_to_a_document_that_is_gone_is_broken(web):
    document = build_document(filename="report.txt", content=b"A report.")
    tell(f'<p><a linktype="document" id="{document.pk}">x</a></p>')
    document.delete()

    follow()

    assert [problem for _, problem in problems()] == ["hidden"]


def test_a_link_that_was_mended_is_forgotten(web):
    story = tell()
    web.answers[ELSEWHERE] = 404
    follow()

    story.body = [("text", "<p>No link.</p>")]
    keep_links(publish_page(story))

    assert not FoundLink.objects.exists()


def test_nobody_needs_to_mend_what_nobody_sees(web):
    story = tell()
    web.answers[ELSEWHERE] = 404
    follow()

    story.unpublish()

    assert problems() == []


def test_editors_read_of_it_among_the_reports(client, web):
    tell(title="With a broken link")
    web.answers[ELSEWHERE] = 404
    follow()
    client.force_login(build_admin())

    text = main_text(client.get(reverse("broken_links")))

    assert "With a broken link" in text
    assert "There is no such page" in text


def test_links_on_pages_from_before_are_found_on_request(web):
    build_story(body=[("text", f'<p><a href="{ELSEWHERE}">x</a></p>')])

    call_command("follow_links", "--find", verbosity=0)

    assert web.asked == [ELSEWHERE]
