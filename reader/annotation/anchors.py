"""Describe a passage so that it can be found again, and find it in another revision."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from reader.annotation.difference import Carried, Difference, difference
from reader.annotation.folding import Folded, fold, same_words
from reader.annotation.quotes import TELLING, Found, context_at, likest, occurrences, weight
from reader.model.annotations import CONTEXT, Anchor, AnchorState, Placement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LOST = Placement(0, 0, "lost")

_AROUND = 8
"""Code points that stayed beside a passage, and so vouch for it."""
_CONTEXT = 0.6
"""Likeness of the surroundings that vouches for a quotation."""
_CLEARLY = 0.15
"""How much more like its surroundings the best of several must be."""
_NEAR = 0.5
"""Likeness of the surroundings without which a short word is another one of its kind."""
_EDITED = 0.5
"""Share of a passage that must be left for its place to be shown as the passage, edited."""
_RUN = 4
"""Shorter runs are shared by any two texts of a language, and are no survivors."""


def describe(text: str, start: int, end: int) -> Anchor:
    """Describe the passage ``text[start:end]`` by its words, its surroundings and its place.

    Raises ValueError when the range is empty or not in the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage of the text: {start}, {end}")
    return Anchor(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def place(anchor: Anchor, text: str, *, old_text: str | None = None) -> Placement:
    """Find the passage of ``anchor`` in ``text``.

    ``old_text`` is the text that the anchor was made on, where it is known. ``anchored`` are
    only the very words (white space and width apart) in a place nothing else competes
    for; what was edited or may be another passage is ``doubtful``; what is gone is ``lost``.
    """
    return _Finder(text, old_text).place(anchor)


def place_all(
    anchors: Iterable[Anchor], text: str, *, old_text: str | None = None
) -> tuple[Placement, ...]:
    """Find many passages made on one old text; compares the two texts only once."""
    finder = _Finder(text, old_text)
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


class _Finder:
    """Places anchors in one text; what it learns of the text it learns once."""

    def __init__(self, text: str, old_text: str | None) -> None:
        self._text = text
        self._old = old_text

    @cached_property
    def _difference(self) -> Difference:
        return difference(self._old or "", self._text)

    @cached_property
    def _folded(self) -> Folded:
        return fold(self._text)

    def place(self, anchor: Anchor) -> Placement:
        if not anchor.exact.strip():
            return LOST
        carried = self._carried(anchor)
        if carried and self._is_safe(anchor, carried):
            return Placement(carried.start, carried.end, "anchored")
        quoted = self._quoted(anchor)
        if quoted and quoted.state == "anchored":
            return quoted
        if carried and self._is_edited(anchor, carried):
            return Placement(carried.start, carried.end, "doubtful")
        return quoted or self._like(anchor)

    def _carried(self, anchor: Anchor) -> Carried | None:
        """Follow the passage through the difference; None when the old text is no help."""
        if self._old is None or self._old[anchor.start : anchor.end] != anchor.exact:
            return None
        if self._old == self._text:
            return Carried(anchor.start, anchor.end, len(anchor.exact), whole=True, around=_AROUND)
        carried = self._difference.carry(anchor.start, anchor.end)
        return carried if carried.start < carried.end else None

    def _is_safe(self, anchor: Anchor, carried: Carried) -> bool:
        if not carried.whole and not same_words(
            self._text[carried.start : carried.end], anchor.exact
        ):
            return False
        if carried.around >= _AROUND:
            return True
        context = context_at(anchor, self._text, carried.start, carried.end)
        return context >= _CONTEXT

    def _is_edited(self, anchor: Anchor, carried: Carried) -> bool:
        longest = max(len(anchor.exact), carried.end - carried.start)
        return carried.kept >= _EDITED * longest

    def _quoted(self, anchor: Anchor) -> Placement | None:
        found = occurrences(anchor, self._text) or occurrences(anchor, self._text, self._folded)
        if not found or (found[0].context < _NEAR and weight(anchor.exact) < TELLING // 2):
            return None  # a short word stands in many places that are not the passage
        state: AnchorState = "anchored" if self._is_plain(anchor, found) else "doubtful"
        return Placement(found[0].start, found[0].end, state)

    def _is_plain(self, anchor: Anchor, found: list[Found]) -> bool:
        """Say whether the first of the places found is the passage, beyond doubt."""
        best = found[0]
        if len(found) == 1:
            return best.context >= _CONTEXT or self._speaks_for_itself(anchor.exact)
        if best.context < _CONTEXT:
            return False
        if best.context - found[1].context >= _CLEARLY:
            return True
        # Alike in everything else: only where it was, and only if the old text is unknown.
        return self._old is None and best.start == anchor.start

    def _speaks_for_itself(self, words: str) -> bool:
        if self._old is not None and self._old.count(words) != 1:
            return False
        return weight(words) >= TELLING

    def _like(self, anchor: Anchor) -> Placement:
        span = likest(anchor, self._text)
        return Placement(*span, "doubtful") if span else LOST
