"""Static files as `make serve` hands them out: named by content, kept for good, compressed."""

import gzip
import json
import re
from urllib.request import Request, urlopen  # noqa: TID251 - they ask our own server.

import pytest

HASHED = re.compile(r".*\.[0-9a-f]{12}\.\w+")
# Compressed already, as they are: twice would be slower and no smaller.
COMPRESSED = (".woff2", ".png", ".jpg", ".webp", ".avif", ".gif")
WORTH_IT = 0.9


@pytest.fixture(scope="module")
def files(base_url):
    """All of them, by address."""
    manifest = json.load(ask(f"{base_url}/static/staticfiles.json"))
    return [f"{base_url}/static/{name}" for name in manifest["paths"].values()]


def ask(address, coding="identity"):
    return urlopen(Request(address, headers={"Accept-Encoding": coding}))  # noqa: S310 - our own.


def test_a_static_file_is_named_by_its_content_and_kept_for_good(files):
    kept = {ask(address).headers["Cache-Control"] for address in files}

    assert [address for address in files if not HASHED.fullmatch(address)] == []
    assert kept == {"max-age=315360000, public, immutable"}


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_a_static_file_is_compressed_once_where_that_makes_it_smaller(files, coding):
    whole = {address: ask(address).read() for address in files}
    compressible = {
        address
        for address, content in whole.items()
        if not address.endswith(COMPRESSED)
        and len(gzip.compress(content)) < WORTH_IT * len(content)
    }

    coded = {
        address for address in files if ask(address, coding).headers["Content-Encoding"] == coding
    }

    assert compressible - coded == set()
    assert not [address for address in coded if address.endswith(COMPRESSED)]
