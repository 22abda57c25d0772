"""Guesses what a mistyped word was meant to be, from the words that pages hold.

PostgreSQL looks among the words that share trigrams with the mistyped one; SQLite, which has
none, among those that begin with the same letter. Both keep only what is a slip or two away.
"""

import re

from django.db import connection
from django.db.models import Q
from django.db.models.functions import Length

from coalition.pages.folding import LONGEST_WORD, folded_words
from coalition.search.distance import slips
from coalition.search.models.word import Word

WRITTEN_WORD = re.compile(r"[\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]+")
SHORTEST_GUESSED = 4
LONG_WORD = 7
MOST_CANDIDATES = 1000


def learn(language, texts):
    """Remember the words of these texts, each as it is written the first time it is met."""
    written = {}
    for part in WRITTEN_WORD.findall("\n".join(texts)):
        for word in folded_words(part)[:1]:
            written.setdefault(word, part.casefold()[:LONGEST_WORD])
    words = [Word(language=language, folded=key, written=value) for key, value in written.items()]
    Word.objects.bulk_create(words, ignore_conflicts=True)


def guess(language, words):
    """The words as they were probably meant, as they are written; None without a better guess."""
    candidates = _candidates(language, words)
    guessed = [_closest(word, candidates) for word in words]
    if None in guessed or [word.folded for word in guessed] == list(words):
        return None
    return [word.written for word in guessed]


def _candidates(language, words):
    found = Word.objects.filter(language=language).annotate(length=Length("folded"))
    near = Q()
    for word in words:
        near |= Q(folded=word)
        if len(word) >= SHORTEST_GUESSED:
            near |= _like(word) & Q(length__range=(len(word) - 2, len(word) + 2))
    return list(found.filter(near)[:MOST_CANDIDATES])


def _like(word):
    if connection.vendor == "postgresql":
        return Q(folded__trigram_similar=word)
    return Q(folded__startswith=word[0])


def _closest(word, candidates):
    """The candidate with the fewest slips between, if those are few enough."""
    most = 0 if len(word) < SHORTEST_GUESSED else 1 if len(word) < LONG_WORD else 2
    near = [(slips(word, other.folded), other.folded, other) for other in candidates]
    count, _folded, closest = min(near, default=(most + 1, "", None), key=lambda found: found[:2])
    return closest if count <= most else None
