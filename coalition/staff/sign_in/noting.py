"""Notes whose password was wrong.

What the log of the back office holds nobody forgets for a year, so strangers do not fill it: they
add a few lines an hour for an account, then one that there were more, and none for a name that
nobody has. The console is told of each.
"""

import logging

from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_login_failed

from coalition.audit.record import Thing, record
from coalition.delivery.limits import Limit, fingerprint
from coalition.delivery.visitors import address_of

logger = logging.getLogger("coalition.staff")

AN_HOUR = 60 * 60
FROM_ONE_HOUSEHOLD = 5
FROM_EVERYBODY = 10
SALT = "coalition.staff.noting"


def listen():
    user_login_failed.connect(note_failed_sign_in)


def note_failed_sign_in(sender, credentials, request=None, **kwargs):
    """What strangers type is not written down: it may be a password in the wrong field."""
    username = credentials.get(get_user_model().USERNAME_FIELD) or ""
    account = get_user_model()._default_manager.filter(username=username).first()
    # Counted alike for a name that nobody has, so that it takes as long.
    act = act_to_note(fingerprint(username, SALT), address_of(request) if request else "")
    if account and act:
        record(act, about=Thing.of(account))
    else:
        logger.warning("sign_in_failed account=%s", account.pk if account else "unknown")


def act_to_note(name, address):
    """None when this hour has had its lines."""
    lines = Limit(f"failed-{name}", AN_HOUR, FROM_ONE_HOUSEHOLD, FROM_EVERYBODY)
    more = Limit(f"more-failed-{name}", AN_HOUR, from_one_household=1, from_everybody=1)
    if lines.has_room_for(address):
        return "sign-in-failed"
    return "more-sign-ins-failed" if more.has_room_for(address) else None
