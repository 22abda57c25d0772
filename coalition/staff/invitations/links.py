"""Links that let somebody in who has neither password nor passkey; each opens once."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "coalition.staff.invitation"


def invitation_of(person):
    return signing.dumps([person.pk, _state(person)], salt=SALT)


def invited_by(link):
    """Who may come in by this link; None if it is wrong, too old, or was used."""
    seconds = settings.INVITATION_DAYS * 24 * 60 * 60
    try:
        key, state = signing.loads(link, salt=SALT, max_age=seconds)
    except signing.BadSignature:
        return None
    person = get_user_model().objects.filter(pk=key, is_active=True).first()
    if person is None or has_come(person) or not constant_time_compare(state, _state(person)):
        return None
    return person


def has_come(person):
    return person.has_usable_password() or Authenticator.objects.filter(user=person).exists()


def _state(person):
    """An unusable password is a new one each time: a later invitation voids those before."""
    return salted_hmac(SALT, f"{person.password}{person.email}").hexdigest()
