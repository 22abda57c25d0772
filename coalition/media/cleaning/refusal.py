"""How a file is refused: with words that say what to do instead."""

from django.core.exceptions import ValidationError


class Refused(ValidationError):
    """The file is not what its name says, or holds what we can neither take out nor answer for."""
