"""Power cuts: what a disk may hold after one, made from a log of all that was written.

What was synced is there. Of what was not, any part may be: each write whole, torn or not at
all, and of the changes to a folder's list of names the first few. A file's size follows its
writes.
"""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

_HEADER = struct.Struct("=IiqII")
SECTORS = (512, 4096)


class Record(NamedTuple):
    """One thing that the program did to its files, or a mark of its ledger (``M``)."""

    kind: str
    serial: int
    offset: int
    data: bytes
    other: str


def records(log: Path) -> Iterator[Record]:
    """Read a log."""
    data = log.read_bytes()
    at = 0
    while at + _HEADER.size <= len(data):
        kind, serial, offset, first, second = _HEADER.unpack_from(data, at)
        at += _HEADER.size
        other = data[at + first : at + first + second]
        yield Record(chr(kind), serial, offset, data[at : at + first], os.fsdecode(other))
        at += first + second


class Write(NamedTuple):
    """Bytes that were written to a file; None: the file was cut to ``offset`` bytes."""

    offset: int
    data: bytes | None


@dataclass(eq=False)
class File:
    """A file: what is safe of it, and what was done to it since, in order."""

    safe: bytearray = field(default_factory=bytearray)
    pending: list[Write] = field(default_factory=list)

    def sync(self) -> None:
        for write in self.pending:
            apply(self.safe, write)
        self.pending.clear()


@dataclass(eq=False)
class Folder:
    """A folder: the names that are safe, and how they were changed since, in order."""

    safe: dict[str, File | Folder] = field(default_factory=dict)
    pending: list[dict[str, File | Folder | None]] = field(default_factory=list)

    def now(self) -> dict[str, File | Folder]:
        """Return the names as the running program sees them."""
        return self.after(len(self.pending))

    def after(self, count: int) -> dict[str, File | Folder]:
        """Return the names when so many of the changes came through."""
        names: dict[str, File | Folder | None] = {**self.safe}
        for change in self.pending[:count]:
            names |= change
        return {name: node for name, node in names.items() if node is not None}

    def sync(self) -> None:
        self.safe = self.now()
        self.pending.clear()


Node: TypeAlias = File | Folder


class Disk:
    """A disk that holds ``place``; it is told record by record what the program does."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self.root = _loaded(place)
        self._open: dict[int, Node] = {}

    def take(self, record: Record) -> None:
        """Do what the program did."""
        match record.kind:
            case "O":
                self._opened(record)
            case "W":
                self._file(record.serial).pending.append(Write(record.offset, record.data))
            case "T":
                self._file(record.serial).pending.append(Write(record.offset, None))
            case "S":
                self._open[record.serial].sync()
            case "R":
                self._renamed(os.fsdecode(record.data), record.other)
            case "U":
                folder, name = self._found(os.fsdecode(record.data))
                folder.pending.append({name: None})
            case "D":
                folder, name = self._found(os.fsdecode(record.data))
                folder.pending.append({name: Folder()})

    def cut(self, target: Path, random: Random) -> None:
        """Write into ``target`` what the disk may hold if the power goes now."""
        _put(self.root, target, random)

    def _opened(self, record: Record) -> None:
        path = os.fsdecode(record.data)
        if path == str(self._place):
            self._open[record.serial] = self.root
            return
        folder, name = self._found(path)
        node = folder.now().get(name)
        if node is None:
            node = File()
            folder.pending.append({name: node})
        if record.offset & 2 and isinstance(node, File):
            node.pending.append(Write(0, None))
        self._open[record.serial] = node

    def _renamed(self, old: str, new: str) -> None:
        before, name = self._found(old)
        after, other = self._found(new)
        node = before.now()[name]
        if before is after:
            before.pending.append({name: None, other: node})
        else:
            after.pending.append({other: node})
            before.pending.append({name: None})

    def _file(self, serial: int) -> File:
        node = self._open[serial]
        assert isinstance(node, File)
        return node

    def _found(self, path: str) -> tuple[Folder, str]:
        *parents, name = Path(path).relative_to(self._place).parts
        folder = self.root
        for parent in parents:
            node = folder.now()[parent]
            assert isinstance(node, Folder)
            folder = node
        return folder, name


def apply(data: bytearray, write: Write) -> None:
    """Change the bytes of a file as a write does."""
    if write.data is None:
        del data[write.offset :]
        data.extend(bytes(write.offset - len(data)))
    else:
        data.extend(bytes(max(0, write.offset - len(data))))
        data[write.offset : write.offset + len(write.data)] = write.data


def _loaded(path: Path) -> Folder:
    """Return what is there before the program starts, all of it safe."""
    folder = Folder()
    for child in path.iterdir():
        folder.safe[child.name] = (
            _loaded(child) if child.is_dir() else File(bytearray(child.read_bytes()))
        )
    return folder


def _put(folder: Folder, target: Path, random: Random) -> None:
    target.mkdir()
    # At times all or nothing: the ends of the range are where most faults would be.
    count = random.choice((0, len(folder.pending), random.randint(0, len(folder.pending))))
    for name, node in folder.after(count).items():
        if name.endswith("-shm"):
            # Never synced and always made anew; whatever lies there must not matter.
            if random.random() < 0.5:
                (target / name).write_bytes(random.randbytes(32768))
        elif isinstance(node, Folder):
            _put(node, target / name, random)
        else:
            (target / name).write_bytes(_survivor(node, random))


def _survivor(file: File, random: Random) -> bytes:
    data = bytearray(file.safe)
    chance = random.choice((0.0, 0.5, 0.9, 1.0))
    for write in file.pending:
        if random.random() >= chance:
            continue
        if write.data is None or random.random() < 0.7:
            apply(data, write)
        else:
            _tear(data, write.offset, write.data, random)
    return bytes(data)


def _tear(data: bytearray, offset: int, written: bytes, random: Random) -> None:
    """Let some sectors of a write come through."""
    sector = random.choice(SECTORS)
    for start in range(0, len(written), sector):
        if random.random() < 0.5:
            apply(data, Write(offset + start, written[start : start + sector]))
