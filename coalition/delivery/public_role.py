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
# Who works here, how they come in, what they did and what they have not said: not even to read.
UNSEEN: Final = (
    "account.EmailAddress",
    "account.EmailConfirmation",
    "audit.Entry",
    "mfa.Authenticator",
    "releases.Release",
    "releases.ReleaseItem",
    "sessions.Session",
    "staff.Failures",
    "staff.Letter",
    "staff.SecondFactorReset",
    "staff.StaffSession",
    "staff.User",
    "staff.User_groups",
    "takedowns.Takedown",
    "wagtailadmin.FormState",
    "wagtailcore.APIToken",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.UploadedFile",
    "wagtailusers.UserProfile",
)
# Of these only some columns: what an INSERT gives back, and when a page's words were published.
SEEN_IN_PART: Final = {
    "contact.Message": ("id",),
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
