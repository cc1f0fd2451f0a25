"""What the bytes of a source become: one text, its blocks, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.blocks import Block


@dataclass(frozen=True, slots=True)
class Facts:
    """What a revision says of itself; an empty string where it says nothing.

    ``published`` and ``event_date`` are dates as in ``reader.model.dates``, never padded;
    ``event_date_text`` keeps the words (12月初旬). ``source`` is the site or outlet the text
    names (its reference block first), ``publisher`` the outlet that published it,
    ``declared_id`` the ``id`` of its front matter.
    """

    title: str = ""
    author: str = ""
    publisher: str = ""
    source: str = ""
    url: str = ""
    published: str = ""
    event_date: str = ""
    event_date_text: str = ""
    language: str = ""
    declared_id: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    r"""A parsed source. ``text`` is the one coordinate space for every position.

    Lines of ``text`` are joined by ``\n``; blank lines are left out, every other line is
    whole. ``parser`` is the version of the parser that made blocks and facts.
    """

    text: str
    blocks: tuple[Block, ...]
    facts: Facts = field(default_factory=Facts)
    parser: int = 1

    def text_of(self, block: Block) -> str:
        """Return the words of ``block``."""
        return self.text[block.start : block.end]

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the words of the headings, in order."""
        return tuple(self.text_of(block) for block in self.blocks if block.kind == "heading")

    @property
    def references(self) -> tuple[str, ...]:
        """Return the lines of the reference block, in order."""
        return tuple(self.text_of(block) for block in self.blocks if block.kind == "reference")

    @property
    def lead(self) -> str:
        """Return the paragraphs before the first heading, joined by a line end."""
        found: list[str] = []
        for block in self.blocks:
            if block.kind == "heading":
                break
            if block.kind == "paragraph":
                found.append(self.text_of(block))
        return "\n".join(found)
