"""Which places of a text lie inside others."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Cover:
    """Ranges of a text; a range is in it that lies inside one of them."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _end in ordered]
        self._reach = list(accumulate((end for _start, end in ordered), max))

    def __contains__(self, place: tuple[int, int]) -> bool:
        index = bisect_right(self._starts, place[0]) - 1
        return index >= 0 and self._reach[index] >= place[1]
