"""Each kind of edit makes exactly those pages cold that it changes.

The judge is the site itself: after every edit all pages are rendered anew, and what differs from
what is stored must have been purged, and nothing else.
"""

from datetime import UTC, datetime, timedelta
from shutil import copytree
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from coalition.consent.models import ConsentTexts
from coalition.delivery import changes
from coalition.delivery.store.address import Address
from coalition.demo.builders import (
    build_about_page,
    build_alert_banner,
    build_campaign,
    build_document,
    build_line_of_effort,
    build_menu,
    build_news_index,
    build_partner,
    build_partner_index,
    build_partner_page,
    build_picture,
    build_promotion,
    build_site_texts,
    build_social_post,
    build_standard_page,
    build_story,
    build_topic,
    home_page,
    publish_page,
    publish_row,
    withdraw,
)
from coalition.home.models import HomeSlot
from coalition.media.shapes import SHAPES
from coalition.pages.models import Correction
from partners.models import Contribution, PartnerName

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values_are_kept")]

A_DAY = datetime(2020, 5, 1, tzinfo=UTC)
TEXT = [("text", "<p>Something else.</p>")]
FACT = '<p>We are <embed embedtype="fact" name="partners" form="counted"/>.</p>'


def plant_site():
    """Something of everything, in two languages, and an archive of two dozen stories."""
    site = SimpleNamespace(news=build_news_index(), picture=build_picture())
    site.picture.get_renditions(*(spec for name in SHAPES for spec in SHAPES[name].specs))
    site.health, site.schools = build_topic("Health"), build_topic("Schools", slug="schools")
    site.iraq = build_partner("IQ")
    site.chad = build_partner("TD", region="africa", joined="2019-06-01")
    site.partners = build_partner_index()
    site.about = build_about_page(body=[("text", FACT)])
    site.line = build_line_of_effort(site.about, title="Stability")
    told = [{"line_of_effort": site.line, "text": "<p>Trains engineers.</p>"}]
    site.page_of_iraq = build_partner_page(
        site.partners, partner=site.iraq, contributions=told, picture=site.picture, picture_alt="A"
    )
    site.page_of_chad = build_partner_page(site.partners, partner=site.chad)
    site.campaign = build_campaign()
    site.privacy = build_standard_page()
    site.post = build_social_post("Teachers first.")
    site.texts = build_site_texts("en", site_name="The Coalition")
    site.report = build_document()
    site.archive = [
        build_story(
            site.news,
            title=f"Archive {number}",
            slug=f"a-{number}",
            date=day_in(number),
            topics=[site.schools],
            partners=[site.chad],
        )
        for number in range(13)
    ]
    site.about_iraq = build_story(
        site.news, title="Iraq", date="2020-02-03", partners=[site.iraq], topics=[site.health]
    )
    site.with_all = build_story(
        site.news,
        title="All of it",
        date="2019-03-03",
        topics=[site.health],
        partners=[site.iraq],
        lines_of_effort=[site.line],
        campaign=site.campaign,
        picture=site.picture,
        picture_alt="A picture",
        body=[("text", FACT), ("document", {"document": site.report})],
    )
    french = build_news_index(home_page("fr"), title="Actualités", translation_of=site.news)
    site.french = build_story(french, title="L’Irak", translation_of=site.about_iraq)
    build_menu("en", links=[{"page": site.privacy}, {"page": site.news}])
    return site


def day_in(number):
    return f"20{18 + number // 10}-{number % 10 + 1:02}-15"


def addresses(site):
    index = site.news.url
    oldest = site.archive[11]
    return [
        *(page.url for page in (home_page(), home_page("fr"), site.news, site.privacy)),
        *(page.url for page in (site.partners, site.page_of_iraq, site.page_of_chad)),
        *(page.url for page in (site.line, site.about, site.campaign)),
        *(story.url for story in (*site.archive[2:6], site.archive[12], site.about_iraq)),
        *(story.url for story in (site.with_all, site.french)),
        f"{index}feed/",
        f"{index}?topic=health",
        f"{index}?kind=statement",
        f"{index}?partner={site.iraq.public_id}",
        f"{index}?topic=health&year=2019",
        f"{index}?before={oldest.date}-{oldest.pk}",
    ]


@pytest.fixture(scope="module")
def planted(django_db_setup, django_db_blocker, media_folder):
    with django_db_blocker.unblock(), transaction.atomic():
        yield plant_site()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def finished(planted):
    """A folder for the pages as they are before any edit: each test has a copy of it."""
    with TemporaryDirectory() as folder:
        yield SimpleNamespace(folder=folder, is_filled=False)


@pytest.fixture
def site(db, planted, finished, store, get):
    """The site with all its pages stored; `get` asks for one."""
    if finished.is_filled:
        store.current.unlink()
        copytree(finished.folder, store.folder, symlinks=True, dirs_exist_ok=True)
    else:
        for address in addresses(planted):
            assert get(address)[0].startswith("200"), address
        copytree(store.folder, finished.folder, symlinks=True, dirs_exist_ok=True)
        finished.is_filled = True
    changes.taken()
    cache.clear()
    return planted


