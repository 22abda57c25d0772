"""The demo's staff: one person in each role."""

import secrets
from typing import NamedTuple

from django.conf import settings

from coalition.demo.builders import build_admin, build_user
from coalition.staff.groups import sync_roles
from coalition.staff.models import User
from coalition.staff.roles import EDITOR, PARTNER_MANAGER, PUBLISHER

PASSWORD_FILE = settings.VAR_DIR / "demo-password"


class Staff(NamedTuple):
    admin: User
    editor: User
    publisher: User
    partner_manager: User


def hire_staff(password: str) -> Staff:
    sync_roles()
    return Staff(
        admin=build_admin(**account("admin", password)),
        editor=build_user(EDITOR, **account("editor", password)),
        publisher=build_user(PUBLISHER, **account("publisher", password)),
        partner_manager=build_user(PARTNER_MANAGER, **account("partner-manager", password)),
    )


def account(username: str, password: str) -> dict[str, str]:
    """Named by what they do: nobody is invented."""
    return {
        "username": username,
        "password": password,
        "first_name": username.replace("-", " ").capitalize(),
        "last_name": "of the demo",
        "email": f"{username}@coalition.example",
    }


def demo_password() -> str:
    """SEED_PASSWORD, or the password an earlier seed made, or one made and kept here."""
    if settings.SEED_PASSWORD:
        return settings.SEED_PASSWORD
    if not PASSWORD_FILE.exists():
        PASSWORD_FILE.parent.mkdir(parents=True, exist_ok=True)
        PASSWORD_FILE.touch(mode=0o600)
        PASSWORD_FILE.write_text(secrets.token_urlsafe(15))
    return PASSWORD_FILE.read_text().strip()
