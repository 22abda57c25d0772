"""A link on a page, and what became of it."""

from datetime import timedelta

from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coalition.pages.querysets import all_pages

MOST_FAILURES = 3
A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)


class FoundLinkQuerySet(models.QuerySet):
    def due(self):
        return self.filter(due_at__lte=timezone.now()).order_by("due_at", "pk")

    def leading_elsewhere(self):
        return self.filter(target_page=None, target_document=None)

    def leading_home(self):
        return self.exclude(target_page=None, target_document=None)

    def broken(self):
        """Those on pages that readers can see."""
        readable = all_pages().readable().order_by()
        return self.filter(page__in=readable).exclude(broken_since=None)

    def note(self, problem):
        """They have been followed, and this came of it; nothing if all is well."""
        now = timezone.now()
        if problem:
            since = Coalesce("broken_since", models.Value(now))
            self.update(problem=problem, broken_since=since, due_at=now + A_DAY)
        else:
            self.update(problem="", broken_since=None, failures=0, due_at=now + A_WEEK)

    def note_silence(self):
        """Servers stumble: it takes several days before nobody answers."""
        self.update(failures=F("failures") + 1, due_at=timezone.now() + A_DAY)
        self.filter(failures__gte=MOST_FAILURES).note(FoundLink.Problem.SILENT)


class FoundLink(models.Model):
    """Whether a reader who presses it arrives. Others' addresses, or keys of what is ours."""

    is_never_shown = True
    wagtail_reference_index_ignore = True

    class Problem(models.TextChoices):
        GONE = "gone", _("There is no such page")
        SILENT = "silent", _("Nobody answers")
        REFUSED = "refused", _("We cannot follow it")
        HIDDEN = "hidden", _("Readers cannot see what it leads to")

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )
    # What it leads to in words: an address, or a title.
    address = models.CharField(_("leads to"), max_length=1000)
    target_page = models.PositiveBigIntegerField(null=True)
    target_document = models.PositiveBigIntegerField(null=True)
    problem = models.CharField(
        _("problem"), max_length=8, choices=Problem.choices, blank=True, default=""
    )
    broken_since = models.DateTimeField(_("since"), null=True, db_index=True)
    failures = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = FoundLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("broken link")
        verbose_name_plural = _("broken links")
        constraints = [
            models.UniqueConstraint(fields=["page", "address"], name="each_link_of_a_page_once")
        ]

    def __str__(self):
        return self.address
