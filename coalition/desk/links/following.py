"""Follows links as a reader would: some a minute, the longest unseen first."""

from http import HTTPStatus

from coalition.desk.links.found_link import FoundLink
from coalition.media.models import DocumentFile
from coalition.outbound.client import Client, NotAnswered, Refused
from coalition.pages.querysets import all_pages

Problem = FoundLink.Problem

# Of an answer we need no more than its first lines; the clock waits for half a minute at most.
CLIENT = Client(schemes=("https", "http"), seconds=4, most_bytes=0, most_redirects=3)
MOST_ELSEWHERE = 2
MOST_AT_HOME = 200
GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}


def follow_links():
    """How many were followed."""
    return follow_elsewhere() + follow_home()


def follow_elsewhere():
    """Each address once, for all pages that lead there."""
    due = FoundLink.objects.leading_elsewhere().due()
    addresses = dict.fromkeys(due.values_list("address", flat=True)[: MOST_ELSEWHERE * 10])
    for address in list(addresses)[:MOST_ELSEWHERE]:
        links = FoundLink.objects.leading_elsewhere().filter(address=address)
        problem = problem_of(address)
        if problem == Problem.SILENT:
            links.note_silence()
        else:
            links.note(problem)
    return min(len(addresses), MOST_ELSEWHERE)


def problem_of(address):
    """Servers that want no programs (403, 429) answer readers: they count as well."""
    try:
        status = CLIENT.get(address).status
    except Refused:
        return Problem.REFUSED
    except NotAnswered:
        return Problem.SILENT
    if status in GONE:
        return Problem.GONE
    return Problem.SILENT if status >= HTTPStatus.INTERNAL_SERVER_ERROR else ""


def follow_home():
    due = list(FoundLink.objects.leading_home().due()[:MOST_AT_HOME])
    pages = {link.target_page for link in due if link.target_page}
    documents = {link.target_document for link in due if link.target_document}
    seen = set(all_pages().readable().filter(pk__in=pages).values_list("pk", flat=True))
    kept = set(DocumentFile.objects.filter(pk__in=documents).values_list("pk", flat=True))
    lost = [
        link.pk for link in due if link.target_page not in seen and link.target_document not in kept
    ]
    followed = FoundLink.objects.filter(pk__in=[link.pk for link in due])
    followed.filter(pk__in=lost).note(Problem.HIDDEN)
    followed.exclude(pk__in=lost).note("")
    return len(due)
