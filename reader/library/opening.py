"""Open the file of a library: make it, refuse it, or bring it up to date."""

from __future__ import annotations

import os
import sqlite3
import time
from typing import TYPE_CHECKING, NamedTuple

from reader.library.connection import FAILED, Connection, connect, identity, world_error
from reader.library.schema import APPLICATION_ID, VERSION
from reader.model.errors import LibraryError

if TYPE_CHECKING:
    from pathlib import Path

FILE = "library.db"
NEEDED_SQLITE = (3, 37, 0)  # STRICT tables


def open_connection(
    folder: Path, *, create: bool, read_only: bool, busy_timeout: float
) -> tuple[Connection, bool]:
    """Return a connection to the library in ``folder``, and whether this made the library."""
    folder = folder.absolute()
    if sqlite3.sqlite_version_info < NEEDED_SQLITE:
        needed = ".".join(map(str, NEEDED_SQLITE))
        raise LibraryError("old_sqlite", found=sqlite3.sqlite_version, needs=needed)
    try:
        stamp = _stamp(folder)
        if stamp is None and not read_only and _finish_restore(folder):
            stamp = _stamp(folder)
        if stamp is None and (read_only or not create):
            raise LibraryError("no_library", folder=str(folder))
        if stamp is None:
            if _holds_originals(folder):
                raise LibraryError("library_gone", folder=str(folder))
            return _create(folder, busy_timeout=busy_timeout)
        if not stamp.made:
            if not read_only and create:
                return _create(folder, busy_timeout=busy_timeout)
            stamp = _stamp_when_made(folder, until=time.monotonic() + busy_timeout)
        _refuse_newer(folder, stamp)
        if not read_only and not _is_writable(folder):
            raise LibraryError("read_only", folder=str(folder), reason="")
        raw = _take_hold(folder, read_only=read_only, busy_timeout=busy_timeout)
    except FAILED as error:
        raise world_error(error, folder) or error from error
    except OSError as error:
        raise LibraryError("unreachable", folder=str(folder), reason=str(error)) from error
    connection = Connection(raw, folder / FILE, read_only=read_only)
    try:
        _bring_up_to_date(connection)
    except BaseException:
        raw.close()
        raise
    return connection, False


class _Stamp(NamedTuple):
    """What a file says it is; ``needs`` is the version of Chumoku that a newer one asks for."""

    made: bool
    version: int
    needs: str


def _stamp(folder: Path) -> _Stamp | None:
    """Return what the file is, without changing a byte of it; None when there is none.

    Only SQLite may open the file: a POSIX lock goes when its process closes the file by any
    handle, so that reading the first bytes here would let another program take the log of a
    library that this one has open (https://www.sqlite.org/howtocorrupt.html, 2.2). A
    connection that may write would copy the log into the file when it closes, so this one
    may not; where there is no log it needs no locks either.
    """
    path = folder / FILE
    try:
        if path.stat().st_size == 0:
            return None
    except FileNotFoundError:
        return None
    try:
        raw = connect_to_read(folder, alone=not _has_log(path))
    except sqlite3.OperationalError:
        if path.exists():
            raise
        return None  # a restore has just moved it
    try:
        (application,) = raw.execute("PRAGMA application_id").fetchone()
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        if application not in {0, APPLICATION_ID}:
            raise LibraryError("not_a_library", folder=str(folder))
        needs = "?"
        if application and version > VERSION:
            row = raw.execute("SELECT value FROM meta WHERE key = 'needs'").fetchone()
            needs = row[0] if row else "?"
    finally:
        raw.close()
    return _Stamp(bool(application), version, needs)


def _stamp_when_made(folder: Path, *, until: float) -> _Stamp:
    """Wait for another process that is making the library; return what it made."""
    while True:
        stamp = _stamp(folder)
        if stamp is not None and stamp.made:
            return stamp
        if time.monotonic() > until or not (folder / f"{FILE}-wal").exists():
            raise LibraryError("not_a_library", folder=str(folder))
        time.sleep(0.02)


def _refuse_newer(folder: Path, stamp: _Stamp) -> None:
    if stamp.version > VERSION:
        raise LibraryError(
            "newer",
            folder=str(folder),
            found=stamp.version,
            known=VERSION,
            needs=stamp.needs,
        )


def _is_writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK) and os.access(folder / FILE, os.W_OK)


