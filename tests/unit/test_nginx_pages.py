"""nginx says of a finished page what the site says of it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.middleware.security import SecurityMiddleware
from django.test import RequestFactory, override_settings

from coalition.delivery.headers import HeadersMiddleware
from coalition.delivery.media_files import CONTENT_TYPES, PUBLIC_FOLDERS
from coalition.genuine.forms import DoubtForm
from coalition.media.cleaning.files import LARGEST_FILM, LARGEST_OTHER, MEGABYTE
from coalition.media.shelves import CLOSED_PICTURES

DEPLOY = Path(__file__).parents[2] / "deploy"
ADD_HEADER = re.compile(r'^add_header ([\w-]+) "(.*)";$', re.MULTILINE)
OF_MEDIA = re.compile(r"^    location ~ (\^/media/\S+) \{$", re.MULTILINE)
LANGUAGES = re.compile(r"^    .~\^/\(\?<step>([a-z|-]+)\)/", re.MULTILINE)
COMMENT = re.compile(r"^ *#.*$", re.MULTILINE)
VARIABLE = re.compile(r"\$\{?(\w+)")
MAPPED = re.compile(r"^map .* \$(\w+) \{$", re.MULTILINE)
SET_HERE = re.compile(r"^ *set \$(\w+) ", re.MULTILINE)
OF_NGINX = {"host", "request_uri", "uri"}
ZONE_USED = re.compile(r"(?:limit_req zone=|limit_conn )(\w+)")
ZONE_MADE = re.compile(r" zone=(\w+):")
OF_STAFF = re.compile(
    r"^    location \^~ /(\S+) \{\n        client_max_body_size (\d+)m;$", re.MULTILINE
)
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


@pytest.mark.parametrize("rules", ["nginx-pages.conf", "page-headers.conf", "site-limits.conf"])
def test_what_is_included_elsewhere_knows_its_maps_alone(rules):
    text = COMMENT.sub("", (DEPLOY / rules).read_text())
    maps = (DEPLOY / "nginx-maps.conf").read_text()

    used, made = set(VARIABLE.findall(text)), {*MAPPED.findall(maps), *SET_HERE.findall(text)}

    assert used <= made | OF_NGINX
    assert set(ZONE_USED.findall(text)) <= set(ZONE_MADE.findall(maps))


def test_nginx_takes_the_largest_film_and_its_captions_where_staff_are():
    ((path, megabytes),) = OF_STAFF.findall((DEPLOY / "nginx.conf").read_text())
    largest = LARGEST_FILM + LARGEST_OTHER + settings.DATA_UPLOAD_MAX_MEMORY_SIZE

    assert path == settings.ADMIN_PATH
    assert largest < int(megabytes) * MEGABYTE < 1.1 * largest


def test_nginx_takes_what_the_longest_form_of_a_reader_sends():
    (kilobytes,) = re.findall(r"client_max_body_size (\d+)k;", (DEPLOY / "nginx.conf").read_text())
    # A form without files writes the rarest letters as four bytes of three signs each.
    longest = 12 * DoubtForm.base_fields["text"].max_length

    assert longest < int(kilobytes) * 1024 < settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def test_nginx_writes_down_nowhere_who_asked_for_what():
    written = [(DEPLOY / name).read_text() for name in ("nginx.conf", "nginx-pages.conf")]

    assert re.findall(r"^ *access_log .*", "".join(written), re.MULTILINE) == ["access_log off;"]
