"""All the words of a library, as one flat table of keys and values that can be compared."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from hashlib import sha256
from typing import TYPE_CHECKING

from reader.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.library import Problem
    from reader.model.annotations import Note

_NAMED = re.compile(r"#([\w-]+) ")


def state_of(folder: Path) -> dict[str, str]:
    """Open a library and return what the reader finds in it."""
    with Library.open(folder, create=False) as library:
        return words_of(library)


def words_of(library: Library) -> dict[str, str]:
    """Return the texts, notes, highlights, summaries and statuses with their histories."""
    found: dict[str, str] = {}
    for row in (*library.articles.rows(), *library.articles.rows(deleted=True)):
        known = library.known(row.id)
        title = known.article.title
        found[f"article {title}"] = digest(known.revision.text.encode())
        found[f"summary {title}"] = known.summary.text
        found |= _notes(known.notes)
        for mark in known.highlights:
            found[f"highlight {mark.text}"] = f"{mark.color} {mark.note}"
        for point in known.watch_points:
            steps = "".join(f" {step.after}" for step in point.history)
            found[f"status {point.text}"] = point.status
            found[f"history {point.text}"] = steps
            found |= _notes(point.notes)
        for term in known.terms:
            if term.definition is not None and term.definition.start == term.definition.end:
                found[f"definition {term.text}"] = term.definition.text
            found |= _notes(library.notes.on("term", term.id))
    return {key: value for key, value in found.items() if value}


def _notes(notes: Iterable[Note]) -> dict[str, str]:
    """Name a note by its first word (``#name``), else by its id."""
    named = ((_NAMED.match(note.text), note) for note in notes)
    return {f"note {match[1] if match else note.id}": note.text for match, note in named}


def raw_words(path: Path) -> dict[str, str]:
    """Return the reader's words of a library file of any schema, without opening it as one."""
    found: dict[str, str] = {}
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for id_, text in raw.execute("SELECT id, text FROM note"):
            found[f"note {id_}"] = text
        for id_, exact, color in raw.execute("SELECT id, exact, color FROM highlight"):
            found[f"highlight {id_}"] = f"{color} {exact}"
        for article, text in raw.execute("SELECT article, text FROM summary"):
            found[f"summary {article}"] = text
        for number, text in raw.execute("SELECT number, text FROM revision"):
            found[f"revision {number}"] = text
        for number, *step in raw.execute(
            "SELECT number, watch_point, at, before, after, why FROM status_change"
        ):
            found[f"step {number}"] = " ".join(map(str, step))
    return found


def harm(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out files too many: an original is on disk before the row that names it."""
    return [problem for problem in problems if problem.what != "no revision names this file"]


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:20]
