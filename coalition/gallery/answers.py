"""What the site answers a visitor: what a search found, and the receipt of a choice."""

from django.utils import timezone
from django.utils.translation import get_language

from coalition.consent.models import Receipt
from coalition.consent.notice import ExplainedAnswer, ExplainedReceipt, purposes_explained
from coalition.gallery.specimen import Specimen, newest_stories
from coalition.media.models import DocumentFile
from coalition.search.answer import Answer


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
        for purpose in purposes_explained({})
        if not purpose.is_required
    ]
    for state, is_intact in {"as it was written": True, "altered": False}.items():
        explained = ExplainedReceipt(receipt, answers, is_intact)
        yield Specimen(state, "consent/receipt.html", {"explained": explained})
