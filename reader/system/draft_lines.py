"""The lines of a draft journal: what was typed and not committed yet, each line with its hash.

A line holds a whole text, or what differs from the last whole one of its place, or says that the
words of a place are committed. ``n`` counts the lines of one process, over all its files.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

VERSION = 1
Place: TypeAlias = tuple[str, ...]
"""What names a place: the parts of a key of the layer above, which alone understands them."""

_SHORT = 2_000
_MOST_PUT = 512
_DIGITS = 16
_END = b'","hash":"'


class Draft(NamedTuple):
    """The last words of a place; ``expected`` is the text that they go on from.

    ``began`` is when the first of them were kept, and ``texts`` are those that were kept whole.
    """

    place: Place
    text: str
    expected: str
    began: str
    texts: frozenset[str] = frozenset()


class Journal(NamedTuple):
    """What is in a journal: the drafts that were not committed, in order.

    ``damaged`` counts lines that are not what was written, a torn last one left out; ``newer``
    says that there are lines of a newer version.
    """

    drafts: tuple[Draft, ...] = ()
    damaged: int = 0
    newer: bool = False


class _Whole(NamedTuple):
    number: int
    text: str
    expected: str


class LineWriter:
    """Makes lines; a long text is written whole only as often as needed."""

    def __init__(self) -> None:
        self._number = 0
        self._wholes: dict[Place, _Whole] = {}

    def start_over(self) -> None:
        """Write whole texts again: a file begins, with nothing to refer to."""
        self._wholes.clear()

    def kept(self, place: Place, text: str, expected: str, *, at: str) -> bytes:
        """Return the line that keeps the words of a place."""
        whole = self._wholes.get(place)
        if whole is not None and whole.expected == expected and len(text) > _SHORT:
            start, end = _difference(whole.text, text)
            put = text[start : len(text) - end]
            if len(put) <= _MOST_PUT:
                cut = len(whole.text) - end
                return self._line(place, at, on=whole.number, start=start, cut=cut, put=put)
        line = self._line(place, at, text=text, expected=expected)
        self._wholes[place] = _Whole(self._number, text, expected)
        return line

    def done(self, place: Place, *, at: str) -> bytes:
        """Return the line that says that the words of a place are committed."""
        self._wholes.pop(place, None)
        return self._line(place, at, done=True)

    def _line(self, place: Place, at: str, **said: object) -> bytes:
        self._number += 1
        record = {"v": VERSION, "n": self._number, "place": place, **said, "at": at}
        try:
            body = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
        except UnicodeEncodeError:  # half a character: written as an escape
            body = json.dumps(record, separators=(",", ":")).encode()
        return body[:-2] + _END + _digest(body) + b'"}\n'


def read_journal(*files: bytes) -> Journal:
    """Read the files of one process; what cannot be understood is counted and left out."""
    records: list[dict[str, Any]] = []
    damaged, newer = 0, False
    for data in files:
        *lines, torn = data.split(b"\n")
        last = _record(torn)
        for record in [*map(_record, lines), *([last] if last else [])]:
            if record is None:
                damaged += 1
            elif record["v"] != VERSION:
                newer = True
            else:
                records.append(record)
    records.sort(key=_number)
    drafts, unresolved = _drafts(records)
    return Journal(tuple(drafts), damaged + unresolved, newer)


def _record(line: bytes) -> dict[str, Any] | None:
    """Return what a line says, None where it is not what was written."""
    body, between, end = line.rpartition(_END)
    try:
        # The record is JSON of any version, and only ours has the hash that we know.
        record = json.loads(line)
        if record["v"] != VERSION:
            return record if isinstance(record["v"], int) else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    whole = body + b'"}'
    return record if between and end == _digest(whole) + b'"}' else None


def _number(record: dict[str, Any]) -> int:
    return int(record["n"])


def _drafts(records: Iterable[dict[str, Any]]) -> tuple[list[Draft], int]:
    drafts: dict[Place, Draft] = {}
    wholes: dict[int, _Whole] = {}
    unresolved = 0
    for record in records:
        place = tuple(record["place"])
        if "done" in record:
            drafts.pop(place, None)
        elif "text" in record:
            whole = _Whole(record["n"], record["text"], record["expected"])
            wholes[whole.number] = whole
            drafts[place] = _next(drafts.pop(place, None), record, whole, whole.text)
        elif record["on"] in wholes and place in drafts:
            whole = wholes[record["on"]]
            text = whole.text[: record["start"]] + record["put"] + whole.text[record["cut"] :]
            drafts[place] = _next(drafts.pop(place), record, whole, text)
        else:
            unresolved += 1
    return list(drafts.values()), unresolved


def _next(before: Draft | None, record: dict[str, Any], whole: _Whole, text: str) -> Draft:
    if before is None:
        texts = frozenset((whole.text,))
        return Draft(tuple(record["place"]), text, whole.expected, record["at"], texts)
    # A text that is told by what differs is long, and not the first one of its place.
    texts = before.texts | {whole.text} if text is whole.text else before.texts
    return Draft(before.place, text, whole.expected, before.began, texts)


def _digest(body: bytes) -> bytes:
    return sha256(body).hexdigest()[:_DIGITS].encode()


def _difference(one: str, other: str) -> tuple[int, int]:
    """Return how many signs two texts have in common at their beginning, and then at their end."""
    most = min(len(one), len(other))
    start = _common(most, lambda length: one.startswith(other[:length]))
    end = _common(most - start, lambda length: one.endswith(other[len(other) - length :]))
    return start, end


def _common(most: int, holds: Callable[[int], bool]) -> int:
    """Return the largest length up to ``most`` that holds, as every smaller one does."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if holds(middle):
            least = middle
        else:
            most = middle - 1
    return least
