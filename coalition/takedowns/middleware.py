"""Says 410 where a page or a file has been; asks only where not even a redirect is."""

from http import HTTPStatus

from coalition.delivery.outage import error_page
from coalition.takedowns.models import GoneAddress


class SayWhatIsGone:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_lost = response.status_code == HTTPStatus.NOT_FOUND
        if is_lost and GoneAddress.objects.filter(path=request.path).exists():
            return error_page(request, HTTPStatus.GONE)
        return response
