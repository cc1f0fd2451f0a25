"""What the reader said of forms, applied to where terms stand in one text.

A form that was parted from a term is no place of it. A form of the reader's is one, wherever it
stands, and takes what it covers or cuts from other terms; within a longer name it leaves that
whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from json import JSONDecoder
from typing import TYPE_CHECKING
from unicodedata import normalize

from reader.library.encoding import pack_ranges

if TYPE_CHECKING:
    from reader.library.connection import Connection

Range = tuple[int, int]
OwnPlaces = Sequence[tuple[int, int, int]]
"""Where forms of the reader's stand in a text: start, end, number of the term."""

Removed = Mapping[int, frozenset[str]]
"""The forms that were parted, by the numbers of the terms."""

_read = JSONDecoder().raw_decode


def removed_forms(db: Connection) -> Removed:
    """Return the forms that the reader parted from terms, and from those merged into them."""
    removed: dict[int, set[str]] = {}
    for number, form in db.all("SELECT term, form FROM term_alias WHERE verdict = 'removed'"):
        members = db.all("SELECT number FROM term WHERE root = ?", (number,))
        for member in (number, *(row[0] for row in members)):
            removed.setdefault(member, set()).add(normalize("NFKC", form))
    return {number: frozenset(forms) for number, forms in removed.items()}


class Said:
    """Corrects the ranges of the terms of one text, each term once."""

    def __init__(self, text: str, own: OwnPlaces, removed: Removed) -> None:
        self._text = text
        self._removed = removed
        marks = sorted((start, end) for start, end, _ in own)
        self._starts = [start for start, _ in marks]
        self._ends = [end for _, end in marks]
        self.left: dict[int, list[Range]] = {}
        """The places of the reader's forms, of the terms that were not corrected yet."""
        for start, end, number in own:
            self.left.setdefault(number, []).append((start, end))

    def corrected(self, number: int, found: str) -> str:
        """Return the ranges of a term, written as JSON, as the reader has them."""
        own = self.left.pop(number, None)
        removed = self._removed.get(number)
        if not (own or removed or self._starts):
            return found
        ranges: list[Range] = _read(found)[0]
        kept = [
            (start, end)
            for start, end in ranges
            if not self._is_taken(start, end)
            and not (removed and normalize("NFKC", self._text[start:end]) in removed)
        ]
        if own:
            kept = together(own, kept)
        elif len(kept) == len(ranges):
            return found
        return pack_ranges(kept)

    def _is_taken(self, start: int, end: int) -> bool:
        """Say whether a mark covers or cuts a range; one within it leaves it whole."""
        for place in range(bisect_right(self._ends, start), len(self._starts)):
            first, last = self._starts[place], self._ends[place]
            if first >= end:
                break
            if not (start <= first and last <= end) or (first, last) == (start, end):
                return True
        return False


def together(taken: Iterable[Range], others: Iterable[Range]) -> list[Range]:
    """Return ranges in order, those of ``others`` left out that cross one that is taken."""
    kept = sorted(taken)
    ends = [end for _, end in kept]

    def is_free(start: int, end: int) -> bool:
        place = bisect_right(ends, start)
        return place == len(kept) or kept[place][0] >= end

    return sorted([*kept, *(place for place in others if is_free(*place))])
