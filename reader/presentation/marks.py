"""Which highlights are meant at a place of a text, and how one is told in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model.annotations import Highlight, HighlightColor
    from reader.presentation.messages import Messages

_MOST = 60
_FEW = 18


def marks_at(marks: Iterable[Highlight], offset: int, *, ends: bool = False) -> list[Highlight]:
    """Return the highlights over an offset, the smallest first; or those that end there."""
    found = [
        mark for mark in marks if (mark.end == offset if ends else mark.start <= offset < mark.end)
    ]
    return sorted(found, key=lambda mark: (mark.end - mark.start, mark.start))


def marks_of(marks: Iterable[Highlight], start: int, end: int) -> list[Highlight]:
    """Return the highlights that a range has a part of, in the order of the text."""
    found = [mark for mark in marks if mark.start < end and start < mark.end]
    return sorted(found, key=lambda mark: (mark.start, mark.end))


def joined_to(marks: Sequence[Highlight], mark: Highlight, text: str) -> list[Highlight]:
    """Return a highlight and those that it overlaps or touches, and so on from these.

    They touch where nothing but white space is between.
    """
    start, end = mark.start, mark.end
    while True:
        first = len(text[:start].rstrip())
        last = len(text) - len(text[end:].lstrip())
        found = marks_of(marks, first - 1, last + 1)
        wider = min(one.start for one in found), max(one.end for one in found)
        if wider == (start, end):
            return found
        start, end = wider


def overlaps(
    marks: Iterable[Highlight],
) -> list[tuple[int, int, tuple[HighlightColor, ...]]]:
    """Return the ranges where two highlights or more lie, with the colours of these."""
    marks = list(marks)
    edges = sorted(
        edge
        for number, mark in enumerate(marks)
        for edge in ((mark.end, 0, number), (mark.start, 1, number))
    )
    found = []
    here: dict[int, None] = {}
    since = 0
    for at, begins, number in edges:
        if len(here) > 1 and at > since:
            found.append((since, at, tuple(marks[one].color for one in here)))
        since = at
        if begins:
            here[number] = None
        else:
            here.pop(number, None)
    return found


def short_words(mark: Highlight, most: int = _FEW) -> str:
    """Return the beginning of what a highlight marks, in one line."""
    return _cut(mark.text, most)


def about_mark(mark: Highlight, say: Messages) -> str:
    """Tell a highlight: its colour, whether it is doubtful, and its note or its words."""
    told = [say("marking.color", color=say(f"window.color.{mark.color}"))]
    if mark.state == "doubtful":
        told.append(say("window.highlight.doubtful"))
    if mark.note.strip():
        told.append(say("marking.note", note=_cut(mark.note, _MOST)))
    else:
        told.append(say("marking.words", text=_cut(mark.text, _FEW)))
    return "\n".join(told)


def _cut(words: str, most: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1] + "…"