def _take_hold(folder: Path, *, read_only: bool, busy_timeout: float) -> sqlite3.Connection:
    """Connect to the file that bears the name: a restore may just be putting another one there.

    From its first read on the connection holds a lock, and no restore can begin.
    """
    path = folder / FILE
    while True:
        before = identity(path)
        if before is None:
            _finish_restore(folder)
        if read_only:
            raw = connect_to_read(folder, busy_timeout=busy_timeout)
        else:
            raw = connect(path, mode="rw", busy_timeout=busy_timeout)
        try:
            (mode,) = raw.execute("PRAGMA journal_mode").fetchone()
            if mode != "wal" and not read_only:
                # A restore that was cut off, or is under way, had folded the log in.
                _use_log(raw, until=time.monotonic() + busy_timeout)
            raw.execute("PRAGMA user_version").fetchone()
        except BaseException as error:
            raw.close()
            if not isinstance(error, sqlite3.Error) or identity(path) == before:
                raise
        else:
            if identity(path) == before:
                return raw
            raw.close()


def connect_to_read(
    folder: Path, *, busy_timeout: float = 5.0, alone: bool = False
) -> sqlite3.Connection:
    """Connect to a library without ever writing to it; ``alone`` says that it has no log."""
    path = folder / FILE
    # Where nothing can be written there is no room for the index of a log, and no writer.
    alone = alone or (not _has_log(path) and not os.access(folder, os.W_OK))
    if not alone and not os.access(folder, os.W_OK):
        from reader.library.left_log import connect_to_copy, is_left

        if is_left(path):
            return connect_to_copy(path)
    return connect(path, mode="ro", busy_timeout=busy_timeout, immutable=alone)


def _finish_restore(folder: Path) -> bool:
    """Bring a restore to its end that was cut off while no file had the name."""
    if not (folder / "backups").is_dir():
        return False
    from reader.library.restoring import finish_restore

    return finish_restore(folder)


def _has_log(path: Path) -> bool:
    log = path.with_name(FILE + "-wal")
    return log.exists() and log.stat().st_size > 0


def _bring_up_to_date(connection: Connection) -> None:
    found = connection.value("PRAGMA user_version")
    if found == VERSION:
        return
    if connection.read_only:
        raise LibraryError("older", folder=str(connection.folder), found=found, known=VERSION)
    from reader.library.migrations import migrate

    migrate(connection)


def _create(folder: Path, *, busy_timeout: float) -> tuple[Connection, bool]:
    """Make a library, unless another process is quicker; then it is opened."""
    from reader.library.originals import not_written
    from reader.system.files import FileError, make_folder, sync_folder

    try:
        make_folder(folder)
    except FileError as error:
        raise not_written(error, folder) from error
    if not os.access(folder, os.W_OK):
        raise LibraryError("read_only", folder=str(folder), reason="")
    raw = connect(folder / FILE, mode="rwc", busy_timeout=busy_timeout)
    connection = Connection(raw, folder / FILE, read_only=False)
    try:
        _refuse_foreign(connection)
        _use_log(raw, until=time.monotonic() + busy_timeout)
        created = _make_schema(connection)
        # From the log into the file, whose first bytes tell other programs what it is.
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _bring_up_to_date(connection)
    except BaseException:
        raw.close()
        raise
    sync_folder(folder)
    return connection, created


def _holds_originals(folder: Path) -> bool:
    """Say whether articles were kept here: then their library is gone, and that is no start."""
    try:
        return any((folder / "originals").iterdir())
    except FileNotFoundError:
        return False


def _use_log(raw: sqlite3.Connection, *, until: float) -> None:
    """Switch to write-ahead logging; the switch itself does not wait for a lock."""
    while True:
        try:
            raw.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.005)
        else:
            return


def _make_schema(connection: Connection) -> bool:
    from reader.library.making import make_schema

    with connection.writing():
        if connection.value("PRAGMA application_id") == APPLICATION_ID:
            return False
        _refuse_foreign(connection)
        make_schema(connection)
    return True


def _refuse_foreign(connection: Connection) -> None:
    """Refuse a database that is somebody else's."""
    ours = connection.value("PRAGMA application_id") == APPLICATION_ID
    if not ours and connection.value("SELECT count(*) FROM sqlite_master"):
        raise LibraryError("not_a_library", folder=str(connection.folder))
