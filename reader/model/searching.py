"""What a search gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HitKind = Literal["article", "note", "term", "watch_point"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. ``article`` is empty for a term's or a library-wide hit.

    ``snippet`` is cut from the stored original; ``marks`` are the ranges of the hit words in
    the snippet, ``position`` the first hit's code point offset in the article's text (0 when
    the hit is not in the text). A higher ``score`` is better.
    """

    kind: HitKind
    id: str
    article: str
    title: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    position: int
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits, and how many there are in all."""

    total: int
    hits: tuple[Hit, ...]
