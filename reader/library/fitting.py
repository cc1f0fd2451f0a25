"""Say whether the rows of an act are still as it left them, so that they can be put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.images import TABLES, UNTOUCHED, row_of
from reader.library.naming import FROM_THE_READER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.connection import Connection
    from reader.library.images import Image, Row

# Where the rows lie that a row may refer to.
_PLACES = (
    ("article", "article_state"),
    ("on_watch_point", "watch_point"),
    ("on_term", "term"),
    ("on_highlight", "highlight"),
    ("term", "term"),
)


def all_fit(db: Connection, images: Sequence[Image]) -> bool:
    """Say whether every row is as it was left, and what it refers to is there."""
    coming = {(image.table, image.key) for image in images if image.after is not None}

    def is_there(table: str, number: object) -> bool:
        return (table, (number,)) in coming or row_of(db, table, (number,)) is not None

    for image in images:
        row = image.after or {}
        places = [(table, row[column]) for column, table in _PLACES if row.get(column) is not None]
        if image.table == "term" and row.get("merged_into") is not None:
            places.append(("term", row["merged_into"]))
        if not all(is_there(table, number) for table, number in places):
            return False
        fits = _term_fits if image.table == "term" else _fits
        if not fits(db, image):
            return False
    return True


def _fits(db: Connection, image: Image) -> bool:
    present = row_of(db, image.table, image.key)
    before = image.before
    if before is None or present is None:
        return before is present
    if image.after is None:
        names = TABLES[image.table].ours
        return _same(present, before, names) and not _carries_more(db, image)
    return _same(present, before, tuple(image.changed))


def _term_fits(db: Connection, image: Image) -> bool:
    """Say the same of a term, which is there or not as articles use it."""
    before, after = image.before or UNTOUCHED, image.after or UNTOUCHED
    present = row_of(db, "term", image.key)
    if present is None:
        row = image.after or {}
        named = tuple(row.get(name) for name in ("id", "text", "category", "within"))
        if db.one(
            "SELECT 1 FROM term WHERE id = ? OR (text = ? AND category = ? AND within = ?)", named
        ):
            return False
        present = dict(UNTOUCHED)
    return all(
        present[name] == before[name] for name in FROM_THE_READER if before[name] != after[name]
    )


def _same(present: Row, before: Row, names: Sequence[str]) -> bool:
    return all(present[name] == before[name] for name in names)


def _carries_more(db: Connection, image: Image) -> bool:
    """Say whether words of the reader's hang on a watch point that would go away."""
    return image.table == "watch_point" and any(
        db.one(f"SELECT 1 FROM {table} WHERE on_watch_point = ?", image.key)  # noqa: S608
        for table in ("note", "removed")
    )
