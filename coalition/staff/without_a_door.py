"""What is left of allauth where nobody can sign in: its models."""

from allauth.account.apps import AccountConfig


class WithoutADoor(AccountConfig):
    def ready(self) -> None:
        """Without its own refusal to start: the middleware it wants would serve nobody here."""
