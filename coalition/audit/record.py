"""Writes an act into the log: `record("taken-down", user=user, about=Thing.of(picture))`."""

import json
import logging
from dataclasses import dataclass

from django.utils import timezone
from wagtail.log_actions import get_active_log_context

from coalition.audit.chain import in_utc
from coalition.audit.models import Entry

logger = logging.getLogger("coalition.audit")


@dataclass(frozen=True)
class Thing:
    """What an act was about, in words that outlive it."""

    kind: str = ""
    number: str = ""
    title: str = ""

    @classmethod
    def of(cls, row):
        return cls(row._meta.label_lower, str(row.pk), str(row))


def record(act, *, user=None, about=None, **details):
    """Who did what, to which thing; `details` are words and numbers, never a visitor's.

    It is kept if the act itself is: both are in one transaction. Without a user it was whoever
    is at work in the back office, or the machine.
    """
    user = user or get_active_log_context().user
    thing = about or Thing()
    entry = Entry(
        at=timezone.now(),
        act=act,
        user_id=user.pk if user else None,
        username=user.get_username() if user else "",
        kind=thing.kind,
        object_id=thing.number,
        title=thing.title[:255],
        details=details,
    )
    entry.save()
    # JSON escapes line ends: nobody can write a second line by what they call a page.
    logger.info(json.dumps(content_of(entry)))
    return entry


def content_of(entry):
    """All that the log says of an act, as it is hashed and as it is told to the console."""
    return {
        "id": entry.pk,
        "at": in_utc(entry.at),
        "act": entry.act,
        "user_id": entry.user_id,
        "username": entry.username,
        "kind": entry.kind,
        "object_id": entry.object_id,
        "title": entry.title,
        "details": entry.details,
    }
