"""What the finders of names and phrases hand on: places of a text with a guess of what they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reader.language.tables.words import (
    AGREEMENT_HEADS,
    EVENT_HEADS,
    HONORIFICS,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    POST_ENDINGS,
    POSTS,
)

if TYPE_CHECKING:
    from reader.language.tokens import Token
    from reader.model.understanding import Category

NAMES = frozenset(("person", "surname", "given", "place", "country", "name", "dotted"))
PEOPLE = frozenset(("person", "surname", "given"))
_LONGEST_HEAD = 7


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that may be, or be a form of, a term.

    ``sort`` tells how it was found: ``known`` (in the tables), ``name`` (by its form or its
    neighbours), ``compound`` (common words alone), ``quoted`` (the writer sets it apart),
    ``titled`` (and says before it what it is), ``defined``. A person's ``address`` is the end of
    the honorific or post that follows. ``words`` are its own; ``tagged`` says that the trained
    tagger has it, from this place to that.
    """

    start: int
    end: int
    category: Category | None
    sort: str
    words: tuple[Token, ...] = ()
    address: int = 0
    tagged: bool = False


_HEADS: tuple[tuple[Category, frozenset[str]], ...] = (
    ("event", EVENT_HEADS),
    ("agreement", AGREEMENT_HEADS),
    ("organization", ORGANISATION_HEADS),
    ("place", PLACE_HEADS),
)


@cache
def head_of(surface: str) -> tuple[Category | None, str]:
    """Return the category that the head tells which a word is or ends with, and that head."""
    for length in range(min(len(surface), _LONGEST_HEAD), 0, -1):
        if length == 1 and len(surface) > 1:
            break
        ending = surface[-length:]
        for category, heads in _HEADS:
            if ending in heads:
                return category, ending
    return None, ""


@cache
def is_address(surface: str) -> bool:
    """Say whether a word is a post or an honorific, or ends in a post (安全保障担当補佐官)."""
    return surface in HONORIFICS or surface in POSTS or surface.endswith(POST_ENDINGS)
