"""A release goes public all at once or not at all, and comes back the same way."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from coalition.demo.builders import (
    build_admin,
    build_alert_banner,
    build_partner,
    build_story,
    build_user,
    home_page,
    publish_page,
    publish_row,
)
from coalition.releases.contents import add
from coalition.releases.models import Release, State
from coalition.releases.publishing import PublishAll, Undo
from coalition.releases.refusal import Refused
from coalition.releases.review import Approve, Reopen, Submit
from coalition.sitewide.models import AlertBanner
from coalition.staff.roles import EDITOR, PARTNER_MANAGER, PUBLISHER
from news.models import StoryPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def creator():
    return build_user(EDITOR, username="creator")


@pytest.fixture
def publisher():
    return build_user(PUBLISHER, username="publisher")


@pytest.fixture
def draft():
    return build_story(title="Not yet", live=False)


def release_of(*rows, creator):
    release = Release.objects.create(title="Together", creator=creator)
    for row in rows:
        add(release, row, creator)
    return release


def approved(release, approver):
    Submit().take(release, release.creator)
    Approve().take(release, approver)
    return release


def edited(page, title):
    page = type(page).objects.get(pk=page.pk)
    page.title = title
    page.save_revision()
    return page


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def address(page):
    return page.get_url()


def test_publishes_everything_at_once(creator, publisher, draft, visitor):
    banner = build_alert_banner(title="Closed today", live=False)
    partner = build_partner("TD", region="africa", live=False)
    release = approved(release_of(draft, banner, partner, creator=creator), publisher)

    PublishAll().take(release, publisher)

    assert visitor.get(address(draft)).status_code == 200
    assert fresh(banner).live
    assert fresh(partner).live
    assert release.state == State.PUBLISHED


def test_publishes_nothing_if_one_item_fails(creator, publisher, draft, monkeypatch, visitor):
    other = build_story(title="Nor this", live=False)
    third = build_story(title="Breaks", live=False)
    release = approved(release_of(draft, other, third, creator=creator), publisher)
    save = StoryPage.save

    def fail_on_third(page, *args, **kwargs):
        if page.pk == third.pk and page.live:
            raise ConnectionError("the database went away")
        save(page, *args, **kwargs)

    monkeypatch.setattr(StoryPage, "save", fail_on_third)

    with pytest.raises(ConnectionError):
        PublishAll().take(release, publisher)

    assert [fresh(page).live for page in (draft, other, third)] == [False, False, False]
    assert visitor.get(address(draft)).status_code == 404
    assert fresh(release).state == State.APPROVED


def test_takes_everything_back(creator, publisher, draft, visitor):
    live = build_story(title="As it was")
    changed = edited(live, "As it is now")
    release = approved(release_of(draft, changed, creator=creator), publisher)
    PublishAll().take(release, publisher)

    Undo().take(release, publisher)

    assert visitor.get(address(draft)).status_code == 404
    assert "As it was" in visitor.get(address(live)).content.decode()
    assert release.state == State.UNDONE


def test_brings_back_what_was_live_without_any_revision(creator, publisher):
    home = home_page()
    before = home.title
    assert home.live_revision is None
    release = approved(release_of(edited(home, "Another"), creator=creator), publisher)
    PublishAll().take(release, publisher)
    assert home_page().title == "Another"

    Undo().take(release, publisher)

    assert home_page().title == before


def test_keeps_the_drafts_when_it_takes_back(creator, publisher):
    live = build_story(title="As it was")
    release = approved(release_of(edited(live, "Later"), creator=creator), publisher)
    PublishAll().take(release, publisher)

    Undo().take(release, publisher)

    assert fresh(live).get_latest_revision_as_object().title == "Later"


def test_can_be_published_again_after_it_was_undone(creator, publisher, draft):
    release = approved(release_of(draft, creator=creator), publisher)
    PublishAll().take(release, publisher)
    Undo().take(release, publisher)
    Reopen().take(release, creator)

    PublishAll().take(approved(release, publisher), publisher)

    assert fresh(draft).live


def test_nobody_approves_their_own(draft):
    admin = build_admin()
    release = release_of(draft, creator=admin)
    Submit().take(release, admin)

    with pytest.raises(Refused, match="somebody else"):
        Approve().take(release, admin)


def test_is_approved_only_by_somebody_who_may_publish_each_item(creator, draft):
    release = release_of(draft, creator=creator)
    Submit().take(release, creator)

    with pytest.raises(Refused, match="“Not yet”"):
        Approve().take(release, build_user(EDITOR, username="another"))


def test_is_not_published_unapproved(creator, publisher, draft):
    release = release_of(draft, creator=creator)
    Submit().take(release, creator)

    with pytest.raises(Refused, match="In review"):
        PublishAll().take(release, publisher)

    assert not fresh(draft).live


def test_is_not_published_by_somebody_without_the_right(creator, publisher, draft):
    release = approved(release_of(draft, creator=creator), publisher)

    with pytest.raises(Refused, match="You may not publish “Not yet”"):
        PublishAll().take(release, creator)

    assert not fresh(draft).live


def test_is_not_published_when_the_approver_left(creator, publisher, draft):
    release = approved(release_of(draft, creator=creator), publisher)
    admin = build_admin()
    publisher.delete()

    with pytest.raises(Refused, match="second person"):
        PublishAll().take(fresh(release), admin)


def test_names_both_when_a_later_draft_exists(creator, publisher, draft):
    release = approved(release_of(draft, creator=creator), publisher)
    page = fresh(draft)
    page.save_revision(user=creator)

    with pytest.raises(Refused) as refusal:
        PublishAll().take(release, publisher)

    (reason,) = refusal.value.reasons
    assert "“Not yet”" in reason
    assert str(creator) in reason
    assert not fresh(draft).live


def test_notices_an_autosave_into_the_approved_revision(creator, publisher):
    page = build_story(title="Approved", live=False, by=creator)
    release = approved(release_of(page, creator=creator), publisher)
    page = fresh(page)
    page.title = "Smuggled in"
    page.save_revision(user=creator, overwrite_revision=page.latest_revision)

    with pytest.raises(Refused, match="later draft"):
        PublishAll().take(release, publisher)


def test_a_later_draft_goes_in_after_a_new_review(creator, publisher, draft):
    release = approved(release_of(draft, creator=creator), publisher)
    edited(draft, "Better")
    Reopen().take(release, creator)

    PublishAll().take(approved(release, publisher), publisher)

    assert fresh(draft).title == "Better"


def test_pressed_twice_it_publishes_once(creator, publisher, draft):
    release = approved(release_of(draft, creator=creator), publisher)
    same = Release.objects.get(pk=release.pk)
    PublishAll().take(release, publisher)
    first = fresh(draft).last_published_at

    with pytest.raises(Refused, match="Published"):
        PublishAll().take(same, publisher)

    assert fresh(draft).last_published_at == first


def test_refuses_an_item_that_would_only_be_scheduled(creator, publisher):
    tomorrow = timezone.now() + timedelta(days=1)
    page = build_story(title="Tomorrow", live=False, go_live_at=tomorrow)
    release = release_of(page, creator=creator)
    Submit().take(release, creator)

    with pytest.raises(Refused, match=r"“Tomorrow”.*scheduled"):
        Approve().take(release, publisher)


def test_refuses_a_draft_that_is_not_finished(creator, publisher, draft):
    page = fresh(draft)
    page.slug = "taken"
    build_story(title="Taken", slug="taken")
    page.save_revision(clean=False)
    release = release_of(page, creator=creator)
    Submit().take(release, creator)

    with pytest.raises(Refused, match=r"“Not yet”.*slug"):
        Approve().take(release, publisher)


def test_refuses_an_item_that_was_deleted(creator, publisher, draft):
    release = approved(release_of(draft, creator=creator), publisher)
    fresh(draft).delete()

    with pytest.raises(Refused, match=r"“Not yet” .* deleted"):
        PublishAll().take(release, publisher)


def test_refuses_an_item_that_somebody_locked(creator, publisher, draft):
    release = approved(release_of(draft, creator=creator), publisher)
    page = fresh(draft)
    page.locked, page.locked_by = True, creator
    page.save()

    with pytest.raises(Refused, match=r"“Not yet” .* locked"):
        PublishAll().take(release, publisher)


def test_does_not_undo_what_was_published_again_since(creator, publisher, draft):
    release = approved(release_of(draft, creator=creator), publisher)
    PublishAll().take(release, publisher)
    publish_page(edited(draft, "Corrected"))

    with pytest.raises(Refused, match=r"“Not yet”.*since"):
        Undo().take(release, publisher)

    assert fresh(draft).live
    assert fresh(release).state == State.PUBLISHED


def test_does_not_undo_half_of_it(creator, publisher, draft):
    banner = build_alert_banner(title="Closed today", live=False)
    release = approved(release_of(draft, banner, creator=creator), publisher)
    PublishAll().take(release, publisher)
    publish_row(AlertBanner.objects.get())

    with pytest.raises(Refused, match="“Closed today”"):
        Undo().take(release, publisher)

    assert fresh(draft).live


def test_is_undone_only_by_somebody_who_may_publish(creator, publisher, draft):
    release = approved(release_of(draft, creator=creator), publisher)
    PublishAll().take(release, publisher)

    with pytest.raises(Refused, match="You may not publish"):
        Undo().take(release, creator)


def test_nothing_waits_in_two_releases(creator, draft):
    release_of(draft, creator=creator)

    with pytest.raises(Refused, match=r"“Not yet”.*“Together”"):
        release_of(draft, creator=creator)


def test_every_step_is_in_the_log(creator, publisher, draft):
    release = approved(release_of(draft, creator=creator), publisher)
    PublishAll().take(release, publisher)
    Undo().take(release, publisher)

    entries = ModelLogEntry.objects.for_instance(release).order_by("timestamp", "pk")

    assert [(entry.action, entry.user) for entry in entries] == [
        ("releases.add", creator),
        ("releases.submit", creator),
        ("releases.approve", publisher),
        ("releases.publish", publisher),
        ("releases.undo", publisher),
    ]


def test_a_step_that_is_refused_says_so_before_it_is_taken(creator, publisher, draft):
    release = release_of(draft, creator=creator)

    assert PublishAll().objections(release, publisher) == ["The release is “Open”."]


def test_others_do_not_see_a_partner_managers_neighbours(creator):
    manager = build_user(PARTNER_MANAGER, username="manager")
    own = Release.objects.create(title="Own", creator=manager)
    Release.objects.create(title="Somebody else's", creator=creator)

    assert list(Release.objects.visible_to(manager)) == [own]
    assert Release.objects.visible_to(creator).count() == 2
