"""What a reader sees of an answer."""

from bs4 import BeautifulSoup


def parsed(response):
    return BeautifulSoup(response.content, "html.parser")


def main_text(response):
    """The words between header and footer, with single spaces."""
    return words(parsed(response).main)


def words(element):
    return " ".join(element.get_text().split())


def links(response, selector="main a"):
    """Words and address of every link."""
    return {words(link): link["href"] for link in parsed(response).select(selector)}


def texts(response, selector):
    return [words(element) for element in parsed(response).select(selector)]
