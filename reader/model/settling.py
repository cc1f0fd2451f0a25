"""A highlight whose passage has changed, with all that the reader needs to decide about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.model.annotations import Highlight
    from reader.model.passage import Passage


class Side(NamedTuple):
    """One of the two texts: the passage in it, and what of the passage the other has not.

    ``date`` is when the revision was added; the passage is (0, 0) where it is gone.
    """

    title: str
    date: str
    text: str
    start: int
    end: int
    marked: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A highlight that waits for the reader: what it was made on, and what may be it now.

    ``revision`` names the new text: what is decided holds for that one alone.
    """

    mark: Highlight
    old: Side
    new: Side
    candidates: tuple[Passage, ...]
    revision: int
