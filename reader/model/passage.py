"""A range of a text with its words."""

from __future__ import annotations

from typing import NamedTuple


class Passage(NamedTuple):
    """A range of a text with its words, in code points, end exclusive."""

    text: str
    start: int
    end: int
