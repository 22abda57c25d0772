"""The register for programs: one view a file."""

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.urls import reverse

from coalition.delivery.storable import storable
from coalition.pages.addresses import absolute
from partners.open_data import formats, openapi
from partners.open_data.answers import open_to_all, unless_unchanged
from partners.open_data.parameters import day_asked_for
from partners.open_data.published import publication
from partners.open_data.schema import schema_at

EVERY_LANGUAGE = ", ".join(code for code, _ in settings.LANGUAGES)


@storable(as_of=None)
@open_to_all
def partners_json(request):
    published = publication(day_asked_for(request.GET))
    content = formats.as_json(published, schema=absolute(reverse("partners_schema")))
    return _file(request, content, "application/json", published)


@storable(as_of=None)
@open_to_all
def partners_geojson(request):
    published = publication(day_asked_for(request.GET))
    return _file(request, formats.as_geojson(published), "application/geo+json", published)


@storable(as_of=None)
@open_to_all
def partners_csv(request):
    published = publication(day_asked_for(request.GET))
    content_type = "text/csv; charset=utf-8; header=present"
    answer = _file(request, formats.as_csv(published), content_type, published)
    name = f"partners-{published.as_of}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@storable()
@open_to_all
def partners_schema(request):
    schema = schema_at(absolute(reverse("partners_schema")))
    return _described(request, schema, "application/schema+json")


@storable()
@open_to_all
def openapi_document(request):
    return _described(request, openapi.document(), openapi.MEDIA_TYPE)


def _described(request, document, content_type):
    headers = {"Content-Language": "en"}
    response = JsonResponse(document, content_type=content_type, headers=headers)
    return unless_unchanged(request, response)


def _file(request, content, content_type, published):
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Language"] = EVERY_LANGUAGE
    return unless_unchanged(request, response, published.changed)
