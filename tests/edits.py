"""Each kind of edit that is made in the back office, to the site of `edited_site`."""

from datetime import UTC, datetime, timedelta

from django.core.management import call_command
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Comment, PageViewRestriction

from coalition.consent.models import ConsentTexts
from coalition.demo.builders import (
    build_alert_banner,
    build_campaign,
    build_menu,
    build_partner,
    build_partner_index,
    build_partner_page,
    build_promotion,
    build_social_post,
    build_story,
    build_topic,
    home_page,
    publish_page,
    publish_row,
    withdraw,
)
from coalition.home.models import HomeSlot
from coalition.pages.models import Correction
from coalition.releases.publishing import Undo
from news.models import StoryPage
from partners.models import Contribution, PartnerName, StatusChange
from partners.vocabulary import Status
from tests.edited_site import change, fresh, publish_together
from tests.edits_of_files import EDITS_OF_FILES

A_DAY = datetime(2020, 5, 1, tzinfo=UTC)
TEXT = [("text", "<p>Something else.</p>")]


def schedule(site):
    soon = timezone.now() + timedelta(hours=1)
    story = build_story(site.news, title="Tomorrow's", date="2020-06-06", go_live_at=soon)
    story.get_latest_revision().__class__.objects.filter(object_id=str(story.pk)).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1)
    )
    call_command("publish_scheduled")


def expire(site):
    a_minute_ago = timezone.now() - timedelta(minutes=1)
    StoryPage.objects.filter(pk=site.archive[3].pk).update(expire_at=a_minute_ago)
    call_command("publish_scheduled")


def lead(site):
    home = home_page()
    ends_at = timezone.now() + timedelta(days=1)
    home.slots = [HomeSlot(story=site.archive[0], ends_at=ends_at, starts_at=A_DAY)]
    publish_page(home)


def rename_partner(site):
    iraq = fresh(site.iraq)
    iraq.names = [PartnerName(language_code="en", name="The Republic of Iraq")]
    publish_row(iraq)


def suspend(site):
    change_of_status = StatusChange(status=Status.SUSPENDED, from_date=A_DAY.date())
    publish_row(change(site.iraq, status_changes=[change_of_status]))


def write_notice(site):
    ConsentTexts.objects.filter(locale__language_code="en").delete()


def publish_beside_the_archive(site):
    build_story(
        site.news,
        title="New",
        date="2020-06-01",
        partners=[site.chad, site.iraq],
        topics=[site.schools, site.health],
        lines_of_effort=[site.line],
        campaign=site.campaign,
    )


def release(site):
    """A story, another one's title and a notice, all at once."""
    story = build_story(site.news, title="Together", date="2020-06-01", live=False)
    change(site.archive[3], title="Together").save_revision()
    publish_together(site, story, fresh(site.archive[3]), build_alert_banner("fr", live=False))


