"""Notes and highlights that the reader took away: kept whole, so that they can come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reader.library.encoding import packed, row_hash, unpacked
from reader.library.finding import number_of, resolve
from reader.library.knowing import read_revision
from reader.library.listing import refresh_line
from reader.library.notes import settle_note
from reader.model.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.library.connection import Connection
    from reader.model.notebook import RemovedEntry

DAYS_KEPT = 30

_PAGE = """
    SELECT removed.number, removed.id, removed.kind, ifnull(listing.id, ''),
        coalesce(listing.title, (SELECT shown.shown_text FROM term JOIN term AS shown
            ON shown.number = ifnull(term.root, term.number) WHERE term.number = on_term), ''),
        substr(text, 1, 300),
        iif(kind = 'note', '', ifnull(substr(json_extract(kept, '$.note[0].text'), 1, 300), '')),
        ifnull(json_extract(kept, '$.highlight[0].color'), ''), removed
    FROM removed LEFT JOIN listing ON listing.article = removed.article
    WHERE removed.number < ? ORDER BY removed.number DESC LIMIT ?
    """


@dataclass(frozen=True, slots=True)
class Removed:
    """Something that was taken away. ``article_id`` is empty for a note on a term."""

    id: str
    kind: Literal["note", "highlight"]
    article_id: str
    text: str
    removed: str


class RemovedThings:
    """Lists what was taken away, brings it back, and forgets it in the end."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def list(self, *, limit: int = 200) -> list[Removed]:
        """Return what was taken away, the last first."""
        rows = self._db.all(
            """
            SELECT removed.id, kind, ifnull(article.id, ''), text, removed
            FROM removed LEFT JOIN article ON article.number = removed.article
            ORDER BY removed.number DESC LIMIT ?
            """,
            (limit,),
        )
        return [Removed(*row) for row in rows]

    def page(self, *, limit: int, after: RemovedEntry | None = None) -> tuple[RemovedEntry, ...]:
        """Return what was taken away with what it was of, the last first, behind ``after``."""
        from reader.model.notebook import RemovedEntry

        behind = after.number if after is not None else 1 << 62
        return tuple(RemovedEntry(*row) for row in self._db.all(_PAGE, (behind, limit)))

    def count(self) -> int:
        """Count what was taken away."""
        many: int = self._db.value("SELECT count(*) FROM removed")
        return many

    def forget_one(self, removed_id: str) -> None:
        """Forget one thing for good, and the acts that could bring it back."""
        with self._db.writing():
            number = number_of(self._db, "removed", removed_id)
            for id_ in {removed_id, *self.notes_of(removed_id)}:
                self._db.run("DELETE FROM act WHERE instr(images, ?)", (f'"id":"{id_}"',))
            self._db.run("DELETE FROM removed WHERE number = ?", (number,))

    def resolve(self, prefix: str) -> str:
        """Return the one id that begins with ``prefix``."""
        return resolve(self._db, "removed", prefix)

    def notes_of(self, removed_id: str) -> tuple[str, ...]:
        """Return the ids of the notes that come back with something."""
        number = number_of(self._db, "removed", removed_id)
        kept = unpacked(self._db.value("SELECT kept FROM removed WHERE number = ?", (number,)))
        return tuple(note["id"] for note in kept.get("note", ()))

    def restore(self, removed_id: str) -> str:
        """Bring a note or a highlight back; return the id of its article, if it has one.

        A note whose highlight is away as well comes back with that one.
        """
        db = self._db
        with db.writing():
            number = number_of(db, "removed", removed_id)
            row = db.one("SELECT article, kept FROM removed WHERE number = ?", (number,))
            assert row is not None
            article, kept = row
            tables = unpacked(kept)
            db.run("DELETE FROM removed WHERE number = ?", (number,))
            for highlight in tables.get("highlight", ()):
                _bring_back_highlight(db, highlight)
            for note in tables.get("note", ()):
                _bring_back_note(db, note)
            if article is None:
                return ""
            refresh_line(db, article)
            return str(db.value("SELECT id FROM article WHERE number = ?", (article,)))

    def forget(self, before: str, *, among: Collection[str] | None = None) -> int:
        """Forget what was taken away before a time, for good, at most those ``among`` some ids.

        Return how many things that were.
        """
        with self._db.writing():
            if among is None:
                return self._db.run("DELETE FROM removed WHERE removed < ?", (before,))
            return self._db.run(
                "DELETE FROM removed WHERE removed < ? AND id IN (SELECT value FROM json_each(?))",
                (before, packed(sorted(among))),
            )


