"""The roles table: who may do what. The command `sync_roles` makes the database agree."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# What a role may do to a registered thing, in Django's permission words.
READ = ("view",)
WRITE = ("view", "add", "change")
FULL = ("view", "add", "change", "delete")
FULL_AND_PUBLISH = (*FULL, "publish")
# Approves and publishes in a release what others wrote.
READ_AND_PUBLISH = (*READ, "publish")

# Wagtail asks for permissions on its own image and document models, whichever model is in use.
IMAGES = "wagtailimages.image"
DOCUMENTS = "wagtaildocs.document"
# Pictures that stand for a partner, in a collection of their own.
FLAGS = "Flags"
ANNOUNCEMENTS = "desk.announcementtemplate"
# Wagtail's permission to copy a page or a snippet into another language.
TRANSLATION = "simple_translation.translation"
SURROUNDINGS = ("sitewide.sitetexts", "sitewide.menu", "sitewide.alertbanner")


def _each(models: tuple[str, ...], actions: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(models, actions)


@dataclass(frozen=True)
class Role:
    """A group's name in the admin, and all it may do there.

    `pages` are Wagtail's page permissions on the whole tree; `library` those on every
    collection, by model; `shelves` those on one collection, by its name and model; `models`
    Django's permissions, by model. What others submit waits for an approver.

    Pictures, documents and films know no drafts. To `delete` one is also to put another file in its
    place while readers see it, which is to publish.
    """

    name: str
    pages: tuple[str, ...] = ()
    library: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shelves: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    models: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_approver: bool = False


EDITOR = Role(
    name="Editors",
    pages=("add", "change"),
    library={IMAGES: ("add", "change", "choose"), DOCUMENTS: ("add", "choose")},
    models={
        "media.video": WRITE,
        "news.topic": READ,
        "partners.partner": READ,
        "releases.release": WRITE,
        TRANSLATION: ("submit",),
        "social.socialpost": WRITE,
    },
)

PUBLISHER = Role(
    name="Publishers",
    pages=("add", "change", "publish", "bulk_delete", "lock", "unlock"),
    library={
        IMAGES: ("add", "change", "choose", "delete"),
        DOCUMENTS: ("add", "change", "choose", "delete"),
    },
    models={
        "media.video": FULL,
        "news.topic": FULL,
        "partners.partner": READ_AND_PUBLISH,
        "releases.release": FULL,
        "search.promotion": FULL,
        TRANSLATION: ("submit",),
        ANNOUNCEMENTS: (*FULL, "use"),
        "social.socialpost": FULL_AND_PUBLISH,
        **_each(SURROUNDINGS, FULL_AND_PUBLISH),
        "consent.consenttexts": FULL_AND_PUBLISH,
        "contact.message": ("view", "change", "delete"),
        "takedowns.takedown": ("view", "add"),
    },
    is_approver=True,
)

PARTNER_MANAGER = Role(
    name="Partner managers",
    shelves={FLAGS: {IMAGES: ("add", "choose")}},
    # They announce a partner in the newsroom's words, and see how their own releases fare.
    models={
        "partners.partner": FULL_AND_PUBLISH,
        "releases.release": READ,
        ANNOUNCEMENTS: ("use",),
    },
)

ROLES = (EDITOR, PUBLISHER, PARTNER_MANAGER)
