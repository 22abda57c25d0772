"""Nobody is anybody here before they have shown both factors."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils.functional import SimpleLazyObject

from coalition.staff.second_factor.proof import has_shown_both, is_enrolled
from coalition.staff.sessions.keeping import note_visit

# Where somebody who has no second factor yet makes one.
ENROLMENT = f"/{settings.ADMIN_PATH}second-factor/"


class RequireSecondFactor:
    """Takes a session that saw only a password for nobody's, on every address but enrolment.

    Visitors have no session cookie: for them this is one look into a dictionary.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            # Whom the session names; asked for by those who show the way to enrolment.
            request.acquaintance = request.user
            request.user = SimpleLazyObject(lambda: trusted(request))
            if request.path_info.startswith(f"/{settings.ADMIN_PATH}") and request.user.pk:
                note_visit(request)
        return self.get_response(request)


def trusted(request):
    user = request.acquaintance
    if not user.is_authenticated or has_shown_both(request, user) or may_enrol(request, user):
        return user
    return AnonymousUser()


def may_enrol(request, user):
    """Only the first time: who has a second factor shows it, or nobody's password were enough."""
    return request.path_info.startswith(ENROLMENT) and not is_enrolled(user)


def owes_enrolment(request):
    user = getattr(request, "acquaintance", None)
    return bool(user and user.is_authenticated and not is_enrolled(user))
