"""Headings that a line of signs is drawn under, as in mail and plain text files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.sources.entries import Entry, is_headingish
from reader.sources.wide import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

_RULE = re.compile(r"([-=~^_*+#\u2010-\u2015\u2500-\u257f\u30fc\uff0d\uff1d\uff3f])\1{2,}")
_LEVEL = 2
_NEAR = 4


def settle_underlined(entries: Sequence[Entry]) -> None:
    """Settle lines that a rule of their own length, or one above and one below, marks as heads."""
    for place in range(1, len(entries) - 1):
        rule, head = entries[place], entries[place - 1]
        if rule.role != "separator" or rule.gap or _RULE.fullmatch(rule.words) is None:
            continue
        if head.kind is not None or head.furniture or not is_headingish(head.body):
            continue
        above = entries[place - 2] if place > 1 else None
        framed = above is not None and above.words == rule.words
        if head.marker is not None and not (head.marker.heads or framed):
            continue
        if framed or abs(columns(rule.words) - columns(head.words)) <= _NEAR:
            head.settle("heading", level=_LEVEL, bare=bool(head.marker and head.marker.heads))
