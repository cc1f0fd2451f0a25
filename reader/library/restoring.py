"""Put a backup in the library's place; what it replaces is kept, and a kill loses nothing.

The new file is written beside, under a name with the number that the replaced one will have.
Then the replaced file is moved, then the new one takes its place: at every moment one of the
two is there whole, and ``finish_restore`` brings to its end what was cut off in between.
"""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from reader.library.backups import FOLDER, alone, next_number, told
from reader.library.connection import connect, world_error
from reader.library.opening import FILE
from reader.library.schema import VERSION
from reader.library.verifying import verify
from reader.model.errors import LibraryError
from reader.system.files import sync_file, sync_folder

if TYPE_CHECKING:
    from pathlib import Path

DAMAGED = "damaged"
_STAGED = re.compile(r"\.restore-(\d{6,})-(\d{4}-\d\d-\d\d)\.db")
_UNREADABLE = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}


def restore(folder: Path, backup: Path, *, now: str) -> Path | None:
    """Put a backup in the place of the library; return where the replaced file is kept.

    None when there was no file to replace. Nobody may have the library open (``library_open``).
    A backup that cannot be relied on is refused (``backup_unsound``), as is one of a newer
    version (``newer``); one of an older version is migrated when the library is opened.
    """
    backups = folder / FOLDER
    if folder.exists() and not os.access(folder, os.W_OK):
        raise LibraryError("read_only", folder=str(folder), reason="")
    try:
        backups.mkdir(parents=True, exist_ok=True)
        with (
            alone(folder, seconds=0, otherwise="library_open"),
            next_number(backups) as (number, beside),
        ):
            try:
                _stage(folder, backup, beside)
                staged = folder / f".restore-{number:06}-{now[:10]}.db"
                beside.replace(staged)
                sync_folder(folder)
                return _put_in_place(folder, staged)
            finally:
                if (folder / FILE).exists():
                    for left in _staged_in(folder):
                        left.unlink(missing_ok=True)
    except sqlite3.Error as error:
        raise world_error(error, folder) or error from error
    except OSError as error:
        raise told(error, folder) from error


def finish_restore(folder: Path) -> bool:
    """Bring a restore to its end that was cut off in the middle; say whether a file is there."""
    if not _staged_in(folder):
        # Another process may just have brought it there.
        return (folder / FILE).exists()
    try:
        with alone(folder, seconds=10, otherwise="locked"):
            for staged in _staged_in(folder):
                kept = _kept_for(folder, staged)
                # Without a file that was moved for it nothing was replaced: it is a leftover.
                if kept is not None and not (folder / FILE).exists():
                    _move_logs(folder, kept)
                    staged.replace(folder / FILE)
                    sync_folder(folder)
                    return True
    except sqlite3.Error as error:
        raise world_error(error, folder) or error from error
    # Another process may have done it meanwhile.
    return (folder / FILE).exists()


def _stage(folder: Path, backup: Path, beside: Path) -> None:
    """Write the file that is to be the library, whole and on disk."""
    with closing(connect(backup, mode="ro", immutable=True)) as source:
        (version,) = source.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            row = source.execute("SELECT value FROM meta WHERE key = 'needs'").fetchone()
            needs = row[0] if row else "?"
            raise LibraryError(
                "newer", folder=str(folder), found=version, known=VERSION, needs=needs
            )
        with closing(sqlite3.connect(beside)) as copy:
            copy.execute("PRAGMA synchronous = OFF")
            source.backup(copy)
            with copy:
                copy.execute("DELETE FROM meta WHERE key LIKE 'backup.%'")
    problems = [one for one in verify(beside) if one.kind in {"file", "reference"}]
    if problems:
        raise LibraryError("backup_damaged", name=backup.name, reason=problems[0].what)
    with closing(sqlite3.connect(beside)) as copy:
        copy.execute("PRAGMA journal_mode = WAL")
    sync_file(beside)


def _put_in_place(folder: Path, staged: Path) -> Path | None:
    path = folder / FILE
    if not path.exists():
        _move_logs(folder, folder / DAMAGED / staged.name.removeprefix("."))
        staged.replace(path)
        sync_folder(folder)
        return None
    held = _hold(path)
    try:
        kept = _place_to_keep(folder, staged, sound=held is not None and _is_sound(held))
        kept.parent.mkdir(exist_ok=True)
        if os.name == "nt" and held is not None:
            # There a file that is open cannot be moved, and so nobody else has it open.
            held.close()
        path.replace(kept)
        sync_folder(kept.parent)
        _move_logs(folder, kept)
        staged.replace(path)
        sync_folder(folder)
    finally:
        if held is not None:
            held.close()
    return kept


def _hold(path: Path) -> sqlite3.Connection | None:
    """Keep everybody away from the library, its log folded in; None where it cannot be read.

    Leaving the log behind is only possible while nobody else has the library open. (Only
    SQLite may open the file, see ``opening.py``.)
    """
    raw = None
    try:
        # A connection that may write would throw away the log of what it cannot read.
        with closing(connect(path, mode="ro")) as probe:
            probe.execute("SELECT count(*) FROM sqlite_master").fetchone()
        raw = connect(path, mode="rw", busy_timeout=0)
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if raw is not None:
            raw.close()
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _UNREADABLE:
            return None
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise LibraryError("library_open", folder=str(path.parent)) from error
        raise
    return raw


def _is_sound(held: sqlite3.Connection) -> bool:
    try:
        return bool(held.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False


def _place_to_keep(folder: Path, staged: Path, *, sound: bool) -> Path:
    """Return where the replaced file goes: what is damaged is not offered as a backup."""
    match = _STAGED.fullmatch(staged.name)
    assert match is not None
    number, date = match.groups()
    if sound:
        return folder / FOLDER / f"{number}-{date}-replaced.db"
    return folder / DAMAGED / f"{number}-{date}-replaced.db"


def _kept_for(folder: Path, staged: Path) -> Path | None:
    there = (_place_to_keep(folder, staged, sound=sound) for sound in (True, False))
    return next((path for path in there if path.exists()), None)


def _staged_in(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(path for path in folder.iterdir() if _STAGED.fullmatch(path.name))
    return []


def _move_logs(folder: Path, kept: Path) -> None:
    """Move the logs of a file that was moved: beside another one they would damage it."""
    for end in ("-wal", "-journal"):
        log = folder / f"{FILE}{end}"
        if log.exists():
            kept.parent.mkdir(exist_ok=True)
            log.replace(kept.with_name(kept.name + end))
    # What the index of a log says is made anew from the log.
    (folder / f"{FILE}-shm").unlink(missing_ok=True)
