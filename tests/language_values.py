"""Small articles for the tests of reader.language, written line by line with their kinds."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reader.model.blocks import Block, BlockKind
from reader.services.analysing import understand as analyse

if TYPE_CHECKING:
    from reader.model.understanding import FoundTerm, Understanding

_KINDS: dict[str, BlockKind] = {
    "! ": "title",
    "# ": "heading",
    "- ": "list_item",
    "> ": "quotation",
    "@ ": "aside",
    "= ": "reference",
}


def blocks_of(*lines: str) -> tuple[str, tuple[Block, ...]]:
    """Return text and blocks of lines; what a line begins with tells its kind (``_KINDS``)."""
    text, blocks = "", []
    for line in lines:
        kind = _KINDS.get(line[:2], "paragraph")
        start = len(text) + (2 if kind == "list_item" else 0)
        words = line if kind in ("list_item", "paragraph") else line[2:]
        text += words
        blocks.append(Block(kind, start, len(text), int(kind in ("heading", "list_item"))))
        text += "\n"
    return text.removesuffix("\n"), tuple(blocks)


@cache
def understand(*lines: str, language: str = "ja") -> Understanding:
    """Analyse an article written as for ``blocks_of``."""
    text, blocks = blocks_of(*lines)
    return analyse(text, blocks, language)


def term(form: str, *lines: str, language: str = "ja") -> FoundTerm:
    """Return the term that has ``form``, or fail and name the terms there are."""
    found = understand(*lines, language=language).terms
    for one in found:
        if form in (one.text, *one.aliases):
            return one
    raise AssertionError(f"{form} is not among {[one.text for one in found]}")


def forms(*lines: str, language: str = "ja") -> set[str]:
    """Return every form of every term."""
    return {
        form
        for one in understand(*lines, language=language).terms
        for form in (one.text, *one.aliases)
    }


def places(form: str, *lines: str, language: str = "ja") -> list[str]:
    """Return what the text has at the occurrences of the term of ``form``."""
    text, _blocks = blocks_of(*lines)
    return [text[start:end] for start, end in term(form, *lines, language=language).occurrences]
