"""What readers write to us, kept until it is answered and its time is over."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.template.defaultfilters import linebreaksbr
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from coalition.delivery.direction_marks import PlainlyNamed


class Paragraphs(FieldPanel):
    """A text to read, in lines as it was written."""

    def format_value_for_display(self, value):
        return linebreaksbr(value, autoescape=True)


class MessageQuerySet(models.QuerySet):
    def waiting_for_mail(self):
        return self.filter(mailed_at=None).exclude(status=Message.Status.SPAM)

    def out_of_time(self):
        """Those that we promised to have deleted by now."""
        kept_since = timezone.now() - timedelta(days=settings.CONTACT_RETENTION_DAYS)
        return self.filter(written_at__lt=kept_since)

    def newest_first(self):
        return self.order_by("-written_at", "-pk")


class Message(PlainlyNamed):
    """One message. Only its writer's words in it are personal, and no log ever repeats them."""

    is_never_shown = True

    class Subject(models.TextChoices):
        PRESS = "press", _("A question from the press")
        PARTNERS = "partners", _("The partners and what they do")
        WEBSITE = "website", _("This website, its accessibility or your data")

    class Status(models.TextChoices):
        NEW = "new", _("New")
        ANSWERED = "answered", _("Answered")
        SPAM = "spam", _("Spam")

    subject = models.CharField(_("subject"), max_length=8, choices=Subject.choices)
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    text = models.TextField(_("text"), max_length=5000)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    status = models.CharField(
        _("status"), max_length=8, choices=Status.choices, default=Status.NEW, db_index=True
    )
    written_at = models.DateTimeField(_("written at"), auto_now_add=True, db_index=True)
    # None while no mail server has taken it.
    mailed_at = models.DateTimeField(_("mailed at"), null=True, editable=False)

    objects = MessageQuerySet.as_manager()

    panels = [
        FieldPanel("status"),
        FieldRowPanel(
            [
                FieldPanel("subject", read_only=True),
                FieldPanel("written_at", read_only=True),
            ]
        ),
        FieldRowPanel(
            [FieldPanel("name", read_only=True), FieldPanel("email", read_only=True)],
        ),
        Paragraphs("text", read_only=True),
    ]

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")

    def __str__(self):
        """Without a name: it stands in the admin's log after the message itself is gone."""
        return f"{self.get_subject_display()}, {date_format(self.written_at, 'j F Y H:i')}"

    @property
    def mail_state(self):
        if self.mailed_at:
            return _("Mailed")
        return _("Not mailed") if self.status == self.Status.SPAM else _("Not mailed yet")
