"""Where browsers send their reports; the answer tells nothing."""

from http import HTTPStatus
from itertools import islice
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from coalition.delivery.limits import Limit
from coalition.delivery.visitors import address_of
from coalition.violations.noting import note
from coalition.violations.reading import read_reports

LIMIT: Final = Limit("violations", 60, from_one_household=30, from_everybody=300)
MOST_BYTES: Final = 32 * 1024
MOST_AT_ONCE: Final = 20


# Browsers send it by themselves, with no form and no token.
@csrf_exempt
@require_POST
def listen(request: HttpRequest) -> HttpResponse:
    if not LIMIT.has_room_for(address_of(request)):
        return HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS)
    body = request.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        return HttpResponse(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    note(islice(read_reports(body, request.get_host()), MOST_AT_ONCE))
    return HttpResponse(status=HTTPStatus.NO_CONTENT)
