"""Where the words of a search stand in a text, to mark them on the page."""

from __future__ import annotations

import unicodedata

_MOST = 500


def occurrences(text: str, query: str) -> list[tuple[int, int]]:
    """Return the ranges of a query's words in a text, at most 500, in code points.

    Width and case do not matter (ＥＣＢ finds ecb), as in the search itself.
    """
    folded = _folded(text)
    found: list[tuple[int, int]] = []
    for word in query.replace('"', " ").split():
        wanted = unicodedata.normalize("NFKC", word).casefold()
        start = folded.find(wanted)
        while start >= 0 and len(found) < _MOST:
            found.append((start, start + len(wanted)))
            start = folded.find(wanted, start + len(wanted))
    return found


def _folded(text: str) -> str:
    """Fold sign by sign; one that would become several stays, so that places stay true."""
    if text.isascii():
        return text.lower()
    return "".join(map(_folded_sign, text))


def _folded_sign(sign: str) -> str:
    folded = unicodedata.normalize("NFKC", sign).casefold()
    return folded if len(folded) == 1 else sign
