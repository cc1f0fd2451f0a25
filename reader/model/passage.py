"""A range of a text with its words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A range of a text with its words, in code points, end exclusive."""

    text: str
    start: int
    end: int
