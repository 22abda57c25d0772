"""What a kind of story cannot be without is asked for whichever way it is published."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from coalition.demo.builders import build_admin, build_document, build_story
from coalition.desk.due import problems_of
from news.models import StoryPage
from tests.integration.test_blocks import build_video
from tests.integration.test_story_kinds import MADE_BY_TWO

pytestmark = pytest.mark.django_db

WHOLE = {
    "statement": lambda: {"issuers": MADE_BY_TWO[:1]},
    "joint-statement": lambda: {"issuers": MADE_BY_TWO},
    "fact-sheet": lambda: {"document": build_document()},
    "video": lambda: {"video": build_video()},
}
COMPLAINTS = {
    "statement": "whose statement this is",
    "joint-statement": "is made by two or more",
    "fact-sheet": "needs the document",
    "video": "Choose the video",
}


@pytest.fixture(params=WHOLE)
def kind(request):
    return request.param


@pytest.fixture(params=[True, False])
def is_whole(request):
    return request.param


@pytest.fixture
def draft(kind, is_whole):
    return build_story(kind=kind, live=False, **WHOLE[kind]() if is_whole else {})


@pytest.fixture
def boss(client):
    admin = build_admin()
    client.force_login(admin)
    client.user = admin
    return client


def is_told(response, kind):
    return COMPLAINTS[kind] in response.content.decode()


def is_live(draft):
    return StoryPage.objects.get(pk=draft.pk).live


def test_publishing_many_at_once_waits_for_it(boss, draft, kind, is_whole):
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    asked = f"{address}?id={draft.get_parent().pk}&next=/admin/"

    response = boss.post(asked, {"include_descendants": "on"}, follow=True)

    assert (is_live(draft), is_told(response, kind)) == (is_whole, not is_whole)


def test_an_approval_waits_for_it(boss, draft, kind, is_whole):
    draft.save_revision()
    step = draft.get_workflow().start(draft, boss.user).current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", step.pk])

    response = boss.post(address, {"comment": ""}, follow=True)

    assert (is_live(draft), is_told(response, kind)) == (is_whole, not is_whole)


def test_wagtails_interface_for_programs_waits_for_it(boss, draft, is_whole):
    response = boss.post(reverse("wagtailadmin_api:pages:action", args=[draft.pk, "publish"]))

    assert (is_live(draft), response.status_code) == (is_whole, 200 if is_whole else 400)


def test_the_clock_waits_for_it(draft, kind, is_whole):
    problems = problems_of(draft.save_revision())

    assert any(COMPLAINTS[kind] in problem for problem in problems) != is_whole


def test_the_form_counts_the_issuers_that_it_keeps(boss):
    story = build_story(kind="joint-statement", issuers=MADE_BY_TWO)
    first, second = ({"id": row.pk, "partner": "", "name": row.name} for row in story.issuers.all())
    nothing = {name: inline_formset([]) for name in ("corrections", "withdrawals", "comments")}
    form = {
        "title": story.title,
        "slug": story.slug,
        "kind": story.kind,
        "date": "2020-05-31",
        "teaser": rich_text("<p>Read on.</p>"),
        "body": streamfield([("heading", "What happened")]),
        "issuers": inline_formset([first, second | {"DELETE": "on"}], initial=2),
        "loaded_revision_created_at": story.latest_revision.created_at.isoformat(),
        "action-publish": "1",
    }

    address = reverse("wagtailadmin_pages:edit", args=[story.pk])
    response = boss.post(address, nested_form_data(form | nothing))

    assert is_told(response, "joint-statement")
    assert StoryPage.objects.get(pk=story.pk).issuers.count() == 2
