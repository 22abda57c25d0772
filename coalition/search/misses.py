"""Notes what readers look for and do not find, and as little else as possible."""

import re
import unicodedata
from contextlib import suppress
from datetime import timedelta

from django.db import DatabaseError, transaction
from django.db.models import F
from django.http import HttpResponse
from django.utils import timezone

from coalition.search.models import Miss

LONGEST = 60
# A flood of invented words fills no table: so many different ones are noted a day, so long.
MOST_A_DAY = 500
DAYS_KEPT = 180
# Telephone, account and passport numbers; not years.
LONG_NUMBER = re.compile(r"\d{5}")
MOST_DIGITS = 8


class NotedResponse(HttpResponse):
    """Its words are noted once it has been sent, and it was sent even if that fails.

    The public process may be forbidden to write; pages that a cache answers are not counted.
    """

    def __init__(self, *args, language, words, **kwargs):
        super().__init__(*args, **kwargs)
        self.miss = {"language": language, "words": words}

    def close(self):
        # The report is a courtesy to editors: readers never pay for it.
        with suppress(DatabaseError):
            note(**self.miss)
        super().close()


@transaction.atomic
def note(language, words):
    """Count one more search for these words today; none for what may tell who somebody is."""
    today = timezone.localdate()
    if may_be_personal(words) or not (words := told(words)):
        return
    misses = Miss.objects.filter(day=today)
    if misses.filter(language=language, words=words).update(times=F("times") + 1):
        return
    if misses.count() < MOST_A_DAY:
        Miss.objects.filter(day__lt=today - timedelta(days=DAYS_KEPT)).delete()
        miss = Miss(day=today, language=language, words=words)
        # In bulk, because that sends no signal: nothing that readers see has changed.
        Miss.objects.bulk_create([miss], ignore_conflicts=True)


def may_be_personal(text: str) -> bool:
    """An address, a number, or a whole sentence."""
    joined = re.sub(r"[\s.()+/-]", "", text)
    digits = sum(character.isdigit() for character in text)
    has_number = LONG_NUMBER.search(joined) and not is_years(text)
    return "@" in text or len(text) > LONGEST or digits > MOST_DIGITS or bool(has_number)


def is_years(text: str) -> bool:
    return all(re.fullmatch(r"[12]\d{3}", run) for run in re.findall(r"\d+", text))


def told(text: str) -> str:
    """Letters and digits only, so that two ways of typing are one, and none a formula."""
    composed = unicodedata.normalize("NFC", text).casefold()
    letters = "".join(c for c in composed if unicodedata.category(c) not in {"Mn", "Cf"})
    return " ".join(re.findall(r"[^\W_]+", letters))[:LONGEST]
