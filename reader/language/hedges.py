"""Find what a Japanese text says without being certain: 可能性がある, とみられる, かもしれない."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.tables import saying as table
from reader.model.understanding import Hedge

if TYPE_CHECKING:
    from reader.language.article import Article

_HEDGES = re.compile(table.HEDGES)
_ENDS = re.compile(table.HEDGED_ENDS)
_MARKS = re.compile("[「」『』]")
_KINDS = frozenset(("paragraph", "list_item", "quotation"))


def hedges(article: Article) -> tuple[Hedge, ...]:
    """Return the places of the words that hedge, in order, not overlapping each other."""
    found: list[Hedge] = []
    for sentence in article.sentences:
        if sentence.kind not in _KINDS:
            continue
        start, end = sentence.start, sentence.end
        places = [match.span() for match in _HEDGES.finditer(article.folded, start, end)]
        ends = [match.span() for match in _ENDS.finditer(article.folded, start, end)]
        if ends:
            quoted = quotations(article.folded, start, end)
            places += [place for place in ends if not is_inside(quoted, place[0])]
        at = start
        for first, last in sorted(places):
            if first >= at:
                at = _without_mark(article.folded, last)
                found.append(Hedge(first, at))
    return tuple(found)


def _without_mark(text: str, end: int) -> int:
    return end - 1 if text[end - 1] in "。、" else end


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the outermost quotations of a stretch of text; one that is not closed ends with it."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in _MARKS.finditer(text, start, end):
        if match.group() in "「『":
            opened.append(match.start())
        elif opened:
            begin = opened.pop()
            if not opened:
                found.append((begin, match.end()))
    if opened:
        found.append((opened[0], end))
    return found


def is_inside(ranges: list[tuple[int, int]], place: int) -> bool:
    """Say whether ``place`` lies in one of ``ranges``."""
    return any(start <= place < end for start, end in ranges)
