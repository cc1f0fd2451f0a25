"""Map positions of an old text to a new one, in about linear time whatever the two are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINES = 0
# Sizes of the pieces whose single common occurrences hold the two texts together, from
# coarse to fine. What lies between is compared character by character.
_LEVELS = (_LINES, 24, 8)
_CELLS = 4_000_000
"""Largest table for the comparison by character: about a millisecond of work."""
_FARTHEST = 64
"""How far what was put in may be moved to where a line or sentence begins."""


@dataclass(frozen=True, slots=True)
class Run:
    """Code points that are equal in both texts, one after the other."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        """Return the end in the old text."""
        return self.old + self.length

    @property
    def new_end(self) -> int:
        """Return the end in the new text."""
        return self.new + self.length


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a range of the old text came to lie; ``kept`` of its code points are still there.

    ``before`` and ``after`` count the code points of the same run beside a whole range.
    """

    start: int
    end: int
    kept: int
    whole: bool
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """The runs that two texts share, ascending in both."""

    runs: tuple[Run, ...]

    def carry(self, start: int, end: int) -> Carried:
        """Carry the range ``[start, end)`` of the old text over to the new one."""
        first = bisect_right(self.runs, start, key=attrgetter("old_end"))
        touched: list[Run] = []
        for run in self.runs[first:]:
            if run.old >= end:
                break
            touched.append(run)
        if not touched:
            return Carried(0, 0, 0, whole=False)
        head, tail = touched[0], touched[-1]
        if head.old <= start and end <= head.old_end:
            shift = head.new - head.old
            before, after = start - head.old, head.old_end - end
            return Carried(
                start + shift, end + shift, end - start, whole=True, before=before, after=after
            )
        kept = sum(min(run.old_end, end) - max(run.old, start) for run in touched)
        return Carried(
            self._first_of(head, start, first), self._last_of(tail, end), kept, whole=False
        )

    def holds_other(self, place: tuple[int, int], start: int, end: int) -> bool:
        """Say whether the new text's ``place`` is that of other words than ``[start, end)``.

        It is when a run from elsewhere reaches into it, or two such enclose it.
        """
        low, high = place
        first = bisect_left(self.runs, low, key=attrgetter("new_end"))
        beside = 0
        for run in self.runs[first:]:
            if run.new > high:
                break
            if run.length < _LEVELS[-1] or (run.old < end and start < run.old_end):
                continue
            if run.new < high and low < run.new_end:
                return True
            # What ends where the passage began has only been parted from it.
            beside += run.old_end != start if run.new_end == low else run.old != end
        return beside == 2

    def kept(self, start: int, end: int) -> int:
        """Count the code points of ``[start, end)`` that are still there."""
        return self.carry(start, end).kept if start < end else 0

    def _first_of(self, head: Run, start: int, index: int) -> int:
        if head.old <= start:
            return head.new + start - head.old
        # Words put in the place of the passage's own first words belong to it.
        before = self.runs[index - 1] if index else Run(0, 0, 0)
        return before.new_end if before.old_end == start else head.new

    def _last_of(self, tail: Run, end: int) -> int:
        if tail.old_end >= end:
            return tail.new + end - tail.old
        index = bisect_right(self.runs, end, key=attrgetter("old"))
        after = self.runs[index - 1]
        return after.new if after.old == end else tail.new_end


@dataclass(frozen=True, slots=True)
class _Gap:
    old: int
    old_end: int
    new: int
    new_end: int


def difference(old: str, new: str) -> Difference:
    """Find the runs that ``old`` and ``new`` share: whole lines first, then ever finer."""
    runs: list[Run] = []
    gaps = [_Gap(0, len(old), 0, len(new))]
    for size in _LEVELS:
        finer: list[_Gap] = []
        for gap in gaps:
            finer.extend(_split(old, new, gap, size=size, runs=runs))
        gaps = finer
    for gap in gaps:
        runs.extend(_by_character(old, new, gap))
    return Difference(tuple(_slid(old, new, _joined(runs))))


