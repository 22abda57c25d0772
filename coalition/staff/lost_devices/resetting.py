"""Takes away a lost second factor, and lets its owner in anew."""

from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from coalition.staff.letters.models import Letter
from coalition.staff.lost_devices.models import SecondFactorReset
from coalition.staff.sessions.views import end_sessions_of


class NotTheirs(PermissionDenied):
    """Somebody wants to decide about themselves, or alone."""


@transaction.atomic
def ask(person, administrator):
    if person == administrator:
        raise NotTheirs
    request = SecondFactorReset.objects.waiting().filter(person=person).first()
    if request is None:
        request = SecondFactorReset.objects.create(person=person, asked_by=administrator)
        Letter.objects.write(Letter.Kind.RESET_ASKED, person)
        log(person, "staff.ask_reset", user=administrator)
    return request


@transaction.atomic
def grant(request, administrator):
    """The person comes back by a letter, as at first: who only knows their password does not."""
    if not request.may_be_granted_by(administrator):
        raise NotTheirs
    _answer(request, administrator, is_granted=True)
    start_over(request.person, by=administrator)


@transaction.atomic
def refuse(request, administrator):
    if administrator == request.person:
        raise NotTheirs
    _answer(request, administrator, is_granted=False)
    log(request.person, "staff.refuse_reset", user=administrator)


def start_over(person, by=None):
    Authenticator.objects.filter(user=person).delete()
    person.set_unusable_password()
    person.save(update_fields=["password"])
    end_sessions_of(person, by=by)
    Letter.objects.write(Letter.Kind.RESET_DONE, person)
    log(person, "staff.reset_second_factor", user=by)


def _answer(request, administrator, is_granted):
    request.answered_by = administrator
    request.answered_at = timezone.now()
    request.is_granted = is_granted
    request.save()
