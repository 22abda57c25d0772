"""Where pages and documents of ours are, for readers who may see them: others lead nowhere."""

from collections import defaultdict
from itertools import chain

from django.db.models import Exists, F, OuterRef
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text import extract_references_from_rich_text

from coalition.delivery.reading import glance
from coalition.delivery.tags import collecting, wait_as, wait_for, waiting_for
from coalition.facts.memory import remembered
from coalition.media.models import DocumentFile
from coalition.pages.querysets import all_pages
from coalition.pages.standing import translations
from coalition.pages.templatetags.shelves import for_readers


def look_up_links(texts):
    """To where all of these lead, asked for at once: then none of them asks alone."""
    look_up(chain.from_iterable(map(extract_references_from_rich_text, texts)))


def look_up(references):
    keys = defaultdict(set)
    for model, key, *_path in references:
        keys[model].add(key)
    addresses_of_pages(keys[Page])
    addresses_of_documents(keys[DocumentFile])


def addresses_of_documents(keys):
    """Those that readers may have, by their keys as prose holds them."""
    documents = documents_to_lead_to(map(int, keys))
    return {str(key): document.url for key, document in documents.items() if for_readers(document)}


def documents_to_lead_to(keys):
    """Documents by their keys, None where there is none any more; no key is asked for twice."""
    keys, known = set(keys), remembered("documents-to-lead-to", dict)
    if missing := keys - known.keys():
        with collecting() as collected:
            found = DocumentFile.objects.in_bulk(missing)
        known.update((key, (found.get(key), collected)) for key in missing)
    return recalled(keys, known)


def addresses_of_pages(keys):
    """The same of pages; in the active language, where readers find them in it."""
    known = addresses_known()
    if missing := set(keys) - known.keys():
        read_pages(missing, known)
    return recalled(keys, known)


def recalled(keys, known):
    """What is known of each; whatever is made with it waits for the same."""
    for key in keys:
        wait_as(known[key][1])
    return {key: known[key][0] for key in keys}


def address_of_page(page):
    """Empty where readers may not see it."""
    key = str(page.pk)
    return addresses_of_pages([key])[key]


def pages_to_lead_to(keys):
    """Pages by their keys; where they are needs not be asked again."""
    return read_pages(keys, addresses_known())


def addresses_known():
    """By key, with what each waits for: what a body asks for together, no block asks for alone."""
    return remembered(("addresses-of-pages", get_language()), dict)


def read_pages(keys, known):
    asked = Page.objects.filter(pk__in=keys)
    twins = Page.objects.filter(translation_key__in=asked.values("translation_key"))
    readable = Exists(all_pages().readable().filter(pk=OuterRef("pk")))
    language = F("locale__language_code")
    with collecting() as collected:
        with waiting_for(row_by_row=False):
            found = list(twins.annotate(is_readable=readable, language=language))
        for page in found:
            wait_for(glance(Page, page.pk), translations(page.translation_key))
        spoken = {
            page.translation_key: page
            for page in found
            if page.is_readable and page.language == get_language()
        }
        ways = {str(page.pk): spoken.get(page.translation_key, page) for page in found}
        addresses = {key: page.url for key, page in ways.items() if page.is_readable}
    known.update({key: (addresses.get(key, ""), collected) for key in {*map(str, keys), *ways}})
    return {page.pk: page for page in found}
