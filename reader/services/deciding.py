"""Decide what a source is to the library: nothing new, a new article, or a new revision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

SAME_ARTICLE = 0.5
"""The share of the old text that must survive for a text to be the same article."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An article of the library that the source may be: strongest sign first.

    ``survival`` is the share of its newest text that the source's text keeps.
    """

    id: str
    survival: float


@dataclass(frozen=True, slots=True)
class Intent:
    """What is to be done; ``id`` names the article unless it is new."""

    act: Literal["nothing", "add", "revise"]
    id: str = ""


def decide(*, same_bytes: str | None, candidates: Iterable[Stored]) -> Intent:
    """Decide about one source.

    ``same_bytes`` is the article whose newest revision has these very bytes. ``candidates``
    share the front-matter id, the address or the path, in that order; the first of them that
    keeps half its text is the article. They are taken one by one, so that a text is compared
    no further than needed.
    """
    if same_bytes is not None:
        return Intent("nothing", same_bytes)
    for candidate in candidates:
        if candidate.survival >= SAME_ARTICLE:
            return Intent("revise", candidate.id)
    return Intent("add")
