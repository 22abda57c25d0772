"""What is not public, in every way in which it can be so, each way with a word of its own."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from coalition.contact.models import Message
from coalition.demo.builders import (
    build_alert_banner,
    build_closed_shelf,
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
from coalition.media.models import DocumentFile, Picture, Rendition, Video, VideoCaptions
from coalition.releases.models import Release
from coalition.social.models import SocialPost
from tests.telling_files import mp4, vtt

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
        "picture": picture_of(word),
        "picture_alt": word,
        "search_description": word,
    }


def picture_of(word, **fields):
    return build_picture(word, credit=word, **fields)


def build_film(word, poster):
    """With a word in its captions, in every language."""
    film = Video(title=word, poster=poster, file=ContentFile(mp4(), f"{word}.mp4"))
    film.captions = [captions_of(word, locale) for locale in Locale.objects.all()]
    film.save()
    return film


def captions_of(word, locale):
    file = ContentFile(vtt(word), f"{word}.vtt")
    return VideoCaptions(locale=locale, file=file, transcript=f"<p>{word}</p>")


def secret_files():
    """Under which names they lie in the media folder: who reads one knows an address."""
    theirs = {"title__startswith": CANARY}
    return [
        *Picture.objects.filter(**theirs).values_list("file", flat=True),
        *Rendition.objects.filter(image__title__startswith=CANARY).values_list("file", flat=True),
        *Video.objects.filter(**theirs).values_list("file", flat=True),
        *VideoCaptions.objects.filter(video__title__startswith=CANARY).values_list(
            "file", flat=True
        ),
        *DocumentFile.objects.filter(**theirs).values_list("file", flat=True),
    ]


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

    private, closed_later = story("private"), story("closedlater")
    closed = build_standard_page(home, **told(words("closed", language)))
    section = build_news_index(home, slug="section", title=words("section", language))
    aliases = [each.create_alias(update_slug="alias") for each in (closed, closed_later)]
    aliases.append(aliases[1].create_alias(update_slug="again"))
    for shut in (private, closed_later, closed, section):
        PageViewRestriction.objects.create(page=shut, **RESTRICTED)
    film = {
        "kind": "video",
        "video": build_film(words("film", language), picture_of(words("poster", language))),
    }
    shown = story("privatefilm", **film)
    PageViewRestriction.objects.create(page=shown, **RESTRICTED)
    expired = story("expired")
    expired.unpublish()
    below = story("below", parent=section)
    aliases.append(below.create_alias(update_slug="below", parent=index))
    secrets = [
        *aliases,
        private,
        closed_later,
        closed,
        section,
        shown,
        expired,
        build_standard_page(closed, **told(words("child", language))),
        build_standard_page(aliases[0], **told(words("belowalias", language))),
        below,
        story("draft", live=False),
        story("film", live=False, **film),
        story("scheduled", go_live_at=now + timedelta(days=1)),
        story(
            "document", body=[("document", {"document": document_in_draft(language)})], live=False
        ),
    ]
    edit_a_live_page(index, language)
    build_promotion(private, words("promoted", language), language=language)
    return [*(page.url for page in secrets), *move_out_of_sight(index, language)]


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


def move_out_of_sight(index, language):
    """Their addresses from before, which may not lead to those of which nobody is to know."""
    home = home_page(language)
    closed = build_news_index(home, title="A shelf", slug=words("closedshelf", language))
    PageViewRestriction.objects.create(page=closed, **RESTRICTED)
    draft = build_news_index(home, title="A shelf", slug=words("draftshelf", language), live=False)
    read_once = build_story(index, slug="read-once", **told(words("moved", language)))
    never_read = build_story(index, slug="never-read", live=False)
    addresses = [read_once.url, never_read.url]
    read_once.move(closed, pos="last-child")
    never_read.move(draft, pos="last-child")
    return addresses


def translate_a_secret(language):
    """The English page is private, and so nothing of it is told by its translation."""
    english = build_story(**told(words("source", "en")))
    PageViewRestriction.objects.create(page=english, **RESTRICTED)
    return english, build_story(home_page(language), title="A story", translation_of=english)


def plant_closed_shelf():
    """On pages that everybody reads, in every place where one can stand."""
    shelf = build_closed_shelf(words("shelf", "en"))
    document = build_document(
        words("closedfile", "en"), filename="report.txt", content=b"Words", collection=shelf
    )
    picture = picture_of(words("closedpicture", "en"), collection=shelf)
    figure = {"image": picture, "alt_text": "A gate", "caption": "", "is_decorative": False}
    film = {"url": "https://youtu.be/aqz-KE-bpKQ", "title": "A film", "poster": picture}
    body = [
        ("document", {"document": document}),
        ("figure", figure),
        ("gallery", {"title": "Gates", "figures": [figure, figure]}),
        ("embed", film),
        ("video", {"video": build_film("A film", picture), "caption": ""}),
    ]
    for language in LANGUAGES:
        home, shown = home_page(language), {"picture": picture, "picture_alt": "A gate"}
        build_story(home, title="With a closed picture", body=body, **shown)
        build_story(home, title="Newest", date="2020-06-30", **shown)
        build_standard_page(home, title="With one on top", **shown)
        post = build_social_post(f"A post in {language}", language=language)
        SocialPost.objects.filter(pk=post.pk).update(**shown)
    build_partner("IQ", flag=picture)


def plant_rows():
    plant_closed_shelf()
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
