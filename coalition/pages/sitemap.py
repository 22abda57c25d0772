"""What machines are told about our addresses."""

from django.http import HttpResponse


def robots(request):
    return HttpResponse("", content_type="text/plain")


def sitemap_index(request):
    return HttpResponse("", content_type="application/xml")


def language_sitemap(request, language):
    return HttpResponse("", content_type="application/xml")
