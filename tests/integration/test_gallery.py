"""The component gallery: everything in every state, for those who make the site."""

import re

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from coalition.demo.builders import (
    build_about_page,
    build_admin,
    build_campaign,
    build_document,
    build_line_of_effort,
    build_menu,
    build_partner,
    build_partner_index,
    build_partner_page,
    build_picture,
    build_promotion,
    build_social_post,
    build_story,
    home_page,
)
from coalition.media.models import Video
from tests.reading import main_text, parsed, texts, words

# Comments and names of files, which have dots in them too.
NO_SELECTOR = re.compile(r"/\*.*?\*/|url\([^)]*\)", re.DOTALL)
CSS_CLASS = re.compile(r"\.([a-z][\w-]*)")
pytestmark = pytest.mark.django_db
ADDRESS = "/en/gallery/"
# What is in a page's head, for machines.
UNSEEN = {"components/metadata.html"}
# Parts of pages that readers meet where there is nothing to show, or where something went wrong.
ANSWERS = (
    "*/nothing*.html",
    "*/no_such_*.html",
    "consent/find_receipt.html",
    "consent/state.html",
    "contact/form.html",
    "genuine/form.html",
)
# Whoever takes one away, or adds one, says so here.
HANGING = {
    "Header, consent bar, footer": [
        "header, with menu, search and languages",
        "consent bar, asked and answered",
        "footer",
    ],
    "Alert": ["notice", "urgent"],
    "Breadcrumbs": ["first level", "second level"],
    "Lead": ["nothing published yet", "with a picture", "without"],
    "Card": [
        "with a picture",
        "large, with a picture",
        "without",
        "large, without",
        "news",
        "statement",
        "joint-statement",
        "press-release",
        "readout",
        "fact-sheet",
        "video",
    ],
    "Statement, key figures, lines of effort": ["statement", "key figures", "lines of effort"],
    "Strokes": [
        "variant 0",
        "variant 1",
        "variant 2",
        "variant 3",
        "variant 4",
        "variant 5",
        "variant 6",
        "variant 7",
    ],
    "Timeline": ["milestones"],
    "Map and partners": ["map", "list", "facts", "contributions"],
    "Campaign": ["on its page", "on the home page"],
    "Post": ["plain", "pinned", "original deleted", "two, and more to load"],
    "Filters": ["untouched", "used", "not understood"],
    "Pagination": ["first page", "in the middle", "last page"],
    "Ways on": [
        "from a page that is not there",
        "newest stories",
        "in the middle",
        "oldest stories",
    ],
    "Search": ["in the header", "a page of its own"],
    "Result of a search": ["a page", "all, and what stands first"],
    "Ways to narrow a search": ["on offer", "chosen"],
    "Choice about cookies": ["undecided", "allowed", "its cookies"],
    "Receipt": ["as it was written", "altered"],
    "Form": ["empty", "with errors", "closed for today"],
    "Page to read": ["with a word in the margin"],
    "Picture, at once or on demand": ["what tells that pictures wait", "shown at once", "waiting"],
    "Corrections": ["two of them"],
    "Withdrawal": ["withdrawn"],
    "Issuers and press contact": ["issuers", "press contact"],
    "Newer source": ["a translation is older"],
    "Share": ["with a script, which copies"],
    "Side notes": ["all of them"],
    "Neighbours": ["newest story", "in the middle", "oldest story", "of a partner"],
    "Related stories": ["some of many"],
    "Reference, and whether a text is ours": [
        "reference",
        "current",
        "earlier",
        "withdrawn",
        "excerpt",
        "framed",
        "altered",
        "unknown",
        "short",
    ],
    "Nothing to show": [
        "no story yet",
        "no story passes",
        "no partner yet",
        "no partner passes",
    ],
    "Nothing found": [
        "nothing asked",
        "no such words",
        "other words were probably meant",
        "narrowed too far",
    ],
    "What was chosen about cookies": [
        "refused by us",
        "kept",
        "the browser says no",
        "undecided",
    ],
    "Receipt to look up": ["empty", "not found"],
    "Text to check": ["empty", "with errors", "too many", "no such reference"],
    "List that is not understood": ["of stories"],
    "Error page": ["400", "410", "429", "500", "503", "507"],
    "Buttons, and what is copied": ["all"],
    "Blocks as editors meet them": [
        "text",
        "heading",
        "figure",
        "quote",
        "key_figures",
        "gallery",
        "video",
        "embed",
        "document",
        "table",
        "call_to_action",
        "accordion",
        "contact_form",
    ],
    "Blocks with pictures and films": [
        "figure",
        "gallery",
        "film on another site",
        "video",
        "document",
    ],
}


