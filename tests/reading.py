"""What a reader sees of an answer."""

import re
from urllib.parse import urlsplit

from bs4 import BeautifulSoup


def parsed(response):
    return BeautifulSoup(response.content, "html.parser")


def main_text(response):
    """The words between header and footer, with single spaces."""
    return words(parsed(response).main)


def words(element):
    return " ".join(element.get_text().split())


def words_at(client, address):
    """All of a page, as somebody reads it who sees no layout."""
    return " ".join(re.sub(r"<[^>]*>", " ", client.get(address).content.decode()).split())


def links(response, selector="main a"):
    """Words and address of every link."""
    return {words(link): link["href"] for link in parsed(response).select(selector)}


def texts(response, selector):
    return [words(element) for element in parsed(response).select(selector)]


def paths_in_sitemaps(read, language):
    """Of all pages of a language; `read` gives the text at an address of ours."""
    files = re.findall(rf"<loc>[^<]*(/sitemap-{language}-[0-9]+\.xml)</loc>", read("/sitemap.xml"))
    found = (place for file in files for place in re.findall("<loc>(.*?)</loc>", read(file)))
    return [urlsplit(place).path for place in found]
