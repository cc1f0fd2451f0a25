"""Places of a text where a passage may have gone, the likeliest first: for a reader to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotation.quotes import likest, occurrences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.annotations import Anchor

MOST = 5
_ALIKE = 50.0
"""Least likeness (of 100) of words in a line that are offered."""
_LONGEST = 400
"""Longer passages are looked for as a whole alone."""


def likely_places(anchor: Anchor, text: str, *, most: int = MOST) -> tuple[tuple[int, int], ...]:
    """Return up to ``most`` places that may be the passage: its very words, then like ones."""
    found = [(one.start, one.end) for one in occurrences(anchor, text)[:most]]
    whole = likest(anchor, text)
    if whole is not None:
        found.append(whole)
    if len(anchor.exact) <= _LONGEST:
        found += sorted_by_likeness(anchor.exact, text)
    return tuple(_apart(found))[:most]


def sorted_by_likeness(words: str, text: str) -> list[tuple[int, int]]:
    """Return in each line of the text the words most like these, the likest lines first."""
    from rapidfuzz import fuzz

    scored: list[tuple[float, int, int]] = []
    at = 0
    for line in text.split("\n"):
        if 2 * len(line) >= len(words):
            found = fuzz.partial_ratio_alignment(words, line, score_cutoff=_ALIKE)
            if found is not None and found.dest_start < found.dest_end:
                start, end = at + found.dest_start, at + found.dest_end
                scored.append((-found.score, *_trimmed(words, text, start, end)))
        at += len(line) + 1
    return [(start, end) for _, start, end in sorted(scored) if start < end]


def changed(
    one: str, other: str
) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """Return the ranges of the first text that are gone, and those of the second that came.

    A single letter that both have between changes says nothing to the eye: it counts as changed.
    """
    from reader.annotation.difference import difference

    runs = [run for run in difference(one, other).runs if run.length > 1]
    gone = _between([(run.old, run.old_end) for run in runs], len(one))
    came = _between([(run.new, run.new_end) for run in runs], len(other))
    return tuple(gone), tuple(came)


def _between(kept: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in kept:
        if at < start:
            yield at, start
        at = end
    if at < length:
        yield at, length


def _trimmed(words: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out what the passage has nothing of at the ends of a place."""
    from rapidfuzz.distance import Levenshtein

    blocks = Levenshtein.editops(words, text[start:end]).as_matching_blocks()
    shared = [block for block in blocks if block.size]
    if not shared:
        return start, start
    return start + shared[0].b, start + shared[-1].b + shared[-1].size


def _apart(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the places that do not lie mostly on one before."""
    kept: list[tuple[int, int]] = []
    for start, end in places:
        shared = (min(end, last) - max(start, first) for first, last in kept)
        if all(2 * common < end - start for common in shared):
            kept.append((start, end))
            yield start, end
