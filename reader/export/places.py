"""Say where in an article a passage stands: under which heading, in which paragraph."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.article import Revision
    from reader.model.blocks import Block
    from reader.presentation.messages import Messages

NUMBERED = frozenset({"paragraph", "list_item", "quotation", "caption", "table_row"})
"""Kinds of block that count as a paragraph (¶)."""


class Places:
    """The blocks of a revision with their ¶ numbers and the headings they stand under."""

    def __init__(self, revision: Revision) -> None:
        self.blocks = tuple(sorted(revision.blocks, key=lambda block: block.start))
        self._ends = [block.end for block in self.blocks]
        self._numbers: list[int] = []
        self._headings: list[str] = []
        number, heading = 0, ""
        for block in self.blocks:
            number += block.kind in NUMBERED
            if block.kind == "heading":
                heading = revision.text[block.start : block.end]
            self._numbers.append(number if block.kind in NUMBERED else 0)
            self._headings.append("" if block.kind in {"reference", "aside"} else heading)

    def block_at(self, position: int) -> Block | None:
        """Return the block that ``position`` lies in, or the next one after it."""
        index = self._index(position)
        return None if index is None else self.blocks[index]

    def number(self, position: int) -> int:
        """Return the ¶ number of ``position``, or 0 where nothing is counted."""
        index = self._index(position)
        return 0 if index is None else self._numbers[index]

    def number_of(self, index: int) -> int:
        """Return the ¶ number of the block at ``index`` of ``blocks``, or 0."""
        return self._numbers[index]

    def heading(self, position: int) -> str:
        """Return the heading that ``position`` stands under, or an empty string."""
        index = self._index(position)
        return "" if index is None else self._headings[index]

    def mark(self, position: int, say: Messages) -> str:
        """Return ¶ and number (or 題名, in the title), or an empty string."""
        number = self.number(position)
        if number:
            return say("export.paragraph", number=number)
        block = self.block_at(position)
        return say("export.in_title") if block and block.kind == "title" else ""

    def where(self, position: int, say: Messages) -> str:
        """Return the heading and the ¶ number, as far as there are any."""
        return " ".join(part for part in (self.heading(position), self.mark(position, say)) if part)

    def _index(self, position: int) -> int | None:
        index = bisect_right(self._ends, position)
        return index if index < len(self.blocks) else None
