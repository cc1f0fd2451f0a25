"""Bytes into a document: the one way in for everything that is added, pasted or analysed."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

from reader.model.blocks import Block, Span
from reader.model.document import Document, Facts
from reader.model.errors import SourceError
from reader.sources.encodings import decode
from reader.sources.entries import MarkedLine
from reader.sources.facts import facts_of
from reader.sources.formats import (
    MARKDOWN_FILES,
    TEXT_FILES,
    refuse_known_formats,
    refuse_marked_up,
    suffix_of,
)
from reader.sources.front_matter import split_front_matter, with_front_matter
from reader.sources.structure import PARSER_VERSION, blocks_of, outline
from reader.sources.text import clean, source_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 20 * 1024 * 1024

__all__ = [
    "MAX_BYTES",
    "PARSER_VERSION",
    "TEXT_FILES",
    "document_of_text",
    "read_document",
    "reparse",
]


def read_document(data: bytes, name: str, *, hint_encoding: str = "") -> Document:
    """Return what the bytes of a source say.

    ``name`` is a file name or an address: its suffix tells Markdown from plain text where the
    bytes do not, and errors call the source by it. ``hint_encoding`` is what a server said.
    Raises SourceError: ``empty``, ``too_large``, ``not_text``, ``unsupported`` (a document of a
    kind that is not read; ``kind`` in its details).
    """
    if len(data) > MAX_BYTES:
        raise SourceError("too_large", name=name, path=name, size=len(data), limit=MAX_BYTES)
    if not data.strip():
        raise SourceError("empty", name=name, path=name)
    refuse_known_formats(data, name)
    source = clean(decode(data, hint=hint_encoding, name=name))
    if not source.strip():
        raise SourceError("empty", name=name, path=name)
    refuse_marked_up(source, name)
    lines, declared = _lines(source, markdown=suffix_of(name) in MARKDOWN_FILES)
    return _document(lines, declared)


def document_of_text(text: str) -> Document:
    """Return the document of a plain text: pasted, or given by another program.

    One line is title and text in one. A text without any words gives an empty document.
    """
    return _document(_plain(text), Facts())


def reparse(
    data: bytes, name: str, text: str, *, hint_encoding: str = ""
) -> tuple[tuple[Block, ...], Facts]:
    """Return the blocks and facts that today's parser finds in a stored revision.

    ``text`` is frozen: where today's making of the same bytes differs from it, the kinds of the
    lines that are still the same are carried over, and the others are read as plain text.
    """
    try:
        document = read_document(data, name, hint_encoding=hint_encoding)
    except SourceError:
        document = document_of_text(text)
    if document.text == text or not text:
        return document.blocks if text else (), document.facts
    return blocks_of(outline(_carried_over(document, text))), document.facts


def _document(lines: list[MarkedLine], declared: Facts) -> Document:
    entries = outline(lines)
    return Document(
        text="\n".join(line.words for line in lines),
        blocks=blocks_of(entries),
        facts=with_front_matter(facts_of(entries), declared),
        parser=PARSER_VERSION,
    )


def _lines(source: str, *, markdown: bool) -> tuple[list[MarkedLine], Facts]:
    """Return the lines, and what a front matter says. Markdown is loaded for Markdown alone."""
    front = split_front_matter(source)
    if front is None and not markdown:
        return _plain(source), Facts()
    from reader.sources.markdown import broken_lines, markdown_lines, with_title
    from reader.sources.markdown_source import has_markup

    if front is None:
        return (markdown_lines(source) if has_markup(source) else _plain(source)), Facts()
    kept, titled = broken_lines(front.broken)
    title = "" if titled else front.facts.title
    if has_markup(front.body):
        return kept + markdown_lines(front.body, title=title), front.facts
    return kept + with_title(_plain(front.body), title), front.facts


def _plain(source: str) -> list[MarkedLine]:
    return [MarkedLine(line.words, line.gap) for line in source_lines(source)]


def _carried_over(document: Document, text: str) -> list[MarkedLine]:
    """Give the lines of ``text`` the kinds of the same lines of ``document``, in order."""
    known: defaultdict[str, deque[MarkedLine]] = defaultdict(deque)
    for line in _lines_of_blocks(document):
        known[line.words.partition("\n")[0]].append(line)
    carried: list[MarkedLine] = []
    lines = text.split("\n")
    place = 0
    while place < len(lines):
        same = known[lines[place]]
        found = same.popleft() if same else MarkedLine(lines[place])
        count = found.words.count("\n") + 1
        if "\n".join(lines[place : place + count]) != found.words:
            found, count = MarkedLine(lines[place]), 1
        carried.append(found)
        place += count
    return carried


def _lines_of_blocks(document: Document) -> Iterator[MarkedLine]:
    """Yield the line of each block, or its lines, with kind, range and spans counted from it."""
    offset = 0
    for block in document.blocks:
        end = document.text.find("\n", block.end)
        words = document.text[offset : end if end >= 0 else None]
        spans = tuple(
            Span(span.start - offset, span.end - offset, span.kind, span.target)
            for span in block.spans
        )
        inset = (block.start - offset, block.end - offset)
        yield MarkedLine(words, kind=block.kind, level=block.level, spans=spans, inset=inset)
        offset += len(words) + 1
