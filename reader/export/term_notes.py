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
    before: tuple[str, str, str] | None = None
    for note in notes:
        term = (note.text, note.reading, note.category)
        if term != before:
            before = term
            reading = shown_reading(note.text, note.reading)
            yield ""
            yield f"## {plain(note.text)}{f' ({plain(reading)})' if reading else ''}"
            yield ""
            yield say(f"export.{note.category}")
        yield ""
        yield f"> [!note] {say('export.note')}"
        yield from inside(reader_lines(note.note), "> ")
