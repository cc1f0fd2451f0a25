"""Check that every word in the library is still the word that was written."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from reader.library.connection import world_error
from reader.library.encoding import WORDS, row_hash
from reader.library.highlights import HASHED
from reader.library.naming import FROM_THE_READER, said_hash
from reader.library.originals import FOLDER, path_of
from reader.library.search_index import is_ready, stale_entries
from reader.library.watch_points import POINT_HASHED, point_hash
from reader.model.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from reader.library.connection import Connection

_OTHER_LINES = """
    SELECT article.id FROM article
    JOIN listing ON listing.article = article.number
    LEFT JOIN correction AS title ON title.article = number AND title.field = 'title'
    LEFT JOIN correction AS source ON source.article = number AND source.field = 'source'
    LEFT JOIN correction AS day ON day.article = number AND day.field = 'published'
    WHERE listing.title <> ifnull(title.value, article.title)
        OR listing.source <> ifnull(source.value, article.source)
        OR listing.published <> ifnull(day.value, article.published)
        OR listing.event_date <> article.event_date
    """

Kind = Literal[
    "file",
    "reference",
    "revision",
    "note",
    "summary",
    "highlight",
    "removed",
    "correction",
    "watch_point",
    "term",
    "block",
    "act",
    "original",
    "index",
    "copy",
    "draft",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    ``kind`` says what is: the ``file`` itself, a ``reference`` between rows, the words of a
    ``revision``, ``note``, ``summary`` or ``highlight``, of one that was ``removed``, a
    ``correction``, what the reader said of a ``watch_point``, a ``term`` or a line (``block``),
    an ``act`` that can be undone, an ``original``, the search ``index``, the plain ``copy`` of an
    article's notes, or a ``draft`` that was left behind. ``what`` tells it in English; ``id`` is
    the public id of the note, highlight, watch point, term or act, of the article for a revision,
    summary, correction, block or copy, the SHA-256 of an original, the name of a draft's file,
    else empty.
    """

    kind: Kind
    what: str
    id: str = ""


def quick_check(db: Connection) -> bool:
    """Say whether SQLite finds the file sound, without looking into the indexes."""
    try:
        return bool(db.value("PRAGMA quick_check(1)") == "ok")
    except LibraryError:
        return False


def quick_problems(folder: Path) -> tuple[str, ...]:
    """Return what SQLite finds wrong with the file of a library, through a connection for it."""
    from contextlib import closing

    from reader.library.opening import connect_to_read

    try:
        with closing(connect_to_read(folder)) as raw:
            told = [row[0] for row in raw.execute("PRAGMA quick_check(5)")]
    except sqlite3.Error as error:
        told_error = world_error(error, folder)
        if told_error is None or told_error.code not in {"damaged", "not_a_library"}:
            raise told_error or error from error
        return (str(error),)
    return () if told == ["ok"] else tuple(told)


def check(db: Connection) -> list[Problem]:
    """Return everything that is wrong; an empty list is good news.

    Every text is read and every original, so this takes as long as reading the library. What
    cannot be read does not stop the rest.
    """
    return _gather(db, _PARTS)


def check_words(db: Connection) -> list[Problem]:
    """Return which words are not as they were written, the file and what lies beside it aside."""
    return _gather(db, [part for part in _PARTS if part not in (_file, _index, _originals)])


def _gather(
    db: Connection, parts: Sequence[Callable[[Connection], Iterator[Problem]]]
) -> list[Problem]:
    found: list[Problem] = []
    for part in parts:
        try:
            with db.reading_damage():
                found.extend(part(db))
        except LibraryError as error:
            found.append(Problem("file", f"{part.__name__.strip('_')} cannot be read: {error}"))
    return found


