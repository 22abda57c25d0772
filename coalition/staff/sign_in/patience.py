"""How long somebody waits who keeps failing to sign in.

Waits grow with the failures of one household at one account, and of one household at all of them;
so who guesses slows down themselves, and the owner of the account comes in from anywhere else. A
browser that the owner has signed in with before is counted by itself, even in the same household.

One customer has thousands of households, and whoever has the site's secret can make up browsers:
what all of a neighbourhood, or all known browsers of an account, fail together is counted too.
"""

from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from coalition.delivery.limits import NEIGHBOURS, fingerprint
from coalition.delivery.visitors import address_of, household, neighbourhood
from coalition.staff.sign_in.known_devices import known_device
from coalition.staff.sign_in.models import Failures

LONGEST_WAIT = 15 * 60
# Nobody mistypes more often; a whole office behind one address might.
OF_ONE_PERSON = 5
OF_A_HOUSEHOLD = 20
# Nobody has that many browsers and mistypes in all of them.
OF_ALL_DEVICES = 50
SALT = "coalition.staff.patience"


def wait_after(failures: int, free: int) -> int:
    """Two seconds after the first that is not free, then twice as long each time."""
    too_many = failures - free + 1
    return 0 if too_many < 1 else min(2 ** min(too_many, 20), LONGEST_WAIT)


@dataclass(frozen=True)
class Tries:
    """Those of one person, household or browser: `free` of them cost nothing.

    The free ones count `around` it as well. Who goes on after them makes nobody around wait sooner,
    only longer where others have failed as often: no household shuts its neighbours out alone.
    """

    name: str
    free: int
    around: "Tries | None" = None

    def seconds_left(self) -> int:
        failures = Failures.objects.of(self.name).first()
        around = self.around.seconds_left() if self.around else 0
        if failures is None:
            return around
        passed = (timezone.now() - failures.last_at).total_seconds()
        return max(around, round(wait_after(failures.number, self.free) - passed))

    def failed(self) -> None:
        Failures.objects.count_one_more(self.name)
        if self.around and self._are_free():
            self.around.failed()
        elif self.around:
            Failures.objects.begin_wait_anew(self.around.name)

    def succeeded(self) -> None:
        self.take_back()
        Failures.objects.of(self.name).delete()

    def take_back(self) -> None:
        if self.around and self._are_free():
            self.around.take_back()
        Failures.objects.count_one_less(self.name)

    def _are_free(self) -> bool:
        return Failures.objects.of(self.name).filter(number__lte=self.free).exists()


def tries_at_password(request: HttpRequest, username: str) -> list[Tries]:
    """Those at this account first."""
    device = known_device(request, username)
    if device:
        return [_of_device("device", device, username)]
    home = fingerprint(household(address_of(request)), SALT)
    nearby = fingerprint(neighbourhood(address_of(request)), SALT)
    at_it_nearby = _of_neighbours(OF_ONE_PERSON, nearby, username)
    return [
        _tries(OF_ONE_PERSON, home, username, around=at_it_nearby),
        _tries(OF_A_HOUSEHOLD, home, around=_of_neighbours(OF_A_HOUSEHOLD, nearby)),
    ]


def tries_at_code(request: HttpRequest, user: AbstractBaseUser) -> list[Tries]:
    """A code has six digits: guesses at it are counted together, wherever they come from.

    Only who knows the password can make the owner wait here; in a browser of theirs, only who can
    make up such browsers besides. A new password ends that.
    """
    device = known_device(request, user.get_username())
    if device:
        return [_of_device("code", device, str(user.pk))]
    return [_tries(OF_ONE_PERSON, "code", str(user.pk))]


def seconds_to_wait(tries: list[Tries]) -> int:
    return max(one.seconds_left() for one in tries)


def _of_device(what: str, device: str, account: str) -> Tries:
    around = _tries(OF_ALL_DEVICES, what, "of all devices", account)
    return _tries(OF_ONE_PERSON, what, device, around=around)


def _of_neighbours(of_one: int, *names: str) -> Tries:
    return _tries(NEIGHBOURS * of_one, "nearby", *names)


def _tries(free: int, *names: str, around: Tries | None = None) -> Tries:
    name = salted_hmac(SALT, "\0".join(names), algorithm="sha256").hexdigest()
    return Tries(name, free, around)
