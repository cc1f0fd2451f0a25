"""Find every place of a form in a text: at the edges of words, the longest form first."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.language.article import Article

_LATIN = re.compile("[A-Za-z0-9]")
_KATAKANA = re.compile("[ァ-ヴー]")
_SURE_LENGTH = 4


class Places:
    """The places of forms in the blocks of an article that are analysed."""

    def __init__(self, article: Article) -> None:
        self._text = article.folded
        self._starts = [sentence.start for sentence in article.sentences]
        self._ends = [sentence.end for sentence in article.sentences]
        words = [word for sentence in article.sentences for word in sentence.words]
        self._word_starts = {word.start for word in words}
        self._word_ends = {word.end for word in words}

    def of(self, form: str, *, person: bool = False) -> list[tuple[int, int]]:
        """Return the places of ``form``, not overlapping each other."""
        found: list[tuple[int, int]] = []
        at = self._text.find(form)
        while at >= 0:
            end = at + len(form)
            if self._stands(form, at, end, person=person):
                found.append((at, end))
                at = self._text.find(form, end)
            else:
                at = self._text.find(form, at + 1)
        return found

    def _stands(self, form: str, start: int, end: int, *, person: bool) -> bool:
        sentence = bisect_left(self._ends, end)
        if sentence >= len(self._starts) or self._starts[sentence] > start:
            return False
        if _cuts(_LATIN, self._text, start, end) or _cuts(_KATAKANA, self._text, start, end):
            return False
        if start in self._word_starts and end in self._word_ends:
            return True
        # A long name is itself wherever the tokeniser happens to part the words around it.
        return len(form) >= _SURE_LENGTH or (person and len(form) > 2)


def _cuts(letters: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Say whether a range begins or ends inside a run of ``letters``."""
    before = start > 0 and letters.match(text, start - 1) and letters.match(text, start)
    after = letters.match(text, end - 1) and letters.match(text, end)
    return bool(before or after)


def longest_first(places: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Keep of ranges (start, end, whose) those that no longer or earlier one overlaps, in order."""
    kept: list[tuple[int, int, int]] = []
    for start, end, whose in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, whose))
        elif end - start > kept[-1][1] - kept[-1][0] and (len(kept) < 2 or kept[-2][1] <= start):
            kept[-1] = (start, end, whose)
    return kept
