"""The names that are known beforehand: what they are, and which of them are one and the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from reader.model.understanding import Category

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_CATEGORIES: tuple[Category, ...] = get_args(Category)
_FIELDS = 6


@dataclass(frozen=True, slots=True)
class Known:
    """A thing of the table, with its names in one language, the fullest first.

    ``key`` is its preferred form in every language; ``sort`` one of country capital organisation
    leader agreement event place. ``readings`` belong to the first names, in the same order; an
    empty one is told by the name itself, or not known.
    """

    key: str
    category: Category
    sort: str
    names: tuple[str, ...]
    readings: tuple[str, ...] = ()

    @property
    def country(self) -> bool:
        """Say whether it is a country."""
        return self.sort == "country"

    @property
    def capital(self) -> bool:
        """Say whether it is the capital of a country."""
        return self.sort == "capital"

    def reading_of(self, name: str) -> str:
        """Return how one of the names is read, in hiragana, or nothing."""
        place = self.names.index(name) if name in self.names else len(self.readings)
        return self.readings[place] if place < len(self.readings) else ""


class Gazetteer:
    """Finds known names at a place of a text, the longest first.

    A name of one character (米) is known when asked for, and not found in a text: most often it
    is something else there.
    """

    def __init__(self, things: Iterable[Known]) -> None:
        self._entries: dict[str, Known] = {}
        for known in things:
            for name in known.names:
                self._entries.setdefault(name, known)
        self._by_start: dict[str, list[str]] = {}
        for name in sorted(self._entries, key=lambda name: (-len(name), name)):
            if len(name) > 1:
                self._by_start.setdefault(name[:2], []).append(name)

    def get(self, name: str) -> Known | None:
        """Return what is known of ``name``."""
        return self._entries.get(name)

    def at(self, text: str, place: int) -> str:
        """Return the longest known name that begins at ``place``, or an empty string."""
        for name in self._by_start.get(text[place : place + 2], ()):
            if text.startswith(name, place):
                return name
        return ""

    def all_at(self, text: str, place: int) -> list[str]:
        """Return all known names that begin at ``place``, the longest first."""
        names = self._by_start.get(text[place : place + 2])
        return [name for name in names if text.startswith(name, place)] if names else []


@dataclass(frozen=True, slots=True)
class Names:
    """The known names as each language writes them."""

    japanese: Gazetteer
    english: Gazetteer


def read_names(path: Path) -> Names:
    """Read the table of names; ValueError names the line that is none."""
    japanese: list[Known] = []
    english: list[Known] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            one, other = _entry(line.split("\t"), f"{path.name}:{number}")
            japanese.append(one)
            english.append(other)
    return Names(Gazetteer(japanese), Gazetteer(english))


def _entry(fields: list[str], where: str) -> tuple[Known, Known]:
    if len(fields) != _FIELDS or fields[1] not in _CATEGORIES:
        raise ValueError(f"{where} is no line of names")
    key, told, sort, japanese, readings, english = fields
    category = next(one for one in _CATEGORIES if one == told)
    return (
        Known(key, category, sort, _parts(japanese), tuple(readings.split("|"))),
        Known(key, category, sort, _parts(english)),
    )


def _parts(field: str) -> tuple[str, ...]:
    return tuple(name for name in field.split("|") if name)
