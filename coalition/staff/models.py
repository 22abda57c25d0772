"""The people who work on the site."""

from django.contrib.auth.models import AbstractUser

# What else the database keeps about them; Django looks for models here.
from coalition.staff.letters.models import Letter
from coalition.staff.lost_devices.models import SecondFactorReset
from coalition.staff.sessions.models import StaffSession
from coalition.staff.sign_in.models import Failures

__all__ = ["Failures", "Letter", "SecondFactorReset", "StaffSession", "User"]


class User(AbstractUser):
    """A member of staff; visitors have no accounts."""

    is_never_shown = True
