"""What people see and press in the admin to fill, review and publish a release."""

import pytest

from coalition.demo.builders import (
    build_alert_banner,
    build_partner,
    build_story,
    build_user,
)
from coalition.releases.contents import add
from coalition.releases.models import Release, State
from coalition.staff.roles import EDITOR, PARTNER_MANAGER, PUBLISHER
from tests.reading import links, main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def creator():
    return build_user(EDITOR, username="creator")


@pytest.fixture
def draft():
    return build_story(title="Not yet", live=False)


@pytest.fixture
def release(creator, draft):
    release = Release.objects.create(title="Together", note="Mind the date.", creator=creator)
    add(release, draft, creator)
    return release


@pytest.fixture
def enter(client):
    def as_role(role):
        client.force_login(build_user(role))
        return client

    return as_role


def page_of(release):
    return f"/admin/releases/inspect/{release.pk}/"


def step(release, name):
    return f"/admin/releases/{release.pk}/{name}/"


def place_to_add(row):
    return f"/admin/releases/with/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/"


def state_of(release):
    return Release.objects.get(pk=release.pk).state


def is_refused(answer):
    return answer.status_code in {302, 403, 404}


def test_shows_what_is_in_it_and_what_is_next(client, creator, release, draft):
    client.force_login(creator)

    page = client.get(page_of(release))

    text = main_text(page)
    for words in ("Together", "Mind the date.", "Not yet", "Story, English", "Draft"):
        assert words in text
    addresses = links(page)
    assert addresses["Submit for review"] == step(release, "submit")
    assert f"/admin/pages/{draft.pk}/edit/" in addresses.values()


def test_compares_with_what_is_live(client, creator, release):
    live = build_story(title="Live")
    live.title = "Changed"
    live.save_revision()
    add(release, live, creator)
    client.force_login(creator)

    page = client.get(page_of(release))

    compare = links(page)["Compare Changed"]
    assert "Changed" in client.get(compare).content.decode()


def test_asks_before_it_does_anything(client, creator, release):
    client.force_login(creator)

    question = client.get(step(release, "submit"))

    assert "The latest draft of every item" in main_text(question)
    assert state_of(release) == State.OPEN


def test_goes_from_press_to_press(client, release, draft, enter, visitor):
    client.force_login(release.creator)
    client.post(step(release, "submit"))
    publisher = enter(PUBLISHER)
    publisher.post(step(release, "approve"))

    answer = publisher.post(step(release, "publish"), follow=True)

    assert "Everything is public." in answer.content.decode()
    assert visitor.get(draft.get_url()).status_code == 200


def test_a_press_that_is_refused_says_why(client, creator, release):
    client.force_login(creator)
    client.post(step(release, "submit"))

    answer = client.post(step(release, "approve"), follow=True)

    assert "somebody else has to approve it" in answer.content.decode()
    assert state_of(release) == State.IN_REVIEW


def test_names_problems(client, creator, release, draft):
    draft.save_revision()
    client.force_login(creator)

    assert "has a later draft" in main_text(client.get(page_of(release)))


def test_an_unknown_step_is_not_found(client, creator, release):
    client.force_login(creator)

    assert client.get(step(release, "jump")).status_code == 404


def test_a_draft_without_a_page_shows_its_fields(enter, release, creator):
    item = add(release, build_partner("TD", region="africa", ordinal=9, live=False), creator)

    page = enter(PUBLISHER).get(f"/admin/releases/items/{item.pk}/preview/")

    assert "Region Africa" in main_text(page)
    assert "Ordinal 9" in main_text(page)


def test_editors_make_releases(enter):
    editor = enter(EDITOR)

    answer = editor.post("/admin/releases/new/", {"title": "Tomorrow", "note": ""})

    release = Release.objects.get()
    assert answer.url == page_of(release)
    assert release.creator.username == "somebody"


def test_editors_add_a_page_from_its_menu(enter, draft):
    editor = enter(EDITOR)
    assert place_to_add(draft) in editor.get(f"/admin/pages/{draft.pk}/edit/").content.decode()

    editor.post(place_to_add(draft), {"title": "Tomorrow"})

    assert Release.objects.get(title="Tomorrow").rows == [draft]


def test_publishers_add_a_snippet_to_a_release_there_is(enter, release):
    banner = build_alert_banner(live=False)
    publisher = enter(PUBLISHER)

    publisher.post(place_to_add(banner), {"release": release.pk})

    assert banner in release.rows


def test_asks_for_a_release_or_a_title(enter, draft):
    answer = enter(EDITOR).post(place_to_add(draft), {})

    assert "give a new one a title" in main_text(answer)
    assert not Release.objects.exists()


def test_says_where_a_page_is_already_and_makes_nothing(enter, release, draft):
    answer = enter(EDITOR).post(place_to_add(draft), {"title": "Another"})

    assert "is in the release “Together” already" in main_text(answer)
    assert Release.objects.count() == 1


def test_nobody_adds_what_they_may_not_edit(enter):
    partner = build_partner(live=False)

    assert is_refused(enter(EDITOR).get(place_to_add(partner)))


def test_what_has_no_drafts_cannot_be_added(enter, draft, creator):
    editor = enter(EDITOR)

    assert editor.get(f"/admin/releases/with/staff/user/{creator.pk}/").status_code == 404
    assert editor.get("/admin/releases/with/no/such/1/").status_code == 404


def test_an_item_can_be_taken_out(client, creator, release):
    client.force_login(creator)

    client.post(f"/admin/releases/items/{release.items.get().pk}/remove/")

    assert not release.items.exists()


def test_nothing_is_taken_out_of_what_is_in_review(client, creator, release):
    client.force_login(creator)
    client.post(step(release, "submit"))

    client.post(f"/admin/releases/items/{release.items.get().pk}/remove/")

    assert release.items.exists()


def test_partner_managers_touch_only_their_own(enter, release, draft):
    item = release.items.get()
    manager = enter(PARTNER_MANAGER)

    assert "Together" not in manager.get("/admin/releases/").content.decode()
    for address in (
        page_of(release),
        step(release, "submit"),
        f"/admin/releases/items/{item.pk}/preview/",
        f"/admin/releases/history/{release.pk}/",
        f"/admin/releases/usage/{release.pk}/",
        f"/admin/releases/edit/{release.pk}/",
        f"/admin/releases/delete/{release.pk}/",
        "/admin/releases/new/",
        place_to_add(draft),
    ):
        assert is_refused(manager.get(address)), address
    assert is_refused(manager.post(f"/admin/releases/items/{item.pk}/remove/"))
    assert release.items.exists()


def test_visitors_see_nothing_of_it(visitor, release):
    item = release.items.get()

    for address in (page_of(release), f"/admin/releases/items/{item.pk}/preview/"):
        assert "Not yet" not in visitor.get(address, follow=True).content.decode()
