"""The door to the site: it leads to the reader's language."""

from django.http import HttpResponseRedirect
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers


@vary_on_headers("Accept-Language", "Cookie")
@require_safe
def choose_language(request):
    """The language saved earlier, else the browser's, else English."""
    return HttpResponseRedirect(f"/{get_language_from_request(request)}/")
