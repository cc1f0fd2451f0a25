"""Cut a snippet around the first hit out of an original text, and mark the hits in it."""

from __future__ import annotations

from typing import NamedTuple

from reader.library.folding import fold, joins, original_range

LENGTH = 80
BEFORE = 20


class Snippet(NamedTuple):
    """A piece of a text in one line, where its hits are in it, and where the first is in all.

    ``position`` is None when no word is in the text.
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    position: int | None


def cut(text: str, words: tuple[str, ...]) -> Snippet:
    """Cut about 80 characters around the first of the folded ``words`` in ``text``."""
    hit = _first_hit(text, words)
    if hit is None:
        return _piece(text, 0, (), None)
    start, end = hit
    # The hit stands near the beginning, but what there is of text fills the snippet.
    begin = max(0, min(start - BEFORE, len(text) - LENGTH))
    if end - begin > LENGTH:
        begin = max(begin, start - 4)
    return _piece(text, begin, words, start)


def _first_hit(text: str, words: tuple[str, ...]) -> tuple[int, int] | None:
    """Return where the first word stands, folding no more lines than needed."""
    # Folding leaves line ends where they are, so that lines can be folded one by one.
    lines = [text] if any("\n" in word for word in words) else text.split("\n")
    begin = 0
    for line in lines:
        folded = fold(line)
        hits = [(place, len(word)) for word in words if (place := folded.find(word)) >= 0]
        if hits:
            place = min(hits)[0]
            length = max(length for found, length in hits if found == place)
            start, end = original_range(line, place, place + length)
            return begin + start, begin + end
        begin += len(line) + 1
    return None


def _piece(text: str, begin: int, words: tuple[str, ...], position: int | None) -> Snippet:
    end = min(len(text), begin + LENGTH)
    begin = _whole_character(text, begin)
    end = _whole_character(text, end)
    piece = text[begin:end]
    before = "…" if begin else ""
    behind = "…" if end < len(text) else ""
    marks = tuple((start + len(before), stop + len(before)) for start, stop in _marks(piece, words))
    return Snippet(before + " ".join(piece.split("\n")) + behind, marks, position)


def _whole_character(text: str, place: int) -> int:
    """Step back from between a character and what belongs to it."""
    while 0 < place < len(text) and joins(text[place]):
        place -= 1
    return place


def _marks(piece: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return where the words stand in a piece of original text, those that touch as one."""
    folded = fold(piece)
    found: list[tuple[int, int]] = []
    for word in words:
        place = folded.find(word)
        while place >= 0:
            found.append(original_range(piece, place, place + len(word)))
            place = folded.find(word, place + len(word))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
