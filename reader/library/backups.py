"""Write copies of the library that are whole: made by SQLite, looked at, and then named.

Names begin with a number that only grows (``000123-2026-11-28-daily.db``): which backup is the
newest never depends on a clock.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from reader.library.connection import connect, world_error
from reader.library.opening import FILE
from reader.library.originals import not_written
from reader.library.verifying import verify
from reader.model.errors import LibraryError
from reader.model.safekeeping import Backup
from reader.system.files import FileError, make_folder, sync_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.model.safekeeping import BackupKind

FOLDER = "backups"
KEPT: dict[BackupKind, int] = {"daily": 7, "migration": 5}
"""How many of a kind are kept; what the reader asked for or replaced is never taken away."""

_NUMBERED = re.compile(r"(\d{6,})-(\d{4}-\d\d-\d\d)-([a-z0-9-]+)\.db")
_UNDER_WAY = re.compile(r"\.(\d{6,})\.tmp(-journal)?")
_BEFORE = "before-schema-"
_KINDS: dict[str, BackupKind] = {
    "daily": "daily",
    "by-hand": "by_hand",
    "replaced": "replaced",
    "damaged": "damaged",
}
# A backup that nobody asked for leaves room for what the reader is going to write.
_LEFT_FREE = 32 * 1024 * 1024
_LOCK = ".backups.lock"
_PATIENCE = 60.0


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups of a library, the newest first."""
    try:
        names = sorted(os.listdir(folder / FOLDER))  # noqa: PTH208 - names that vanish are no matter
    except OSError:
        return []
    found = [_backup(folder / FOLDER / name) for name in names if _is_backup(name)]
    there = [one for one in found if one is not None]
    return sorted(there, key=lambda one: (one.number, one.date, one.name), reverse=True)


def write_backup(folder: Path, reason: str, *, now: str, keep_damaged: bool = False) -> Backup:
    """Copy the library into ``backups/<number>-<date>-<reason>.db``.

    The backup interface copies one state while others read and write (copying the live file
    does not). The copy has its name only after it was found sound (``verifying.verify``) and is
    on disk. Of a library in which something is wrong there is none (``backup_unsound``), or
    with ``keep_damaged`` one that says so in its name. Backups of the same kind that are too
    many go only then.
    """
    backups = folder / FOLDER
    try:
        make_folder(backups)
        with (
            alone(folder, seconds=_PATIENCE, otherwise="locked"),
            next_number(backups) as (
                number,
                beside,
            ),
        ):
            if reason == "daily":
                _must_have_room(folder)
            _copy(folder / FILE, beside, made=now, reason=reason)
            problems = verify(beside)
            if problems and not keep_damaged:
                raise LibraryError("backup_unsound", folder=str(folder), reason=problems[0].what)
            sync_file(beside)
            name = f"{number:06}-{now[:10]}-{'damaged' if problems else reason}.db"
            path = beside.replace(backups / name)
            sync_folder(backups)
            _rotate(folder)
    except FileError as error:
        raise not_written(error, folder) from error
    except sqlite3.Error as error:
        raise world_error(error, folder) or error from error
    except OSError as error:
        raise told(error, folder) from error
    made = _backup(path)
    assert made is not None
    return made


@contextmanager
def alone(folder: Path, *, seconds: float, otherwise: str) -> Iterator[None]:
    """Keep other backups and restores of a library away; ``otherwise`` is the error.

    The lock is SQLite's, on a file of its own: it goes with its process, however that ends.
    """
    with closing(sqlite3.connect(folder / _LOCK, timeout=seconds)) as lock:
        lock.isolation_level = None
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise LibraryError(otherwise, folder=str(folder)) from error
            raise
        yield


@contextmanager
def next_number(backups: Path) -> Iterator[tuple[int, Path]]:
    """Give the next number and a file to write to, whose caller is ``alone``.

    So whatever else lies there under such a name was left by a program that was killed.
    """
    names = os.listdir(backups)  # noqa: PTH208 - names that vanish are no matter
    number = 1 + max((_number_in(name) for name in names), default=0)
    _sweep(backups)
    try:
        yield number, backups / f".{number:06}.tmp"
    finally:
        _sweep(backups)


def made_at(backup: Backup) -> str:
    """Return when a backup was made as it says itself, to the second; else as its name says."""
    with suppress(sqlite3.Error), closing(connect(backup.path, mode="ro", immutable=True)) as raw:
        row = raw.execute("SELECT value FROM meta WHERE key = 'backup.made'").fetchone()
        if row is not None:
            return str(row[0])
    return backup.date


def told(error: OSError, folder: Path) -> LibraryError:
    """Return an error of the file system as one of the library."""
    full = error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
    denied = error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}
    code = "disk_full" if full else "read_only" if denied else "unreachable"
    return LibraryError(code, folder=str(folder), reason=str(error))


def _is_backup(name: str) -> bool:
    return name.endswith(".db") and not name.startswith(".")


def _number_in(name: str) -> int:
    match = re.match(r"\.?(\d{6,})[-.]", name)
    return int(match.group(1)) if match else 0


def _backup(path: Path) -> Backup | None:
    """Return what the name of a file says; None for one that is gone or empty."""
    try:
        size = path.stat().st_size
    except OSError:
        return None
    if not size:
        return None
    match = _NUMBERED.fullmatch(path.name)
    if match is None:
        kind: BackupKind = "migration" if path.name.startswith(_BEFORE) else "other"
        return Backup(path, 0, "", kind, size)
    number, date, reason = match.groups()
    kind = "migration" if reason.startswith(_BEFORE) else _KINDS.get(reason, "other")
    return Backup(path, int(number), date, kind, size)


def _must_have_room(folder: Path) -> None:
    needed = (folder / FILE).stat().st_size + _LEFT_FREE
    if shutil.disk_usage(folder).free < needed:
        raise LibraryError("disk_full", folder=str(folder), reason="too little room for a backup")


def _copy(source: Path, target: Path, *, made: str, reason: str) -> None:
    with closing(connect(source, mode="ro")) as live, closing(sqlite3.connect(target)) as copy:
        # Half a copy is thrown away whole: nothing needs to be undone in it.
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        live.backup(copy)
        # One file that can be opened anywhere, without a log beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
        try:
            with copy:
                copy.executemany(
                    "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)",
                    (("backup.made", made), ("backup.reason", reason)),
                )
        except sqlite3.Error as error:
            # What is damaged is found and told by whoever looks at the copy.
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
                raise


def _rotate(folder: Path) -> None:
    """Take away the oldest of each kind by number, where there are more than are kept."""
    there = list_backups(folder)
    for kind, kept in KEPT.items():
        for backup in [one for one in there if one.kind == kind][kept:]:
            with suppress(OSError):
                backup.path.unlink()


def _sweep(backups: Path) -> None:
    """Take away copies that were not finished; where that fails, the next backup tries again."""
    with suppress(OSError):
        for path in backups.iterdir():
            if _UNDER_WAY.fullmatch(path.name):
                path.unlink()
