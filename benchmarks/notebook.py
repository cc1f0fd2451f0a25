"""How long the view of all notes waits: a page, the counts of its filters, words looked for."""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.libraries import fill
from benchmarks.measuring import Figure, Options, Spread, Target, in_turn
from benchmarks.running import run_alone
from benchmarks.texts import QUERIES, articles
from reader.annotation.anchors import describe
from reader.library import Library
from reader.model.annotations import HIGHLIGHT_COLORS
from reader.model.ids import BITS, encode_id
from reader.model.notebook import NotebookEntry, NotebookQuery
from reader.services.desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.services.notebook import Notebook

_PAGE = 200
_MOST_MS = {"page": 10.0, "counts": 50.0, "words": 50.0}
_SCAN = "SELECT count(*) FROM entry WHERE instr(words, ?)"


def measure(options: Options) -> list[Figure]:
    """Ask for pages and words among 10,000 notes and 20,000 highlights."""
    runs = options.count(usual=60, quick=6)
    with tempfile.TemporaryDirectory(prefix="chumoku-notebook-") as place:
        folder = Path(place) / "library"
        texts = list(articles(options.size(2000, 40), length=1600))
        _write(folder, fill(folder, texts, terms=4))
        with (
            open_desk(folder, create=False) as desk,
            closing(sqlite3.connect(Path(place) / "scanned.db")) as scanned,
        ):
            notebook = desk.notebook
            _copy(notebook, scanned)
            words = [_words(length, notebook, scanned, runs) for length in QUERIES]
            pages = [_pages(notebook, runs), _counts(notebook, runs)]
            return [*pages, *words]


def _write(folder: Path, ids: Iterable[str]) -> None:
    """Mark ten passages of each article, and write five notes, some of them on the marks."""
    chance = random.Random(11)

    def make_id() -> str:
        return encode_id(chance.getrandbits(BITS))

    def now() -> str:
        return f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}T09:00:00Z"

    with Library.open(folder) as library, library.writing():
        for article_id in ids:
            text = library.articles.revision(article_id).text
            for number in range(10):
                start = chance.randrange(len(text) - 80)
                end = start + chance.randint(8, 80)
                mark = library.highlights.add(
                    id=make_id(),
                    article_id=article_id,
                    anchor=describe(text, start, end),
                    color=chance.choice(HIGHLIGHT_COLORS),
                    now=now(),
                    tags=(f"tag {chance.randrange(40)}",) if number % 3 == 0 else (),
                )
                begin = chance.randrange(len(text) - 400)
                if number % 2 == 0:
                    library.notes.add(
                        id=make_id(),
                        target="highlight" if number % 4 == 0 else "article",
                        target_id=mark.id if number % 4 == 0 else article_id,
                        text=text[begin : begin + chance.randint(20, 400)],
                        now=now(),
                    )


def _copy(notebook: Notebook, scanned: sqlite3.Connection) -> None:
    """Lay the words of all entries into a plain table to be scanned."""
    scanned.execute("CREATE TABLE entry (words TEXT NOT NULL)")
    after: NotebookEntry | None = None
    while page := notebook.entries(limit=1000, after=after):
        for entry in page:
            quotation, notes = notebook.words(entry.id)
            words = (entry.title, quotation, *(note.text for note in notes), *entry.tags)
            scanned.execute("INSERT INTO entry VALUES (?)", ("\n".join(words),))
        after = page[-1]
    scanned.commit()


def _pages(notebook: Notebook, runs: int) -> Figure:
    last: NotebookEntry | None = None

    def turn() -> None:
        """Read the next page, from the last to the first."""
        nonlocal last
        page = notebook.entries(limit=_PAGE, after=last)
        last = page[-1] if len(page) == _PAGE else None

    taken = [_timed(turn) for _ in range(runs)]
    target = Target("median", _MOST_MS["page"])
    return Figure("notebook.page", "ms", Spread.of(taken), target=target)


def _counts(notebook: Notebook, runs: int) -> Figure:
    taken = [_timed(notebook.counts) for _ in range(runs)]
    target = Target("median", _MOST_MS["counts"])
    return Figure("notebook.counts", "ms", Spread.of(taken), target=target)


def _words(length: int, notebook: Notebook, scanned: sqlite3.Connection, runs: int) -> Figure:
    """Ask for the first page of what has a word, and how many there are."""
    waiting = {name: cycle(QUERIES[length]) for name in ("ours", "instr")}
    for query in QUERIES[length]:
        ours = notebook.count(NotebookQuery(text=query))
        theirs = scanned.execute(_SCAN, (query,)).fetchone()[0]
        if ours != theirs:
            raise RuntimeError(f"{query}: {ours} entries found, {theirs} by a scan")

    def look() -> None:
        query = NotebookQuery(text=next(waiting["ours"]))
        notebook.entries(query, limit=_PAGE)
        notebook.count(query)

    def scan() -> None:
        scanned.execute(_SCAN, (next(waiting["instr"]),)).fetchone()

    taken = in_turn({"ours": lambda: _timed(look), "instr": lambda: _timed(scan)}, runs)
    return Figure(
        f"notebook.{length}_character{'s' if length > 1 else ''}",
        "ms",
        Spread.of(taken["ours"]),
        peers={"instr": Spread.of(taken["instr"])},
        target=Target("median", _MOST_MS["words"]),
    )


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    sys.exit(run_alone(measure))
