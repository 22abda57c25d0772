"""Notes that somebody is still at work."""

from time import time

from django.conf import settings
from django.http import HttpRequest

from coalition.staff.sessions.store import BROWSER, SEEN_AT, STARTED_AT

# Every note is a write.
SECONDS_BETWEEN_NOTES = 60
LONGEST_NAME_OF_A_BROWSER = 300
# An open editor asks every few seconds who else is there, and each page now and then how long its
# session lasts, whether or not anybody sits before it.
ASKED_BY_ITSELF = (
    f"/{settings.ADMIN_PATH}editing-sessions/",
    f"/{settings.ADMIN_PATH}sessions/left/",
)


def note_visit(request: HttpRequest) -> None:
    """The hours of a session begin with its first visit; it ends when no more are noted."""
    if request.path_info.startswith(ASKED_BY_ITSELF):
        return
    session = request.session
    session.setdefault(STARTED_AT, time())
    session.setdefault(BROWSER, request.headers.get("User-Agent", "")[:LONGEST_NAME_OF_A_BROWSER])
    if time() - session.get(SEEN_AT, 0) > SECONDS_BETWEEN_NOTES:
        session[SEEN_AT] = time()
