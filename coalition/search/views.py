"""The search page."""

from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from coalition.search.answer import Answer


@require_safe
def search(request):
    return render(request, "search/results.html", {"answer": Answer(request.GET, get_language())})
