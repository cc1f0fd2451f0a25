"""Fold the words of the notebook's lines and write their tags, before what changed them is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.connection import Connection

BETWEEN = "\U0003fffe"
"""Stands between a line's note, quotation, tags and title: no word reaches over it."""

_AT_ONCE = 500

_UNFOLDED = "SELECT number FROM notebook WHERE folded IS NULL LIMIT ?"

_TITLES = (
    "SELECT number, title, '[]' FROM notebook WHERE number IN (SELECT value FROM json_each(?))"
)
_MARKS = """
    SELECT number * 2, exact, tags FROM highlight
    WHERE number IN (SELECT value / 2 FROM json_each(?) WHERE value % 2 = 0)
    """
_ON_MARKS = """
    SELECT on_highlight * 2, text, tags FROM note
    WHERE on_highlight IN (SELECT value / 2 FROM json_each(?) WHERE value % 2 = 0)
    """
_NOTES = """
    SELECT number * 2 + 1, text, tags FROM note
    WHERE number IN (SELECT value / 2 FROM json_each(?) WHERE value % 2 = 1)
    """
_POINTS = """
    SELECT note.number * 2 + 1, watch_point.text, '[]'
    FROM note JOIN watch_point ON watch_point.number = on_watch_point
    WHERE note.number IN (SELECT value / 2 FROM json_each(?) WHERE value % 2 = 1)
    """


def fold_waiting(db: Connection) -> None:
    """Fold the words of all lines that wait for it, inside the caller's transaction."""
    while numbers := [number for (number,) in db.all(_UNFOLDED, (_AT_ONCE,))]:
        _fold(db, numbers)


def _fold(db: Connection, numbers: list[int]) -> None:
    from reader.library.encoding import packed, strings
    from reader.library.folding import fold

    words: dict[int, set[str]] = {number: set() for number in numbers}
    tags: dict[int, set[str]] = {number: set() for number in numbers}
    asked = (packed(numbers),)
    for sql in (_TITLES, _MARKS, _ON_MARKS, _NOTES, _POINTS):
        for number, text, written in db.all(sql, asked):
            named = strings(written)
            tags[number].update(named)
            words[number].update(fold(part) for part in (text, *named))
    db.run_many(
        "UPDATE notebook SET folded = ? WHERE number = ?",
        [(BETWEEN.join(sorted(parts)), number) for number, parts in words.items()],
    )
    db.run(
        "DELETE FROM notebook_tag WHERE number IN (SELECT value FROM json_each(?))",
        asked,
    )
    db.run_many(
        "INSERT INTO notebook_tag (tag, number) VALUES (?, ?)",
        [(tag, number) for number, named in tags.items() for tag in sorted(named)],
    )
