"""Text that was wrapped by hand, as mail is: lines that belong together become one."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.sources.furniture import furniture_of
from reader.sources.markers import marker_of
from reader.sources.wide import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.sources.entries import MarkedLine

_NARROWEST, _WIDEST = 40, 100
_FEWEST, _SHARE = 2, 0.3
# Kinsoku keeps a sign or two from the end of a line, and a Latin word goes to the next whole.
_SLACK = 6
_STOPS = "。．.!?！？:："
_CLOSERS = "」』）)］】\"'”’"
_WORD = re.compile(r"[^\s\u2e80-\uffef]{1,24}")
_WIDE_LAST = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]$")
# A line that carries on begins with a capital or a number only now and then.
_IN_MIDDLE = re.compile(r"\s*[^A-Z\d\s]")
_CUES = re.compile(r"[\W_]+$|\s*\||.*\t|\s*https?://\S+$|.{0,40}:$")


def joined(lines: Sequence[MarkedLine]) -> list[MarkedLine]:
    """Return the lines with those that were wrapped put together, their line ends kept.

    Only where the whole text has a margin: single short lines are never joined.
    """
    margin = _margin(lines)
    if not margin:
        return list(lines)
    made: list[MarkedLine] = []
    last = ""
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        heads = place == 1 and (following is None or not following.gap)
        if (
            made
            and not heads
            and (_goes_on(last, line, margin) or _is_set_in(made[-1].words, line))
        ):
            made[-1] = replace(made[-1], words=f"{made[-1].words}\n{line.words}")
        else:
            made.append(line)
        last = line.words
    return made


def _margin(lines: Sequence[MarkedLine]) -> int:
    """Return the width that the text was wrapped at, or 0 where it was not."""
    widths = sorted(columns(line.words.rstrip()) for line in lines if _has_words(line.words))
    if len(widths) <= _FEWEST:
        return 0
    # A title or a picture's words may stick out.
    margin = widths[-1 - len(widths) // 20]
    if not _NARROWEST <= margin <= _WIDEST or widths[-1] > margin * 1.6:
        return 0
    full = sum(
        _goes_on(line.words, following, margin)
        and not _stops(line.words)
        and _IN_MIDDLE.match(following.words) is not None
        for line, following in pairwise(lines)
    )
    long = sum(width > margin // 2 for width in widths)
    return margin if full >= max(_FEWEST, long * _SHARE) else 0


def _has_words(words: str) -> bool:
    return _CUES.match(words) is None


def _goes_on(before: str, line: MarkedLine, margin: int) -> bool:
    """Say whether ``line`` carries on ``before``, which was full."""
    words = line.words.strip()
    if line.gap or line.kind is not None or not _is_full(before, words, margin):
        return False
    if _CUES.match(before) or _CUES.match(line.words):
        return False
    mark = marker_of(words)
    if mark is not None and not mark.weak:
        return False
    return furniture_of(words, zone="story") is None


def _is_set_in(item: str, line: MarkedLine) -> bool:
    """Say whether ``line`` stands below the words of a list item, not below its mark."""
    mark = None if line.gap or line.kind is not None else marker_of(item.partition("\n")[0].strip())
    if mark is None or mark.weak or mark.heads or marker_of(line.words.strip()) is not None:
        return False
    return _indent(line.words) > _indent(item) and not _stops(item)


def _indent(words: str) -> int:
    return columns(words[: len(words) - len(words.lstrip())].replace("\t", "    "))


def _is_full(before: str, words: str, margin: int) -> bool:
    """Say whether the first word of a line found no room on the line before."""
    width = columns(before.rstrip())
    if _WIDE_LAST.search(before.rstrip()):
        return margin - _SLACK <= width <= margin + 2 and not _stops(before, short_of=margin)
    first = _WORD.match(words)
    room = margin if _stops(before) else margin - _SLACK
    if first is None or not margin // 2 < width <= margin + 2:
        return False
    return room < width + 1 + columns(first[0])


def _stops(words: str, *, short_of: int = 0) -> bool:
    """Say whether words end as a sentence does (and leave room, if a margin is given)."""
    ended = words.rstrip().rstrip(_CLOSERS)[-1:] in tuple(_STOPS)
    return ended and (not short_of or columns(words.rstrip()) < short_of - 2)
