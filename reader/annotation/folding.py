"""Decide whether two passages are the same words apart from white space and character width."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# NFKC makes other words of these: 10² would become 102, and 1½ would become 11⁄2.
_KEPT = ("<super>", "<sub>", "<fraction>")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its code points, the range it was folded from."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def unfold(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the unfolded text that ``[start, end)`` came from."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold width and compatibility forms (NFKC) and white space, and keep the way back.

    White space between two words of an alphabet becomes one space; beside kana and kanji, and
    at either end, it means nothing and goes.
    """
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _clusters().finditer(text):
        start, end = match.span()
        cluster = match.group()
        if cluster[0].isspace():
            narrow = start > 0 and end < len(text) and _spaced(text[start - 1], text[end])
            cluster = " " if narrow else ""
        elif not cluster.isascii():
            cluster = _narrowed(cluster)
        folded.append(cluster)
        starts.extend([start] * len(cluster))
        ends.extend([end] * len(cluster))
    return Folded("".join(folded), starts, ends)


def same_words(one: str, other: str) -> bool:
    """Say whether the two differ in white space and width at most."""
    return one == other or fold(one).text == fold(other).text


@cache
def _clusters() -> re.Pattern[str]:
    # Half-width kana carry their voicing mark as a letter of its own: ｶﾞ is one cluster.
    return re.compile(r"\s+|\S[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*")


def _narrowed(cluster: str) -> str:
    if unicodedata.decomposition(cluster[0]).startswith(_KEPT):
        return cluster
    return unicodedata.normalize("NFKC", cluster)


def _spaced(before: str, after: str) -> bool:
    return not (_unspaced(before) or _unspaced(after))


def _unspaced(character: str) -> bool:
    """Say whether ``character`` belongs to a script that is written without spaces."""
    return unicodedata.east_asian_width(character) in {"W", "F", "H"} and not (
        "\uac00" <= character <= "\ud7a3"
    )
