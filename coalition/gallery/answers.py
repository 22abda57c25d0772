"""What the site asks a visitor and answers: in a search, and in a choice about cookies."""

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import get_language

from coalition.consent.models import Receipt
from coalition.consent.notice import ExplainedAnswer, ExplainedReceipt, purposes_explained
from coalition.gallery.specimen import Specimen, newest_stories
from coalition.media.models import DocumentFile
from coalition.search.answer import Answer
from coalition.search.facets import Facet, Facets, Option
from coalition.search.models import Promotion


def search_results():
    titles = {
        "a page": [story.title for story in newest_stories().values()][:1],
        "a document": [document.title for document in DocumentFile.objects.order_by("pk")[:1]],
    }
    for state, words in titles.items():
        answer = Answer({"q": " ".join(words)}, get_language())
        for entry in answer.results[:1]:
            given = {"entry": entry, "words": answer.words}
            yield Specimen(state, "search/card.html", given)

    for promotion in Promotion.objects.filter(locale__language_code=get_language())[:1]:
        given = {"answer": Answer({"q": promotion.words}, get_language())}
        yield Specimen("all, and what stands first", "search/found.html", given)


def ways_to_narrow():
    label = Facets.LABELS["year"]
    years = [Option("2020", "?year=2020", 12), Option("2019", "?year=2019", 3)]
    offered, chosen = Facet(label, years), Facet(label, [], Option("2020", "?"))
    yield Specimen("on offer", "search/facets.html", {"facets": [offered]})
    yield Specimen("chosen", "search/chosen.html", {"facets": [chosen]})


def choices():
    for purpose in optional_purposes()[:1]:
        for state, is_accepted in {"undecided": None, "allowed": True}.items():
            # What stands more than once on a page has a name of its own each time.
            asked = replace(purpose, key=state, is_accepted=is_accepted)
            yield Specimen(state, "consent/choose.html", {"purposes": [asked]})
        yield Specimen("its cookies", "consent/cookie_table.html", {"purpose": purpose})


def receipts():
    receipt = Receipt(
        number="a-receipt-of-nobody",
        at=timezone.now(),
        language=get_language(),
        surface=Receipt.Surface.PAGE,
        hash="0" * 64,
    )
    answers = [
        ExplainedAnswer(purpose.name, purpose.description, is_accepted=True, version="0" * 16)
        for purpose in optional_purposes()
    ]
    for state, is_intact in {"as it was written": True, "altered": False}.items():
        explained = ExplainedReceipt(receipt, answers, is_intact)
        yield Specimen(state, "consent/receipt.html", {"explained": explained})


def optional_purposes():
    return [purpose for purpose in purposes_explained({}) if not purpose.is_required]
