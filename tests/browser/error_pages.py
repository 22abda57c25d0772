"""What readers are told instead of a page, for whatever reason."""

from django.test import RequestFactory

from coalition.delivery.outage import WORDS, error_page

ELSEWHERE = {"Origin": "https://elsewhere.example"}


def error_pages(page, language):
    """Each as HTML, by its status; what takes a failure is told here as the served site would."""
    answers = [
        page.request.post(f"/{language}/contact/send/", headers=ELSEWHERE),
        page.request.get(f"/{language}/not/here/"),
    ]
    told = {answer.status: answer.text() for answer in answers}
    assert [*told] == [403, 404]
    request = RequestFactory().get(f"/{language}/")
    return told | {status: error_page(request, status).content.decode() for status in WORDS}
