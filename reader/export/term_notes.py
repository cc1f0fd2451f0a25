"""Write the reader's notes on terms as one Markdown file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.export.markdown_text import inside, plain, reader_lines
from reader.presentation.messages import Messages
from reader.presentation.readings import shown_reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.presentation.messages import Language


class NotedTerm(NamedTuple):
    """A term with one note on it."""

    text: str
    reading: str
    category: str
    note: str


def write_term_notes(notes: Iterable[NotedTerm], language: Language) -> str:
    """Write the notes under their terms, in the order in which they come."""
    return "\n".join(_lines(notes, Messages(language))) + "\n"


def _lines(notes: Iterable[NotedTerm], say: Messages) -> Iterator[str]:
    yield f"# {say('copies.term_notes')}"
    before: NotedTerm | None = None
    for term in notes:
        if before is None or term[:3] != before[:3]:
            reading = shown_reading(term.text, term.reading)
            yield ""
            yield f"## {plain(term.text)}{f' ({plain(reading)})' if reading else ''}"
            yield ""
            yield say(f"export.{term.category}")
        before = term
        yield ""
        yield f"> [!note] {say('export.note')}"
        yield from inside(reader_lines(term.note), "> ")
