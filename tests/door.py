"""Coming in by the door, as people do: for tests of the door itself."""

from time import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)

from coalition.demo.builders.people import PASSWORD
from coalition.staff.second_factor.secrets import unseal

DOOR = "/admin/login/"
CODE = "/admin/login/code/"
ENROLMENT = "/admin/second-factor/"
SECONDS_OF_A_CODE = 30


def type_password(client, username, password=PASSWORD, **extra):
    return client.post(DOOR, {"login": username, "password": password}, **extra)


def type_code(client, code, **extra):
    return client.post(CODE, {"code": code}, **extra)


def code_of(secret, later=0):
    """What an app shows; `later` by so many codes."""
    return format_hotp_value(hotp_value(secret, int(time()) // SECONDS_OF_A_CODE + later))


def give_app(person):
    """The secret of the app that `person` has from now on."""
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def give_recovery_codes(person):
    return RecoveryCodes.activate(person).generate_codes()


def app_of(person):
    app = Authenticator.objects.get(user=person, type=Authenticator.Type.TOTP)
    return unseal(app.data["secret"])


def enrol(client):
    """What somebody does who comes for the first time."""
    client.get(f"{ENROLMENT}app/")
    secret = client.session["mfa.totp.secret"]
    return client.post(f"{ENROLMENT}app/", {"code": code_of(secret)})


def is_inside(client):
    return client.get("/admin/").status_code == 200