def keep_note(db: Connection, number: int, now: str) -> None:
    """Take a note away, inside the caller's transaction."""
    row = _row(db, "note", number)
    _keep(db, "note", row, {"note": [row]}, now)
    db.run("DELETE FROM note WHERE number = ?", (number,))
    settle_note(db, number, _number(row["article"]), term=_number(row["on_term"]))


def keep_highlight(db: Connection, number: int, now: str) -> None:
    """Take a highlight and its notes away, inside the caller's transaction."""
    from reader.library.search_index import refresh

    row = _row(db, "highlight", number)
    numbers = [
        note
        for (note,) in db.all(
            "SELECT number FROM note WHERE on_highlight = ? ORDER BY number", (number,)
        )
    ]
    notes = [_row(db, "note", note) for note in numbers]
    _keep(db, "highlight", row, {"highlight": [row], "note": notes}, now)
    db.run("DELETE FROM note WHERE on_highlight = ?", (number,))
    db.run("DELETE FROM highlight WHERE number = ?", (number,))
    refresh(db, "note", numbers)
    article = _number(row["article"])
    assert article is not None
    refresh_line(db, article)


def _row(db: Connection, table: str, number: int) -> dict[str, object]:
    """Return a row by the names of its columns; its number stays its own, for nothing else."""
    columns = [name for (name,) in db.all("SELECT name FROM pragma_table_info(?)", (table,))]
    values = db.one(f"SELECT * FROM {table} WHERE number = ?", (number,))  # noqa: S608
    assert values is not None
    return dict(zip(columns, values, strict=True))


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _keep(
    db: Connection,
    kind: str,
    row: dict[str, object],
    tables: dict[str, list[dict[str, object]]],
    now: str,
) -> None:
    words = row["text"] if kind == "note" else row["exact"]
    written = packed(tables)
    db.insert(
        """
        INSERT INTO removed
            (id, kind, article, on_watch_point, on_term, text, removed, kept, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            row["id"],
            kind,
            row["article"],
            row.get("on_watch_point"),
            row.get("on_term"),
            words,
            now,
            written,
            row_hash(row["id"], kind, words, written),
        ),
    )


def _bring_back_highlight(db: Connection, row: dict[str, object]) -> None:
    """Bring a highlight back where it was; in a text that changed meanwhile it is lost first."""
    article = _number(row["article"])
    assert article is not None
    newest = read_revision(db, article).number
    if row["placed_on"] != newest:
        row |= {"placed_on": newest, "start": 0, "end": 0, "state": "lost"}
    _insert(db, "highlight", row)


def _bring_back_note(db: Connection, row: dict[str, object]) -> None:
    highlight = row["on_highlight"]
    if highlight is not None and not db.one(
        "SELECT 1 FROM highlight WHERE number = ?", (highlight,)
    ):
        raise NotFoundError("target_removed", id=row["id"], kind="highlight")
    _insert(db, "note", row)
    number = _number(row["number"])
    assert number is not None
    settle_note(db, number, _number(row["article"]), term=_number(row["on_term"]))


def _insert(db: Connection, table: str, row: dict[str, object]) -> None:
    columns = ", ".join(f'"{name}"' for name in row)
    places = ", ".join("?" * len(row))
    db.run(
        f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608 (our columns)
        tuple(row.values()),
    )