# What stands around the gallery, is no component, or is part of one page only.
NOT_HANGING = {
    "main": "what is between header and footer",
    "page-head": "the head of a list of pages; the gallery itself has one",
    "partner-head": "the head of a partner's page",
    "print-only": "only on paper",
}


def component_templates():
    """As authors of templates name them."""
    templates = settings.BASE_DIR / "templates"
    for names in ("components/*", "blocks/*", "genuine/verdicts/*", *ANSWERS):
        for path in templates.glob(names):
            yield str(path.relative_to(templates))


def blocks_of_stylesheets():
    """Names of components, without those of their elements and variants."""
    for sheet in (settings.BASE_DIR / "static/css").glob("*.css"):
        selectors = NO_SELECTOR.sub("", sheet.read_text())
        yield from map(block_of, CSS_CLASS.findall(selectors))


def block_of(css_class):
    return re.split("__|--", css_class)[0]


def furnish(home):
    """With one of everything that hangs in the gallery."""
    language = home.locale.language_code
    picture = build_picture()
    Video.objects.create(title="The factory opens", file="film.mp4", poster=picture)
    build_document()
    milestones = [{"date": "2014-09-10", "text": "Ten states meet."}]
    line = build_line_of_effort(build_about_page(home, milestones=milestones))
    build_campaign(home)
    build_menu(language, links=[{"label": "News", "address": "/"}])
    build_partner_page(
        build_partner_index(home),
        partner=build_partner(joined=str(timezone.localdate())),
        contributions=[{"line_of_effort": line, "text": "<p>It trains.</p>"}],
    )
    build_social_post(language=language)
    story = build_story(home, picture=picture, picture_alt="A classroom")
    build_story(home, kind="statement", date="2020-05-30")
    build_promotion(story, story.title, language=language)
    build_story(home_page("fr"))


def test_visitors_find_it_only_where_the_site_is_developed(visitor):
    assert visitor.get(ADDRESS).status_code == 404

    with override_settings(DEBUG=True):
        assert visitor.get(ADDRESS).status_code == 200


def test_an_empty_site_has_a_gallery_too(visitor):
    visitor.force_login(build_admin())

    assert "There is nothing to show yet." in main_text(visitor.get(ADDRESS))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.usefixtures("purposes")
def test_every_component_hangs_there(visitor, language):
    visitor.force_login(build_admin())
    furnish(home_page(language))

    answer = visitor.get(f"/{language}/gallery/")

    hanging = {template.name for template in answer.templates}
    assert {*component_templates()} - hanging == UNSEEN
    assert texts(answer, ".gallery-rooms__room > p") == []


@pytest.mark.usefixtures("purposes")
def test_every_block_of_a_stylesheet_hangs_there(visitor):
    visitor.force_login(build_admin())
    furnish(home_page())

    elements = parsed(visitor.get(ADDRESS)).select(".specimen [class]")

    hanging = {block_of(css_class) for element in elements for css_class in element["class"]}
    assert {*blocks_of_stylesheets()} - hanging == NOT_HANGING.keys()


@pytest.mark.usefixtures("purposes")
def test_every_room_shows_all_its_states(visitor):
    visitor.force_login(build_admin())
    furnish(home_page())

    rooms = parsed(visitor.get(ADDRESS)).select(".gallery-rooms__room")

    found = {
        words(room.h2): [words(state) for state in room.select(".specimen__state")]
        for room in rooms
    }
    assert found == HANGING


def test_one_begins_at_its_top(visitor):
    visitor.force_login(build_admin())

    heading, *specimens = parsed(visitor.get(ADDRESS)).select("[autofocus]")

    assert heading.name == "h1"
    assert specimens


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_chosen_whatever_the_device_likes(visitor, scheme):
    visitor.force_login(build_admin())

    answer = visitor.get(ADDRESS, {"scheme": scheme})

    assert f"gallery-rooms--{scheme}" in answer.content.decode()
