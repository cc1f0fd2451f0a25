"""The files of plain copies: ours are replaced, what somebody edited is kept aside."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from reader.system.files import FileError, read_limited, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

_LIMIT = 64 << 20
_BEGUN = re.compile(r".+\.(md|txt)\.[0-9a-f]{9,16}\.tmp")


def digest(data: bytes) -> str:
    """Return the hash that tells a copy as we wrote it from an edited one."""
    return sha256(data).hexdigest()


class CopyFiles:
    """Writes and takes away the copies in one folder; FileError or OSError where it cannot.

    A file is named by its path within the folder. ``aside`` gives the name of a file that was
    edited, from its stem and its suffix.
    """

    def __init__(self, folder: Path, aside: Callable[[str, str], str]) -> None:
        self.folder = folder
        self._aside = aside

    def hash_of(self, name: str) -> str | None:
        """Return the hash of a file; None when it is not there, '' when it is no plain file."""
        path = self.folder / name
        if path.is_symlink():
            return ""
        try:
            return digest(read_limited(path, _LIMIT))
        except FileError as error:
            if error.code == "missing":
                return None
            if error.code == "unreadable":
                raise
            return ""

    def write(self, name: str, data: bytes, *, ours: Collection[str]) -> None:
        """Put a copy at its name; a file that is there without a hash of ``ours`` goes aside."""
        there = self.hash_of(name)
        if there == digest(data):
            return
        if there is not None and there not in ours:
            self._put_aside(name)
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        write_whole(path, data)

    def take_away(self, name: str, *, ours: Collection[str]) -> None:
        """Remove a copy; one that was edited goes aside instead."""
        there = self.hash_of(name)
        if there is None:
            return
        if there in ours:
            (self.folder / name).unlink(missing_ok=True)
        else:
            self._put_aside(name)

    def clear_away(self) -> None:
        """Remove what a process left that was killed while it wrote; nobody may be writing."""
        for path in self.folder.rglob("*.tmp"):
            if _BEGUN.fullmatch(path.name):
                path.unlink(missing_ok=True)

    def _put_aside(self, name: str) -> None:
        path = self.folder / name
        named = self._aside(path.stem, path.suffix)
        aside, number = path.with_name(named), 2
        while aside.exists() or aside.is_symlink():
            stem, dot, suffix = named.rpartition(".")
            aside = path.with_name(f"{stem} {number}{dot}{suffix}")
            number += 1
        path.rename(aside)
