"""Each kind of edit makes exactly those pages cold that it changes.

The judge is the site itself: after every edit all pages are rendered anew, and what differs from
what is stored must have been purged, and nothing else.
"""

from shutil import copytree
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.core.files.storage import FileSystemStorage
from django.test import Client

from coalition.delivery import changes
from coalition.delivery.store.address import Address
from coalition.delivery.store.site import forget_pages
from coalition.pages import standing
from tests.edited_site import addresses, plant_site
from tests.edits import EDITS, publish_beside_the_archive

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values_are_kept")]


@pytest.fixture(scope="module", autouse=True)
def short_sitemaps():
    """So that there are several, and most changes are none of a file's."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(standing, "KEYS_A_SITEMAP", 16)
        yield


@pytest.fixture(scope="module")
def planted(for_the_file, short_sitemaps):
    return plant_site()


@pytest.fixture(scope="module")
def finished(planted):
    """A folder for the pages as they are before any edit: each test has a copy of it."""
    with TemporaryDirectory() as folder:
        yield SimpleNamespace(folder=folder, is_filled=False)


@pytest.fixture
def site(db, planted, finished, store, get):
    """The site with all its pages stored; `get` asks for one."""
    if finished.is_filled:
        store.current.unlink()
        copytree(finished.folder, store.folder, symlinks=True, dirs_exist_ok=True)
    else:
        for address in addresses(planted):
            assert get(address)[0].startswith("200"), address
        copytree(store.folder, finished.folder, symlinks=True, dirs_exist_ok=True)
        finished.is_filled = True
    changes.taken()
    cache.clear()
    return planted


@pytest.fixture(autouse=True)
def files_stay(monkeypatch):
    """Rows come back after each edit, and need their files."""
    monkeypatch.setattr(FileSystemStorage, "delete", lambda storage, name: None)


@pytest.fixture
def edit(site, store, get, django_capture_on_commit_callbacks):
    """Do it; which pages it has changed, and which are cold after it, as they are called."""

    def done(act):
        before = {address: told(*get(address)[1:]) for address in addresses(site)}
        with django_capture_on_commit_callbacks(execute=True):
            act(site)
        warm = {address for address in before if is_stored(store, address)}
        cache.clear()
        anew = {address: Client().get(address) for address in before}
        after = {each: told(page.content.decode(), page.headers) for each, page in anew.items()}
        changed = {address for address in before if before[address] != after[address]}
        return changed, before.keys() - warm

    return done


def told(words, headers):
    """Files of data say as well since when they are what they are."""
    return words, headers.get("Last-Modified")


def is_stored(store, address):
    path, _, query = address.partition("?")
    return store.find(Address("testserver", path, query)) is not None


FRONT, FEED = "/en/", "/en/news/feed/"
MAP, FRENCH_MAP = "/api/partners/map.svg", "/api/partners/map.svg?lang=fr"
COUNTERS = {f"/{language}/open-data/counter/" for language in ("en", "fr")}
# It leads to others that share something with it, and waits for all that it compares.
COMPARES = "/en/news/a-12/"
# It shows the newest stories about this partner.
PARTNER = "/en/partners/chad/"
# It waits for all stories on this topic, and for all about this partner.
COMBINED = "/en/news/?partner=iq&topic=health"
COUNTS_PARTNERS = {
    *(f"/{language}/" for language in ("en", "fr", "ar")),
    *("/en/what-is-the-coalition/", "/en/what-is-the-coalition/stability/"),
    *("/en/news/all-of-it/", PARTNER),
    *COUNTERS,
    *("/api/partners/counter.svg", "/api/partners/counter.svg?lang=ar", MAP, FRENCH_MAP),
}

# Whoever shows the newest of a list waits for all of it, and what leads is shown whole.
WITHOUT_NEED = {
    "a story of an old day": {FRONT},
    "an old story of a partner": {FRONT},
    "a story's day": {FRONT, COMPARES},
    "a story's topics": {FRONT, COMPARES},
    "a story's first topic": {COMPARES, "/en/news/a-2/", COMBINED},
    # It leads to that one, and shows no more than its title.
    "an old story's kind": {"/en/news/a-4/"},
    "unpublished": {FRONT, COMPARES, PARTNER},
    "expired": {FRONT, COMPARES, PARTNER},
    "deleted": {FRONT, COMPARES, PARTNER},
    "a view restriction": {FRONT, COMPARES, PARTNER},
    "a view restriction is lifted": {FRONT},
    # Feeds read the name of the site, and with it where its page on privacy is; counters do, too.
    "a page in a menu": {FEED, "/en/open-data/counter/", "/api/partners/counter.svg"},
    # Feeds take the same filters as lists.
    "a new topic": {FEED},
    # Whoever counts partners waits for every change of status: only counting tells that none left.
    "a partner is suspended": COUNTS_PARTNERS,
    # Only the library shows it.
    "a film's title": {"/en/news/the-film/"},
    # It is saved, whether its address is another one or not.
    "a page in another order": {PARTNER},
    # Maps are drawn alike for all languages, from all names and the addresses of all pages.
    "a partner's name": {FRENCH_MAP},
    "a partner's page is closed": {FRENCH_MAP},
    "a closed section": {FRENCH_MAP},
    "the address of a partner's page": {FRENCH_MAP},
    "a partner's page is translated": {MAP},
    # A feed tells of the picture as soon as it is cut.
    "a collection opened again": {FEED},
}
# What is taken down has to be gone whatever else is wrong.
TRUSTS_NO_TAG = "taken down"


@pytest.mark.parametrize("name", EDITS)
def test_exactly_what_has_changed_is_cold(edit, site, name):
    without_need = addresses(site) if name == TRUSTS_NO_TAG else WITHOUT_NEED.get(name, ())

    changed, cold = edit(EDITS[name])

    assert cold == changed.union(without_need)


@pytest.mark.parametrize("name", ["a story's words", "a story's title", "a partner's page"])
def test_what_a_process_for_visitors_alone_has_made_is_purged_as_exactly(
    edit, site, settings, name
):
    forget_pages()
    settings.PUBLIC_ONLY = True

    changed, cold = edit(EDITS[name])

    assert changed
    assert cold == changed


def test_a_publication_leaves_the_archive_alone(edit, site):
    _, cold = edit(publish_beside_the_archive)

    assert cold.isdisjoint(story.url for story in site.archive)
    assert len(cold) <= 15
