"""What a reader is told where there is nothing to show, or where something went wrong."""

from django.utils import timezone
from django.utils.translation import get_language

from coalition.consent.forms import ReceiptFinder
from coalition.consent.models import Receipt
from coalition.consent.notice import ExplainedReceipt
from coalition.delivery.outage import WORDS
from coalition.gallery.specimen import Specimen, of_language
from coalition.genuine.forms import DoubtForm
from coalition.search.answer import Answer
from news.filters import StoryFilters
from news.models import NewsIndexPage
from partners.filters import PartnerFilters

# No page says it.
NO_WORD = "zzzz"


def empty_lists():
    yield Specimen("no story yet", "news/nothing.html", {"listing": {"is_narrowed": False}})
    if index := of_language(NewsIndexPage):
        listing = {"is_narrowed": True, "filters": StoryFilters({"kind": "news"}, index)}
        given = {"listing": listing, "address": index.url}
        yield Specimen("no story passes", "news/nothing.html", given)
    for state, typed in {"no partner yet": {}, "no partner passes": {"q": NO_WORD}}.items():
        given = {"filters": PartnerFilters(typed), "address": "/"}
        yield Specimen(state, "partners/nothing.html", given)


def searches():
    yield Specimen("nothing asked", "search/nothing_asked.html")
    words = {"q": NO_WORD}
    missed, guessed, narrowed = (
        Answer(parameters, get_language())
        for parameters in (words, words, words | {"year": "2020"})
    )
    guessed.guess = "Mosul"
    states = {
        "no such words": missed,
        "other words were probably meant": guessed,
        "narrowed too far": narrowed,
    }
    for state, answer in states.items():
        yield Specimen(state, "search/nothing.html", {"answer": answer})


def states_of_a_choice():
    receipt = ExplainedReceipt(Receipt(at=timezone.now()), [], is_intact=True)
    states = {
        "refused by us": {"error": "Choose one of the buttons."},
        "kept": {"receipt": receipt, "way_back": "/"},
        "the browser says no": {"says_no": True},
        "undecided": {"is_undecided": True},
    }
    for state, given in states.items():
        yield Specimen(state, "consent/state.html", given)


def lost_receipts():
    states = {"empty": ReceiptFinder(), "not found": ReceiptFinder({"receipt": "of nobody"})}
    for state, finder in states.items():
        yield Specimen(state, "consent/find_receipt.html", {"finder": finder})


def doubts():
    states = {
        "empty": {"form": DoubtForm()},
        "with errors": {"form": DoubtForm({})},
        "too many": {"form": DoubtForm(), "is_full": True},
    }
    for state, given in states.items():
        yield Specimen(state, "genuine/form.html", given)
    yield Specimen("no such reference", "genuine/no_such_reference.html")


def mistakes_in_a_list():
    if index := of_language(NewsIndexPage):
        given = {
            "title": "This list cannot be shown",
            "fields": StoryFilters({"year": "1066"}, index),
            "names_fields": True,
        }
        yield Specimen("of stories", "components/error_summary.html", given)


def error_pages():
    for status, words in sorted(WORDS.items()):
        given = {"code": status.value, "here": "", **words._asdict()}
        yield Specimen(str(status.value), "components/error_page.html", given)
