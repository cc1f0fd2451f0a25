"""What a report may tell: no words of an article or of the reader, and no name of their home.

What an exception says, and the lines of the log, can hold a title, a quotation or a path.
What is not ASCII is replaced, a quotation of several words goes, and the rest is cut short.
"""

from __future__ import annotations

import os

_WORDS_KEPT = 160
_LINE_KEPT = 240


def discreet(words: str, *, most: int = _LINE_KEPT) -> str:
    """Return a line without what is not ours to tell."""
    import re

    told = without_home(words)
    told = re.sub(r"'[^'\n]*\s[^'\n]*'|\"[^\"\n]*\s[^\"\n]*\"", "'...'", told)
    told = "".join(sign if " " <= sign <= "~" else "?" for sign in told)
    return told if len(told) <= most else f"{told[:most]} ..."


def without_home(text: str) -> str:
    """Return a text with the home folder written ``~``."""
    home = os.path.expanduser("~")  # noqa: PTH111 (Path.home raises where there is none)
    for name in {home, os.path.realpath(home)}:
        text = text.replace(name, "~") if len(name) > 3 else text
    return text


def traceback_lines(fault: BaseException) -> list[str]:
    """Return the traceback of a fault and of those it came from, the first one first."""
    import traceback

    found: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = fault
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = "".join(traceback.format_tb(current.__traceback__)).rstrip()
        found[:0] = [*frames.splitlines(), words_of(current), *([""] if found else [])]
        hidden = current.__suppress_context__
        current = current.__cause__ or (None if hidden else current.__context__)
    return found


def words_of(fault: BaseException) -> str:
    """Return the kind of a fault and the beginning of what it says."""
    try:
        said = discreet(str(fault), most=_WORDS_KEPT)
    except Exception:  # noqa: BLE001 (a broken __str__ must not cost the report)
        said = "(it cannot be told)"
    name = f"{type(fault).__module__}.{type(fault).__qualname__}".removeprefix("builtins.")
    return f"{name}: {said}" if said else name
