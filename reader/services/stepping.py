"""Where the words and sentences of a text begin and end: for a caret that steps through them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.language.tokens import Token

# Signs that change the one before them, or are not seen: no word begins or ends at them.
_UNSEEN = re.compile("[\u0300-\u036f\u200b\u2060\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_JOINED_FORMS = ("て", "で", "ば")
_INFLECTED = frozenset(("verb", "adjective", "auxiliary"))
_NUMERIC = frozenset(("number", "counter"))
_NO_WORD = frozenset(("symbol", "space"))


def words(text: str) -> tuple[int, ...]:
    """Return where words begin and end, by turns; worker processes call it by name.

    An inflected word is one with its endings (述べました), a figure with its unit (三百億円).
    """
    from reader.language.folding import fold
    from reader.language.tokens import tokens

    seen, places = _without_unseen(fold(text))
    edges: list[int] = []
    for start, end in _lines(seen):
        before = ""
        for token in tokens(seen, start, end):
            if token.kind in _NO_WORD and not any(sign.isalnum() for sign in token.surface):
                before = ""
                continue
            if before and edges[-1] == token.start and _goes_on(before, token):
                edges[-1] = token.end
            else:
                edges += (token.start, token.end)
            before = "verb" if token.kind == "particle" and before == "verb" else token.kind
            if token.kind == "particle" and token.surface not in _JOINED_FORMS:
                before = "particle"
    return tuple(places[edge] for edge in edges)


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of a line of a text; quick enough to be asked for when a key is hit."""
    from reader.language.sentences import sentences as parted

    return parted(text, start, end)


def _goes_on(before: str, token: Token) -> bool:
    """Say whether a token belongs to the word that ends where it begins."""
    if token.kind == "auxiliary":
        return before in _INFLECTED
    if token.kind == "particle":
        return before in _INFLECTED and token.surface in _JOINED_FORMS
    if before == "prefix" or token.kind == "suffix":
        return before not in ("particle", "auxiliary")
    return before == "number" and token.kind in _NUMERIC


def _without_unseen(text: str) -> tuple[str, list[int] | range]:
    """Leave out what the tokeniser would part words at; return where each sign was."""
    if not _UNSEEN.search(text):
        return text, range(len(text) + 1)
    places = [at for at, sign in enumerate(text) if not _UNSEEN.match(sign)]
    return "".join(text[at] for at in places), [*places, len(text)]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1
