"""Makes all that announces a new partner: drafts, and the release they go public in."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.actions.create import CreateAction
from wagtail.coreutils import find_available_slug

from coalition.desk.models import prose_with_name, with_name
from coalition.desk.note import note_on
from coalition.desk.ordinals import next_ordinal
from coalition.desk.places import places
from coalition.home.models import HomeSlot
from coalition.media.models import Picture
from coalition.pages.translation import follow
from coalition.releases.contents import add
from coalition.releases.models import Release
from news.models import StoryPage
from partners.models import Partner, PartnerName, PartnerPage

LONGEST_LISTING_TITLE = StoryPage._meta.get_field("listing_title").max_length


@dataclass(frozen=True)
class Words:
    """What is said in one language only."""

    name: str = ""
    quote: str = ""
    speaker: str = ""
    speaker_role: str = ""
    picture_alt: str = ""


@dataclass(frozen=True)
class Joining:
    """Who joined and what is told of it, by language; nothing of it is saved yet."""

    partner: Partner
    words: dict[str, Words] = field(default_factory=dict)
    picture: Picture | None = None
    leads_until: datetime | None = None


@transaction.atomic
def announce(joining, user):
    """The release; all that is in it are drafts until somebody publishes it."""
    keep_partner(joining, user)
    if joining.picture:
        joining.picture.title = str(joining.partner)
        joining.picture.uploaded_by_user = user
        joining.picture.save()
    here = places()
    pages = [
        *make_partner_pages(joining, here, user),
        *make_stories(joining, here, user),
    ]
    homes = make_leads(joining, here, pages, user) if joining.leads_until else []
    release = Release(
        title=_("%(partner)s joins") % {"partner": joining.partner},
        note=note_on(joining.partner, here),
        creator=user,
    )
    CreateAction(release, user=user).execute(skip_permission_checks=True)
    for row in [joining.partner, *pages, *homes]:
        add(release, row, user)
    return release


def keep_partner(joining, user):
    partner = joining.partner
    partner.ordinal = next_ordinal(partner.joined_latest)
    partner.names = [
        PartnerName(language_code=language, name=words.name, sort_order=position)
        for position, (language, words) in enumerate(joining.words.items())
        if words.name
    ]
    CreateAction(partner, user=user, clean=True).execute(skip_permission_checks=True)


def make_partner_pages(joining, here, user):
    partner = joining.partner
    pages = [
        (place.partners, PartnerPage(title=partner.name_in(place.language), partner=partner))
        for place in here
        if place.partners
    ]
    return keep_translations(pages, user)


def make_stories(joining, here, user):
    pages = [(place.news, story_for(joining, place)) for place in here if place.tells_stories]
    return keep_translations(pages, user)


def story_for(joining, place):
    """The announcement in one language: the template's words, the form's quotation and picture."""
    template = place.template
    name = joining.partner.name_in(place.language)
    words = joining.words.get(place.language, Words())
    listing_title = with_name(template.listing_title, name)
    body = [("text", prose_with_name(template.body, name))]
    if words.quote:
        quote = {"text": words.quote, "speaker": words.speaker, "role": words.speaker_role}
        body.append(("quote", quote))
    return StoryPage(
        title=with_name(template.title, name),
        listing_title=listing_title if len(listing_title) <= LONGEST_LISTING_TITLE else "",
        teaser=prose_with_name(template.teaser, name),
        date=joining.partner.joined_latest,
        body=body,
        quote=words.quote,
        speaker=words.speaker,
        speaker_role=words.speaker_role,
        picture=joining.picture,
        picture_alt=words.picture_alt,
        partners=[joining.partner],
    )


def keep_translations(parents_and_pages, user):
    """Save drafts that are one another's translations, each below its parent."""
    pages = [page for _parent, page in parents_and_pages]
    for parent, page in parents_and_pages:
        page.translation_key = pages[0].translation_key
        page.locale = parent.locale
        page.slug = find_available_slug(parent, slug_of(page.title))
        page.owner = user
        page.live = False
        parent.add_child(instance=page)
        page.save_revision(user=user, log_action=True)
    for translation in pages[1:]:
        follow(translation, pages[0])
    return pages


def slug_of(title):
    """Latin letters where there are any, so that addresses are easy to pass on."""
    return slugify(title) or slugify(title, allow_unicode=True)


def make_leads(joining, here, pages, user):
    """A draft of each home page on which the story leads, before whatever leads now."""
    stories = {page.locale_id: page for page in pages if isinstance(page, StoryPage)}
    homes = [place.home for place in here if place.home.locale_id in stories]
    for home in homes:
        lead = HomeSlot(
            place=HomeSlot.Place.LEAD,
            story=stories[home.locale_id],
            starts_at=timezone.now(),
            ends_at=joining.leads_until,
            owner=user,
        )
        home.slots = [lead, *home.slots.all()]
        for position, slot in enumerate(home.slots.all()):
            slot.sort_order = position
        home.save_revision(user=user, log_action=True)
    return homes
