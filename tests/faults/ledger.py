"""What was promised to be kept, and whether it was: the book that every fault test is held to.

A workload tells before each write what it tries (``?``), after it what it was told is kept
(``!``), and what went wrong instead (``x``), a line each. Whatever befalls the program then,
a key must hold the last value that was kept, or one that was tried after it.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reader.model.errors import ReaderError
from reader.presentation.wording.errors import WORDING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

TRIED, KEPT, FAILED = "?", "!", "x"
CRASH = "crash"


class Line(NamedTuple):
    """One line of the book: what happened to the value of a key."""

    sign: str
    key: str
    value: str

    def text(self) -> str:
        return json.dumps(list(self), ensure_ascii=True)

    @classmethod
    def of(cls, text: str) -> Line:
        return cls(*json.loads(text))


class Ledger:
    """Writes the book; ``tell`` takes a line and has it safe when it returns."""

    def __init__(self, tell: Callable[[str], object]) -> None:
        self._tell = tell

    def tried(self, key: str, value: str) -> None:
        self._tell(Line(TRIED, key, value).text())

    def kept(self, key: str, value: str) -> None:
        self._tell(Line(KEPT, key, value).text())

    @contextmanager
    def act(self, key: str, value: str) -> Iterator[None]:
        """Try a write; an error of the world is told by its code, any other as a crash."""
        self.tried(key, value)
        try:
            yield
        except ReaderError as error:
            self._tell(Line(FAILED, key, error.code).text())
        except Exception as error:  # noqa: BLE001 - the very thing that must not happen
            self._tell(Line(FAILED, key, f"{CRASH}: {type(error).__name__}: {error}").text())
        else:
            self.kept(key, value)


@dataclass
class Book:
    """The book as it was read back."""

    kept: dict[str, str] = field(default_factory=dict)
    allowed: dict[str, set[str | None]] = field(default_factory=dict)
    failures: list[Line] = field(default_factory=list)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Book:
        book = cls()
        for text in texts:
            book.take(text)
        return book

    def take(self, text: str) -> None:
        line = Line.of(text)
        if line.sign == TRIED:
            start: set[str | None] = {None}
            self.allowed.setdefault(line.key, start).add(line.value)
        elif line.sign == KEPT:
            self.kept[line.key] = line.value
            self.allowed[line.key] = {line.value}
        else:
            self.failures.append(line)

    def losses(self, state: Mapping[str, str]) -> list[str]:
        """Return what is not as it was promised, in words; a key of one word is an act alone."""
        lost = [
            f"{key} holds {shortened(state.get(key))}, not one of "
            + ", ".join(sorted(shortened(value) for value in allowed))
            for key, allowed in self.allowed.items()
            if " " in key and state.get(key) not in allowed
        ]
        return lost + ([f"check: {state['check']}"] if "check" in state else [])

    def misbehaviours(self) -> list[str]:
        """Return the failures that no reader could be told of."""
        return [
            f"{line.key}: {line.value}"
            for line in self.failures
            if f"error.{line.value}" not in WORDING
        ]


def shortened(value: str | None) -> str:
    if value is None:
        return "nothing"
    return repr(value if len(value) <= 60 else f"{value[:40]}…{value[-15:]}")
