"""Asks somebody in."""

from wagtail.log_actions import log

from coalition.staff.letters.models import Letter


def invite(person):
    """Nobody knows a password for somebody else: the one who is asked in chooses their own."""
    person.set_unusable_password()
    person.save(update_fields=["password"])
    Letter.objects.write(Letter.Kind.INVITATION, person)
    log(person, "staff.invite")
