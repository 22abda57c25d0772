"""Keeps the index in step with the pages.

Listening to signals, because every way of publishing (the editor, a schedule, a release, an
import) ends in saving the page, and none of them knows of search.
"""

from django.contrib.postgres.search import SearchVector
from django.db import connection, transaction
from django.db.models import TextField, Value
from django.db.models.signals import post_save
from wagtail.models import get_page_models

from coalition.delivery.drafts import is_of_a_draft
from coalition.media.models import DocumentFile
from coalition.pages.folding import fold
from coalition.pages.models import BasePage
from coalition.search.documents import documents_on
from coalition.search.kinds import DOCUMENT, kind_of
from coalition.search.models import Entry
from coalition.search.spelling import learn

# What stands behind so much text is not searched; PostgreSQL's limit is a megabyte.
LONGEST_TEXT = 300_000
PAGES_AT_ONCE = 100


def listen():
    post_save.connect(index_saved_page, dispatch_uid="search")
    post_save.connect(index_saved_document, sender=DocumentFile, dispatch_uid="search")


def index_saved_page(instance, raw=False, update_fields=None, **kwargs):
    """A page of which only some fields are saved may hold a draft: then the database is asked."""
    if isinstance(instance, BasePage) and not raw and not is_of_a_draft(update_fields):
        index(type(instance)._default_manager.get(pk=instance.pk) if update_fields else instance)


def index_saved_document(instance, raw=False, created=False, **kwargs):
    """Its new title, wherever it can be downloaded."""
    if raw or created:
        return
    title = instance.title
    for entry in Entry.objects.filter(document=instance):
        entry.title = title
        entry.folded_title, entry.folded = padded(title), padded(title)
        entry.vector = vector_of(entry.folded)
        entry.save(update_fields=["title", "folded_title", "folded", "vector"])


def index_all():
    """Every page, one after the other: readers find the others meanwhile."""
    for model in get_page_models():
        if issubclass(model, BasePage):
            for page in model._default_manager.select_related("locale").iterator(PAGES_AT_ONCE):
                index(page)


@transaction.atomic
def index(page):
    """Make a page's entries anew; a page that is not live has none."""
    Entry.objects.filter(page=page).delete()
    if page.live:
        entries = entries_for(page)
        Entry.objects.bulk_create(entries)
        learn(page.locale.language_code, [text for e in entries for text in (e.title, e.text)])


def entries_for(page):
    """One for the page, and one for each document to download from it."""
    text = "\n".join(page.texts)[:LONGEST_TEXT]
    titles = " ".join(dict.fromkeys([page.title, page.title_in_lists]))
    of_page = {"title": page.title_in_lists, "kind": kind_of(page)}
    return [
        entry_for(page, titles, text, **of_page),
        *(
            entry_for(
                page, document.title, "", title=document.title, kind=DOCUMENT, document=document
            )
            for document in documents_on(page)
        ),
    ]


def entry_for(page, titles, text, **fields):
    folded = padded(f"{titles}\n{text}")
    return Entry(
        page=page,
        language=page.locale.language_code,
        day=page.facts_day,
        partners=in_spaces(partner.public_id for partner in page.partners_told_of),
        text=text,
        folded_title=padded(titles),
        folded=folded,
        vector=vector_of(folded),
        **fields,
    )


def vector_of(folded):
    if connection.vendor != "postgresql":
        return None
    return SearchVector(Value(folded, output_field=TextField()), config="simple")


def padded(text):
    return in_spaces(fold(text).split())


def in_spaces(words):
    return f" {' '.join(words)} "
