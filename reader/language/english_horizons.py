"""Until when a watch point of an English text is open, where the text says so for certain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.article_dates import PartialDate, written
from reader.language.tables import english_horizons as table

if TYPE_CHECKING:
    from reader.model.blocks import Block

_FULL = re.compile(table.FULL)
_ISO = re.compile(table.ISO)
_SLASHED = re.compile(table.SLASHED)
_YEAR = re.compile(table.YEAR)
_DAY_MONTH = re.compile(table.DAY_MONTH)
_BARE = re.compile(table.BARE_MONTH)
_THIS_YEAR = re.compile(table.THIS_YEAR)
_SEASON = re.compile(table.SEASON)
_THIS_MONTH = re.compile(table.THIS_MONTH)
_HAPPENED = re.compile(table.HAPPENED, re.IGNORECASE)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_HALVES = {"first half": (1, 6), "second half": (7, 12), **_SEASONS}
_LINES = 8


def article_date(folded: str, blocks: tuple[Block, ...]) -> PartialDate | None:
    """Return when the article was written, if a date line or its first words tell."""
    for block in (*blocks[:_LINES], *blocks[-_LINES:]):
        if block.kind == "aside":
            found = _first(folded, block.start, block.end)
            if found is not None:
                return found
    for block in blocks:
        if block.kind == "paragraph":
            return _first(folded, block.start, min(block.end, block.start + 80))
    return None


def _first(folded: str, start: int, end: int) -> PartialDate | None:
    match = _FULL.search(folded, start, end)
    if match is not None:
        date = PartialDate(
            int(match["year"]), _month(match["month"]), int(match["day"] or match["after"] or 0)
        )
        return date if written(*date) else None
    iso = _ISO.search(folded, start, end) or _SLASHED.search(folded, start, end)
    if iso is None:
        return None
    date = PartialDate(int(iso["year"]), int(iso["month"]), int(iso["day"]))
    return date if written(*date) else None


def _month(name: str) -> int:
    return next(
        place
        for place, month in enumerate(table.MONTHS, start=1)
        if month.startswith(name[:3].lower())
    )


def horizon(words: str, when: PartialDate | None) -> str:
    """Return the date, or the pair of first and last date, that ``words`` name, or nothing.

    A date without a year counts only where it is known when the article was written.
    """
    for match in _FULL.finditer(words):
        date = (
            int(match["year"]),
            _month(match["month"]),
            int(match["day"] or match["after"] or 0),
        )
        if _is_ahead(date, when) and not _HAPPENED.search(words, 0, match.start()):
            return written(*date)
    for match in _YEAR.finditer(words):
        found = _year(int(match["year"]), (match["part"] or "").strip(), when)
        if found and not match[0].startswith("since"):
            return found
    return _from_now(words, when) if when is not None else ""


def _year(year: int, part: str, when: PartialDate | None) -> str:
    if not _is_ahead((year, 0, 0), when):
        return ""
    if part in _HALVES:
        return _between(year, *_HALVES[part])
    return written(year, 0, 0)


def _between(year: int, first: int, last: int) -> str:
    begins, ends = written(year, first, 0), written(year, last, 0)
    return f"{begins}/{ends}" if begins and ends else ""


def _is_ahead(date: tuple[int, int, int], when: PartialDate | None) -> bool:
    if when is None:
        return True
    year, month, day = date
    return (year, month or 12, day or 31) >= (when.year, when.month, when.day)


def _from_now(words: str, when: PartialDate) -> str:
    """Read a day, a month, a season without its year, and this year, next year, next month."""
    if not when.month:
        year = _THIS_YEAR.search(words)
        return "" if year is None else written(when.year + (year["which"] == "next"), 0, 0)
    for pattern in (_DAY_MONTH, _BARE):
        for match in pattern.finditer(words):
            if not _HAPPENED.search(words, 0, match.start()):
                month = _month(match["month"] or match["named"])
                day = int(match["day"] or match["after"] or 0)
                return written(_year_of(month, when), month, day)
    season = _SEASON.search(words)
    if season is not None and not _HAPPENED.search(words, 0, season.start()):
        first, last = _SEASONS[season["season"]]
        later = season["which"] == "next" or last < when.month
        return _between(when.year + later, first, last)
    year = _THIS_YEAR.search(words)
    if year is not None:
        return written(when.year + (year["which"] == "next"), 0, 0)
    unit = _THIS_MONTH.search(words)
    if unit is not None:
        month = when.month + (unit["which"] == "next")
        return written(when.year + (month > 12), (month - 1) % 12 + 1, 0)
    return ""


def _year_of(month: int, when: PartialDate) -> int:
    """Return the year of a month that has none: it is the next one of that name."""
    return when.year if month >= when.month else when.year + 1
