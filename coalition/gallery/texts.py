"""What stands on top of a text, beside it and below it."""

from django.utils.translation import get_language

from coalition.about.models import LineOfEffortPage
from coalition.campaigns.models import CampaignPage
from coalition.gallery.specimen import Specimen, changed, newest_stories, of_language
from coalition.pages.amendments import Correction, Withdrawal
from news.models import NewsIndexPage, StoryPage, Topic
from partners.models import Partner


def readings():
    if line := of_language(LineOfEffortPage):
        given = {"page": line, "margin": line.kind_label}
        yield Specimen("with a word in the margin", "components/reading.html", given)


def pictures():
    yield Specimen("what tells that pictures wait", "components/waiting_pictures.html")
    if story := newest_stories().get("with a picture"):
        for state, waits in {"shown at once": False, "waiting": True}.items():
            given = {"page": story}
            yield Specimen(state, "components/page_picture.html", given, waits_for_pictures=waits)


def corrections():
    texts = ["<p>Two schools opened, not three.</p>", "<p>The second one is in Sinjar.</p>"]
    for story in [*newest_stories().values()][:1]:
        shown = [Correction(text=text) for text in texts]
        page = changed(story, corrections_shown=shown)
        yield Specimen("two of them", "components/corrections.html", {"page": page})


def withdrawals():
    for story in [*newest_stories().values()][:1]:
        withdrawal = Withdrawal(note="<p>It named a person who asked us not to.</p>")
        given = {"page": story, "withdrawal": withdrawal}
        yield Specimen("withdrawn", "components/withdrawn.html", given)


def of_statements():
    """The first issuer has a page, the second one has none."""
    issuers = [({"name": "Iraq"}, "/"), ({"name": "A committee"}, "")]
    contact = {
        "press_contact": "The newsroom",
        "press_email": "press@example.org",
        "press_phone": "+1 202 555 0100",
    }
    for story in [*newest_stories().values()][:1]:
        issued = changed(story, side_notes={"issuers": issuers}, corrections_shown=[])
        yield Specimen("issuers", "news/headline.html", {"story": issued})
        yield Specimen("press contact", "news/press_contact.html", {"story": contact})


def newer_sources():
    elsewhere = StoryPage.objects.readable().exclude(locale__language_code=get_language())
    for source in elsewhere.newest_first()[:1]:
        given = {"source": source}
        yield Specimen("a translation is older", "components/newer_source.html", given)


def ways_to_share():
    given = {"title": "Two schools reopen", "address": "https://example.org/two-schools-reopen/"}
    yield Specimen("with a script, which copies", "news/share.html", given)


def side_notes():
    """The first partner has a page, the second one has none."""
    partners = Partner.objects.readable().exclude(iso_code="").with_flags()[:2]
    if listing := of_language(NewsIndexPage):
        lines = LineOfEffortPage.objects.readable().in_language_of(listing)
        notes = {
            "partners": list(zip(partners, ["/", ""], strict=False)),
            "topics": Topic.objects.filter(locale=listing.locale)[:3],
            "lines_of_effort": lines[:3],
            "campaign": of_language(CampaignPage),
        }
        given = {"notes": notes, "listing": listing}
        yield Specimen("all of them", "news/side_notes.html", given)


def neighbours():
    for story in [*newest_stories().values()][:1]:
        older, newer = {"older": story}, {"newer": story}
        states = {"newest story": older, "in the middle": older | newer, "oldest story": newer}
        for state, beside in states.items():
            yield Specimen(state, "news/neighbours.html", beside)
    partner = {"name": "Iraq", "address": "/"}
    given = {"before": partner, "after": partner}
    yield Specimen("of a partner", "partners/neighbours.html", given)


def more_stories():
    if stories := [*newest_stories().values()]:
        given = {"stories": stories, "title": "Stories of this partner"}
        ways = {"all_address": "/", "all_words": "All of them"}
        yield Specimen("some of many", "components/stories.html", given | ways)
