"""What pages may weigh: a cheap telephone on a bad line in Mosul reads them too."""

import re

import pytest

from tests.browser.served_site import PROJECT
from tests.browser.weighing import weigh

KB = 1024
LANGUAGES = ("en", "ar")
# Most bytes of HTML, styles, scripts and fonts, as compressed.
TEXT = {"": 60 * KB, "a story": 45 * KB, "news/": 60 * KB, "partners/": 70 * KB}
SCRIPT = 10 * KB
ABOVE_THE_FOLD = 150 * KB
REQUESTS = 8
CONSENT_SCRIPT = 4 * KB
CONSENT_STYLE = 3 * KB
CONSENT_SHEET = PROJECT / "static" / "css" / "consent-bar.css"


def address_of(page, language, place):
    """Where a page that English readers know stands in this language; the newest story's, too."""
    path = f"/en/{place}"
    if place == "a story":
        path = first(page, "/en/news/", r'class="card__link" href="([^"]+)"')
    return first(page, path, rf'rel="alternate" hreflang="{language}" href="([^"]+)"')


def first(page, path, pattern):
    return re.search(pattern, page.request.get(path).text())[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", TEXT)
def test_a_page_is_light(phone, language, place):
    weight = weigh(phone, address_of(phone, language, place))

    assert weight.text <= TEXT[place]
    assert weight.of(".js") <= SCRIPT
    assert weight.all <= ABOVE_THE_FOLD
    assert weight.before_first_paint <= REQUESTS
    assert weight.blocking_scripts == 0
    assert weight.shift == 0


def test_asking_for_consent_is_light(phone):
    files = weigh(phone, "/en/").files
    (script,) = (size for path, size in files.items() if "/consent-bar." in path)

    assert script <= CONSENT_SCRIPT
    assert CONSENT_SHEET.stat().st_size <= CONSENT_STYLE
