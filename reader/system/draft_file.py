"""One file of a draft journal, held by the process that writes it."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from reader.system.files import sync, sync_folder
from reader.system.locks import lock

if TYPE_CHECKING:
    from pathlib import Path

_FLAGS = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_LARGEST = 1 << 30


class DraftFile:
    """An open journal file under its lock; every call may raise OSError.

    What was appended is on disk. What could not be appended leaves the file as it was, as far
    as the disk allows.
    """

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle = handle
        self._size = os.fstat(handle).st_size

    @classmethod
    def make(cls, path: Path, *, parents: bool) -> DraftFile:
        """Make a new file, and its folder; the folders above that only with ``parents``."""
        path.parent.mkdir(parents=parents, exist_ok=True)
        handle = os.open(path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o600)
        file = cls(path, handle)
        if not file._is_ours():
            # Somebody who looked for journals had it first, and took it for an abandoned one.
            file.close()
            raise OSError(f"{path} was taken by another process")
        sync_folder(str(path.parent))
        return file

    @classmethod
    def take_over(cls, path: Path) -> DraftFile | None:
        """Open a file whose process has ended; None while that runs, or when it is gone."""
        try:
            handle = os.open(path, _FLAGS)
        except FileNotFoundError:
            return None
        except PermissionError:
            if os.name != "nt":
                raise
            return None
        file = cls(path, handle)
        if not file._is_ours():
            file.close()
            return None
        return file

    def read(self) -> bytes:
        """Return all that is in the file."""
        parts = []
        os.lseek(self._handle, 0, os.SEEK_SET)
        while part := os.read(self._handle, min(_LARGEST, max(self._size, 4096))):
            parts.append(part)
        return b"".join(parts)

    def append(self, data: bytes) -> None:
        """Put lines at the end of the file, on disk before this returns."""
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[os.write(self._handle, rest) :]
            sync(self._handle)
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(self._handle, self._size)
            raise
        self._size += len(data)
        if not self._is_there():
            raise FileNotFoundError(str(self.path))

    def clear(self) -> None:
        """Leave nothing in the file."""
        if self._size:
            os.ftruncate(self._handle, 0)
            self._size = 0

    def remove(self) -> None:
        """Take the file away, with its folder where that is empty, and close it."""
        if os.name == "nt":
            self.close()  # an open one cannot be removed there
        try:
            if self._handle < 0 or self._is_there():
                self.path.unlink(missing_ok=True)
        finally:
            self.close()
        with contextlib.suppress(OSError):
            self.path.parent.rmdir()

    def rename(self, path: Path) -> None:
        """Close the file and keep it under another name."""
        self.close()
        self.path.rename(path)

    def close(self) -> None:
        """Close the file as it is, and give its lock back."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _is_ours(self) -> bool:
        """Take the lock; say whether the file is still the one of its name then."""
        try:
            return lock(self._handle) and self._is_there()
        except OSError:
            self.close()
            raise

    def _is_there(self) -> bool:
        """Say whether the file is still found under its name."""
        if os.name == "nt":
            return True  # an open one cannot be moved there
        try:
            there, ours = self.path.stat(), os.fstat(self._handle)
        except OSError:
            return False
        return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)
