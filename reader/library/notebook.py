"""Read the notebook: what the reader marked and wrote anywhere, page by page and filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.library.encoding import packed, strings
from reader.library.finding import number_of
from reader.library.knowing import notes_where
from reader.library.notebook_query import Asked, Scan, ask
from reader.model.errors import NotFoundError
from reader.model.notebook import EntryPlace, NotebookCounts, NotebookEntry, TagCount

if TYPE_CHECKING:
    from reader.library.connection import Connection, Row
    from reader.model.annotations import Note
    from reader.model.notebook import NotebookQuery

MOST_WORDS = 300
"""Characters of a note or a quotation that a line has."""

_LINE = f"""
    SELECT notebook.number, kind, notebook.newest, notebook.article, place, notebook.title,
        notebook.color, notebook.state, notebook.created, notebook.modified,
        coalesce(highlight.id, note.id), ifnull(listing.id, ''),
        substr(coalesce(highlight.exact, watch_point.text, ''), 1, {MOST_WORDS}),
        ifnull(note.text, ''), coalesce(highlight.tags, note.tags),
        coalesce(highlight.start, watch_point.start, 0),
        coalesce(highlight."end", watch_point."end", 0),
        coalesce(highlight.id, watch_point.id, term.id, listing.id)
    FROM json_each(?) AS chosen CROSS JOIN notebook ON notebook.number = chosen.value
    LEFT JOIN highlight ON notebook.number % 2 = 0 AND highlight.number = notebook.number / 2
    LEFT JOIN note ON notebook.number % 2 = 1 AND note.number = notebook.number / 2
    LEFT JOIN watch_point ON watch_point.number = note.on_watch_point
    LEFT JOIN term ON term.number = note.on_term
    LEFT JOIN listing ON listing.article = notebook.article
    ORDER BY chosen.key
    """  # noqa: S608 (a number of ours)

_ON_MARKS = """
    SELECT on_highlight * 2, text, tags FROM note
    WHERE on_highlight IN (SELECT value / 2 FROM json_each(?) WHERE value % 2 = 0)
    ORDER BY number
    """

_COUNTS = """
    SELECT kind, color, state, count(*) FROM notebook INDEXED BY notebook_counted
    GROUP BY kind, color, state
    """
_TAGS = "SELECT tag, count(*) FROM notebook_tag GROUP BY tag ORDER BY 2 DESC, 1"


class Notebook:
    """Finds entries: notes on anything, and highlights with their notes or without."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._scan = Scan(db)

    def page(
        self, query: NotebookQuery, *, limit: int, after: NotebookEntry | None = None
    ) -> list[NotebookEntry]:
        """Return entries in the order of the query, those behind ``after``."""
        with self._db.reading():
            asked = ask(self._db, query, self._scan)
            return self._entries(asked.paging(limit, after), asked)

    def count(self, query: NotebookQuery) -> int:
        """Count the entries that a query asks for."""
        with self._db.reading():
            asked = ask(self._db, query, self._scan)
            many: int = self._db.value(asked.counting(), asked.values)
            return many

    def counts(self) -> NotebookCounts:
        """Count all entries by what they can be filtered by."""
        with self._db.reading():
            rows = self._db.all(_COUNTS)
            tags = tuple(TagCount(*row) for row in self._db.all(_TAGS))
            removed: int = self._db.value("SELECT count(*) FROM removed")
        return NotebookCounts(
            total=sum(row[3] for row in rows),
            kinds=_summed(rows, 0),
            colors=_summed([row for row in rows if row[1]], 1),
            doubtful=sum(many for _, _, state, many in rows if state == "doubtful"),
            lost=sum(many for _, _, state, many in rows if state in ("lost", "quotation")),
            tags=tags,
            removed=removed,
        )

    def get(self, entry_id: str) -> NotebookEntry:
        """Return one entry by the id of its highlight, or of its note on something else."""
        with self._db.reading():
            number = self._number(entry_id)
            sql = "SELECT number FROM notebook WHERE number = :number"
            found = self._entries(sql, Asked(sql, {"number": number}))
        if not found:
            raise NotFoundError("no_such_id", id=entry_id, kind="note")
        return found[0]

    def whole(self, entry_id: str) -> tuple[str, tuple[Note, ...]]:
        """Return the whole quotation of an entry, and its notes."""
        with self._db.reading():
            number = self._number(entry_id)
            row = number // 2
            if number % 2 == 0:
                exact = self._db.value("SELECT exact FROM highlight WHERE number = ?", (row,))
                return str(exact), notes_where(self._db, "on_highlight = ?", (row,))
            question = self._db.value(
                "SELECT watch_point.text FROM note JOIN watch_point"
                " ON watch_point.number = on_watch_point WHERE note.number = ?",
                (row,),
            )
            return question or "", notes_where(self._db, "note.number = ?", (row,))

    def tagged(self, tag: str) -> tuple[list[str], list[str]]:
        """Return the ids of the highlights and of the notes that have a tag, the trash among them.

        Those in the trash too, so that a tag that was renamed does not come back with them.
        """
        found = []
        for table in ("highlight", "note"):
            rows = self._db.all(
                f"SELECT id FROM {table} WHERE tags <> '[]'"  # noqa: S608 (our tables)
                " AND ? IN (SELECT value FROM json_each(tags)) ORDER BY number",
                (tag,),
            )
            found.append([id_ for (id_,) in rows])
        return found[0], found[1]

    def _number(self, entry_id: str) -> int:
        row = self._db.one("SELECT number FROM highlight WHERE id = ?", (entry_id,))
        if row is not None:
            return int(row[0]) * 2
        return number_of(self._db, "note", entry_id) * 2 + 1

    def _entries(self, chosen: str, asked: Asked) -> list[NotebookEntry]:
        """Return the entries of the numbers that SQL of ours chooses, in its order."""
        numbers = packed([number for (number,) in self._db.all(chosen, asked.values)])
        rows = self._db.all(_LINE, (numbers,))
        notes: dict[int, list[Row]] = {}
        for number, words, tags in self._db.all(_ON_MARKS, (numbers,)):
            notes.setdefault(number, []).append((words, tags))
        return [_entry(row, notes.get(row[0], [])) for row in rows]


def _entry(row: Row, notes: list[Row]) -> NotebookEntry:
    number, kind, newest, article, place, title, color, state, created, modified, *more = row
    id_, article_id, quotation, text, written, start, end, target = more
    tags = dict.fromkeys(strings(written))
    for words, named in notes:
        text = text or words
        tags.update(dict.fromkeys(strings(named)))
    return NotebookEntry(
        id=id_,
        kind=kind,
        target_id=target,
        article_id=article_id,
        title=title,
        quotation=quotation,
        note=text[:MOST_WORDS],
        notes=len(notes) if number % 2 == 0 else 1,
        color=color,
        state=state,
        tags=tuple(tags),
        created=created,
        modified=modified,
        start=start,
        end=end,
        place=EntryPlace(number, newest, article, place),
    )


# The names are those of the column: kinds or colours.
def _summed(rows: list[Row], column: int) -> dict[Any, int]:
    found: dict[Any, int] = {}
    for row in rows:
        found[row[column]] = found.get(row[column], 0) + row[3]
    return found
