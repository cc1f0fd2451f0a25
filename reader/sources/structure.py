"""Lines into blocks: the order in which the structure of an article is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.blocks import Block, Span
from reader.sources.bios import find_bios
from reader.sources.entries import Entry, MarkedLine, make_entries
from reader.sources.head import settle_head
from reader.sources.headings import settle_captions, settle_headings, settle_quotations
from reader.sources.items import AROUND, set_levels, settle_marked
from reader.sources.sections import mark_sections
from reader.sources.titles import find_title
from reader.sources.underlines import settle_underlined
from reader.sources.unmarked import settle_counted, settle_timelines
from reader.sources.wrapping import joined
from reader.sources.zones import find_furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

PARSER_VERSION = 2
"""Goes up whenever the same text is given other blocks or facts."""


def outline(lines: Sequence[MarkedLine]) -> list[Entry]:
    """Return the lines with their kinds decided, in order."""
    entries = make_entries(joined(lines))
    marked = any(line.kind == "heading" for line in lines)
    find_furniture(entries)
    find_title(entries)
    settle_underlined(entries)
    settle_head(entries)
    find_bios(entries)
    mark_sections(entries)
    settle_marked(entries)
    settle_captions(entries)
    story = [entry for entry in entries if entry.kind not in AROUND]
    settle_timelines(story)
    settle_counted(story)
    settle_headings(entries, marked=marked)
    settle_quotations(entries)
    for entry in entries:
        if entry.kind is None:
            entry.settle("paragraph")
    set_levels(entries)
    return entries


def blocks_of(entries: Sequence[Entry]) -> tuple[Block, ...]:
    """Return one block an entry, with ranges in the text that the lines make."""
    blocks: list[Block] = []
    offset = 0
    for entry in entries:
        words = entry.line.words
        begin = offset + entry.offset
        assert entry.kind is not None
        spans = tuple(
            Span(offset + span.start, offset + span.end, span.kind, span.target)
            for span in entry.line.spans
        )
        blocks.append(Block(entry.kind, begin + entry.start, begin + entry.end, entry.level, spans))
        offset += len(words) + 1
    return tuple(blocks)
