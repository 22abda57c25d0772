"""PostgreSQL answers searches from its indexes."""

import pytest
from django.db import connection

from coalition.demo.builders import build_story
from coalition.search.indexing import entry_for
from coalition.search.models import Entry, Word

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="These are PostgreSQL's."),
]


@pytest.fixture
def many_entries():
    """So many that reading them all costs more than an index."""
    story = build_story(title="Mosul")
    Entry.objects.bulk_create(
        entry_for(story, f"title{number}", f"word{number} " * 30, title="", kind="news")
        for number in range(3000)
    )
    with connection.cursor() as cursor:
        # What other tests took back still swells the indexes, and makes them look dear.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("REINDEX TABLE search_entry")
        cursor.execute("ANALYZE search_entry")


def test_can_find_words_in_the_index_of_words(many_entries):
    with connection.cursor() as cursor:
        # Rows that other tests left behind make the index look dearer than it is.
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")

    plan = Entry.objects.in_language("en").saying(["word7"]).explain()

    assert "entries_by_word" in plan


def test_can_find_a_mistyped_word_in_the_index_of_trigrams():
    with connection.cursor() as cursor:
        # A vocabulary worth an index is too long for a test.
        cursor.execute("SET LOCAL enable_seqscan = off")

    plan = Word.objects.filter(folded__trigram_similar="mosul").explain()

    assert "words_alike" in plan


def test_reads_the_newest_of_a_language_in_their_order(many_entries):
    plan = Entry.objects.in_language("en").newest_first()[:10].explain()

    assert "newest_entries_first" in plan
    assert "Sort" not in plan
