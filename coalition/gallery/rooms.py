"""What hangs in the gallery, a room for each component.

Stories, partners and posts are the site's own; where there are none yet, a place stays empty.
"""

from django.utils.translation import get_language

from coalition.about.models import AboutPage
from coalition.campaigns.models import CampaignPage
from coalition.contact.forms import MessageForm
from coalition.gallery import refusals, texts
from coalition.gallery.answers import choices, receipts, search_results, ways_to_narrow
from coalition.gallery.blocks import filled_blocks, previewed_blocks
from coalition.gallery.register import partners
from coalition.gallery.specimen import Specimen, changed, newest_stories, of_language
from coalition.gallery.verdicts import verdicts
from coalition.home.models import HomePage
from coalition.pages.paging import PagedList
from coalition.sitewide.models import AlertBanner
from coalition.social.models import SocialPost
from coalition.social.stream import Stretch
from news.filters import StoryFilters
from news.kinds import StoryKind
from news.models import NewsIndexPage

STROKES = 8


def alerts():
    for state, is_urgent in {"notice": False, "urgent": True}.items():
        text = '<p>The newsroom answers from 9 to 5. <a href="/">When else</a></p>'
        alert = AlertBanner(title="Opening hours.", text=text, is_urgent=is_urgent)
        yield Specimen(state, "components/alert.html", {"alert": alert})


def around_every_page():
    yield Specimen("header, with menu, search and languages", "gallery/header.html")
    yield Specimen("consent bar, asked and answered", "gallery/notice.html")
    yield Specimen("footer", "gallery/footer.html")


def breadcrumbs():
    for state, parent in {"first level": None, "second level": of_language(NewsIndexPage)}.items():
        given = {"home_address": "/", "parent": parent, "current": "This page"}
        yield Specimen(state, "components/breadcrumbs.html", given)


def leads():
    yield Specimen("nothing published yet", "home/lead.html")
    for state, story in newest_stories().items():
        yield Specimen(state, "home/lead.html", {"story": story})


def cards():
    stories = newest_stories()
    for state, story in stories.items():
        yield Specimen(state, "components/card.html", {"story": story})
        yield Specimen(
            f"large, {state}", "components/card.html", {"story": story, "is_large": True}
        )
    for kind in StoryKind if stories else ():
        story = changed(stories["without"], kind=kind)
        yield Specimen(kind.value, "components/card.html", {"story": story})


def parts_of_home():
    home = of_language(HomePage)
    if home and home.front.statement:
        given = {"page": home, "story": home.front.statement}
        yield Specimen("statement", "home/statement.html", given)
    if home:
        yield Specimen("key figures", "home/figures.html", {"page": home})
        yield Specimen("lines of effort", "home/about.html", {"page": home})


def strokes():
    for variant in range(STROKES):
        given = {"variant": variant, "css_class": "specimen__strokes"}
        yield Specimen(f"variant {variant}", "components/strokes.html", given)


def timelines():
    if about := of_language(AboutPage):
        yield Specimen("milestones", "about/milestones.html", {"milestones": about.timeline})


def campaigns():
    if campaign := of_language(CampaignPage):
        yield Specimen("on its page", "campaigns/hero.html", {"campaign": campaign})
        yield Specimen("on the home page", "home/campaign.html", {"campaign": campaign})


def posts():
    post = SocialPost.objects.filter(locale__language_code=get_language()).first()
    states = {
        "plain": {},
        "pinned": {"is_pinned": True},
        "original deleted": {"is_original_deleted": True},
    }
    for state, changes in states.items() if post else ():
        yield Specimen(state, "components/post.html", {"post": changed(post, **changes)})
    if post:
        given = {"stretch": Stretch(get_language(), 2)}
        yield Specimen("two, and more to load", "components/posts.html", given)


def filters():
    index = of_language(NewsIndexPage)
    states = {"untouched": {}, "used": {"kind": "news"}, "not understood": {"year": "1066"}}
    for state, parameters in states.items() if index else ():
        given = {"filters": StoryFilters(parameters, index), "address": index.url}
        given["is_narrowed"] = bool(parameters)
        yield Specimen(state, "components/filters.html", given)


def pagination():
    for state, number in {"first page": 1, "in the middle": 10, "last page": 20}.items():
        rows = PagedList(range(200), number, 10, {})
        given = {"rows": rows, "label": f"Pages, {state}"}
        yield Specimen(state, "components/pagination.html", given)


def ways_on():
    yield Specimen("from a page that is not there", "gallery/ways_on.html")
    index = of_language(NewsIndexPage)
    older, newer = {"older_address": "?before=1"}, {"newer_address": "?after=1"}
    states = {"newest stories": older, "in the middle": older | newer, "oldest stories": newer}
    for state, beside in states.items() if index else ():
        listing = {"filters": StoryFilters({}, index)} | beside
        given = {"listing": listing, "address": index.url}
        yield Specimen(state, "news/ways_on.html", given)


def search_forms():
    for state, is_large in {"in the header": False, "a page of its own": True}.items():
        given = {"field_id": f"search-{is_large}", "css_class": "", "is_large": is_large}
        yield Specimen(state, "components/search_form.html", given)


def forms():
    states = {"empty": MessageForm(), "with errors": MessageForm({"email": "nobody"})}
    for state, form in states.items():
        yield Specimen(state, "contact/form.html", {"form": form, "days": 180})
    given = {"is_full": True, "form": MessageForm(), "days": 180}
    yield Specimen("closed for today", "contact/form.html", given)


ROOMS = {
    "Header, consent bar, footer": around_every_page,
    "Alert": alerts,
    "Breadcrumbs": breadcrumbs,
    "Lead": leads,
    "Card": cards,
    "Statement, key figures, lines of effort": parts_of_home,
    "Strokes": strokes,
    "Timeline": timelines,
    "Map and partners": partners,
    "Campaign": campaigns,
    "Post": posts,
    "Filters": filters,
    "Pagination": pagination,
    "Ways on": ways_on,
    "Search": search_forms,
    "Result of a search": search_results,
    "Ways to narrow a search": ways_to_narrow,
    "Choice about cookies": choices,
    "Receipt": receipts,
    "Form": forms,
    "Page to read": texts.readings,
    "Picture, at once or on demand": texts.pictures,
    "Corrections": texts.corrections,
    "Withdrawal": texts.withdrawals,
    "Issuers and press contact": texts.of_statements,
    "Newer source": texts.newer_sources,
    "Share": texts.ways_to_share,
    "Side notes": texts.side_notes,
    "Neighbours": texts.neighbours,
    "Related stories": texts.more_stories,
    "Reference, and whether a text is ours": verdicts,
    "Nothing to show": refusals.empty_lists,
    "Nothing found": refusals.searches,
    "What was chosen about cookies": refusals.states_of_a_choice,
    "Receipt to look up": refusals.lost_receipts,
    "Text to check": refusals.doubts,
    "List that is not understood": refusals.mistakes_in_a_list,
    "Error page": refusals.error_pages,
    "Buttons, and what is copied": lambda: [Specimen("all", "gallery/small_things.html")],
    "Blocks as editors meet them": previewed_blocks,
    "Blocks with pictures and films": filled_blocks,
}