def _file(db: Connection) -> Iterator[Problem]:
    for (told,) in db.all("PRAGMA integrity_check(100)"):
        if told != "ok":
            yield Problem("file", told)
    for table in ("search_text", "search_part"):
        if db.read_only:
            break
        with db.writing():
            db.run(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")  # noqa: S608


def _references(db: Connection) -> Iterator[Problem]:
    for table, number, parent, _ in db.all("PRAGMA foreign_key_check"):
        yield Problem("reference", f"row {number} of {table} refers to no row of {parent}")
    for (id_,) in db.all(
        """
        SELECT article.id FROM article
        LEFT JOIN article_state ON article_state.article = article.number
        LEFT JOIN listing ON listing.article = article.number
        WHERE article_state.article IS NULL OR listing.revision IS NULL
        """
    ):
        yield Problem("reference", "the article is not whole: its text or state is missing", id_)


def _lines(db: Connection) -> Iterator[Problem]:
    for (id_,) in db.all(_OTHER_LINES):
        yield Problem("reference", "the article and its line of the list say different things", id_)


def _histories(db: Connection) -> Iterator[Problem]:
    for id_, *statuses in db.all(
        "SELECT id, before, after FROM status_change JOIN watch_point"
        " ON watch_point.number = watch_point"
    ):
        if not WORDS.issuperset(statuses):
            yield Problem("reference", "the history of the watch point was changed", id_)


def _revisions(db: Connection) -> Iterator[Problem]:
    numbers = db.all(
        "SELECT revision.number, article.id FROM revision"
        " LEFT JOIN article ON article.number = article ORDER BY revision.number"
    )
    for number, article in numbers:
        row = db.one("SELECT text, hash FROM revision WHERE number = ?", (number,))
        if row is not None and row_hash(row[0]) != row[1]:
            yield Problem("revision", f"the text of revision {number} was changed", article or "")


def _highlights(db: Connection) -> Iterator[Problem]:
    for id_, written, *hashed in db.all(f"SELECT id, hash, {HASHED} FROM highlight"):  # noqa: S608
        if row_hash(*hashed) != written:
            yield Problem("highlight", "the highlight was changed", id_)


def _notes(db: Connection) -> Iterator[Problem]:
    for id_, text, tags, written in db.all("SELECT id, text, tags, hash FROM note ORDER BY number"):
        if row_hash(text, tags) != written:
            yield Problem("note", "the text of the note was changed", id_)
    for id_, written, *said in db.all("SELECT id, hash, id, kind, text, kept FROM removed"):
        if row_hash(*said) != written:
            yield Problem("removed", "what was taken away was changed and may not come back", id_)


def _summaries(db: Connection) -> Iterator[Problem]:
    for id_, text, written in db.all(
        "SELECT article.id, text, hash FROM summary JOIN article ON article.number = article"
    ):
        if row_hash(text) != written:
            yield Problem("summary", "the text of the summary was changed", id_)


def _corrections(db: Connection) -> Iterator[Problem]:
    for id_, written, *said in db.all(
        "SELECT id, hash, field, value FROM correction JOIN article ON number = article"
    ):
        if row_hash(*said) != written:
            yield Problem("correction", f"the corrected {said[0]} of the article was changed", id_)


def _watch_points(db: Connection) -> Iterator[Problem]:
    for id_, written, *said in db.all(f"SELECT id, hash, {POINT_HASHED} FROM watch_point"):  # noqa: S608
        if point_hash(*said) != written:
            yield Problem("watch_point", "what the reader said of the watch point was changed", id_)
    for id_, written, *said in db.all(
        "SELECT id, status_change.hash, at, before, after, why"
        " FROM status_change JOIN watch_point ON watch_point.number = watch_point"
    ):
        if row_hash(*said) != written:
            yield Problem("watch_point", "the history of the watch point was changed", id_)


def _terms(db: Connection) -> Iterator[Problem]:
    columns = ", ".join(FROM_THE_READER)
    for id_, written, *said in db.all(f"SELECT id, hash, {columns} FROM term"):  # noqa: S608
        if said_hash(*said) != written:
            yield Problem("term", "what the reader said of the term was changed", id_)
    for id_, form, verdict, written in db.all(
        "SELECT id, form, verdict, term_alias.hash FROM term_alias JOIN term ON number = term"
    ):
        if row_hash(form, verdict) != written:
            yield Problem("term", "what the reader said of a form was changed", id_)


def _blocks(db: Connection) -> Iterator[Problem]:
    for id_, written, *said in db.all(
        "SELECT id, hash, line, nth, kind, level FROM block_correction"
        " JOIN article ON number = article"
    ):
        if row_hash(*said) != written:
            yield Problem("block", "what the reader said of a line was changed", id_)


def _acts(db: Connection) -> Iterator[Problem]:
    for id_, written, *said in db.all("SELECT id, hash, label, details, images FROM act"):
        if row_hash(*said) != written:
            yield Problem("act", "the act was changed and cannot be undone safely", id_)


# Lines of the notebook that are missing, too many, or not folded yet.
_STRAYS = """
    WITH wanted (number) AS (
        SELECT highlight.number * 2 FROM highlight JOIN listing USING (article) WHERE NOT trashed
        UNION ALL SELECT note.number * 2 + 1 FROM note LEFT JOIN listing USING (article)
            WHERE on_highlight IS NULL AND NOT ifnull(trashed, 0)
    )
    SELECT (SELECT count(*) FROM wanted WHERE number NOT IN (SELECT number FROM notebook))
        + (SELECT count(*) FROM notebook
            WHERE folded IS NULL OR number NOT IN (SELECT number FROM wanted))
    """


def _index(db: Connection) -> Iterator[Problem]:
    stale = 0 if not is_ready(db) else sum(1 for _ in stale_entries(db))
    if stale:
        yield Problem("index", f"{stale} entries of the search index are not what they should be")
    strays: int = db.value(_STRAYS)
    if strays:
        yield Problem("index", f"{strays} lines of the notebook are not what they should be")


def _originals(db: Connection) -> Iterator[Problem]:
    from reader.library.looking import originals_in_backups

    named = {name for (name,) in db.all("SELECT sha256 FROM revision")}
    for name in sorted(named):
        try:
            data = path_of(db.folder, name).read_bytes()
        except FileNotFoundError:
            yield Problem("original", "the original is not there", name)
        except OSError as error:
            yield Problem("original", f"the original cannot be read: {error}", name)
        except ValueError:
            yield Problem("original", "no original can have that name", name)
        else:
            if sha256(data).hexdigest() != name:
                yield Problem("original", "the original was changed", name)
    folder = db.folder / FOLDER
    if folder.is_dir():
        others = [path for path in sorted(folder.iterdir()) if path.name not in named]
        # What a restore set aside is in a backup, and that needs its originals.
        kept = originals_in_backups(db.folder) if others else frozenset()
        for path in others:
            if path.name not in kept:
                yield Problem("original", "no revision names this file", path.name)


_PARTS = (
    _file,
    _references,
    _lines,
    _histories,
    _revisions,
    _highlights,
    _notes,
    _summaries,
    _corrections,
    _watch_points,
    _terms,
    _blocks,
    _acts,
    _index,
    _originals,
)
