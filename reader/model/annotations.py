"""The reader's own words and marks, and the anchors that hold them to a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

HighlightColor = Literal["yellow", "red", "green", "blue", "purple", "magenta", "orange", "gray"]
HIGHLIGHT_COLORS: tuple[HighlightColor, ...] = (
    "yellow",
    "red",
    "green",
    "blue",
    "purple",
    "magenta",
    "orange",
    "gray",
)
AnchorState = Literal["anchored", "doubtful", "lost"]
NoteTarget = Literal["article", "watch_point", "term", "highlight"]

CONTEXT = 32
"""Code points of prefix and suffix in a quote, as Hypothesis keeps them."""


class Anchor(NamedTuple):
    """A TextQuoteSelector and a TextPositionSelector over one revision's text.

    W3C Web Annotation Data Model, 4.2.4 and 4.2.5: positions are code points, end
    exclusive; ``prefix`` and ``suffix`` are at most 32 code points.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


class Placement(NamedTuple):
    """Where an anchor lies in another text; a lost one has the range (0, 0)."""

    start: int
    end: int
    state: AnchorState


class Note(NamedTuple):
    """The reader's own words, in Markdown, on one thing. Times are UTC."""

    id: str
    target: NoteTarget
    target_id: str
    text: str
    created: str
    modified: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked passage of the current revision; ``text`` is the quotation as it was made.

    ``anchor`` is as it was made, on the revision row ``made_on``; ``start`` and ``end`` are in
    the current revision (0, 0 when lost). ``note`` is the text of its note, or empty. ``former``
    are the anchors it had before the reader took edited words for its own, the oldest first;
    a ``quotation`` is lost for good because the reader said so, and looked for no more.
    """

    id: str
    text: str
    start: int
    end: int
    color: HighlightColor
    state: AnchorState
    note: str
    tags: tuple[str, ...]
    created: str
    anchor: Anchor
    made_on: int
    former: tuple[Anchor, ...] = ()
    quotation: bool = False


class Summary(NamedTuple):
    """The reader's own summary of an article, in Markdown. ``modified`` is UTC, or empty."""

    text: str = ""
    modified: str = ""
