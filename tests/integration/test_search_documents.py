"""A document is found where a reader can download it, and nowhere else."""

import pytest
from wagtail.models import PageViewRestriction

from coalition.demo.builders import (
    build_closed_shelf,
    build_document,
    build_news_index,
    build_story,
    home_page,
    withdraw,
)
from tests.reading import links, parsed, texts

pytestmark = pytest.mark.django_db


def search(visitor, words="canary", language="en"):
    return visitor.get(f"/{language}/search/", {"q": words})


def found(visitor, words="canary", language="en"):
    return texts(search(visitor, words, language), ".results h3")


def story_with(document, **fields):
    body = [("document", {"document": document, "title": ""})]
    return build_story(**{"title": "A story", "body": body} | fields)


def test_finds_a_document_and_says_what_it_is_and_where_it_stands(visitor):
    document = build_document("Canary report")
    story_with(document)

    response = search(visitor)

    assert links(response, ".results h3 a") == {"Canary report": document.url}
    assert texts(response, ".results .kind") == ["Document"]
    assert texts(response, ".card__teaser") == ["PDF, 380 bytes", "To download from “A story”."]


def test_says_in_which_language_a_document_is(visitor):
    story_with(build_document("Canary, rapport", language="fr"))

    response = search(visitor)

    link = parsed(response).select_one(".results h3 a")
    assert texts(response, ".card__teaser")[0] == "PDF, 380 bytes, French"
    assert (link["hreflang"], link["lang"]) == ("fr", "fr")


def test_finds_a_document_that_a_sentence_links_to(visitor):
    document = build_document("Canary report")
    link = f'<p>Read <a linktype="document" id="{document.pk}">this</a>.</p>'
    build_story(title="A story", body=[("text", link)])

    assert found(visitor) == ["Canary report"]


def test_finds_a_document_on_several_pages_once(visitor):
    document = build_document("Canary report")
    index = build_news_index()
    story_with(document, parent=index)
    story_with(document, parent=index)

    assert found(visitor) == ["Canary report"]


def test_finds_a_document_in_the_language_of_its_page(visitor):
    story_with(build_document("Canary report"), parent=home_page("fr"))

    assert found(visitor, language="en") == []
    assert found(visitor, language="fr") == ["Canary report"]


def test_finds_a_document_by_its_new_title(visitor):
    document = build_document("Before")
    story_with(document)

    document.title = "Canary report"
    document.save()

    assert found(visitor, "before") == []
    assert found(visitor) == ["Canary report"]


def test_finds_no_document_that_is_on_no_page(visitor):
    build_document("Canary report")

    assert found(visitor) == []


def test_finds_no_document_of_a_private_collection(visitor):
    below = build_closed_shelf().add_child(name="Below")
    story_with(build_document("Canary report", collection=below))

    assert found(visitor) == []


def test_finds_no_document_whose_page_readers_may_not_see(visitor):
    index = build_news_index()
    story_with(build_document("Canary draft"), parent=index, live=False)
    withdraw(story_with(build_document("Canary withdrawn"), parent=index))
    private = story_with(build_document("Canary private"), parent=index)
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    assert found(visitor) == []
