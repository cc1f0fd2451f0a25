"""The names that are known beforehand: what they are, and which of them are one and the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reader.language.tables import organisations, people, places

if TYPE_CHECKING:
    from reader.model.understanding import Category


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the tables with its other names, the fullest first."""

    category: Category
    names: tuple[str, ...]
    country: bool = False
    capital: bool = False
    reading: str = ""


class Gazetteer:
    """Finds known names at a place of a text, the longest first."""

    def __init__(self, entries: dict[str, Known]) -> None:
        self._entries = entries
        self._by_start: dict[str, list[str]] = {}
        for name in sorted(entries, key=lambda name: (-len(name), name)):
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
        return [
            name
            for name in self._by_start.get(text[place : place + 2], ())
            if text.startswith(name, place)
        ]


def _lines(table: str) -> list[list[list[str]]]:
    return [
        [[name for name in field.split("|") if name] for field in line.split(";")]
        for line in table.strip().splitlines()
    ]


def _enter(entries: dict[str, Known], known: Known) -> None:
    for name in known.names:
        entries.setdefault(name, known)


@cache
def japanese() -> Gazetteer:
    """Return the known names as Japanese writes them."""
    return _gazetteer(0)


@cache
def english() -> Gazetteer:
    """Return the known names as English writes them."""
    return _gazetteer(1)


def _gazetteer(language: int) -> Gazetteer:
    entries: dict[str, Known] = {}
    for fields in _lines(places.COUNTRIES):
        _enter(entries, Known("place", tuple(fields[language * 2]), country=True))
        _enter(entries, Known("place", tuple(fields[language * 2 + 1]), capital=True))
    tables: tuple[tuple[str, Category], ...] = (
        (organisations.ORGANISATIONS, "organization"),
        (organisations.AGREEMENTS, "agreement"),
        (organisations.EVENTS, "event"),
        (places.PLACES, "place"),
    )
    for table, category in tables:
        for fields in _lines(table):
            _enter(entries, Known(category, tuple(fields[language])))
    for names, reading, english_name in _lines(people.PEOPLE):
        listed = (tuple(names), tuple(english_name))[language]
        spoken = reading[0] if reading and language == 0 else ""
        _enter(entries, Known("person", listed, reading=spoken))
    return Gazetteer(entries)
