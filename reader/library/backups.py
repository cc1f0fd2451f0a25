"""Write a copy of the library that is whole: made by SQLite, looked at, and then named."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from reader.library.connection import connect, world_error
from reader.library.opening import FILE
from reader.library.originals import not_written
from reader.library.schema import APPLICATION_ID
from reader.model.errors import LibraryError
from reader.system.files import FileError, make_folder, sync_folder

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "backups"


def write_backup(folder: Path, name: str) -> Path:
    """Copy the library into ``backups/<name>.db``, or ``<name>-2.db`` where that is taken.

    The backup interface copies one state while others read and write (copying the live file
    does not). The copy has its final name only after it was found sound and is on disk.
    """
    backups = folder / FOLDER
    beside = backups / f".{name}.{os.getpid():x}.tmp"
    try:
        make_folder(backups)
        beside.unlink(missing_ok=True)
        _copy(folder / FILE, beside)
        _look_at(beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        path = _free_name(backups, name)
        beside.replace(path)
        sync_folder(backups)
    except FileError as error:
        raise not_written(error, folder) from error
    except sqlite3.Error as error:
        raise world_error(error, folder) or error from error
    except OSError as error:
        raise _told(error, folder) from error
    finally:
        # Where even that fails, the error that led here is the one to tell.
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return path


def _copy(source: Path, target: Path) -> None:
    with closing(connect(source, mode="ro")) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        # One file that can be opened anywhere, without a log beside it.
        copy.execute("PRAGMA journal_mode = DELETE")


def _look_at(path: Path) -> None:
    with closing(connect(path, mode="ro", immutable=True)) as copy:
        (found,) = copy.execute("PRAGMA application_id").fetchone()
        (sound,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if found != APPLICATION_ID or sound != "ok":
        raise LibraryError("damaged", folder=str(path.parent.parent), reason=sound)


def _free_name(backups: Path, name: str) -> Path:
    path = backups / f"{name}.db"
    number = 1
    while path.exists():
        number += 1
        path = backups / f"{name}-{number}.db"
    return path


def _told(error: OSError, folder: Path) -> LibraryError:
    import errno

    full = error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
    return LibraryError(
        "disk_full" if full else "unreachable", folder=str(folder), reason=str(error)
    )
