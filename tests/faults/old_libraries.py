"""Libraries of every schema there ever was, as they came and grown, and what opening one owes."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from faults.judging import prepare
from faults.states import harm, raw_words, words_of

from reader.library import Library
from reader.library.schema import VERSION
from reader.model.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable

    from faults.ledger import Book

SAMPLES = Path(__file__).parent.parent / "libraries"


def versions() -> list[int]:
    """Return the schemas that have a sample."""
    found = (re.fullmatch(r"schema-(\d+)", path.stem) for path in SAMPLES.glob("schema-*.zip"))
    return sorted(int(match[1]) for match in found if match)


def lay_down(version: int, place: Path, *, grown: int = 0) -> None:
    """Put the sample of a schema into a place; ``grown`` adds so many terms and notes to it."""
    prepare(place)
    folder = place / "library"
    shutil.unpack_archive(SAMPLES / f"schema-{version}.zip", folder)
    if grown:
        with closing(sqlite3.connect(folder / "library.db")) as raw, raw:
            for number in range(grown):
                _copy(raw, "note", id=f"copy{number:012}")
                _copy(raw, "term", id=f"copy{number:012}", text=f"用語{number}")


def _copy(raw: sqlite3.Connection, table: str, **changes: str) -> None:
    """Add a row like the last one that nobody refers to: of terms, one as it was found."""
    columns = [name for _, name, *_ in raw.execute(f"PRAGMA table_info({table})")]
    plain = "hash = ''" if table == "term" and "hash" in columns else "1"
    row = raw.execute(f"SELECT * FROM {table} WHERE {plain} ORDER BY number LIMIT 1").fetchone()
    if row is None:
        return
    values = {**dict(zip(columns, row, strict=True)), "number": None, **changes}
    marks = ", ".join("?" * len(values))
    raw.execute(f"INSERT INTO {table} VALUES ({marks})", list(values.values()))


def migration(version: int, folder: Path, *, grown: int = 0) -> Callable[[Path, Book], list[str]]:
    """Return a judge of the opening of an old library: all words there, and a whole backup."""
    place = folder / f"reference-{version}-{grown}"
    lay_down(version, place, grown=grown)
    raw = raw_words(place / "library" / "library.db")
    with Library.open(place / "library") as library:
        words = words_of(library)
    shutil.rmtree(place)
    return partial(_judge, version, raw, words)


def _judge(
    version: int, raw: dict[str, str], words: dict[str, str], place: Path, book: Book
) -> list[str]:
    folder = place / "library"
    try:
        with Library.open(folder, create=False) as library:
            found = words_of(library)
            problems = [each for each in harm(library.check()) if each.kind != "index"]
    except ReaderError as error:
        return [*book.misbehaviours(), f"it does not open: {error}"]
    wrong = [*book.misbehaviours(), *map(str, problems)]
    if found != words:
        wrong.append("words are not as they were")
    backups = list((folder / "backups").glob(f"*-before-schema-{VERSION}-from-{version}.db"))
    if version < VERSION and not backups:
        wrong.append("there is no backup")
    wrong += [f"{path.name} is not whole" for path in backups if raw_words(path) != raw]
    return wrong
