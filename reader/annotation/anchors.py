"""Describe a passage so that it can be found again, and find it in another revision."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.annotation.difference import Difference, difference
from reader.annotation.finding import Finder, described

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.annotations import Anchor, Placement

_RUN = 4
"""Shorter runs are shared by any two texts of a language, and are no survivors."""


def describe(text: str, start: int, end: int) -> Anchor:
    """Describe the passage ``text[start:end]`` by its words, its surroundings and its place.

    Raises ValueError when the range is empty or not in the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage of the text: {start}, {end}")
    return described(text, start, end)


def place(anchor: Anchor, text: str, *, old_text: str | None = None) -> Placement:
    """Find the passage of ``anchor`` in ``text``.

    ``old_text`` is the text that the anchor was made on, where it is known. ``anchored`` are
    only the very words (white space and width apart) in a place nothing else competes
    for; what was edited or may be another passage is ``doubtful``; what is gone is ``lost``.
    """
    return Finder(text, old_text).place(anchor)


def place_all(
    anchors: Iterable[Anchor], text: str, *, old_text: str | None = None
) -> tuple[Placement, ...]:
    """Find many passages made on one old text; compares the two texts only once."""
    finder = Finder(text, old_text)
    return tuple(finder.place(anchor) for anchor in anchors)


def survival(old: str, new: str) -> float:
    """Return the share of the old text's characters that the new one still has (0-1).

    Lines that were moved have survived.
    """
    if not old:
        return 1.0
    difference_ = difference(old, new)
    shortest = min(_RUN, len(old))
    kept = Difference(tuple(run for run in difference_.runs if run.length >= shortest))
    return (sum(run.length for run in kept.runs) + _moved(old, new, kept)) / len(old)


def _moved(old: str, new: str, kept: Difference) -> int:
    """Count the code points of lines that stand in the new text, but elsewhere."""
    spare = Counter(new.split("\n"))
    missed: list[tuple[str, int]] = []
    for line, at in _lines(old):
        missing = len(line) - kept.kept(at, at + len(line))
        if missing and len(line) >= _RUN:
            missed.append((line, missing))
        elif not missing:
            spare[line] -= 1
    moved = 0
    for line, missing in missed:
        if spare[line] > 0:
            spare[line] -= 1
            moved += missing
    return moved


def _lines(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for line in text.split("\n"):
        yield line, at
        at += len(line) + 1
