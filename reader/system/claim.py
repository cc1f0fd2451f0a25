"""The claim of one window on a library: a lock in the reader's own folder, not in the library.

The lock goes with the process, also with one that is killed. Its file tells the others which
process has the window, and where that listens.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import NamedTuple

from reader.system.locks import lock

_log = logging.getLogger(__name__)

_READ = 4096


class Holder(NamedTuple):
    """What a claim's file tells: the process, and the name of its server once it listens."""

    process: str = ""
    server: str = ""


class Claim:
    """The right to show a window on the library in ``folder``; ``places`` holds the locks.

    Whatever a path is written like, the same folder is the same library. Where the machine
    gives no lock (a home that cannot be written), everybody may have a window.
    """

    def __init__(self, folder: Path, places: Path) -> None:
        self.key = f"{_number(_one_spelling(Path(os.path.realpath(folder)))):016x}"
        self.left = ""
        """The name of the server that the holder before us may have left behind."""
        self._places = places
        self._handle: int | None = None
        self._ours = False

    def take(self) -> bool:
        """Take the claim if it is free; say whether we have it."""
        if self._ours:
            return True
        try:
            if self._handle is None:
                self._handle = self._open()
            self._ours = lock(self._handle)
        except OSError as error:
            _log.info("there is no lock for one window a library: %s", error)
            return True
        if self._ours:
            self.left = self.holder().server
            self._write("")
        return self._ours

    def holder(self) -> Holder:
        """Return who has the claim, as far as its file tells."""
        if self._handle is None:
            return Holder()
        os.lseek(self._handle, 0, os.SEEK_SET)
        lines = os.read(self._handle, _READ).decode("utf-8", "replace").split("\n")
        return Holder(lines[0], lines[1]) if len(lines) > 2 else Holder()

    def tell(self, server: str) -> None:
        """Tell the others where we listen, or with an empty name that we no longer do."""
        if self._ours:
            self._write(server)

    def close(self) -> None:
        """Give the claim up."""
        if self._handle is not None:
            os.close(self._handle)
        self._handle, self._ours = None, False

    def _open(self) -> int:
        self._places.mkdir(mode=0o700, parents=True, exist_ok=True)
        # The file stays: two processes that made one anew could each lock their own.
        return os.open(self._places / f"{self.key}.lock", os.O_RDWR | os.O_CREAT, 0o600)

    def _write(self, server: str) -> None:
        """Write what the file tells; the end of a longer one before stands behind two lines."""
        assert self._handle is not None
        told = f"{os.getpid()}\n{server}\n".encode()
        try:
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, told)
            os.ftruncate(self._handle, len(told))
        except OSError as error:
            _log.info("the claim on a library cannot tell who has it: %s", error)


def _one_spelling(path: Path) -> str:
    """Return a path in one spelling where its file system takes several for the same folder.

    A part that is not there yet is taken as what holds it.
    """
    there, spelt, folds = Path(path.anchor), [path.anchor], False
    for part in path.parts[1:]:
        other = part.swapcase()
        if other != part:
            folds = _same(there / part, there / other, otherwise=folds)
        spelt.append(_folded(part) if folds else part)
        there /= part
    return "/".join(spelt)


def _same(path: Path, other: Path, *, otherwise: bool) -> bool:
    try:
        facts = path.stat()
    except OSError:
        return otherwise
    try:
        return os.path.samestat(facts, other.stat())
    except OSError:
        return False


def _folded(part: str) -> str:
    from unicodedata import normalize

    return normalize("NFC", part.casefold())


def _number(words: str) -> int:
    """Return 64 bits that stand for the words (FNV-1a): hashlib takes longer to load."""
    number = 0xCBF29CE484222325
    for byte in words.encode("utf-8", "surrogatepass"):
        number = (number ^ byte) * 0x100000001B3 % (1 << 64)
    return number