def common_prefix(one: str, start: int, other: str, begin: int, *, limit: int) -> int:
    """Count the code points that ``one[start:]`` and ``other[begin:]`` begin with alike.

    Compares ever longer slices, so that a short answer costs little in a long text.
    """
    length, step = 0, 16
    while length < limit:
        ahead = min(step, limit - length)
        at, to = start + length, begin + length
        if one[at : at + ahead] == other[to : to + ahead]:
            length += ahead
            step *= 2
        elif ahead == 1:
            break
        else:
            step = max(1, ahead // 4)
            limit = length + ahead
    return length


def common_suffix(one: str, end: int, other: str, stop: int, *, limit: int) -> int:
    """Count the code points that ``one[:end]`` and ``other[:stop]`` end with alike."""
    length, step = 0, 16
    while length < limit:
        ahead = min(step, limit - length)
        at, to = end - length, stop - length
        if one[at - ahead : at] == other[to - ahead : to]:
            length += ahead
            step *= 2
        elif ahead == 1:
            break
        else:
            step = max(1, ahead // 4)
            limit = length + ahead
    return length


def _split(old: str, new: str, gap: _Gap, *, size: int, runs: list[Run]) -> list[_Gap]:
    """Add the runs found in ``gap`` to ``runs``, and return the gaps that are left."""
    inner = _stripped(old, new, gap, size=size or _LEVELS[1], runs=runs)
    if inner is None:
        return []
    left: list[_Gap] = []
    old_at, new_at = inner.old, inner.new
    for run in _heaviest(_seeds(old, new, inner, size)):
        left.append(_Gap(old_at, run.old, new_at, run.new))
        runs.append(run)
        old_at, new_at = run.old_end, run.new_end
    left.append(_Gap(old_at, inner.old_end, new_at, inner.new_end))
    return [one for one in left if one.old < one.old_end and one.new < one.new_end]


def _stripped(old: str, new: str, gap: _Gap, *, size: int, runs: list[Run]) -> _Gap | None:
    """Take off what ``gap`` begins and ends with alike; None when nothing is left of one.

    A few like letters (the full stop of the last line) are no sign of the same place.
    """
    limit = min(gap.old_end - gap.old, gap.new_end - gap.new)
    head = common_prefix(old, gap.old, new, gap.new, limit=limit)
    tail = common_suffix(old, gap.old_end, new, gap.new_end, limit=limit - head)
    head, tail = (0 if length < min(size, limit) else length for length in (head, tail))
    if head:
        runs.append(Run(gap.old, gap.new, head))
    if tail:
        runs.append(Run(gap.old_end - tail, gap.new_end - tail, tail))
    inner = _Gap(gap.old + head, gap.old_end - tail, gap.new + head, gap.new_end - tail)
    return inner if inner.old < inner.old_end and inner.new < inner.new_end else None


def _seeds(old: str, new: str, gap: _Gap, size: int) -> Iterator[Run]:
    """Yield the runs that begin at a piece which both sides of the gap have just once."""
    here = _single(new, gap.new, gap.new_end, size)
    there = _single(old, gap.old, gap.old_end, size)
    covered = gap.old
    for piece, at in there.items():
        found = here.get(piece, -1)
        if at < covered or found < 0:
            continue
        limit = min(gap.old_end - at, gap.new_end - found)
        length = common_prefix(old, at, new, found, limit=limit)
        covered = at + length
        yield Run(at, found, length)


def _single(text: str, start: int, end: int, size: int) -> dict[str, int]:
    """Map each piece that occurs once to where it begins; others to -1."""
    found: dict[str, int] = {}
    for piece, at in _pieces(text, start, end, size):
        found[piece] = -1 if piece in found else at
    return found


def _pieces(text: str, start: int, end: int, size: int) -> Iterator[tuple[str, int]]:
    if size != _LINES:
        for at in range(start, end - size + 1):
            yield text[at : at + size], at
        return
    at = start
    for line in text[start:end].split("\n"):
        if line:
            yield line, at
        at += len(line) + 1


def _heaviest(seeds: Iterator[Run]) -> list[Run]:
    """Choose, of runs ascending in the old text, those ascending in both that weigh most."""
    links: list[tuple[Run, int]] = []  # a run, and the link before it in its chain
    ends: list[int] = []  # where the best chains end in the new text, ascending ...
    weights: list[int] = []  # ... and what they weigh, ascending too
    tails: list[int] = []
    for run in seeds:
        below = bisect_right(ends, run.new) - 1
        weight = run.length + (weights[below] if below >= 0 else 0)
        at = bisect_right(ends, run.new_end)
        if at and weights[at - 1] >= weight:
            continue
        first = at - 1 if at and ends[at - 1] == run.new_end else at
        last = bisect_right(weights, weight, lo=at)
        links.append((run, tails[below] if below >= 0 else -1))
        ends[first:last] = [run.new_end]
        weights[first:last] = [weight]
        tails[first:last] = [len(links) - 1]
    chosen: list[Run] = []
    link = tails[-1] if tails else -1
    while link >= 0:
        run, link = links[link]
        chosen.append(run)
    return chosen[::-1]


def _by_character(old: str, new: str, gap: _Gap) -> Iterator[Run]:
    from rapidfuzz.distance import Levenshtein

    if (gap.old_end - gap.old) * (gap.new_end - gap.new) > _CELLS:
        return
    edits = Levenshtein.editops(old[gap.old : gap.old_end], new[gap.new : gap.new_end])
    for block in edits.as_matching_blocks():
        if block.size:
            yield Run(gap.old + block.a, gap.new + block.b, block.size)


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    """Sort the runs, and make one of those that touch in both texts."""
    joined: list[Run] = []
    for run in sorted(runs, key=attrgetter("old")):
        last = joined[-1] if joined else None
        if last and last.old_end == run.old and last.new_end == run.new:
            joined[-1] = Run(last.old, last.new, last.length + run.length)
        else:
            joined.append(run)
    return tuple(joined)


def _slid(old: str, new: str, runs: tuple[Run, ...]) -> Iterator[Run]:
    """Let what was put in or taken out begin where a line, sentence or clause does, if it can.

    Between "B。" and "B。C。", the letters put in are "。C" as well as "C。".
    """
    last: Run | None = None
    for run in runs:
        if last is None:
            last = run
            continue
        shift = 0
        if last.old_end == run.old:
            shift = _shift(new, last.new_end, run.new, most=(last.length, run.length))
        elif last.new_end == run.new:
            shift = _shift(old, last.old_end, run.old, most=(last.length, run.length))
        yield Run(last.old, last.new, last.length + shift)
        last = Run(run.old + shift, run.new + shift, run.length - shift)
    if last:
        yield last


def _shift(text: str, start: int, end: int, *, most: tuple[int, int]) -> int:
    """Say how far the range that only one text has is best moved, without any change."""
    best, shift = _bound(text, start), 0
    for by in range(1, min(most[0], _FARTHEST)):
        if text[start - by] != text[end - by]:
            break
        if _bound(text, start - by) > best:
            best, shift = _bound(text, start - by), -by
    for by in range(1, min(most[1], _FARTHEST)):
        if text[start + by - 1] != text[end + by - 1]:
            break
        if _bound(text, start + by) > best:
            best, shift = _bound(text, start + by), by
    return shift


def _bound(text: str, at: int) -> int:
    """Rank a place by what ends there: a line, a sentence, a clause or word, or nothing."""
    before = text[at - 1 : at]
    if before in {"", "\n"}:
        return 3
    if before in "。．！？!?" or (before == " " and text[at - 2] in '.!?"”'):
        return 2
    return 1 if before in "、，, 　" else 0
