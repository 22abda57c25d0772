"""The published story that a text is most like."""

from collections import Counter

from coalition.genuine.canonical import text_of
from coalition.genuine.words import words_of
from coalition.pages.folding import folded_words
from coalition.search.models import Entry
from news.models import StoryPage

# Some words in a row are asked for, at most so often, and answered by so many stories each.
IN_A_ROW = 4
MOST_QUESTIONS = 8
MOST_ANSWERS = 5
# As many of those that answered most often are read.
MOST_READ = 3
# How much of the text a story must share to be called like it.
LIKE = 0.12
# What stands behind so many words is not compared.
LONGEST = 12_000


class Candidate:
    """A story, its text, and how much of somebody's text stands in it."""

    def __init__(self, story, their_words):
        self.story = story
        self.text = text_of(story)
        self.words = words_of(self.text)[:LONGEST]
        self.likeness = likeness(self.words, their_words)


def closest(text, words):
    """None if nothing that readers may see is like the text."""
    candidates = [Candidate(story, words) for story in stories_sharing(text)]
    best = max(candidates, key=lambda candidate: candidate.likeness, default=None)
    return best if best and best.likeness >= LIKE else None


def stories_sharing(text):
    """Those that say most often what the text says, by search's own index."""
    answers = Counter()
    for phrase in telling_phrases(text):
        entries = Entry.objects.filter(document=None).saying([phrase]).newest_first()
        answers.update(entries.values_list("page", flat=True)[:MOST_ANSWERS])
    likely = [page for page, _ in answers.most_common(MOST_READ * MOST_ANSWERS)]
    readable = StoryPage.objects.readable().filter(alias_of=None, pk__in=likely)
    found = readable.select_related("locale", "imprint")
    return sorted(found, key=lambda story: -answers[story.pk])[:MOST_READ]


def telling_phrases(text):
    """Words in a row, those with the longest words first: they are the rarest."""
    words = folded_words(text)
    rows = [words[i : i + IN_A_ROW] for i in range(0, len(words), IN_A_ROW)]
    phrases = dict.fromkeys(" ".join(row) for row in rows if len(row) == IN_A_ROW)
    return sorted(phrases, key=len, reverse=True)[:MOST_QUESTIONS]


def likeness(ours, theirs):
    """How many of their three words in a row are ours too, of all."""
    rows = in_threes(theirs)
    return len(rows & in_threes(ours)) / len(rows) if rows else 0


def in_threes(words):
    keys = [word.key for word in words]
    return set(zip(keys, keys[1:], keys[2:], strict=False))
