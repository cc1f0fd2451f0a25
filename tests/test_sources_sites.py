"""Pages as sites set them, copied as plain text, are read line by line as a person would.

``layouts/NAME.txt`` holds a page, each line behind a letter that tells what it is:

- T title, H heading, P paragraph, L list item, Q quotation, C caption, A aside, R reference,
  B row of a table, ``+`` goes on with the block of the line before, ``?`` may be anything;
- ``[[`` and ``]]`` stand around the words of the block where they are not the whole line;
- ``= NAME VALUE`` above the page is a fact that must be read from it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.sources.reading import document_of_text

if TYPE_CHECKING:
    from reader.model.document import Document

FILES = sorted((Path(__file__).resolve().parent / "layouts").glob("*.txt"))
KINDS = {
    "T": "title",
    "H": "heading",
    "P": "paragraph",
    "L": "list_item",
    "Q": "quotation",
    "C": "caption",
    "A": "aside",
    "R": "reference",
    "B": "table_row",
}


@dataclass
class Page:
    """A page and what a person says of each of its lines."""

    facts: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def page_of(path: Path) -> Page:
    """Read an annotated page."""
    page = Page()
    for raw in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        if raw.startswith("= "):
            name, _, value = raw[2:].partition(" ")
            page.facts[name] = value
            continue
        code, words = raw[:1], raw[2:]
        inside = re.search(r"\[\[(.*)\]\]", words)
        line = words.replace("[[", "").replace("]]", "")
        page.lines.append(line)
        if line.strip():
            page.told.append((code, inside[1] if inside else ""))
    return page


def kinds_of(document: Document) -> list[tuple[str, str]]:
    """Return for each line of the text the kind and the words of its block in it."""
    found: list[tuple[str, str]] = []
    offset = 0
    blocks = iter(document.blocks)
    block = next(blocks)
    for line in document.text.split("\n"):
        end = offset + len(line)
        while block.end <= offset:
            block = next(blocks)
        words = document.text[max(block.start, offset) : min(block.end, end)]
        found.append(("+" if block.start < offset else block.kind, words))
        offset = end + 1
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_page_is_read_as_a_person_reads_it(path: Path) -> None:
    page = page_of(path)
    document = document_of_text(page.text)
    lines = [line for line in page.lines if line.strip()]
    wrong = []
    for line, (code, words), (kind, read) in zip(lines, page.told, kinds_of(document), strict=True):
        if code != "?" and kind != KINDS.get(code, code):
            wrong.append(f"{line} is {KINDS.get(code, code)}, read as {kind}")
        elif words and read != words:
            wrong.append(f"{words} was read as {read}")
    assert wrong == []
    assert {name: getattr(document.facts, name) for name in page.facts} == page.facts
