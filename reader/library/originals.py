"""The originals: bytes of sources, kept beside the library under their hash."""

from __future__ import annotations

import re
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from reader.model.errors import LibraryError
from reader.system.files import FileError, store_original

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.library.connection import Connection

FOLDER = "originals"
_NAME = re.compile(r"[0-9a-f]{64}")


def store(folder: Path, data: bytes) -> str:
    """Keep bytes, on disk when this returns; return their name."""
    name = sha256(data).hexdigest()
    try:
        store_original(folder / FOLDER, name, data)
    except FileError as error:
        raise not_written(error, folder) from error
    return name


def path_of(folder: Path, name: str) -> Path:
    """Return where an original is kept."""
    if _NAME.fullmatch(name) is None:
        raise ValueError(f"not a SHA-256: {name!r}")
    return folder / FOLDER / name


def read(folder: Path, name: str) -> bytes:
    """Return the bytes that were kept, and nothing else."""
    try:
        data = path_of(folder, name).read_bytes()
    except FileNotFoundError:
        raise LibraryError("original_missing", folder=str(folder), sha256=name) from None
    except OSError as error:
        raise LibraryError("unreachable", folder=str(folder), reason=str(error)) from error
    if sha256(data).hexdigest() != name:
        raise LibraryError("original_damaged", folder=str(folder), sha256=name)
    return data


def not_written(error: FileError, folder: Path) -> LibraryError:
    """Return the library's own error where one of its files or folders could not be written."""
    code = "disk_full" if error.code == "disk_full" else "unreachable"
    return LibraryError(code, folder=str(folder), reason=str(error))


def forget(db: Connection, names: Iterable[str]) -> None:
    """Remove originals that no revision names any more, while nobody can name them anew."""
    with suppress(LibraryError), db.writing():
        # Locked or failing: an original too many does no harm, ``check`` names it.
        for name in names:
            if db.one("SELECT 1 FROM revision WHERE sha256 = ?", (name,)) is None:
                with suppress(OSError):
                    path_of(db.folder, name).unlink(missing_ok=True)
