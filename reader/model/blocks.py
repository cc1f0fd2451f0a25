"""The blocks of a text and the spans inside them: ranges with a kind."""

from __future__ import annotations

from typing import Literal, NamedTuple

BlockKind = Literal[
    "title",
    "heading",
    "paragraph",
    "list_item",
    "quotation",
    "caption",
    "table_row",
    "image",
    "reference",
    "aside",
]
CorrectedKind = Literal["heading", "paragraph", "list_item", "aside"]
CORRECTED_KINDS: tuple[CorrectedKind, ...] = ("heading", "paragraph", "list_item", "aside")
"""What a reader may say that a line is."""

SpanKind = Literal["link", "strong", "emphasis", "ruby"]


class Span(NamedTuple):
    """A range inside a block, in code points of the text, end exclusive.

    ``target`` is the address of a link or the reading of a ruby, else empty.
    """

    start: int
    end: int
    kind: SpanKind
    target: str = ""


class Block(NamedTuple):
    """A range of the text with a kind, in code points, end exclusive.

    The range leaves out list markers, heading decoration (``■`` ``【】``) and the white
    space around the line: those stay in the text, between blocks. ``level`` is 1 to 6 for a
    heading, the depth from 1 for a list item, else 0.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    spans: tuple[Span, ...] = ()
