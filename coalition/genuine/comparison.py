"""Where a text differs from ours, word by word, at a cost that no text can drive up."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import accumulate
from typing import Final, Literal

from coalition.genuine.words import Word

Kind = Literal["same", "missing", "added", "gap"]

# Pairs of equal words that are looked at: about half a second. What is left then is not matched.
MOST_PAIRS: Final = 2_000_000
# Words shown on each side of a difference.
AROUND: Final = 12
MOST_DIFFERENCES: Final = 80


class ThriftyMatcher(SequenceMatcher[str]):
    """Stops looking when it has looked enough: what it knows by then is true, if coarse."""

    def __init__(self, ours: Sequence[str], theirs: Sequence[str]) -> None:
        super().__init__(None, ours, theirs, autojunk=False)
        occurrences = Counter(theirs)
        costs = (1 + occurrences[key] for key in ours)
        self._cost_before = list(accumulate(costs, initial=0))
        self._end, self._theirs = len(ours), theirs
        self._left = MOST_PAIRS

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        end = self._end if ahi is None else ahi
        self._left -= self._cost_before[end] - self._cost_before[alo]
        if self._left < 0:
            return Match(alo, blo, 0)
        match = super().find_longest_match(alo, ahi, blo, bhi)
        return Match(alo, blo, 0) if self._is_lone_sign(match, blo, bhi) else match

    def _is_lone_sign(self, match: Match, start: int, end: int | None) -> bool:
        """Every sentence ends in a full stop: that of another's is not ours."""
        keys = self._theirs[match.b : match.b + match.size]
        follows_on = match.b == start > 0 or match.b + match.size == end != len(self._theirs)
        return not follows_on and not any(key[0].isalnum() for key in keys)


@dataclass(frozen=True)
class Stretch:
    """Some words one after the other: in both texts, in one of them, or left out here."""

    kind: Kind
    text: str = ""
    space_after: str = ""


class Comparison:
    """Our text, and one that is said to be ours."""

    def __init__(self, ours: str, our_words: list[Word], theirs: str, their_words: list[Word]):
        self.ours, self.our_words = ours, our_words
        self.theirs, self.their_words = theirs, their_words
        matcher = ThriftyMatcher([w.key for w in our_words], [w.key for w in their_words])
        self._steps = matcher.get_opcodes()

    @property
    def is_same(self) -> bool:
        return not self._changes

    @property
    def is_excerpt(self) -> bool:
        """Whether nothing was added, and nothing left out but from the ends, or whole lines."""
        return self.is_framed and not any(j1 < j2 for tag, _, _, j1, j2 in self._changes)

    @property
    def is_framed(self) -> bool:
        """The same, but for whole lines of others' words."""
        last = len(self.our_words)
        return all(
            (i1 == 0 or i2 == last or are_lines(self.our_words, i1, i2))
            and are_lines(self.their_words, j1, j2)
            for _, i1, i2, j1, j2 in self._changes
        )

    @property
    def _changes(self) -> list[tuple[str, int, int, int, int]]:
        return [step for step in self._steps if step[0] != "equal"]

    @property
    def stretches(self) -> Iterator[Stretch]:
        """The differences with some words around them."""
        shown = 0
        for place, (tag, i1, i2, j1, j2) in enumerate(self._steps):
            if tag == "equal":
                is_last = place == len(self._steps) - 1 or shown >= MOST_DIFFERENCES
                yield from self._context(i1, i2, is_first=place == 0, is_last=is_last)
                continue
            if shown >= MOST_DIFFERENCES:
                return
            shown += 1
            if i1 < i2:
                yield self._left_out(i1, i2)
            if j1 < j2:
                yield written("added", self.theirs, self.their_words[j1:j2])

    def _left_out(self, start: int, end: int) -> Stretch:
        """Nobody has to quote a text from its beginning, or to its end."""
        if start == 0 or end == len(self.our_words):
            return Stretch("gap")
        return written("missing", self.ours, self.our_words[start:end])

    def _context(self, start: int, end: int, *, is_first: bool, is_last: bool) -> Iterator[Stretch]:
        head = 0 if is_first else AROUND
        tail = 0 if is_last else AROUND
        words = self.our_words[start:end]
        if len(words) <= head + tail:
            yield written("same", self.ours, words)
            return
        if head:
            yield written("same", self.ours, words[:head])
        yield Stretch("gap")
        if tail:
            yield written("same", self.ours, words[-tail:])


def are_lines(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether these are whole lines, or nothing."""
    begins, ends = words[start : start + 1], words[end : end + 1]
    return start == end or all(word.begins_line for word in (*begins, *ends))


def written(kind: Kind, text: str, words: Sequence[Word]) -> Stretch:
    """The words with all that stands between them."""
    end = words[-1].end
    space_after = " " if text[end : end + 1].isspace() else ""
    return Stretch(kind, text[words[0].start : end], space_after)
