"""Look at a copy of a library, to know whether it can be relied on."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from reader.library.checking import Problem, check_words
from reader.library.connection import Connection, connect
from reader.library.schema import APPLICATION_ID, VERSION

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 20


def verify(path: Path) -> list[Problem]:
    """Return what is wrong with a copy; none means that it can be relied on.

    SQLite looks at the structure of the file (``quick_check``: all but whether each index
    agrees with its table) and at every reference between rows. In a file of today's schema the
    hash of every text, note, highlight, summary, correction and act is compared as well. The
    originals and the search index are not looked at: they are not in the copy, or can be made
    anew from it.
    """
    try:
        raw = connect(path, mode="ro", immutable=True)
    except sqlite3.Error as error:
        return [Problem("file", str(error))]
    try:
        return _look_at(Connection(raw, path, read_only=True), raw)
    except sqlite3.Error as error:
        return [Problem("file", str(error))]
    finally:
        raw.close()


def _look_at(db: Connection, raw: sqlite3.Connection) -> list[Problem]:
    (application,) = raw.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        return [Problem("file", "it is no library of Chumoku")]
    told = [row[0] for row in raw.execute(f"PRAGMA quick_check({_MOST})")]
    if told != ["ok"]:
        return [Problem("file", words) for words in told]
    broken = raw.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        return [Problem("reference", f"a row of {broken[0]} refers to no row of {broken[2]}")]
    (version,) = raw.execute("PRAGMA user_version").fetchone()
    return check_words(db) if version == VERSION else []
