"""The people who work on the site."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of staff; visitors have no accounts."""

    is_never_shown = True
