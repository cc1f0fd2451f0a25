"""What the keys do to Markdown that is being written: values in, a change out, without Qt."""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile
from typing import NamedTuple

_PREFIX = re.compile(r"([ \t]*)((?:> ?)+|[-*+] (?:\[[ xX]\] )?|・|(\d{1,3})([.)]) )")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)]) ")
_INDENT = "  "
_PAIRS = {"「": "」", "『": "』", "（": "）", "(": ")", "“": "”", "【": "】", "《": "》", '"': '"'}


class Change(NamedTuple):
    """Put ``text`` in the place of ``[start, end)``, then select from ``first`` to ``last``."""

    start: int
    end: int
    text: str
    first: int
    last: int


def new_line(text: str, caret: int) -> Change | None:
    """Go on with a list or a quotation in the next line, or end it where the item is empty.

    None where the line is neither.
    """
    start, end = _line_at(text, caret)
    found = _PREFIX.match(text[start:end])
    if found is None or caret < start + found.end():
        return None
    if not text[start + found.end() : end].strip():
        return Change(start, end, "", start, start)
    mark = found[2]
    if found[3]:
        mark = f"{int(found[3]) + 1}{found[4]} "
    elif mark.endswith("] "):
        mark = f"{mark[:2]}[ ] "
    added = f"\n{found[1]}{mark}"
    return Change(caret, caret, added, caret + len(added), caret + len(added))


def indented(text: str, start: int, end: int, *, back: bool) -> Change | None:
    """Move the items of a list in or out; None where no line of the selection is an item.

    Nothing can be moved out of the margin: then None too, and the key does what it does else.
    """
    first, _ = _line_at(text, start)
    _, last = _line_at(text, max(start, end - 1))
    lines = text[first:last].split("\n")
    if not all(_ITEM.match(line) for line in lines):
        return None
    if back:
        moved = [line.removeprefix(_INDENT) if line[:2] == _INDENT else line for line in lines]
    else:
        moved = [_INDENT + line for line in lines]
    if moved == lines:
        return None
    added = "\n".join(moved)
    by_first = len(moved[0]) - len(lines[0])
    by_all = len(added) - (last - first)
    return Change(first, last, added, max(first, start + by_first), max(first, end + by_all))


def marked(text: str, start: int, end: int, mark: str) -> Change:
    """Put ``mark`` (``**`` or ``*``) around the selection, or take it off.

    Marks stand within brackets and other signs at the ends, for a renderer of CommonMark leaves
    those of ``**「重要」**です`` standing; and within one line each.
    """
    if start == end:
        return _marked_caret(text, start, mark)
    found = [_inner(text, low, high) for low, high in _pieces(text, start, end)]
    inner = [piece for piece in found if piece is not None]
    has = [_has(_stars_around(text, *piece), mark) for piece in inner]
    take_off = bool(has) and has[0]
    size = len(mark)
    edits: list[tuple[int, int, str]] = []  # where, how many signs go, what comes
    for (low, high), there in zip(inner, has, strict=True):
        if there and take_off:
            edits += [(low - size, size, ""), (high, size, "")]
        elif not there and not take_off:
            edits += [(low, 0, mark), (high, 0, mark)]
    if not edits:
        return Change(start, start, "", start, end)
    first, last = edits[0][0], edits[-1][0] + edits[-1][1]
    made, at = [], first
    for place, gone, came in edits:
        made += [text[at:place], came]
        at = place + gone
    added = "".join(made)
    # The words stay selected, so that the same key takes the marks off again.
    low = inner[0][0] + (size if not take_off else -size)
    high = inner[-1][1] + len(added) - (last - first) + (-size if not take_off else size)
    return Change(first, last, added, low, high)


def _stars_around(text: str, low: int, high: int) -> int:
    return min(_stars(text, low, before=True), _stars(text, high, before=False))


def _marked_caret(text: str, caret: int, mark: str) -> Change:
    size = len(mark)
    before, after = _stars(text, caret, before=True), _stars(text, caret, before=False)
    if before == after == size:
        return Change(caret - size, caret + size, "", caret - size, caret - size)
    if after == size and before == 0:
        return Change(caret, caret, "", caret + size, caret + size)
    return Change(caret, caret, mark * 2, caret + size, caret + size)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the selection line by line, without the marks that begin an item."""
    pieces = []
    at = start
    for line in text[start:end].split("\n"):
        low, high = at, at + len(line)
        beginning, _ = _line_at(text, at)
        found = _PREFIX.match(text[beginning:high])
        if found is not None:
            low = max(low, beginning + found.end())
        if low < high:
            pieces.append((low, high))
        at += len(line) + 1
    return pieces


def _inner(text: str, low: int, high: int) -> tuple[int, int] | None:
    """Return what of a selection the marks go around."""
    while low < high and text[low].isspace():
        low += 1
    while low < high and text[high - 1].isspace():
        high -= 1
    begins, ends = _stars(text, low, before=False), _stars(text, high, before=True)
    if begins + ends < high - low:
        # Marks may be within the selection, beside it, or one of them each.
        inside = low + begins, high - ends
        if _stars_around(text, *inside):
            return inside
    while high - low > 2 and _PAIRS.get(text[low]) == text[high - 1]:
        low, high = low + 1, high - 1
    while high - low > 1 and _sign(text[low]) and low and _letter(text[low - 1]):
        low += 1
    while high - low > 1 and _sign(text[high - 1]) and high < len(text) and _letter(text[high]):
        high -= 1
    return (low, high) if low < high else None


def _has(stars: int, mark: str) -> bool:
    return stars >= 2 if mark == "**" else stars in (1, 3)


def _stars(text: str, at: int, *, before: bool) -> int:
    near = reversed(text[max(0, at - 3) : at]) if before else text[at : at + 3]
    return sum(1 for _ in takewhile("*".__eq__, near))


def _sign(letter: str) -> bool:
    return letter not in "*_`[]()<>~" and unicodedata.category(letter)[0] in "PS"


def _letter(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LN"


def _line_at(text: str, at: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, len(text) if end < 0 else end
