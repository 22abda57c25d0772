"""Something of everything, in two languages, and an archive of two dozen stories: for edits."""

from types import SimpleNamespace

from wagtail.models import Collection, PageViewRestriction

from coalition.consent.models import CookieEntry, PurposeEntry
from coalition.demo.builders import (
    build_about_page,
    build_campaign,
    build_closed_shelf,
    build_document,
    build_line_of_effort,
    build_menu,
    build_news_index,
    build_partner,
    build_partner_index,
    build_partner_page,
    build_picture,
    build_site_texts,
    build_social_post,
    build_standard_page,
    build_story,
    build_topic,
    build_user,
    home_page,
    publish_page,
)
from coalition.media.shapes import SHAPES
from coalition.pages import standing
from coalition.pages.querysets import all_pages
from coalition.releases.contents import add
from coalition.releases.models import Release
from coalition.releases.publishing import PublishAll
from coalition.releases.review import Approve, Submit
from coalition.staff.roles import EDITOR, PUBLISHER
from tests.integration.test_blocks import build_video

FACT = '<p>We are <embed embedtype="fact" name="partners" form="counted"/>.</p>'


def plant_site():
    site = SimpleNamespace(news=build_news_index())
    site.shelf, site.closed = build_shelf(), build_closed_shelf()
    site.picture, site.hidden_picture = cut(build_picture()), build_picture(collection=site.closed)
    site.report, site.film = build_document(collection=site.shelf), build_video()
    cut(site.film.poster)
    site.privacy, site.terms = build_standard_page(), build_standard_page(title="Terms")
    site.post = build_social_post("Teachers first.")
    site.texts = build_site_texts("en", site_name="The Coalition", privacy_page=site.privacy)
    site.purpose = PurposeEntry.objects.create(varname="films", name="Films", description="Afar.")
    site.cookie = CookieEntry.objects.create(cookiegroup=site.purpose, name="player")
    site.writer = build_user(EDITOR, username="writer")
    site.publisher = build_user(PUBLISHER, username="publisher")
    plant_register(site)
    plant_stories(site)
    build_menu("en", links=[{"page": site.privacy}, {"page": site.news}])
    return site


def build_shelf():
    return Collection.get_first_root_node().add_child(name="Reports")


def cut(picture):
    picture.get_renditions(*(spec for name in SHAPES for spec in SHAPES[name].specs))
    return picture


def plant_register(site):
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


def plant_stories(site):
    site.health, site.schools = build_topic("Health"), build_topic("Schools", slug="schools")
    site.campaign = build_campaign()
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
    site.of_film = build_story(
        site.news, kind="video", title="The film", date="2018-08-20", video=site.film
    )
    # It has said something else before.
    site.of_film.body = [("text", "<p>Of another day.</p>")]
    site.of_film = publish_page(site.of_film)
    site.with_hidden = build_story(
        site.news, title="Unseen", date="2018-07-20", picture=site.hidden_picture, picture_alt="A"
    )
    site.members_only = build_story(site.news, title="For members", date="2018-09-20")
    PageViewRestriction.objects.create(page=site.members_only, restriction_type="login")
    site.archive[4].title = "Together"
    site.archive[4].save_revision()
    site.released = publish_together(site, site.archive[4])
    french = build_news_index(home_page("fr"), title="Actualités", translation_of=site.news)
    site.french = build_story(french, title="L’Irak", translation_of=site.about_iraq)
    site.sitemaps = sorted(sitemaps())


def publish_together(site, *rows):
    """Their latest drafts, as a release that one has prepared and another published."""
    release = Release.objects.create(title="Together", creator=site.writer)
    for row in rows:
        add(release, row, site.writer)
    Submit().take(release, site.writer)
    Approve().take(release, site.publisher)
    PublishAll().take(release, site.publisher)
    return release


def day_in(number):
    return f"20{18 + number // 10}-{number % 10 + 1:02}-15"


OPEN_DATA = [
    *(f"/api/partners.{file}" for file in ("json", "csv", "geojson", "json?as_of=2020-05-31")),
    *(f"/api/partners/counter.svg{query}" for query in ("", "?lang=ar")),
    *(f"/api/partners/map.svg{query}" for query in ("", "?lang=fr")),
    *(f"/en/open-data/{file}" for file in ("", "changes.atom", "counter/")),
    *(f"/fr/open-data/{file}" for file in ("changes.atom", "counter/")),
    *("/api/partners.schema.json", "/api/openapi.json"),
]


def sitemaps():
    """Those files that tell of any page, and their index."""
    pages = all_pages().filter(depth__gt=1).values_list("locale__language_code", "pk")
    files = {(language, key // standing.KEYS_A_SITEMAP) for language, key in pages}
    return ["/sitemap.xml", *(f"/sitemap-{language}-{number}.xml" for language, number in files)]


def addresses(site):
    index = site.news.url
    oldest = site.archive[11]
    return [
        *(home_page(language).url for language in ("en", "fr", "ar")),
        *(page.url for page in (site.news, site.french.get_parent(), site.privacy)),
        *(page.url for page in (site.partners, site.page_of_iraq, site.page_of_chad)),
        *(page.url for page in (site.line, site.about, site.campaign, site.terms)),
        *(story.url for story in (*site.archive[2:6], site.archive[12], site.about_iraq)),
        *(story.url for story in (site.with_all, site.of_film, site.with_hidden, site.french)),
        f"{index}feed/",
        f"{index}?topic=health",
        f"{index}?kind=statement",
        f"{index}?partner={site.iraq.public_id}",
        f"{index}?topic=health&year=2019",
        f"{index}?partner={site.iraq.public_id}&topic=health",
        f"{index}?before={oldest.date}-{oldest.pk}",
        *OPEN_DATA,
        *site.sitemaps,
    ]


def fresh(row):
    """As it is in the database."""
    return type(row).objects.get(pk=row.pk)


def change(row, **fields):
    found = fresh(row)
    for name, value in fields.items():
        setattr(found, name, value)
    return found
