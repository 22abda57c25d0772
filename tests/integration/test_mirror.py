"""What a web server shows behind which nothing of ours runs."""

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.test.client import ClientHandler

from coalition.delivery.mirror import Mirror, NoMirrorError
from coalition.demo.builders import (
    build_document,
    build_picture,
    build_story,
    home_page,
    publish_page,
)

pytestmark = pytest.mark.django_db

LOC = ".//{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture
def site():
    """As a server asks it, without ending the test's transaction."""
    handler = ClientHandler()
    handler.raise_request_exception = False

    def answer(environ, start_response):
        response = handler(environ)
        status = f"{response.status_code} {response.reason_phrase}"
        start_response(status, list(response.items()))
        body = response.getvalue()
        for close in response._resource_closers:
            close()
        return [body]

    return answer


@pytest.fixture
def renew(site, tmp_path, settings):
    settings.STATIC_ROOT, settings.MEDIA_ROOT = tmp_path / "static", tmp_path / "media"
    for file in ("static/css/site.css", "media/images/a.webp", "media/original_images/a.jpg"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("a file")
    folder = tmp_path / "mirror"

    def renew_it():
        mirror = Mirror(folder, site)
        mirror.renew()
        return mirror

    renew_it.folder = folder
    return renew_it


def named(folder):
    """The addresses of all pages in the sitemap that lies there."""
    for file in locations(folder / "sitemap.xml"):
        yield from locations(folder / file.strip("/"))


def locations(file):
    tree = ElementTree.parse(file)  # noqa: S314 - we wrote it.
    return [unquote(urlsplit(place.text).path) for place in tree.iterfind(LOC)]


def page(folder, path):
    return folder / path.strip("/") / "index.html"


def test_every_address_of_the_sitemap_has_a_page_as_the_site_shows_it(renew, client):
    story = build_story(title="A story")
    build_story(home_page("ar"), title="قصة")

    renew()

    paths = list(named(renew.folder))
    assert {story.url, "/en/", "/ar/"} <= {*paths}
    for path in paths:
        shown = client.get(path).getvalue()
        assert page(renew.folder, path).read_bytes() == shown
        assert (
            gzip.decompress(page(renew.folder, path).with_suffix(".html.gz").read_bytes()) == shown
        )


def test_with_what_pages_fetch_and_nothing_that_is_not_public(renew):
    build_picture()

    renew()

    files = {str(file.relative_to(renew.folder)) for file in renew.folder.rglob("*.*")}
    assert {"static/css/site.css", "media/images/a.webp", "robots.txt"} <= files
    assert {f"away/{language}.html" for language in ("en", "fr", "ar")} <= files
    assert not [file for file in files if "original_images" in file]


def test_documents_come_with_the_pages_that_lead_to_them(renew):
    document = build_document()
    with document.open_file() as file:
        content = file.read()
    build_story(title="A story", kind="fact-sheet", document=document)

    renew()

    assert (renew.folder / unquote(document.url).strip("/")).read_bytes() == content


def test_what_is_no_longer_public_goes(renew, settings):
    story = build_story(title="A story")
    renew()
    assert page(renew.folder, story.url).exists()

    story.unpublish()
    (Path(settings.MEDIA_ROOT) / "images" / "a.webp").unlink()
    renew()

    assert not page(renew.folder, story.url).parent.exists()
    assert not (renew.folder / "media" / "images" / "a.webp").exists()


def test_what_is_the_same_keeps_its_time_and_what_is_not_is_new(renew):
    story, other = build_story(title="A story"), build_story(title="Another")
    renew()
    before = {each: page(renew.folder, each.url).stat().st_mtime_ns for each in (story, other)}

    story.teaser = "<p>Mended.</p>"
    publish_page(story)
    renew()

    assert "Mended." in page(renew.folder, story.url).read_text()
    assert page(renew.folder, story.url).stat().st_mtime_ns != before[story]
    assert page(renew.folder, other.url).stat().st_mtime_ns == before[other]


def test_a_page_that_fails_stays_as_it_was_with_its_documents(renew, monkeypatch):
    document = build_document()
    story = build_story(title="A story", kind="fact-sheet", document=document)
    renew()
    before = page(renew.folder, story.url).read_bytes()

    def broken(*args):
        raise ZeroDivisionError

    monkeypatch.setattr(type(story), "serve", broken)
    mirror = renew()

    assert mirror.failed == [story.url]
    assert page(renew.folder, story.url).read_bytes() == before
    assert (renew.folder / unquote(document.url).strip("/")).exists()


def test_without_its_database_nothing_goes(renew, monkeypatch):
    renew()
    before = {*renew.folder.rglob("*")}

    def lost(*args, **kwargs):
        raise OperationalError

    monkeypatch.setattr("coalition.pages.sitemap._newest_number", lost)

    with pytest.raises(NoMirrorError, match=r"/sitemap\.xml by 503"):
        renew()
    assert {*renew.folder.rglob("*")} == before


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path, site):
    (tmp_path / "of-others").touch()

    with pytest.raises(NoMirrorError, match="neither empty nor a mirror"):
        Mirror(tmp_path, site).renew()
    with pytest.raises(CommandError, match="neither empty nor a mirror"):
        call_command("mirror", str(tmp_path))

    assert [file.name for file in tmp_path.iterdir()] == ["of-others"]


def test_a_draft_is_not_in_it(renew):
    draft = build_story(title="A draft", live=False)

    renew()

    assert not page(renew.folder, f"{home_page().url}news/{draft.slug}/").exists()
    assert not [file for file in renew.folder.rglob("*.html") if "A draft" in file.read_text()]
