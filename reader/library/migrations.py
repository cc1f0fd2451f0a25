"""Numbered steps that bring an older file to the current schema, after a backup.

A step is frozen once it has landed: its SQL and small functions of its own, never the live
code of another module, which may change later.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from reader.library.connection import world_error
from reader.library.from_schema_1 import bring_to_schema_2
from reader.library.from_schema_2 import bring_to_schema_3
from reader.library.schema import NEEDS, VERSION
from reader.model.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.library.connection import Connection

Step: TypeAlias = Callable[[sqlite3.Connection], None]

STEPS: Mapping[int, Step] = MappingProxyType({1: bring_to_schema_2, 2: bring_to_schema_3})
"""``STEPS[n]`` brings a file of version n to n + 1."""


def migrate(
    connection: Connection,
    *,
    steps: Mapping[int, Step] = STEPS,
    version: int = VERSION,
    needs: str = NEEDS,
) -> None:
    """Walk the steps up to ``version``, each in a transaction that is checked at its end.

    What another process does meanwhile is waited for; a step that fails leaves the file at
    the version before it, and the backup stays.
    """
    raw = connection.raw
    try:
        # Tables are rebuilt with their references in the air; the check below looks at them.
        raw.execute("PRAGMA foreign_keys = OFF")
        kept = False
        while (found := _version_under_lock(raw)) < version:
            if found not in steps:
                raise RuntimeError(f"no step leads on from version {found}")
            if not kept:
                _keep_backup(connection, found, version)
                kept = True
            _walk(connection, steps[found], found + 1, needs=needs)
        raw.execute("ROLLBACK")
        raw.execute("PRAGMA foreign_keys = ON")
    except BaseException as error:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        if isinstance(error, sqlite3.Error):
            raise world_error(error, connection.folder) or error from error
        raise


def _version_under_lock(raw: sqlite3.Connection) -> int:
    raw.execute("BEGIN IMMEDIATE")
    (found,) = raw.execute("PRAGMA user_version").fetchone()
    return int(found)


def _keep_backup(connection: Connection, found: int, version: int) -> None:
    """Copy the library as it is; nobody else can write, for we hold the lock."""
    from reader.library.backups import write_backup
    from reader.system.clock import now_utc

    write_backup(connection.folder, f"before-schema-{version}-from-{found}", now=now_utc())


def _walk(connection: Connection, step: Step, reached: int, *, needs: str) -> None:
    raw = connection.raw
    step(raw)
    broken = raw.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        reason = f"foreign keys of {broken[0]}"
        raise LibraryError("damaged", folder=str(connection.folder), reason=reason)
    raw.execute(f"PRAGMA user_version = {reached:d}")
    raw.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('needs', ?)", (needs,))
    raw.execute("COMMIT")
