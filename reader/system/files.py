"""Files: read no more than is wanted, and write whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_WINDOWS = sys.platform == "win32"
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class FileError(Exception):
    """A file cannot be read or written; the layer above makes its own error of it.

    ``code`` is one of ``missing``, ``is_folder``, ``too_large``, ``unreadable`` when
    reading, ``disk_full``, ``no_folder``, ``unwritable`` when writing. ``details`` always
    holds ``path``; ``too_large`` adds ``limit`` (bytes), ``unreadable`` and ``unwritable``
    add ``reason``, the system's words.
    """

    def __init__(self, code: str, /, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.code}: {told}"


def read_limited(path: Path, limit: int) -> bytes:
    """Return the bytes of a file that has at most ``limit`` of them; FileError otherwise."""
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise FileError("is_folder", path=str(path))
        if not stat.S_ISREG(kind):
            # A pipe that nobody writes to, or a device, would be waited for without end.
            raise FileError("unreadable", path=str(path), reason="not a regular file")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise FileError("missing", path=str(path)) from None
    except (OSError, ValueError) as error:
        # ValueError: a NUL in the name.
        raise FileError("unreadable", path=str(path), reason=_reason(error)) from error
    if len(data) > limit:
        raise FileError("too_large", path=str(path), limit=limit)
    return data


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``: afterwards it is there and on disk, or the old file still is.

    It is written beside, synced, and then replaces. A link is followed, and a file that is
    there keeps its permissions. Raises FileError.
    """
    target = os.path.realpath(path)
    beside = f"{target}.{os.getpid():x}{os.urandom(4).hex()}.tmp"
    try:
        _write_synced(beside, data, mode=_mode_of(target))
        try:
            _replace(beside, target)
        except OSError:
            _remove_quietly(beside)
            raise
        sync_folder(os.path.dirname(target))  # noqa: PTH120 (a plain string all the way)
    except FileNotFoundError:
        raise FileError("no_folder", path=str(path)) from None
    except (OSError, ValueError) as error:
        raise _unwritable(error, path) from error


def store_original(folder: Path, sha256: str, data: bytes) -> Path:
    """Keep the bytes of an original under their hash, on disk before this returns.

    Kept originals never change; one that no longer has its bytes is healed by this.
    """
    path = folder / sha256
    try:
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return path
    except OSError:
        pass  # not there yet, or not readable: writing it tells
    make_folder(folder)
    write_whole(path, data)
    return path


def sync_file(path: Path) -> None:
    """Have a file that another one wrote on disk before this returns; OSError where it cannot."""
    with path.open("rb+") as file:
        sync(file.fileno())


def make_folder(path: Path) -> None:
    """Make a folder with those above it, on disk when this returns. Raises FileError.

    What is synced inside of a folder is gone after a power cut if its own name was not.
    """
    missing = []
    above = path.absolute()
    while not above.is_dir() and above != above.parent:
        missing.append(above)
        above = above.parent
    for folder in reversed(missing):
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise _unwritable(error, path) from error
        sync_folder(folder.parent)


def _write_synced(name: str, data: bytes, *, mode: int | None) -> None:
    """Write a new file and sync it; nothing is left of one that could not be written."""
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            sync(file.fileno())
        if mode is not None:
            os.chmod(name, mode)  # noqa: PTH101
    except BaseException:
        _remove_quietly(name)
        raise


def sync(handle: int) -> None:
    """Have what was written to an open file on the disk before this returns."""
    if sys.platform == "darwin":
        # There fsync stops at the drive's cache.
        import fcntl

        try:
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        except OSError:
            pass  # a file system that does not know it
        else:
            return
    os.fsync(handle)


def sync_folder(folder: str | Path) -> None:
    """Sync the folder's list of names; Windows has no such call and needs none."""
    if _WINDOWS:
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass  # some network file systems refuse it
    finally:
        os.close(handle)


def _replace(beside: str, target: str) -> None:
    """Replace, with patience where a virus scanner holds the file for a moment (Windows)."""
    for pause in (0.01, 0.05, 0.2):
        try:
            os.replace(beside, target)  # noqa: PTH105
        except PermissionError:
            if not _WINDOWS:
                raise
            time.sleep(pause)
        else:
            return
    os.replace(beside, target)  # noqa: PTH105


def _mode_of(target: str) -> int | None:
    try:
        return stat.S_IMODE(os.stat(target).st_mode)  # noqa: PTH116
    except OSError:
        return None


def _remove_quietly(name: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(name)  # noqa: PTH108


def _unwritable(error: OSError | ValueError, path: Path) -> FileError:
    """Tell what hindered a write."""
    if getattr(error, "errno", None) in _FULL:
        return FileError("disk_full", path=str(path))
    return FileError("unwritable", path=str(path), reason=_reason(error))


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
