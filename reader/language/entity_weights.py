"""The weights of the tagger of names in a file: how sure each feature makes it of each label."""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SCALE = 1000
"""A weight of 1 (a natural logarithm of odds) is kept as this whole number."""

_MAGIC = b"chumoku entities 1\n"
_WIDEST = 0x7FFF


@dataclass(frozen=True, slots=True)
class Table:
    """The weights of one kind of feature.

    ``index`` leads a value to its number n, and the weights ``starts[n]`` to ``starts[n + 1]``
    are its own: each belongs to a cell, which is the index of the shift times the number of
    labels plus the label.
    """

    index: dict[str, int]
    starts: list[int]
    cells: bytes
    weights: array[int]


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights: ``tables`` by kind of feature, and what holds everywhere.

    ``steps[label][before]`` is what it is worth to come from a label, ``always`` what a label is
    worth at any place.
    """

    labels: tuple[str, ...]
    tables: dict[str, Table]
    steps: tuple[tuple[int, ...], ...]
    always: tuple[int, ...]


def read_weights(path: Path) -> Weights:
    """Read a file of weights; ValueError where it is none or not whole, OSError as usual."""
    data = path.read_bytes()
    if not data.startswith(_MAGIC):
        raise ValueError(f"{path} holds no weights")
    try:
        head, _, packed = data[len(_MAGIC) :].partition(b"\n")
        told = json.loads(head)
        body = _Reader(zlib.decompress(packed))
        tables = {kind: _table(body, count) for kind, count in told["kinds"]}
        count = len(told["labels"])
        steps = tuple(tuple(body.numbers(count)) for _ in range(count))
        return Weights(tuple(told["labels"]), tables, steps, tuple(body.numbers(count)))
    except (zlib.error, KeyError, TypeError, IndexError) as error:
        raise ValueError(f"{path} is damaged") from error


def write_weights(
    path: Path,
    *,
    labels: tuple[str, ...],
    tables: Mapping[str, Mapping[str, Mapping[int, float]]],
    steps: list[list[float]],
    always: list[float],
) -> None:
    """Write weights (value to cell to weight, by kind) as ``read_weights`` takes them."""
    body = bytearray()
    for table in tables.values():
        _put(body, "\n".join(table).encode())
        _put(body, _packed([len(cells) for cells in table.values()]))
        _put(body, bytes(cell for cells in table.values() for cell in cells))
        every = [weight for cells in table.values() for weight in cells.values()]
        _put(body, _packed([_whole(weight) for weight in every]))
    for row in [*steps, always]:
        _put(body, _packed([_whole(weight) for weight in row]))
    kinds = [(kind, len(table)) for kind, table in tables.items()]
    head = json.dumps({"labels": labels, "kinds": kinds}, ensure_ascii=False).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_MAGIC + head + b"\n" + zlib.compress(bytes(body), 9))


def _table(body: _Reader, count: int) -> Table:
    values = body.block().decode().split("\n") if count else [body.block().decode()][:0]
    starts = list(accumulate(_unpacked(body.block()), initial=0))
    cells, weights = body.block(), _unpacked(body.block())
    if not len(values) == count == len(starts) - 1 or len(cells) != len(weights) != starts[-1]:
        raise IndexError
    return Table(dict(zip(values, range(count), strict=True)), starts, cells, weights)


class _Reader:
    """Takes blocks of bytes, each with its length before it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def block(self) -> bytes:
        """Return the next block; IndexError where the data ends inside it."""
        begin = self._at + 4
        size = int.from_bytes(self._data[self._at : begin], "little")
        self._at = begin + size
        if self._at > len(self._data):
            raise IndexError
        return self._data[begin : self._at]

    def numbers(self, count: int) -> list[int]:
        """Return a block of so many whole numbers."""
        found = list(_unpacked(self.block()))
        if len(found) != count:
            raise IndexError
        return found


def _put(body: bytearray, block: bytes) -> None:
    body += len(block).to_bytes(4, "little") + block


def _whole(weight: float) -> int:
    return max(-_WIDEST, min(_WIDEST, round(weight * SCALE)))


def _packed(numbers: list[int]) -> bytes:
    """Return numbers of 16 bits, the lower byte first whatever the machine."""
    row = array("h", numbers)
    if sys.byteorder == "big":
        row.byteswap()
    return row.tobytes()


def _unpacked(data: bytes) -> array[int]:
    row = array("h")
    row.frombytes(data)
    if sys.byteorder == "big":
        row.byteswap()
    return row
