"""``chumoku notes``: all notes and highlights of the library, and those that were taken away."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from reader.cli.desks import open_library
from reader.cli.program import DONE
from reader.cli.telling import SHORT_ID
from reader.model.notebook import NotebookQuery
from reader.presentation import article_json
from reader.presentation.notebook_rows import entry_row, removed_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cli.arguments import Arguments
    from reader.cli.terminal import Terminal
    from reader.model.notebook import NotebookEntry, RemovedEntry
    from reader.presentation.article_json import Json
    from reader.presentation.notebook_rows import NotebookRow
    from reader.services.desk import Desk

_PAGE = 500


def notes_command(arguments: Arguments, terminal: Terminal) -> int:
    """List notes and highlights, list what was taken away, or bring one of those back."""
    words = arguments.query
    with open_library(arguments) as desk:
        if len(words) == 2 and words[0] == "restore":
            _restore(desk, words[1], arguments, terminal)
        elif arguments.removed:
            _tell_removed(desk, arguments, terminal)
        else:
            _tell(desk, arguments, terminal)
    return DONE


def _tell(desk: Desk, arguments: Arguments, terminal: Terminal) -> None:
    article_id = desk.reading.resolve(arguments.article) if arguments.article else ""
    query = NotebookQuery(
        text=" ".join(arguments.query),
        colors=frozenset(arguments.colors or ()),
        tags=frozenset(arguments.tags or ()),
        kinds=frozenset(arguments.kinds or ()),
        looks=frozenset(arguments.states or ()),
        article_id=article_id,
        sort=arguments.order,
    )
    found = islice(_entries(desk, query), arguments.limit)
    if arguments.json:
        terminal.document([_json(desk, entry) for entry in found])
        return
    for entry in found:
        terminal.line(_line(entry.id, entry_row(entry, terminal.say)))


def _entries(desk: Desk, query: NotebookQuery) -> Iterator[NotebookEntry]:
    after: NotebookEntry | None = None
    while page := desk.notebook.entries(query, limit=_PAGE, after=after):
        yield from page
        after = page[-1]


def _tell_removed(desk: Desk, arguments: Arguments, terminal: Terminal) -> None:
    found = islice(_removed(desk), arguments.limit)
    if arguments.json:
        terminal.document([_removed_json(desk, removed) for removed in found])
        return
    for removed in found:
        days = desk.notebook.days_left(removed.removed)
        terminal.line(_line(removed.id, removed_row(removed, days, terminal.say)))


def _removed(desk: Desk) -> Iterator[RemovedEntry]:
    after: RemovedEntry | None = None
    while page := desk.notebook.removed(limit=_PAGE, after=after):
        yield from page
        after = page[-1]


def _restore(desk: Desk, prefix: str, arguments: Arguments, terminal: Terminal) -> None:
    id_ = desk.notebook.resolve_removed(prefix)
    desk.annotating.restore_removed(id_)
    if arguments.json:
        terminal.document({"id": id_})
    else:
        terminal.line(terminal.say("terminal.notes.restored", id=id_))


def _line(id_: str, row: NotebookRow) -> str:
    """Write an entry: its id and what it is, the words, below them the note and where it is."""
    matter = f"({row.badge}) " if row.badge else ""
    head = f"{id_[:SHORT_ID]} [{row.color or row.about}] {matter}{row.quotation or row.note}"
    note = f"\n  {row.note}" if row.quotation and row.note else ""
    where = "  ".join(part for part in (row.title, row.date, row.tags) if part)
    return f"{head}{note}\n  {where}"


def _json(desk: Desk, entry: NotebookEntry) -> Json:
    quotation, notes = desk.notebook.words(entry.id)
    return {
        "id": entry.id,
        "kind": entry.kind,
        "target_id": entry.target_id,
        "article": entry.article_id or None,
        "title": entry.title,
        "quotation": quotation,
        "start": entry.start,
        "end": entry.end,
        "color": entry.color or None,
        "state": entry.state or None,
        "tags": list(entry.tags),
        "notes": [article_json.note(note) for note in notes],
        "created": entry.created,
        "modified": entry.modified,
    }


def _removed_json(desk: Desk, removed: RemovedEntry) -> Json:
    return {
        "id": removed.id,
        "kind": removed.kind,
        "article": removed.article_id or None,
        "title": removed.title,
        "text": removed.text,
        "note": removed.note,
        "color": removed.color or None,
        "removed": removed.removed,
        "days_left": desk.notebook.days_left(removed.removed),
    }
