"""How long somebody waits who keeps failing to sign in.

Waits grow with the failures of one household at one account, and of one household at all of them;
so who guesses slows down themselves, and the owner of the account comes in from anywhere else. A
browser that the owner has signed in with before is counted by itself, even in the same household.
"""

from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from coalition.delivery.limits import fingerprint
from coalition.delivery.visitors import address_of, household
from coalition.staff.sign_in.known_devices import known_device
from coalition.staff.sign_in.models import Failures

LONGEST_WAIT = 15 * 60
# Nobody mistypes more often; a whole office behind one address might.
OF_ONE_PERSON = 5
OF_A_HOUSEHOLD = 20
SALT = "coalition.staff.patience"


def wait_after(failures: int, free: int) -> int:
    """Two seconds after the first that is not free, then twice as long each time."""
    too_many = failures - free + 1
    return 0 if too_many < 1 else min(2 ** min(too_many, 20), LONGEST_WAIT)


@dataclass(frozen=True)
class Tries:
    """Those of one person or household: `free` of them cost nothing."""

    name: str
    free: int

    def seconds_left(self) -> int:
        failures = Failures.objects.of(self.name).first()
        if failures is None:
            return 0
        passed = (timezone.now() - failures.last_at).total_seconds()
        return max(0, round(wait_after(failures.number, self.free) - passed))

    def failed(self) -> None:
        Failures.objects.count_one_more(self.name)

    def succeeded(self) -> None:
        Failures.objects.of(self.name).delete()

    def take_back(self) -> None:
        Failures.objects.count_one_less(self.name)


def tries_at_password(request: HttpRequest, username: str) -> list[Tries]:
    """Those at this account first."""
    device = known_device(request, username)
    if device:
        return [_tries(OF_ONE_PERSON, "device", device)]
    home = fingerprint(household(address_of(request)), SALT)
    return [_tries(OF_ONE_PERSON, home, username), _tries(OF_A_HOUSEHOLD, home)]


def tries_at_code(request: HttpRequest, user: AbstractBaseUser) -> list[Tries]:
    """A code has six digits: guesses at it are counted together, wherever they come from.

    Only who knows the password can make the owner wait here, and never in a browser of theirs.
    """
    device = known_device(request, user.get_username())
    return [_tries(OF_ONE_PERSON, "code", device or str(user.pk))]


def seconds_to_wait(tries: list[Tries]) -> int:
    return max(one.seconds_left() for one in tries)


def _tries(free: int, *names: str) -> Tries:
    return Tries(salted_hmac(SALT, "\0".join(names), algorithm="sha256").hexdigest(), free)
