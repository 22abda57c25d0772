"""What the Nu HTML Checker says of pages of every kind, and of the stylesheet.

It is a Java program; `tests/set_up_machine` brings it.
"""

import json
import re
import subprocess
from itertools import count
from urllib.parse import urljoin

import pytest

from tests.browser.addresses import pages_of_every_kind
from tests.browser.error_pages import error_pages
from tests.browser.served_site import PROJECT

CHECKER = PROJECT / ".tools" / "node" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LANGUAGES = ("en", "fr", "ar")
STATES = ("search/?q=Mosul", "news/?year=1066", "?pictures=later")
# Its idea of CSS is older than these are in browsers.
NOT_KNOWN_TO_IT = "|".join(
    ("@container", "container-type", "vector-effect", "paint-order", "“r”", "“--partner”")
)


@pytest.fixture
def crawled(desk, tmp_path):
    """A folder with the stylesheet, and each page in a file that begins with its address."""
    number = count(1)
    for language in LANGUAGES:
        states = [f"/{language}/{state}" for state in STATES]
        addresses = [*pages_of_every_kind(desk, language), *states]
        pages = {address: desk.request.get(address).text() for address in addresses}
        for address, html in (error_pages(desk, language) | pages).items():
            file = tmp_path / f"{next(number)}.html"
            file.write_text(html.replace("<head>", f"<head><!-- {address} -->", 1))
    stylesheet = re.search(r'rel="stylesheet" href="([^"]+)"', html)[1]
    answer = desk.request.get(urljoin(f"/{language}/", stylesheet))
    (tmp_path / "site.css").write_text(answer.text())
    return tmp_path


def test_the_checker_has_nothing_to_say(crawled):
    options = [
        "--also-check-css",
        "--format",
        "json",
        "--filterpattern",
        f".*({NOT_KNOWN_TO_IT}).*",
    ]

    answer = subprocess.run(
        ["java", "-jar", CHECKER, *options, crawled], capture_output=True, text=True, check=False
    )

    assert json.loads(answer.stderr)["messages"] == []
