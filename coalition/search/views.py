"""The search page."""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from coalition.search.answer import Answer
from coalition.search.misses import NotedResponse


@require_safe
def search(request):
    language = get_language()
    answer = Answer(request.GET, language)
    html = render_to_string("search/results.html", {"answer": answer}, request)
    if answer.has_missed:
        return NotedResponse(html, language=language, words=request.GET["q"])
    return HttpResponse(html)
