"""Cut the sentence around a place out of a text."""

from __future__ import annotations

MOST = 40
"""Characters on each side."""

_ENDS = "。！？!?．\n"


def before_in(text: str, start: int) -> str:
    """Return what the sentence has before a place, after a … where more is left out."""
    first = max(0, start - MOST)
    piece = text[first:start]
    for place in range(len(piece) - 1, -1, -1):
        if _ends(text, first + place):
            return piece[place + 1 :].lstrip()
    return piece.lstrip() if first == 0 or _ends(text, first - 1) else f"…{piece}"


def after_in(text: str, end: int) -> str:
    """Return what the sentence has behind a place, and a … where more is left out."""
    last = min(len(text), end + MOST)
    for place in range(end, last):
        if text[place] == "\n":
            return text[end:place]
        if _ends(text, place):
            return text[end : _behind_marks(text, place + 1, last)]
    return text[end:last] if last == len(text) or text[last] == "\n" else f"{text[end:last]}…"


def _ends(text: str, place: int) -> bool:
    """Say whether a sentence ends with the character at a place."""
    if text[place] in _ENDS:
        return True
    # A full stop ends one before a blank; U.S. and 3.5 go on.
    follows = text[place + 1 : place + 2]
    return (
        text[place] == "." and (not follows or follows.isspace()) and not _is_initial(text, place)
    )


def _is_initial(text: str, place: int) -> bool:
    """Say whether a full stop belongs to a single letter: J. Smith, U.S."""
    return text[place - 1 : place].isupper() and not text[max(place - 2, 0) : place - 1].isalpha()


def _behind_marks(text: str, place: int, last: int) -> int:
    """Return the place behind closing marks that belong to the end of a sentence."""
    while place < last and text[place] in "」』）)”’\"'":
        place += 1
    return place
