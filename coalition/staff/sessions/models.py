"""Sessions as rows, so that people can see and end theirs."""

from datetime import UTC, datetime, timedelta
from importlib import import_module

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from coalition.staff.sessions.devices import device_of


class SessionQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(user=person)

    def in_force(self):
        return self.filter(expire_date__gt=timezone.now())

    def over(self):
        return self.filter(expire_date__lte=timezone.now())

    def latest_first(self):
        return self.order_by("-seen_at")


class SessionManager(BaseSessionManager.from_queryset(SessionQuerySet)):
    use_in_migrations = False


class StaffSession(AbstractBaseSession):
    """One browser in which somebody is signed in, or about to be."""

    is_never_shown = True

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True)
    started_at = models.DateTimeField(_("signed in"), null=True)
    seen_at = models.DateTimeField(_("last seen"), null=True)
    browser = models.CharField(max_length=300, blank=True)

    objects = SessionManager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    @classmethod
    def get_session_store_class(cls):
        return import_module(settings.SESSION_ENGINE).SessionStore

    @property
    def device(self):
        return device_of(self.browser)

    @property
    def public_name(self):
        """Names it in an address: whoever has the key itself is signed in."""
        return salted_hmac("coalition.staff.sessions", self.session_key).hexdigest()[:20]

    def is_of_the_present_password(self):
        """Django shuts out the others when they come back."""
        shown = self.get_decoded().get(HASH_SESSION_KEY, "")
        return constant_time_compare(shown, self.user.get_session_auth_hash())


def moment(seconds):
    return datetime.fromtimestamp(seconds, UTC) if seconds else None


def ends_of(started_at, seen_at):
    """Half an hour after somebody was last seen, and eight hours after they signed in."""
    now = timezone.now()
    return {
        "idle": (seen_at or now) + timedelta(seconds=settings.SESSION_COOKIE_AGE),
        "longest": (started_at or now) + timedelta(seconds=settings.LONGEST_SESSION),
    }
