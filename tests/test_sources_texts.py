"""Texts in the layouts of real sites are read line by line as a person would.

``texts/NAME.json`` holds what ``texts/NAME`` is read as: facts, and a kind for every line.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.sources.reading import document_of_text, read_document

if TYPE_CHECKING:
    from reader.model.blocks import Block
    from reader.model.document import Document

FOLDER = Path(__file__).resolve().parent / "texts"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".md"))


def told(document: Document, block: Block) -> list[object]:
    """Write a block as the files write it."""
    kind = f"{block.kind} {block.level}" if block.level else block.kind
    spans = [[span.kind, document.text[span.start : span.end], span.target] for span in block.spans]
    return [kind, document.text_of(block), *spans]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_layout_is_read(path: Path) -> None:
    document = read_document(path.read_bytes(), path.name)
    expected = json.loads(path.with_name(f"{path.name}.json").read_text(encoding="utf-8"))
    assert [told(document, block) for block in document.blocks] == expected["blocks"]
    facts = {name: value for name, value in asdict(document.facts).items() if value}
    assert facts | {"tags": list(facts.get("tags", ()))} == {"tags": [], **expected["facts"]}


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.suffix == ".txt"], ids=lambda p: p.name
)
def test_pasting_reads_as_the_file_does(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert document_of_text(text) == read_document(path.read_bytes(), path.name)
