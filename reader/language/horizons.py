"""Until when a watch point is open, where the text says so and the date is certain."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reader.language.article_dates import PartialDate, article_date, written
from reader.language.tables import horizons as table

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["PartialDate", "article_date", "horizon"]

_OWN = re.compile(table.OWN)
_SHORT_YEAR = re.compile(table.SHORT_YEAR)
_RELATIVE = re.compile(table.RELATIVE)
_SEASON = re.compile(table.SEASON)
_THIS_MONTH = re.compile(table.MONTHS_FROM_NOW)
_WEEK = re.compile("来週")
_FISCAL = re.compile(table.FISCAL)
_BARE = re.compile(table.BARE)
_BARE_DAY = re.compile(table.BARE_DAY)
_UNTIL = re.compile(table.UNTIL)
_HAPPENED = re.compile(table.HAPPENED)
_CENTURY = 2000
_REIWA = 2018
_FISCAL_START = 4
_YEARS_AHEAD = 40
_DECEMBER = 12
_LAST_YEAR = 9_998


def horizon(words: str, when: PartialDate | None) -> str:
    """Return the date, or the pair of first and last date, that ``words`` name, or nothing.

    ``when`` is the day the article was written: without it only dates with a year count.
    """
    found = _own(words, when)
    if found or when is None or _OWN.search(words):
        return found
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], PartialDate], str]], ...] = (
        (_SHORT_YEAR, _short_year),
        (_FISCAL, _fiscal),
        (_RELATIVE, _relative),
        (_SEASON, _season),
        (_THIS_MONTH, _month_from_now),
        (_WEEK, _week),
        (_BARE, _bare),
        (_BARE_DAY, _bare_day),
    )
    for pattern, read in readers:
        for match in pattern.finditer(words):
            found = "" if _HAPPENED.match(words, match.end()) else read(match, when)
            if found:
                return found
    return ""


def _own(words: str, when: PartialDate | None) -> str:
    """Read 2026年春, 2027年3月末まで: a date with its year, where it is a time and lies ahead."""
    for own in _OWN.finditer(words):
        era, year_written, part = own["era"], own["year"], own["part"] or ""
        year = int(year_written) + (_REIWA if era else 0)
        if not (part or _UNTIL.match(words, own.end())) or _HAPPENED.match(words, own.end()):
            continue
        found = _of_year(year, part, fiscal=bool(own["fiscal"]))
        if when is None or found.rpartition("/")[2] >= _as_written(when, found.rpartition("/")[2]):
            return found
    return ""


def _as_written(when: PartialDate, like: str) -> str:
    """Return today as precise as another date, to compare the two."""
    return written(when.year, when.month, when.day)[: len(like)]


def _of_year(year: int, part: str, *, fiscal: bool = False) -> str:
    """Return a part of a year: a month with or without a day, a season, a half."""
    month = re.match("([0-9]{1,2})月(?:([0-9]{1,2})日)?(上旬|中旬|下旬)?", part)
    if month is not None:
        return _of_month(year, int(month[1]), int(month[2] or 0), month[3] or "")
    if part in table.SEASONS:
        first, last = table.SEASONS[part]
        return f"{year:04}-{first:02}/{year + (last < first):04}-{last:02}"
    if part == "末":
        return written(year + 1, 3, 0) if fiscal else written(year, _DECEMBER, 0)
    return f"{year:04}-04/{year + 1:04}-03" if fiscal else written(year, 0, 0)


def _of_month(year: int, month: int, day: int, third: str) -> str:
    if not third:
        return written(year, month, day)
    first, last = table.THIRDS[third]
    if not written(year, month, first) or year > _LAST_YEAR:
        return ""
    if not last:
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return f"{written(year, month, first)}/{written(year, month, last)}"


def _short_year(match: re.Match[str], when: PartialDate) -> str:
    """Read 26年春 and 29年9月, years without their century."""
    year = _CENTURY + int(match["year"])
    if not when.year <= year <= when.year + _YEARS_AHEAD:
        return ""
    return _of_year(year, match["part"] or "", fiscal=bool(match["fiscal"]))


def _relative(match: re.Match[str], when: PartialDate) -> str:
    """Read 年内, 年末, 来年春, 来年6月15日."""
    if match["end"]:
        return _of_year(when.year, "末")
    if match["inside"]:
        return written(when.year, 0, 0)
    year = when.year + table.YEARS[match["year"]]
    return _of_year(year, match["part"] or "")


def _fiscal(match: re.Match[str], when: PartialDate) -> str:
    """Read 今年度中, 年度末, 来年度: years that begin in April."""
    if not when.month:
        return ""
    year = when.year - (when.month < _FISCAL_START) + (match["year"] == "来")
    if match["year"] == "来" and not match["end"]:
        return _of_year(year, "", fiscal=True)
    return written(year + 1, 3, 0)


def _season(match: re.Match[str], when: PartialDate) -> str:
    """Read 今秋, 来春, この夏."""
    part = match["season"]
    year = when.year + (match["which"] == "来")
    if part == "冬" and match["which"] != "来" and 0 < when.month <= 2:
        year -= 1
    return _of_year(year, part)


def _month_from_now(match: re.Match[str], when: PartialDate) -> str:
    """Read 今月末, 来月, 再来月."""
    if not when.month:
        return ""
    month = when.month - 1 + table.MONTHS[match["month"]]
    year, month = when.year + month // 12, month % 12 + 1
    day = int(match["day"] or 0)
    return _of_month(year, month, day, match["third"] or "")


def _week(_match: re.Match[str], when: PartialDate) -> str:
    """Read 来週, from Monday to Sunday."""
    if not when.day:
        return ""
    today = date(*when)
    monday = today + timedelta(days=7 - today.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _bare(match: re.Match[str], when: PartialDate) -> str:
    """Read 10月まで and 9月20日に: the next month of that name."""
    if not when.month:
        return ""
    month = int(match["month"])
    year = when.year if month >= when.month else when.year + 1
    return _of_month(year, month, int(match["day"] or 0), match["third"] or "")


def _bare_day(match: re.Match[str], when: PartialDate) -> str:
    """Read 24日の会合: the next day of that number."""
    if not when.day:
        return ""
    day = int(match["day"])
    month = when.month + (day < when.day)
    year, month = when.year + month // 13, (month - 1) % 12 + 1
    return written(year, month, day)
