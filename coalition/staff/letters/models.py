"""Letters that wait for the clock to mail them.

A letter names its reader and what it is about; its links are made when it is mailed, so that none
lies in the database. What lets its reader in goes to the address that was theirs when somebody
decided so, or nowhere. Nobody waits for a mail server, and nobody learns from it who has an
account. Only what others wrote for us lies here as it will be mailed, and no longer than until it
is.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language

logger = logging.getLogger("coalition.staff")

# Then the mail server has been away for too long, and what the letter offers is over.
KEPT_FOR = timedelta(days=1)
LONGEST_WAIT = timedelta(minutes=15)


class LetterQuerySet(models.QuerySet):
    def write(self, kind, reader):
        return self.create(kind=kind, reader=reader, address=reader.email, language=get_language())

    def answer(self, address):
        """Somebody asks for a password anew; the clock finds out whether we know them."""
        return self.create(kind=Letter.Kind.PASSWORD, address=address, language=get_language())

    def keep(self, words):
        """What is written already; `words` are what an `EmailMessage` is made of."""
        return self.create(kind=Letter.Kind.WRITTEN, words=words, language=get_language())

    def due(self):
        return self.filter(due_at__lte=timezone.now())

    def give_up(self):
        for letter in self.filter(written_at__lt=timezone.now() - KEPT_FOR):
            logger.error("letter_given_up kind=%s tries=%s", letter.kind, letter.tries)
            letter.delete()


class Letter(models.Model):
    is_never_shown = True

    class Kind(models.TextChoices):
        INVITATION = "invitation"
        PASSWORD = "password"  # noqa: S105 - a subject, no secret.
        SECOND_FACTOR_CHANGED = "changed"
        RESET_ASKED = "reset_asked"
        RESET_DONE = "reset_done"
        WRITTEN = "written"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True)
    # Of its reader when it was written, or what a stranger typed where none is known yet.
    address = models.EmailField(blank=True)
    words = models.JSONField(default=dict)
    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    written_at = models.DateTimeField(auto_now_add=True, db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)

    objects = LetterQuerySet.as_manager()

    def __str__(self):
        return self.get_kind_display()

    def put_off(self):
        """To the clock's next turn, then for longer each time."""
        wait = min(timedelta(minutes=2**self.tries - 1), LONGEST_WAIT)
        self.tries += 1
        self.due_at = timezone.now() + wait
        self.save(update_fields=["tries", "due_at"])
