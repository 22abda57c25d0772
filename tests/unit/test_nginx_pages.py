"""nginx says of a finished page what the site says of it."""

import re
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.middleware.security import SecurityMiddleware
from django.test import RequestFactory, override_settings

from coalition.delivery.headers import HeadersMiddleware
from coalition.delivery.media_files import CONTENT_TYPES, PUBLIC_FOLDERS
from coalition.media.shelves import CLOSED_PICTURES

DEPLOY = Path(__file__).parents[2] / "deploy"
ADD_HEADER = re.compile(r'^add_header ([\w-]+) "(.*)";$', re.MULTILINE)
OF_MEDIA = re.compile(r"^    location ~ (\^/media/\S+) \{$", re.MULTILINE)
LANGUAGES = re.compile(r"^    .~\^/\(\?<step>([a-z|-]+)\)/", re.MULTILINE)
# Said of each page by its language and its coding.
OF_ONE_PAGE = {"Content-Language", "Vary"}
HSTS = {
    "SECURE_HSTS_SECONDS": 63072000,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SECURE_HSTS_PRELOAD": True,
}


def test_nginx_adds_the_headers_that_the_site_gives():
    with override_settings(SECURE_SSL_REDIRECT=False, **HSTS):
        answer = HeadersMiddleware(SecurityMiddleware(lambda request: HttpResponse("A page")))(
            RequestFactory().get("/en/", secure=True)
        )

    written = (DEPLOY / "page-headers.conf").read_text()
    added = {name: value.replace('\\"', '"') for name, value in ADD_HEADER.findall(written)}

    assert added.keys() >= OF_ONE_PAGE
    said = {name: value for name, value in answer.headers.items() if name != "Content-Type"}
    assert {name: added[name] for name in added if name not in OF_ONE_PAGE} == said


def test_nginx_knows_the_languages():
    (languages,) = LANGUAGES.findall((DEPLOY / "nginx-maps.conf").read_text())

    assert sorted(languages.split("|")) == sorted(dict(settings.LANGUAGES))


def test_nginx_hands_out_the_files_that_the_site_does():
    (of_media,) = OF_MEDIA.findall((DEPLOY / "nginx.conf").read_text())
    folders = [*PUBLIC_FOLDERS, CLOSED_PICTURES, "documents", "original_images"]

    handed_out = {
        (folder, suffix)
        for folder in folders
        for suffix in [*CONTENT_TYPES, ".html", ".svg"]
        if re.search(of_media, f"/media/{folder}/a{suffix}")
    }

    assert handed_out == {(folder, suffix) for folder in PUBLIC_FOLDERS for suffix in CONTENT_TYPES}


def test_nginx_writes_down_nowhere_who_asked_for_what():
    written = [(DEPLOY / name).read_text() for name in ("nginx.conf", "nginx-pages.conf")]

    assert re.findall(r"^ *access_log .*", "".join(written), re.MULTILINE) == ["access_log off;"]
