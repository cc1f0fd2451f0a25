"""Keep both texts when two writers began from the same one."""

from __future__ import annotations

LINE = "\n\n---\n\n"
"""Stands between the two texts; the blank line keeps Markdown from making a heading of it."""


def both_texts(new: str, present: str, expected: str | None) -> str:
    """Return what is to stand where ``new`` is written over ``present``.

    That is ``new``, unless its writer ``expected`` another text there than the present one:
    then the present text follows below a line, if it does not do so already.
    """
    if expected is None or present in {expected, new} or not present.strip():
        return new
    if new.endswith(LINE + present):
        return new
    return new + LINE + present if new.strip() else present