@pytest.fixture
def edit(site, store, get, django_capture_on_commit_callbacks):
    """Do it; which pages it has changed, and which are cold after it, as they are called."""

    def done(act):
        before = {address: get(address)[1] for address in addresses(site)}
        with django_capture_on_commit_callbacks(execute=True):
            act(site)
        warm = {address for address in before if is_stored(store, address)}
        cache.clear()
        after = {address: Client().get(address).content.decode() for address in before}
        changed = {address for address in before if before[address] != after[address]}
        return changed, before.keys() - warm

    return done


def is_stored(store, address):
    path, _, query = address.partition("?")
    return store.find(Address("testserver", path, query)) is not None


def fresh(row):
    """As it is in the database."""
    return type(row).objects.get(pk=row.pk)


def change(row, **fields):
    found = fresh(row)
    for name, value in fields.items():
        setattr(found, name, value)
    return found


def schedule(site):
    soon = timezone.now() + timedelta(hours=1)
    story = build_story(site.news, title="Tomorrow's", date="2020-06-06", go_live_at=soon)
    story.get_latest_revision().__class__.objects.filter(object_id=str(story.pk)).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1)
    )
    call_command("publish_scheduled")


def lead(site):
    home = home_page()
    ends_at = timezone.now() + timedelta(days=1)
    home.slots = [HomeSlot(story=site.archive[0], ends_at=ends_at, starts_at=A_DAY)]
    publish_page(home)


def rename_in_arabic(site):
    iraq = fresh(site.iraq)
    iraq.names = [PartnerName(language_code="en", name="The Republic of Iraq")]
    publish_row(iraq)


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
    "a story's topics": lambda s: publish_page(change(s.about_iraq, topics=[s.schools])),
    "a story's first topic": lambda s: publish_page(change(s.archive[3], topics=[s.health])),
    "a story's address": lambda s: publish_page(change(s.archive[3], slug="elsewhere")),
    "the address of a list": lambda s: publish_page(change(s.news, slug="newsroom")),
    "unpublished": lambda s: fresh(s.archive[3]).unpublish(),
    "deleted": lambda s: fresh(s.archive[3]).delete(),
    "withdrawn": lambda s: withdraw(fresh(s.with_all)),
    "corrected": lambda s: publish_page(change(s.archive[3], corrections=[Correction(text="X")])),
    "translated": lambda s: build_story(
        s.french.get_parent(), title="Tout", translation_of=s.with_all, date="2019-03-03"
    ),
    "a partner joins": lambda s: build_partner("FR", region="europe", joined="2020-06-01"),
    "a partner's name": rename_in_arabic,
    "a partner's website": lambda s: publish_row(change(s.iraq, website="https://iq.example")),
    "a partner leaves": lambda s: fresh(s.chad).unpublish(),
    "a partner's page": lambda s: publish_page(change(s.page_of_iraq, body=TEXT)),
    "a new partner's page": lambda s: build_partner_page(
        s.partners, partner=build_partner("FR", region="europe")
    ),
    "a contribution": lambda s: publish_page(
        change(s.page_of_chad, contributions=[Contribution(line_of_effort=s.line, text="<p>X</p>")])
    ),
    "a picture's credit": lambda s: change(s.picture, credit="Somebody").save(),
    "a new picture": lambda s: build_picture(),
    "a topic's name": lambda s: change(s.health, name="Health care").save(),
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
    "a document's title": lambda s: change(s.report, title="The report").save(),
    "a redirect": lambda s: Redirect.objects.create(old_path="/en/old", redirect_link="/en/"),
    "a copy": lambda s: fresh(s.about_iraq).copy(update_attrs={"slug": "copy"}),
    "an alias": lambda s: fresh(s.about_iraq).create_alias(update_slug="alias"),
    "the notice": write_notice,
    "a promoted result": lambda s: build_promotion(s.privacy),
    "a draft": lambda s: change(s.about_iraq, title="Not yet").save_revision(),
    "a view restriction": lambda s: PageViewRestriction.objects.create(
        page=s.archive[3], restriction_type="login"
    ),
    "a page moved": lambda s: fresh(s.page_of_chad).move(s.partners, pos="first-child"),
}


# Wherever a row stands, all of it is taken to be shown; the home page has all that is new.
MOST_WITHOUT_NEED = 4
MORE_WITHOUT_NEED = {
    "a picture's credit": 10,
    "a story's topics": 6,
    "a partner's website": 12,
    "a view restriction": 24,
    "a page moved": 24,
    "the address of a list": 24,
}


@pytest.mark.parametrize("name", EDITS)
def test_exactly_what_has_changed_is_cold(edit, name):
    changed, cold = edit(EDITS[name])

    assert changed - cold == set()
    assert len(cold - changed) <= MORE_WITHOUT_NEED.get(name, MOST_WITHOUT_NEED), cold - changed


def test_a_publication_leaves_the_archive_alone(edit, site):
    _, cold = edit(publish_beside_the_archive)

    assert cold.isdisjoint(story.url for story in site.archive)
    assert len(cold) <= 15
