"""``chumoku note`` and ``chumoku summary``: the reader's own words, from a terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.desks import open_to_change, open_to_read
from reader.cli.program import DONE
from reader.model.errors import NotFoundError, SourceError, UsageError
from reader.presentation import article_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal
    from reader.model.annotations import Highlight, Note
    from reader.services.desk import Desk


def note_command(arguments: Arguments, terminal: Terminal) -> int:
    """Write a note on an article, or highlight a quotation from it, with a note or without."""
    if arguments.quote is None and arguments.note is None:
        raise UsageError("nothing_to_note")
    with open_to_change(arguments) as desk:
        article_id = desk.reading.resolve(arguments.id)
        if arguments.quote is None:
            words, tags = arguments.note or "", arguments.tags or ()
            note, _ = desk.annotating.note("article", article_id, words, tags=tags)
            if arguments.json:
                _write(terminal, article_id, note=note)
            else:
                terminal.line(terminal.say("terminal.note.written", id=note.id))
            return DONE
        return _highlight(desk, article_id, arguments, terminal)


def summary_command(arguments: Arguments, terminal: Terminal) -> int:
    """Print the summary of an article, or write it from a file."""
    from reader.services.words import LIMIT, read_words, words_in

    words = None
    if arguments.file == "-":
        words = words_in(sys.stdin.buffer.read(LIMIT + 1), "-")
    elif arguments.file is not None:
        words = read_words(Path(arguments.file))
    if words is not None and not words.strip():
        # More likely a command before ours that failed than the wish to have no summary.
        raise SourceError("empty", path=arguments.file, name=arguments.file)
    opened = open_to_read(arguments) if words is None else open_to_change(arguments)
    with opened as desk:
        article_id = desk.reading.resolve(arguments.id)
        if words is not None:
            desk.summarising.write(article_id, words)
        summary = desk.summarising.get(article_id)
    if arguments.json:
        terminal.document({"id": article_id, **article_json.summary(summary)})
    elif words is not None:
        terminal.line(terminal.say("terminal.summary.written", id=article_id))
    elif summary.text:
        terminal.line(summary.text.rstrip("\n"))
    return DONE


def _highlight(desk: Desk, article_id: str, arguments: Arguments, terminal: Terminal) -> int:
    places = desk.annotating.places_of(article_id, arguments.quote or "")
    if not places:
        raise NotFoundError("quote_not_found", quote=arguments.quote)
    if arguments.nth > len(places):
        raise NotFoundError("quote_fewer", nth=arguments.nth, count=len(places))
    start, end = places[arguments.nth - 1]
    others = [place for place in places if place != (start, end)]
    mark, _ = desk.annotating.highlight(
        article_id,
        start,
        end,
        color=arguments.color,
        note=arguments.note or "",
        tags=arguments.tags or (),
    )
    if arguments.json:
        notes = desk.annotating.notes_on("highlight", mark.id)
        _write(terminal, article_id, mark=mark, note=notes[0] if notes else None, others=others)
        return DONE
    terminal.line(terminal.say("terminal.note.highlighted", id=mark.id, start=start, end=end))
    if others:
        told = ", ".join(f"{first}-{last}" for first, last in others)
        terminal.line(terminal.say("terminal.note.others", count=len(others), places=told))
    return DONE


def _write(
    terminal: Terminal,
    article_id: str,
    *,
    mark: Highlight | None = None,
    note: Note | None = None,
    others: Sequence[tuple[int, int]] = (),
) -> None:
    terminal.document(
        {
            "article": article_id,
            "highlight": None if mark is None else article_json.highlight(mark),
            "note": None if note is None else article_json.note(note),
            "others": [list(place) for place in others],
        }
    )
