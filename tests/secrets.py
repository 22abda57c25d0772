"""What is not public, in every way in which it can be so, each way with a word of its own."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from coalition.contact.models import Message
from coalition.demo.builders import (
    build_alert_banner,
    build_document,
    build_menu,
    build_news_index,
    build_partner,
    build_partner_page,
    build_picture,
    build_promotion,
    build_social_post,
    build_standard_page,
    build_story,
    home_page,
    withdraw,
)
from coalition.releases.models import Release

LANGUAGES = ("en", "fr", "ar")
# The beginning of each of these words; nothing public has it.
CANARY = "zugvogel"
RESTRICTED = {"restriction_type": PageViewRestriction.LOGIN}


def words(state, language):
    return f"{CANARY}{state}{language}"


def told(word):
    """A word in every place where a page can say it."""
    return {
        "title": word,
        "teaser": f"<p>{word}</p>",
        "body": [("text", f"<p>{word}</p>")],
        "picture": build_picture(word, credit=word),
        "picture_alt": word,
        "search_description": word,
    }


def plant_secrets():
    """All of them, in every language; the addresses at which they would stand."""
    addresses = [address for language in LANGUAGES for address in plant_stories(language)]
    plant_rows()
    return addresses


def plant_stories(language):
    home, now = home_page(language), timezone.now()
    index = build_news_index(home, slug="news")

    def story(state, parent=index, **fields):
        return build_story(parent, **told(words(state, language)) | fields)

    private = story("private")
    PageViewRestriction.objects.create(page=private, **RESTRICTED)
    closed = build_standard_page(home, title=words("closed", language))
    PageViewRestriction.objects.create(page=closed, **RESTRICTED)
    expired = story("expired")
    expired.unpublish()
    secrets = [
        private,
        closed,
        expired,
        build_standard_page(closed, title=words("child", language)),
        story("draft", live=False),
        story("scheduled", go_live_at=now + timedelta(days=1)),
        story(
            "document", body=[("document", {"document": document_in_draft(language)})], live=False
        ),
    ]
    edit_a_live_page(index, language)
    build_promotion(private, words("promoted", language), language=language)
    return [page.url for page in secrets]


def document_in_draft(language):
    return build_document(words("file", language), filename="report.txt", content=b"Words")


def edit_a_live_page(index, language):
    live = build_story(index, title="A story", slug="edited")
    for name, value in told(words("edited", language)).items():
        setattr(live, name, value)
    live.save_revision()
    withdrawn = build_story(index, title="A story", slug="withdrawn")
    for name, value in told(words("withdrawn", language)).items():
        setattr(withdrawn, name, value)
    withdrawn.title = "A story"
    withdraw(withdrawn)


def translate_a_secret():
    """The English page is private, and so nothing of it is told by its French translation."""
    english = build_story(**told(words("source", "en")))
    PageViewRestriction.objects.create(page=english, **RESTRICTED)
    french = build_story(home_page("fr"), title="Une histoire", translation_of=english)
    return english, french


def plant_rows():
    shelf = Collection.get_first_root_node().add_child(name=words("shelf", "en"))
    CollectionViewRestriction.objects.create(
        collection=shelf, restriction_type=CollectionViewRestriction.LOGIN
    )
    document = build_document(
        words("closedfile", "en"), filename="report.txt", content=b"Words", collection=shelf
    )
    build_story(title="With a closed file", body=[("document", {"document": document})])
    for language in LANGUAGES:
        build_social_post(words("post", language), language=language, live=False)
        build_alert_banner(language, title=words("banner", language), live=False)
        menu = build_menu(language, heading="Menu")
        menu.heading = words("menu", language)
        menu.save_revision()
    partner = build_partner("FR", names={"en": words("partner", "en")}, live=False)
    build_partner_page(partner=partner, title=words("partnerpage", "en"))
    Release.objects.create(title=words("release", "en"), note=words("note", "en"))
    Message.objects.create(
        subject="press",
        name=words("reader", "en"),
        email=f"{CANARY}@example.org",
        text=words("letter", "en"),
        language="en",
    )
