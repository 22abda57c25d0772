"""A code of the app opens the door once, however long its minute is.

allauth remembers used codes for half a minute, but tolerates clocks that are as much off: a code
is good for longer than that.
"""

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.db import transaction

from coalition.staff.second_factor.secrets import unseal

LAST_MOMENT = "last_moment"


def is_first_use(authenticator, code):
    """Note that `code` is used up, and all before it; whether it was not before."""
    if authenticator.type != Authenticator.Type.TOTP:
        return True
    # Of two who send one code at once, the second waits here and reads what the first has noted.
    with transaction.atomic():
        kept = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
        moment = _moment_of(unseal(kept.data["secret"]), code)
        if moment is None or moment <= kept.data.get(LAST_MOMENT, 0):
            return False
        kept.data[LAST_MOMENT] = moment
        kept.save(update_fields=["data"])
    authenticator.data = kept.data
    return True


def _moment_of(secret, code):
    for moment in yield_hotp_counters_from_time():
        if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, moment))):
            return moment
    return None
