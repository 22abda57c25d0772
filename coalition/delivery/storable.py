"""Lets the store keep what a view answers; a page of Wagtail's says it in `pages/routing.py`."""

from collections.abc import Callable, Collection
from functools import wraps
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from coalition.delivery.light import choice
from coalition.delivery.store.parameters import told
from coalition.delivery.store.response import PARAMETERS

View = Callable[..., HttpResponse]


def storable(**parameters: Collection[str] | None) -> Callable[[View], View]:
    """It is the same for all who ask for its address, and understands these parameters alone."""

    def storable_view(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            response = view(request, *args, **kwargs)
            if response.status_code == HTTPStatus.OK:
                is_page = response.headers["Content-Type"].startswith("text/html")
                chosen = {choice.PARAMETER: None} if is_page else {}
                response.headers[PARAMETERS] = told({**parameters, **chosen})
            return response

        return answer

    return storable_view
