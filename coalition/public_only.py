"""What a process does not have into which nobody can sign in: `PUBLIC_ONLY=1`.

Apps that those of pages need stay, Wagtail's back office among them; no address leads there.
"""

from collections.abc import Iterable
from typing import Final

from django.core.exceptions import ImproperlyConfigured

STAFF_APPS: Final = frozenset(
    {
        "allauth.account",
        "coalition.demo",
        "coalition.desk",
        "django.contrib.messages",
        "django.contrib.sessions",
    }
)
STAFF_MIDDLEWARE: Final = frozenset(
    {
        "allauth.account.middleware.AccountMiddleware",
        "coalition.audit.middleware.WatchTheBackOffice",
        "coalition.delivery.hosts.KeepHostsApart",
        "coalition.pages.closed_doors.CloseDoors",
        "coalition.pages.newer_version.KeepNewerVersion",
        "coalition.pages.still_used.KeepWhatIsUsed",
        "coalition.pages.unfinished.KeepTheUnfinished",
        "coalition.releases.foresight.ForeseeReleases",
        "coalition.staff.second_factor.middleware.RequireSecondFactor",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
    }
)
# Stand in for them.
VISITORS_APPS: Final = frozenset({"coalition.staff.without_a_door.WithoutADoor"})
VISITORS_MIDDLEWARE: Final = frozenset({"coalition.delivery.hosts.EverybodyIsAVisitor"})


def address_map(is_public_only: bool) -> str:
    return "coalition.urls_public" if is_public_only else "coalition.urls"


def chosen(names: Iterable[str], is_public_only: bool) -> list[str]:
    """Those of the names that such a process has, or that any other has."""
    of_staff, of_visitors = STAFF_APPS | STAFF_MIDDLEWARE, VISITORS_APPS | VISITORS_MIDDLEWARE
    left_out = of_staff if is_public_only else of_visitors
    return [name for name in names if name not in left_out]


def cache_address(named: str, is_public_only: bool) -> str:
    """Its own memory: what lies in a cache is pickled, so whoever writes there has it run."""
    if is_public_only and named:
        raise ImproperlyConfigured(
            "With PUBLIC_ONLY=1 nothing is kept in a cache. Take CACHE_URL out of its environment:"
            " whoever takes this process over could write there, and the back office runs it."
        )
    return "locmemcache://" if is_public_only else named


def mail_address(unnamed: str, is_public_only: bool) -> str:
    """What stands for EMAIL_URL where nobody sets it: the clock mails, and never such a process."""
    return "dummymail://" if is_public_only else unnamed
