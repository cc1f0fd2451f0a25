"""Read a library that was left with its log where nothing can be written.

SQLite needs an index beside a log and cannot make one there. So the two are copied to a place
of our own, the log is folded into the copy, and the copy is read.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.connection import connect

if TYPE_CHECKING:
    import sqlite3


def is_left(path: Path) -> bool:
    """Say whether a log lies beside a library that has no index and cannot get one.

    While anybody has the library open there is an index: nobody has.
    """
    log, index = (path.with_name(path.name + end) for end in ("-wal", "-shm"))
    if not log.exists() or log.stat().st_size == 0 or index.exists():
        return False
    return not os.access(path.parent, os.W_OK)


def connect_to_copy(path: Path) -> sqlite3.Connection:
    """Return a connection to a copy that holds what the library and its log hold."""
    place = Path(tempfile.mkdtemp(prefix="chumoku-"))
    try:
        for name in (path.name, f"{path.name}-wal"):
            shutil.copyfile(path.with_name(name), place / name)
        with closing(connect(place / path.name, mode="rw")) as copy:
            copy.execute("PRAGMA journal_mode = DELETE")
        raw = connect(place / path.name, mode="ro", immutable=True)
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
    if os.name == "nt":
        atexit.register(shutil.rmtree, place, ignore_errors=True)
    else:
        # What is open stays readable when its name is gone, and goes with its reader.
        shutil.rmtree(place, ignore_errors=True)
    return raw
