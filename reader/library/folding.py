"""Fold text for the search, and find the way back to where it stands in the original.

Folded text is NFKC and case folded: full-width and half-width, capital and small letters are
one. Folding changes lengths (㍿ becomes 株式会社, ｶﾞ becomes ガ), so a range found in folded
text is carried back by ``original_range``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from unicodedata import combining, normalize

# Starters that NFKC may join to the character before them, besides Hangul: vowel signs and
# the like of the scripts that begin there.
_JOINING = frozenset(
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf"
    "\u102e\u1b35\U00011127\U0001133e\U00011357\U000113b8\U000113bb\U000113c2\U000113c9"
    "\U000114b0\U000114ba\U000114bd\U000115af\U0001611e\U0001611f\U00016120\U00016129"
    "\U00011930\U00016d67"
)


def fold(text: str) -> str:
    """Return the text as the search compares it."""
    return normalize("NFKC", text).casefold()


def original_range(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the range of ``fold(text)`` stands in ``text``.

    A character that folds to several is taken in whole.
    """
    cuts = [place for place, char in enumerate(text) if not place or not joins(char)]
    cuts.append(len(text))

    def folded_length(cut: int) -> int:
        return len(fold(text[:cut]))

    first = cuts[bisect_right(cuts, start, key=folded_length) - 1]
    last = cuts[bisect_left(cuts, end, key=folded_length)]
    return first, last


@lru_cache(maxsize=8192)
def joins(char: str) -> bool:
    """Say whether folding may change the character together with what stands before it.

    Before any other character a text can be cut, and its pieces be folded one by one.
    """
    if char < "\u0300":
        return False
    opened = normalize("NFKD", char)[0]
    return (
        combining(opened) != 0
        or "\u1161" <= opened <= "\u1175"
        or "\u11a8" <= opened <= "\u11c2"
        or opened in _JOINING
    )
