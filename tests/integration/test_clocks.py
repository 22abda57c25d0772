"""Several clocks at once do everything once, and a stopped one is noticed."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from wagtail.models import ModelLogEntry, ReferenceIndex

from coalition.audit.models import Entry
from coalition.demo.builders import build_alert_banner, build_story, build_user
from coalition.desk import one_at_a_time
from coalition.desk.one_at_a_time import only_one
from coalition.media.models import VideoCaptions
from coalition.staff.roles import EDITOR, PARTNER_MANAGER
from news.models import StoryPage
from tests.integration.test_blocks import build_video

CLOCKS = 4
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="Has no threads.")
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="Has locks of its own.")


def schedule(row, **moments):
    for name, moment in moments.items():
        setattr(row, name, moment)
    row.save_revision().publish(skip_permission_checks=True)


@pytest.fixture
def due_for_everybody(django_db_setup, django_db_blocker):
    """A banner that is due, in the database itself: other connections see it too."""
    with django_db_blocker.unblock():
        banner = build_alert_banner(live=False)
        banner.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
        yield banner
        ModelLogEntry.objects.filter(object_id=str(banner.pk)).delete()
        ReferenceIndex.remove_for_object(banner)
        banner.revisions.all().delete()
        banner.delete()
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
            Entry.objects.forget()
            cursor.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER")


def let_clocks_run():
    """All of them at the same moment, each with a connection of its own."""
    together = Barrier(CLOCKS)

    def run():
        together.wait()
        call_command("publish_scheduled")
        connection.close()

    threads = [Thread(target=run) for _ in range(CLOCKS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@on_postgresql
def test_four_clocks_publish_once(due_for_everybody):
    let_clocks_run()

    published = ModelLogEntry.objects.filter(
        object_id=str(due_for_everybody.pk), action="wagtail.publish.scheduled"
    )
    due_for_everybody.refresh_from_db()
    assert due_for_everybody.live
    assert published.count() == 1


@on_postgresql
@pytest.mark.django_db
def test_a_connection_lets_go_of_its_lock():
    with only_one("a test"):
        pass

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
        assert cursor.fetchone() == (0,)


@on_sqlite
@pytest.mark.django_db
def test_one_process_keeps_the_others_out():
    with only_one("a test") as first, only_one("a test") as second:
        assert (first, second) == (True, False)

    with only_one("a test") as third:
        assert third


@pytest.mark.django_db
def test_a_clock_leaves_it_to_another_that_is_at_it(monkeypatch):
    story = build_story(live=False)
    story.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    monkeypatch.setattr(one_at_a_time, "lock_in_database", never)
    monkeypatch.setattr(one_at_a_time, "lock_on_this_machine", never)

    call_command("publish_scheduled")

    assert not StoryPage.objects.get(pk=story.pk).live


@one_at_a_time.contextmanager
def never(name):
    yield False


@pytest.mark.django_db
class TestStoppedClock:
    @pytest.fixture
    def dashboard(self, client):
        client.force_login(build_user(EDITOR))

        def look():
            return client.get("/admin/").content.decode()

        return look

    def test_is_told_of_what_should_be_public(self, dashboard):
        story = build_story(live=False)
        story.save_revision(approved_go_live_at=timezone.now() - timedelta(hours=3))

        assert "The clock has stopped" in dashboard()

    def test_is_told_of_what_should_be_offline(self, dashboard):
        story = build_story()
        StoryPage.objects.filter(pk=story.pk).update(expire_at=timezone.now() - timedelta(hours=3))

        assert "The clock has stopped" in dashboard()

    def test_says_nothing_while_nothing_is_late(self, dashboard):
        schedule(build_story(live=False), go_live_at=timezone.now() + timedelta(hours=1))

        assert "The clock has stopped" not in dashboard()


@pytest.mark.django_db
class TestHeldBack:
    """A story was scheduled with a film that has lost its words since."""

    @pytest.fixture
    def film(self):
        return build_video()

    @pytest.fixture
    def story(self, film):
        story = build_story(live=False, title="The looms turn", kind="video", video=film)
        story.save_revision(approved_go_live_at=timezone.now() - timedelta(hours=3))
        VideoCaptions.objects.filter(video=film).update(transcript="")
        return story

    def test_the_clock_waits_for_its_words(self, story, film):
        call_command("publish_scheduled")
        assert not StoryPage.objects.get(pk=story.pk).live

        VideoCaptions.objects.filter(video=film).update(transcript="<p>Two looms turn.</p>")
        call_command("publish_scheduled")

        assert StoryPage.objects.get(pk=story.pk).live

    @pytest.mark.usefixtures("story")
    def test_others_do_not_wait_for_it(self):
        other = build_story(live=False)
        other.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))

        call_command("publish_scheduled")

        assert StoryPage.objects.get(pk=other.pk).live

    @pytest.mark.usefixtures("story")
    @pytest.mark.parametrize(("role", "is_told"), [(EDITOR, True), (PARTNER_MANAGER, False)])
    def test_the_dashboard_says_why_it_waits_to_whoever_may_mend_it(self, client, role, is_told):
        client.force_login(build_user(role))

        dashboard = client.get("/admin/").content.decode()

        assert ("has no captions with a transcript" in dashboard) == is_told
        assert "The clock has stopped" not in dashboard
