"""Find every place of a form in a text: at the edges of words, the longest form first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from reader.language.article import Article
    from reader.language.candidates import Candidate

_LATIN = re.compile("[A-Za-z0-9]")
_KATAKANA = re.compile("[ァ-ヴー]")
_SURE_LENGTH = 4

Range = tuple[int, int]


class Places:
    """The places of forms in the blocks of an article that are analysed."""

    def __init__(self, article: Article) -> None:
        self._text = article.folded
        self._starts = [sentence.start for sentence in article.sentences]
        self._ends = [sentence.end for sentence in article.sentences]
        words = [word for sentence in article.sentences for word in sentence.words]
        self._word_starts = {word.start for word in words}
        self._word_ends = {word.end for word in words}

    def of_thing(self, one: Candidate, *, letters: bool = False) -> list[Range]:
        """Return the places of all forms of a thing, and those where the tagger has it.

        One letter (米) is found where the tagger has it, if ``letters`` are wanted at all.
        """
        found = [
            place
            for form in one.forms
            if len(form) > 1
            for place in self.of(form, person=one.category == "person")
        ]
        tagged = tagged_places([one]).difference(found)
        return [*found, *(place for place in tagged if letters or place[1] - place[0] > 1)]

    def of(self, form: str, *, person: bool = False) -> list[Range]:
        """Return the places of ``form``, not overlapping each other."""
        found: list[Range] = []
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


def tagged_places(things: Iterable[Candidate]) -> set[Range]:
    """Return where the trained tagger has any of the things."""
    return {
        (mention.start, mention.end) for one in things for mention in one.mentions if mention.tagged
    }


def own_places(spots: list[list[Range]], tagged: Container[Range]) -> list[list[Range]]:
    """Return of the places of each thing those that lie in no longer place of another.

    What is tagged keeps its place inside a longer one: 日 and 米 in 日米首脳会談.
    """
    every = [(start, end, index) for index, own in enumerate(spots) for start, end in own]
    outer = longest_first(every)
    starts = [start for start, _end, _index in outer]
    kept: list[set[Range]] = [set() for _ in spots]
    for start, end, index in outer:
        kept[index].add((start, end))
    for start, end, index in every:
        if (start, end) in tagged and (start, end) not in kept[index]:
            around = outer[max(0, bisect_right(starts, start) - 1)]
            if around[0] <= start and end <= around[1] and around[2] != index:
                kept[index].add((start, end))
    return [sorted(own) for own in kept]


def longest_first(places: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Keep of ranges (start, end, whose) those that no longer or earlier one overlaps, in order."""
    kept: list[tuple[int, int, int]] = []
    for start, end, whose in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, whose))
        elif end - start > kept[-1][1] - kept[-1][0] and (len(kept) < 2 or kept[-2][1] <= start):
            kept[-1] = (start, end, whose)
    return kept
