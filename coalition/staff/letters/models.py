"""Letters that wait for the clock to mail them.

A letter names its reader and what it is about; its links are made when it is mailed, so that none
lies in the database. Nobody waits for a mail server, and nobody learns from it who has an account.
"""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language

# Then the mail server has been away for too long, and what the letter offers is over.
KEPT_FOR = timedelta(days=1)


class LetterQuerySet(models.QuerySet):
    def write(self, kind, reader):
        return self.create(kind=kind, reader=reader, language=get_language())

    def answer(self, address):
        """Somebody asks for a password anew; the clock finds out whether we know them."""
        return self.create(kind=Letter.Kind.PASSWORD, address=address, language=get_language())

    def too_late(self):
        return self.filter(written_at__lt=timezone.now() - KEPT_FOR)


class Letter(models.Model):
    is_never_shown = True

    class Kind(models.TextChoices):
        INVITATION = "invitation"
        PASSWORD = "password"  # noqa: S105 - a subject, no secret.
        SECOND_FACTOR_CHANGED = "changed"
        RESET_ASKED = "reset_asked"
        RESET_DONE = "reset_done"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True)
    # What a stranger typed, where no reader is known yet.
    address = models.EmailField(blank=True)
    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    written_at = models.DateTimeField(auto_now_add=True, db_index=True)

    objects = LetterQuerySet.as_manager()

    def __str__(self):
        return self.get_kind_display()
