"""One of everything that the back office keeps, each with the word canary in its name."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.signing import Signer
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Locale, Site, Task, UploadedFile, Workflow

from coalition.consent.models import ConsentTexts, CookieEntry, PurposeEntry, ShownText
from coalition.consent.receipts import Answer, write_receipt
from coalition.contact.models import Message
from coalition.demo.builders import (
    build_admin,
    build_alert_banner,
    build_document,
    build_menu,
    build_news_index,
    build_partner,
    build_picture,
    build_promotion,
    build_site_texts,
    build_social_post,
    build_story,
    build_topic,
    home_page,
)
from coalition.demo.builders.rows import keep_row, locale
from coalition.desk.models import AnnouncementTemplate
from coalition.media.models import DocumentFile, Picture, Video
from coalition.releases.contents import add
from coalition.releases.models import Release
from coalition.staff.models import SecondFactorReset, User
from coalition.takedowns.models import Takedown
from news.models import StoryPage

CANARY = "Canary"
CONSENT_WORDS = ("title", "text", "accept_label", "reject_label", "choose_label")


def one_of_everything():
    """By name: the things that lines of the matrix speak of, and their keys."""
    boss = build_admin(username="canary-boss")
    things = one_of_every_page(boss) | one_of_every_row() | one_in_the_library(boss)
    newcomer = User.objects.create_user("canary-newcomer")
    reset = SecondFactorReset.objects.create(person=newcomer, asked_by=boss)
    things |= {"staff.user": boss, "newcomer": newcomer, "reset": reset}
    release = Release.objects.create(title=CANARY, creator=boss)
    add(release, StoryPage.objects.get(pk=things["draft"].pk), boss)
    things |= {"releases.release": release, "item": release.items.get()}
    things["contact.message"] = Message.objects.create(
        subject="press", name=CANARY, email="canary@example.org", text=CANARY, language="en"
    )
    things["takedown"] = Takedown.objects.create(title=CANARY, kind="picture", reason=CANARY)
    things["redirect"] = Redirect.objects.create(old_path="/canary", redirect_link="/en/")
    things |= begin_import()
    return {name: str(getattr(thing, "pk", thing)) for name, thing in things.items()}


def one_of_every_page(boss):
    index, other = build_news_index(), build_news_index(title=CANARY, slug="other")
    live = build_story(index, title=CANARY, by=boss)
    draft = build_story(index, title=CANARY, live=False, by=boss)
    soon = timezone.now() + timedelta(days=1)
    locked = build_story(index, title=CANARY, by=boss)
    locked.locked, locked.locked_by, locked.locked_at = True, boss, timezone.now()
    locked.save()
    submitted = build_story(index, title=CANARY, live=False, by=boss)
    state = submitted.get_workflow().start(submitted, boss)
    return {
        "home": home_page(),
        "index": index,
        "other index": other,
        "block": live.body.stream_block.child_blocks["text"].definition_prefix,
        "live": live,
        "revision of live": live.latest_revision,
        "editing session": EditingSession.objects.create(
            user=boss, content_object=live, last_seen_at=timezone.now()
        ),
        "draft": draft,
        "scheduled revision": draft.save_revision(approved_go_live_at=soon),
        "alias": live.create_alias(update_slug="alias"),
        "locked": locked,
        "submitted": submitted,
        "workflow state": state,
        "task": state.current_task_state,
        "kind of task": Task.objects.get(),
        "workflow": Workflow.objects.get(),
        "wagtailcore.site": Site.objects.get(),
        "wagtailcore.locale": Locale.objects.get(language_code="ar"),
        "auth.group": Group.objects.create(name=CANARY),
    }


def one_of_every_row():
    purpose = PurposeEntry.objects.create(varname="canary", name=CANARY, description=CANARY)
    drafts = {
        "partners.partner": build_partner(names={"en": CANARY}),
        "social.socialpost": build_social_post(CANARY),
        "sitewide.alertbanner": build_alert_banner(title=CANARY),
        "sitewide.menu": build_menu(heading=CANARY),
        "sitewide.sitetexts": build_site_texts(site_name=CANARY),
        "consent.consenttexts": keep_row(
            ConsentTexts(locale=locale("en"), **dict.fromkeys(CONSENT_WORDS, CANARY))
        ),
        "consent.purposeentry": purpose,
        "consent.cookieentry": CookieEntry.objects.create(cookiegroup=purpose, name=CANARY),
        "news.topic": build_topic(CANARY),
        "desk.announcementtemplate": AnnouncementTemplate.objects.first(),
    }
    AnnouncementTemplate.objects.update(title=CANARY)
    for name in (
        *("consent.purposeentry", "consent.cookieentry"),
        *("news.topic", "desk.announcementtemplate"),
    ):
        drafts[name].refresh_from_db()
        drafts[name].save_revision()
    soon = timezone.now() + timedelta(days=1)
    revisions = {f"revision of {name}": row.latest_revision for name, row in drafts.items()}
    scheduled = {
        f"scheduled revision of {name}": row.save_revision(approved_go_live_at=soon)
        for name, row in drafts.items()
        if hasattr(row, "live")
    }
    return {
        **drafts,
        **revisions,
        **scheduled,
        "search.promotion": build_promotion(home_page(), CANARY),
        "consent.receipt": write_receipt(Answer({"canary": True}, language="en", surface="bar")),
        "consent.showntext": ShownText.objects.first(),
    }


def one_in_the_library(boss):
    return {
        "picture": build_picture(CANARY),
        "document": build_document(CANARY, filename="report.txt", content=b"Words"),
        "upload of a picture": begin_upload(Picture, boss),
        "upload of a document": begin_upload(DocumentFile, boss),
        "media.video": Video.objects.create(
            title=CANARY, file="canary.mp4", poster=build_picture(CANARY)
        ),
        "collection": Collection.get_first_root_node().add_child(name=CANARY),
    }


def begin_upload(model, boss):
    """Waits for its first words."""
    kind = ContentType.objects.get_for_model(model)
    return UploadedFile.objects.create(for_content_type=kind, file="canary", uploaded_by_user=boss)


def begin_import():
    """As the first step leaves a table of redirects to the second."""
    file = Path(settings.MEDIA_ROOT, "redirects.csv")
    file.write_text("from,to\n/canary/,/en/\n")
    first_of_formats = 0
    return {"signed file": Signer().sign(file), "signed format": Signer().sign(first_of_formats)}
