"""How long a search takes, beside plain scans of the same texts in SQLite."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.libraries import fill
from benchmarks.measuring import Figure, Options, Spread, in_turn
from benchmarks.running import run_alone
from benchmarks.texts import QUERIES, articles
from reader.services.desk import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Callable

_LIMIT = 50
_SCANS = {
    "LIKE": "SELECT id FROM article WHERE text LIKE '%' || ? || '%'",
    "instr": "SELECT id FROM article WHERE instr(text, ?)",
}


def measure(options: Options) -> list[Figure]:
    """Search for words of one, two and four characters."""
    runs = options.count(usual=60, quick=6)
    with tempfile.TemporaryDirectory(prefix="chumoku-searching-") as place:
        texts = list(articles(options.size(2000, 200), length=1600))
        fill(Path(place) / "library", texts, terms=20)
        with (
            open_desk(Path(place) / "library", create=False) as desk,
            closing(sqlite3.connect(Path(place) / "scanned.db")) as scanned,
        ):
            _copy(desk, scanned)
            return [_figure(length, desk, scanned, runs) for length in QUERIES]


def _copy(desk: Desk, scanned: sqlite3.Connection) -> None:
    """Lay the texts of the library, as they are stored, into a table to be scanned."""
    scanned.execute("CREATE TABLE article (id TEXT PRIMARY KEY, text TEXT NOT NULL)")
    for row in desk.reading.page(limit=1_000_000):
        text = desk.reading.open(row.id).revision.text
        scanned.execute("INSERT INTO article VALUES (?, ?)", (row.id, text))
    scanned.commit()


def _figure(length: int, desk: Desk, scanned: sqlite3.Connection, runs: int) -> Figure:
    for query in QUERIES[length]:
        _compare(query, desk, scanned)

    def search(query: str) -> None:
        desk.searching.find(query, limit=_LIMIT)

    def scan(sql: str) -> Callable[[str], None]:
        return lambda query: scanned.execute(sql, (query,)).fetchall().clear()

    taken = in_turn(
        {
            "ours": _each(QUERIES[length], search),
            **{name: _each(QUERIES[length], scan(sql)) for name, sql in _SCANS.items()},
        },
        runs,
    )
    return Figure(
        f"searching.{length}_character{'s' if length > 1 else ''}",
        "ms",
        Spread.of(taken["ours"]),
        peers={name: Spread.of(taken[name]) for name in _SCANS},
    )


def _compare(query: str, desk: Desk, scanned: sqlite3.Connection) -> None:
    """Make sure that the search finds the articles that a scan finds: speed alone is nothing."""
    ours = desk.searching.find(query, limit=_LIMIT, kinds=("article",)).total
    theirs = len(scanned.execute(_SCANS["instr"], (query,)).fetchall())
    if ours != theirs:
        raise RuntimeError(f"{query}: {ours} articles found, {theirs} by a scan")


def _each(queries: tuple[str, ...], act: Callable[[str], None]) -> Callable[[], float]:
    """Return a call that takes the next query and tells the milliseconds."""
    waiting = cycle(queries)

    def once() -> float:
        query = next(waiting)
        began = time.perf_counter()
        act(query)
        return (time.perf_counter() - began) * 1000

    return once


if __name__ == "__main__":
    sys.exit(run_alone(measure))
