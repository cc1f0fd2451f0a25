"""Keep the search index in step with what it finds: articles, notes, terms, watch points.

It is written from code, in the transaction of the change itself. A table of FTS5 without
contents forgets an entry only when it is told the very tokens again, so ``search_entry`` keeps
what each entry was made from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.folding import fold
from reader.library.tokens import FOLDING, entry_tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.library.connection import Connection, Row
    from reader.model.searching import HitKind

KINDS: tuple[HitKind, ...] = ("article", "note", "term", "watch_point")

# What an entry is made of: title, body, and the revision whose text is the body instead.
# What lies in the trash has none, nor has what the reader took out of the lists.
_CONTENT = {
    "article": """
        SELECT title, '', revision FROM listing
        WHERE article = ? AND NOT trashed AND revision IS NOT NULL
        """,
    "note": """
        SELECT '', note.text, NULL FROM note LEFT JOIN listing USING (article)
        WHERE note.number = ? AND NOT ifnull(trashed, 0)
        """,
    "term": """
        SELECT shown_text, shown_reading || (
            SELECT ifnull(group_concat(char(10) || value, ''), '') FROM json_each(shown_aliases)
        ) || ifnull(char(10) || definition_own, ''), NULL FROM term
        WHERE number = ? AND state = 1
        """,
    "watch_point": """
        SELECT '', watch_point.text, NULL FROM watch_point JOIN listing USING (article)
        WHERE number = ? AND NOT trashed AND NOT dismissed
        """,
}

# What should have an entry and has none, a page at a time.
_MISSING = {
    kind: f"""
        SELECT {number} FROM {table}
        WHERE {number} > ? AND NOT EXISTS (
            SELECT 1 FROM search_entry WHERE search_entry.number = {table}.{number} * 4 + {place}
        ) ORDER BY {number} LIMIT 100
        """  # noqa: S608 (all parts are ours)
    for place, (kind, table, number) in enumerate(
        (
            ("article", "listing", "article"),
            ("note", "note", "number"),
            ("term", "term", "number"),
            ("watch_point", "watch_point", "number"),
        )
    )
}


_ALL = """
    SELECT article * 4 FROM listing UNION ALL SELECT number * 4 + 1 FROM note
    UNION ALL SELECT number * 4 + 2 FROM term UNION ALL SELECT number * 4 + 3 FROM watch_point
    """


def entry_number(kind: HitKind, target: int) -> int:
    """Return the number that a row has in the search index."""
    return target * 4 + KINDS.index(kind)


def kind_and_target(number: int) -> tuple[HitKind, int]:
    """Return the kind and the row number of an entry."""
    return KINDS[number & 3], number >> 2


def content(db: Connection, number: int) -> tuple[str, str] | None:
    """Return the title and the body that an entry should have now, if it should be there."""
    made_of = _made_of(db, number)
    return None if made_of is None else (made_of[0], _body(db, made_of))


def refresh(db: Connection, kind: HitKind, targets: Iterable[int]) -> None:
    """Bring the entries of some rows up to date, whatever became of the rows.

    While the whole index waits to be made anew there is nothing to keep in step.
    """
    if not _is_ours(db):
        return
    for target in targets:
        number = entry_number(kind, target)
        wanted = _made_of(db, number)
        indexed = _indexed(db, number)
        if wanted == indexed:
            continue
        if indexed is not None:
            _take_out(db, number, indexed)
        if wanted is not None:
            _put_in(db, number, wanted)


def all_numbers(db: Connection) -> list[int]:
    """Return the numbers of all rows that may have an entry."""
    return [number for (number,) in db.all(_ALL)]


def stale_entries(db: Connection) -> Iterator[int]:
    """Yield the entries that are not what they should be: too few, too many, or different."""
    indexed = db.all("SELECT number FROM search_entry")
    for number in sorted({*all_numbers(db), *(number for (number,) in indexed)}):
        if _made_of(db, number) != _indexed(db, number):
            yield number


def is_ready(db: Connection) -> bool:
    """Say whether the index holds everything, made by the folding of this program."""
    return _is_ours(db) and not _is_filling(db)


def rebuild(db: Connection, *, progress: Callable[[int], None] | None = None) -> None:
    """Make the index anew where it is not ready; what was begun before is gone on with.

    It is filled in small transactions, so that others can write meanwhile. ``progress`` is
    told how many rows it has gone through.
    """
    if not _is_ours(db):
        with db.writing():
            db.run("INSERT INTO search_text (search_text) VALUES ('delete-all')")
            db.run("INSERT INTO search_part (search_part) VALUES ('delete-all')")
            db.run("DELETE FROM search_entry")
            db.run("UPDATE notebook SET folded = NULL")
            db.run(
                "INSERT OR REPLACE INTO meta (key, value) VALUES ('folding', ?), ('filling', '')",
                (str(FOLDING),),
            )
    if not _is_filling(db):
        return
    made = 0
    for kind in KINDS:
        last = 0
        while targets := [number for (number,) in db.all(_MISSING[kind], (last,))]:
            with db.writing():
                refresh(db, kind, targets)
            last = targets[-1]
            made += len(targets)
            if progress is not None:
                progress(made)
    with db.writing():
        db.run("DELETE FROM meta WHERE key = 'filling'")


def _is_ours(db: Connection) -> bool:
    return bool(db.value("SELECT value FROM meta WHERE key = 'folding'") == str(FOLDING))


def _is_filling(db: Connection) -> bool:
    return db.one("SELECT 1 FROM meta WHERE key = 'filling'") is not None


def _made_of(db: Connection, number: int) -> Row | None:
    kind, target = kind_and_target(number)
    return db.one(_CONTENT[kind], (target,))


def _indexed(db: Connection, number: int) -> Row | None:
    return db.one("SELECT title, body, revision FROM search_entry WHERE number = ?", (number,))


def _body(db: Connection, made_of: Row) -> str:
    _, body, revision = made_of
    if revision is not None:
        body = db.value("SELECT text FROM revision WHERE number = ?", (revision,))
    return str(body)


def _put_in(db: Connection, number: int, made_of: Row) -> None:
    text, title, parts = entry_tokens(fold(made_of[0]), fold(_body(db, made_of)))
    db.run("INSERT INTO search_entry VALUES (?, ?, ?, ?)", (number, *made_of))
    db.run("INSERT INTO search_text (rowid, body, title) VALUES (?, ?, ?)", (number, text, title))
    db.run("INSERT INTO search_part (rowid, part) VALUES (?, ?)", (number, parts))


def _take_out(db: Connection, number: int, made_of: Row) -> None:
    text, title, parts = entry_tokens(fold(made_of[0]), fold(_body(db, made_of)))
    db.run("DELETE FROM search_entry WHERE number = ?", (number,))
    db.run(
        "INSERT INTO search_text (search_text, rowid, body, title) VALUES ('delete', ?, ?, ?)",
        (number, text, title),
    )
    db.run(
        "INSERT INTO search_part (search_part, rowid, part) VALUES ('delete', ?, ?)",
        (number, parts),
    )
