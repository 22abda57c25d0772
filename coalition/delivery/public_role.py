"""What the database lets a process do into which nobody signs in: read, and note a few things."""

from collections.abc import Iterator
from typing import Final

from django.apps import apps
from django.db import connection

# What visitors leave behind, by model; all else they can only read.
MAY_WRITE: Final = {
    "consent.Receipt": "INSERT",
    "consent.Seal": "INSERT, UPDATE",
    "consent.ShownText": "INSERT",
    "contact.Message": "INSERT",
    # Counted, and forgotten when their time is over.
    "delivery.Tally": "INSERT, UPDATE, DELETE",
    "media.WantedCut": "INSERT",
    "search.Miss": "INSERT, UPDATE, DELETE",
    "statistics.PageViews": "INSERT, UPDATE",
    "violations.Violation": "INSERT, UPDATE, DELETE",
}
# Who works here, how they come in, what they did, what they plan and what they have not said: not
# even to read. Of every new model a test asks whether it belongs here.
UNSEEN: Final = (
    "account.EmailAddress",
    "account.EmailConfirmation",
    "audit.Entry",
    "audit.Seal",
    "auth.Group",
    "auth.Group_permissions",
    "auth.Permission",
    "cookie_consent.LogItem",
    "delivery.OwedPurge",
    "desk.AnnouncementTemplate",
    "desk.FoundLink",
    "facts.FactUse",
    "fronts.Purge",
    "mfa.Authenticator",
    "news.HubPing",
    "pages.RowTranslation",
    "releases.Release",
    "releases.ReleaseItem",
    "sessions.Session",
    "simple_translation.SimpleTranslation",
    "staff.Failures",
    "staff.Letter",
    "staff.SecondFactorReset",
    "staff.StaffSession",
    "staff.User",
    "staff.User_groups",
    "staff.User_user_permissions",
    "taggit.Tag",
    "taggit.TaggedItem",
    "takedowns.Takedown",
    "wagtailadmin.Admin",
    "wagtailadmin.EditingSession",
    "wagtailadmin.FormState",
    "wagtailcore.APIToken",
    "wagtailcore.CollectionViewRestriction_groups",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.GroupApprovalTask",
    "wagtailcore.GroupApprovalTask_groups",
    "wagtailcore.GroupCollectionPermission",
    "wagtailcore.GroupPagePermission",
    "wagtailcore.GroupSitePermission",
    "wagtailcore.PageSubscription",
    "wagtailcore.PageViewRestriction_groups",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Task",
    "wagtailcore.TaskState",
    "wagtailcore.UploadedFile",
    "wagtailcore.Workflow",
    "wagtailcore.WorkflowContentType",
    "wagtailcore.WorkflowPage",
    "wagtailcore.WorkflowState",
    "wagtailcore.WorkflowTask",
    "wagtaildocs.Document",
    "wagtailembeds.Embed",
    "wagtailimages.Image",
    "wagtailimages.Rendition",
    "wagtailsearch.IndexEntry",
    "wagtailusers.UserProfile",
)
# Of these only some columns: what an INSERT gives back, when a page's words were published,
# and when readers last got to see another register.
SEEN_IN_PART: Final = {
    "contact.Message": ("id",),
    "wagtailcore.ModelLogEntry": ("action", "content_type_id", "timestamp"),
    "wagtailcore.PageLogEntry": ("action", "content_type_id", "timestamp"),
    "wagtailcore.Revision": ("id", "created_at"),
}


def grants(role: str) -> Iterator[str]:
    """The statements that make a role of PostgreSQL the public one; may be run again."""
    name = connection.ops.quote_name(role)
    yield from nothing_but_the_way_in(name)
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}"
    for label in (*UNSEEN, *SEEN_IN_PART):
        yield f"REVOKE SELECT ON {table(label)} FROM {name}"  # noqa: S608 - quoted names.
    for label, columns in SEEN_IN_PART.items():
        yield f"GRANT SELECT ({', '.join(columns)}) ON {table(label)} TO {name}"
    for label, acts in MAY_WRITE.items():
        yield f"GRANT {acts} ON {table(label)} TO {name}"
        if _counts_keys(label):
            yield f"GRANT USAGE ON SEQUENCE {_sequence(label)} TO {name}"


def nothing_but_the_way_in(name: str) -> Iterator[str]:
    """What every role begins with, whatever it had."""
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {name}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {name}"
    yield f"GRANT USAGE ON SCHEMA public TO {name}"


def table(label: str) -> str:
    return connection.ops.quote_name(apps.get_model(label)._meta.db_table)


def _counts_keys(label: str) -> bool:
    return apps.get_model(label)._meta.auto_field is not None


def _sequence(label: str) -> str:
    meta = apps.get_model(label)._meta
    return connection.ops.quote_name(f"{meta.db_table}_{meta.pk.column}_seq")
