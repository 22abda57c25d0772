"""Keeps the keys of one-time codes unreadable for whoever reads the database alone."""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


def seal(text: str) -> str:
    return _locksmith().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    return _locksmith().decrypt(sealed.encode()).decode()


def _locksmith() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(secret)) for secret in secrets])


def _key(secret: str) -> bytes:
    digest = salted_hmac("coalition.staff.second_factor", "", secret=secret, algorithm="sha256")
    return urlsafe_b64encode(digest.digest())
