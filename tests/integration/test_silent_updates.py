"""What Wagtail changes in one statement announces nothing by itself: readers see it still."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from coalition.demo.builders import (
    build_admin,
    build_closed_shelf,
    build_document,
    build_news_index,
    build_standard_page,
    build_story,
    publish_page,
)
from tests.stored import stored

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values_are_kept")]


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Do it, as one does outside of a test's own transaction."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_no_page_stays_that_was_made_before_a_file_came_onto_a_closed_shelf(
    get, store, client, committed
):
    with committed():
        document = build_document("Report", filename="report.txt", content=b"Words")
        story = build_story(title="Schools", body=[("document", {"document": document})])
    shelf = build_closed_shelf()
    get(story.url)
    kept = stored(store)
    client.force_login(build_admin())

    with committed():
        address = reverse(
            "wagtail_bulk_action", args=["media", "documentfile", "add_to_collection"]
        )
        client.post(f"{address}?id={document.pk}", {"collection": shelf.pk})

    assert (kept, stored(store)) == ([story.url], [])


def test_no_list_stays_that_shows_an_alias_of_what_was_closed(get, store, committed):
    with committed():
        story = build_story(title="Schools")
        index = story.get_parent()
        story.create_alias(update_slug="again")
    get(index.url)
    kept = stored(store)

    with committed():
        PageViewRestriction.objects.create(page=story, restriction_type="login")

    assert (kept, stored(store)) == ([index.url], [])
    assert "Schools" not in get(index.url)[1]


def test_links_lead_to_the_new_addresses_below_a_renamed_page(get, committed):
    with committed():
        index = build_news_index()
        story = build_story(index, title="Schools", slug="schools")
        link = f'<p><a linktype="page" id="{story.pk}">Schools</a></p>'
        page = build_standard_page(body=[("text", link)])
    assert story.url in get(page.url)[1]

    with committed():
        index.refresh_from_db()
        index.slug = "newsroom"
        publish_page(index)

    assert "/en/newsroom/schools/" in get(page.url)[1]
