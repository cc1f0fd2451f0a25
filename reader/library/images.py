"""Images of the reader's rows: taken before and after an act, and put back."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reader.library import naming
from reader.library.naming import FROM_THE_READER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.library.connection import Connection

    Row: TypeAlias = dict[str, object]
    Key: TypeAlias = tuple[object, ...]


class Rows(NamedTuple):
    """Rows of a table that an act may change: those whose columns have these values."""

    table: str
    where: Mapping[str, object]


class Table(NamedTuple):
    """What of a table is kept in images.

    ``key`` names a row; ``ours`` are the columns that the reader writes: they are compared and
    put back. The others only matter where a whole row comes back.
    """

    key: tuple[str, ...]
    ours: tuple[str, ...]


ANCHOR = ("made_on", "exact", "prefix", "suffix", "made_start", "made_end", "quotation")
"""The columns of a highlight that say which words it marks: where it lies follows from them."""

HIGHLIGHT_OURS = (*ANCHOR, "color", "tags", "former", "modified", "hash")

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "term": Table(("number",), FROM_THE_READER),
        "term_alias": Table(("term", "form"), ("verdict", "hash")),
        "article_state": Table(("article",), ("status", "starred", "tags", "deleted")),
        "correction": Table(("article", "field"), ("value", "hash")),
        "block_correction": Table(("article", "line", "nth"), ("kind", "level", "hash")),
        "summary": Table(("article",), ("text", "modified", "hash")),
        "highlight": Table(("number",), HIGHLIGHT_OURS),
        "watch_point": Table(("number",), ("status", "tags", "dismissed", "hash")),
        "note": Table(("number",), ("text", "tags", "modified", "hash")),
        "status_change": Table(("number",), ()),
    }
)
"""In the order in which rows can come: what is referred to before what refers to it."""


UNTOUCHED: Mapping[str, object] = MappingProxyType(
    dict(zip(FROM_THE_READER, naming.UNTOUCHED, strict=True))
)
"""The reader's columns of a term that the reader never touched."""


class Image(NamedTuple):
    """A row of a table before and after an act; None where there is none."""

    table: str
    before: Row | None
    after: Row | None

    @property
    def key(self) -> Key:
        """Return what names the row."""
        row = self.before or self.after or {}
        return tuple(row[name] for name in TABLES[self.table].key)

    @property
    def counts(self) -> bool:
        """Say whether the reader's own columns differ."""
        if self.before is None or self.after is None:
            return self.before is not self.after
        return bool(self.changed)

    @property
    def changed(self) -> Row:
        """Return the reader's columns that differ, as they are afterwards."""
        assert self.before is not None
        assert self.after is not None
        names = TABLES[self.table].ours
        return {name: self.after[name] for name in names if self.before[name] != self.after[name]}

    def turned(self) -> Image:
        """Return the way back."""
        return Image(self.table, self.after, self.before)


@dataclass(slots=True)
class Touched:
    """The public ids of what was touched, by the kinds of ``Changes``.

    ``placed`` are articles whose text has changed since a mark that came back was made.
    """

    terms: set[str] = field(default_factory=set)
    added: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    content: set[str] = field(default_factory=set)
    annotations: set[str] = field(default_factory=set)
    state: set[str] = field(default_factory=set)
    placed: set[str] = field(default_factory=set)


def snapshot(
    db: Connection, rows: Iterable[Rows], *, also: Iterable[tuple[str, Key]] = ()
) -> dict[tuple[str, Key], Row]:
    """Return rows by table and key; ``also`` those with these keys."""
    found: dict[tuple[str, Key], Row] = {}
    for table, where in rows:
        for row in _rows(db, table, where):
            found[table, tuple(row[name] for name in TABLES[table].key)] = row
    for table, key in also:
        present = row_of(db, table, key)
        if present is not None:
            found[table, key] = present
    return found


def row_of(db: Connection, table: str, key: Key) -> Row | None:
    """Return the row with a key, if it is there."""
    found = _rows(db, table, dict(zip(TABLES[table].key, key, strict=True)))
    return found[0] if found else None


def insert_row(db: Connection, table: str, row: Row) -> None:
    """Put a row in as it is."""
    columns = ", ".join(f'"{name}"' for name in row)
    places = ", ".join("?" * len(row))
    db.run(
        f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608 (our columns)
        tuple(row.values()),
    )


def _rows(db: Connection, table: str, where: Mapping[str, object]) -> list[Row]:
    columns = [name for (name,) in db.all("SELECT name FROM pragma_table_info(?)", (table,))]
    condition = " AND ".join(f'"{name}" IS ?' for name in where)
    rows = db.all(f"SELECT * FROM {table} WHERE {condition}", tuple(where.values()))  # noqa: S608
    return [dict(zip(columns, row, strict=True)) for row in rows]