EDITS = {
    "a new story that shares all with others": publish_beside_the_archive,
    "a new story": lambda s: build_story(s.news, title="New", date="2020-06-01"),
    "a new story about a partner": lambda s: build_story(
        s.news, title="New", date="2020-06-01", partners=[s.iraq], topics=[s.health]
    ),
    "a story of an old day": lambda s: build_story(s.news, title="Late", date="2018-05-20"),
    "an old story of a partner": lambda s: build_story(
        s.news, title="Late", date="2018-05-20", partners=[s.iraq], topics=[s.health]
    ),
    "a scheduled story": schedule,
    "a story's title": lambda s: publish_page(change(s.about_iraq, title="Iraq again")),
    "a story's day": lambda s: publish_page(change(s.archive[3], date="2018-08-16")),
    "an old story's kind": lambda s: publish_page(change(s.archive[5], kind="statement")),
    "a story's topics": lambda s: publish_page(change(s.about_iraq, topics=[s.schools])),
    "a story's first topic": lambda s: publish_page(change(s.archive[3], topics=[s.health])),
    "a story's address": lambda s: publish_page(change(s.archive[3], slug="elsewhere")),
    "the address of a list": lambda s: publish_page(change(s.news, slug="newsroom")),
    "expired": expire,
    "unpublished": lambda s: fresh(s.archive[3]).unpublish(),
    "deleted": lambda s: fresh(s.archive[3]).delete(),
    "withdrawn": lambda s: withdraw(fresh(s.with_all)),
    "corrected": lambda s: publish_page(change(s.archive[3], corrections=[Correction(text="X")])),
    "translated": lambda s: build_story(
        s.french.get_parent(), title="Tout", translation_of=s.with_all, date="2019-03-03"
    ),
    "a partner joins": lambda s: build_partner("FR", region="europe", joined="2020-06-01"),
    "a partner's name": rename_partner,
    "a partner's website": lambda s: publish_row(change(s.iraq, website="https://iq.example")),
    "a partner is suspended": suspend,
    "a partner leaves": lambda s: fresh(s.chad).unpublish(),
    "a partner's page": lambda s: publish_page(change(s.page_of_iraq, body=TEXT)),
    "the address of a partner's page": lambda s: publish_page(change(s.page_of_chad, slug="tchad")),
    "a partner's page is translated": lambda s: build_partner_page(
        build_partner_index(home_page("fr"), translation_of=s.partners),
        partner=s.iraq,
        translation_of=s.page_of_iraq,
    ),
    "a partner's page is closed": lambda s: PageViewRestriction.objects.create(
        page=s.page_of_iraq, restriction_type="login"
    ),
    "a new partner's page": lambda s: build_partner_page(
        s.partners, partner=build_partner("FR", region="europe")
    ),
    "the title of the list of partners": lambda s: publish_page(change(s.partners, title="All")),
    "its disclaimer": lambda s: publish_page(change(s.partners, disclaimer="<p>No.</p>")),
    "a contribution": lambda s: publish_page(
        change(s.page_of_chad, contributions=[Contribution(line_of_effort=s.line, text="<p>X</p>")])
    ),
    "a topic's name": lambda s: change(s.health, name="Health care").save(),
    "a new topic": lambda s: build_topic("Sport", slug="sport"),
    "a topic is deleted": lambda s: fresh(s.health).delete(),
    "a menu": lambda s: build_menu("en", place="footer", links=[{"page": s.partners}]),
    "a page in a menu": lambda s: publish_page(change(s.privacy, title="Privacy notice")),
    "an alert": lambda s: build_alert_banner("en"),
    "a lead": lead,
    "the explainer": lambda s: publish_page(change(s.about, title="Explained")),
    "a line of effort": lambda s: publish_page(change(s.line, body=TEXT)),
    "a campaign": lambda s: publish_page(change(s.campaign, body=TEXT)),
    "another campaign": lambda s: build_campaign(title="Next", start="2020-05-02"),
    "a post": lambda s: build_social_post(),
    "a post's text": lambda s: publish_row(change(s.post, text="Nurses first.")),
    "a post is hidden": lambda s: fresh(s.post).unpublish(),
    "texts of the site": lambda s: publish_row(change(s.texts, site_name="We")),
    "a redirect": lambda s: Redirect.objects.create(old_path="/en/old", redirect_link="/en/"),
    "a copy": lambda s: fresh(s.about_iraq).copy(update_attrs={"slug": "copy"}),
    "an alias": lambda s: fresh(s.about_iraq).create_alias(update_slug="alias"),
    "the notice": write_notice,
    "a promoted result": lambda s: build_promotion(s.privacy),
    "a comment": lambda s: Comment.objects.create(page=s.about_iraq, user=s.writer, text="Why?"),
    "a draft": lambda s: change(s.about_iraq, title="Not yet").save_revision(),
    "a view restriction": lambda s: PageViewRestriction.objects.create(
        page=s.archive[3], restriction_type="login"
    ),
    "a view restriction is lifted": lambda s: PageViewRestriction.objects.get().delete(),
    "a closed section": lambda s: PageViewRestriction.objects.create(
        page=s.partners, restriction_type="login"
    ),
    "a page in another order": lambda s: fresh(s.page_of_chad).move(s.partners, pos="first-child"),
    "a page moved below another": lambda s: fresh(s.terms).move(s.privacy, pos="last-child"),
    "a story's words": lambda s: publish_page(change(s.archive[3], body=TEXT)),
    "the words of a page in a menu": lambda s: publish_page(change(s.privacy, body=TEXT)),
    "an earlier version again": lambda s: s.of_film.revisions.earliest("pk").publish(),
    "a release": release,
    "a release is undone": lambda s: Undo().take(fresh(s.released), s.publisher),
    "a purpose": lambda s: change(s.purpose, description="From afar.").save(),
    "a cookie": lambda s: change(s.cookie, description="It counts.").save(),
    **EDITS_OF_FILES,
}
