"""Until when a watch point is open, where the text says so and the date is certain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model.dates import is_date

if TYPE_CHECKING:
    from reader.model.blocks import Block

_FULL = re.compile("([12][0-9]{3})(?:年|[./-])([01]?[0-9])(?:月|[./-])([0-3]?[0-9])日?")
_MONTH = re.compile("([12][0-9]{3})年([01]?[0-9])月")
_MONTH_NUMBER = "(1[0-2]|[1-9])月"
_DAY_NUMBER = "(3[01]|[12][0-9]|[1-9])日"
_OWN_DATE = re.compile(
    f"(?<![0-9])([12][0-9]{{3}})年(?:{_MONTH_NUMBER}(?:{_DAY_NUMBER})?)?"
    "(?!前|間|代|ぶり|以上|超|余り|足らず)"
)
_BARE_DAY = re.compile(f"(?<![0-9年]){_MONTH_NUMBER}{_DAY_NUMBER}(?:まで|に|から)?")
_BARE_MONTH = re.compile(f"(?<![0-9年]){_MONTH_NUMBER}(?:末)?(?:まで|中|に|の|から)")
# A year may be part of a name (2035年目標); it is a time where one of these goes on.
_UNTIL = re.compile(
    "(?:末|初め|初頭|前半|後半|度)?(?:の[^、。]{1,8}?)?"
    "(?:まで|のうち|中に|内に|に(?!決|合意|採択|署名|定め|結)|から|以降)"
)
_YEARS = {"今年": 0, "本年": 0, "年内": 0, "来年": 1, "翌年": 1, "再来年": 2}
_HALVES = {"前半": (1, 6), "上半期": (1, 6), "後半": (7, 12), "下半期": (7, 12)}
_SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), **_HALVES}
_RELATIVE = re.compile(
    "年内|(?:今年|本年|再来年|来年|翌年)(?:の)?"
    "(春|夏|秋|冬|前半|後半|上半期|下半期|(?:1[0-2]|[1-9])月)?"
)
_DATE_LINES = 6


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as the text names it; ``month`` and ``day`` are 0 where it does not."""

    year: int
    month: int = 0
    day: int = 0


def article_date(folded: str, blocks: tuple[Block, ...]) -> PartialDate | None:
    """Return when the article was written, if its date line or the first words of its lead tell.

    A date somewhere in the text is not taken: it may be of anything.
    """
    for block in blocks[:_DATE_LINES]:
        if block.kind == "aside":
            found = _partial(_FULL.search(folded, block.start, block.end))
            if found is not None:
                return found
    for block in blocks:
        if block.kind == "paragraph":
            exact = _FULL.match(folded, block.start, block.end)
            return _partial(exact or _MONTH.match(folded, block.start, block.end))
    return None


def _partial(match: re.Match[str] | None) -> PartialDate | None:
    if match is None:
        return None
    parts = [int(part) for part in match.groups()]
    return PartialDate(*parts) if _written(*parts, *(0,) * (3 - len(parts))) else None


def horizon(words: str, when: PartialDate | None) -> str:
    """Return the date, or the pair of first and last date, that ``words`` name, or nothing."""
    for own in _OWN_DATE.finditer(words):
        year, month, day = (int(part or 0) for part in own.groups())
        ahead = when is None or (year, month or 12, day or 31) >= (when.year, when.month, when.day)
        if ahead and _UNTIL.match(words, own.end()):
            return _written(year, month, day)
    if when is None or _OWN_DATE.search(words):
        return ""
    relative = _RELATIVE.search(words)
    if relative is not None:
        return _relative(relative, when)
    exact = _BARE_DAY.search(words)
    if exact is not None and when.month:
        month = int(exact.group(1))
        return _written(_year_of(month, when), month, int(exact.group(2)))
    bare = _BARE_MONTH.search(words)
    if bare is not None and when.month:
        return _written(_year_of(int(bare.group(1)), when), int(bare.group(1)), 0)
    return ""


def _year_of(month: int, when: PartialDate) -> int:
    """Return the year of a month that has none: it is the next one of that name."""
    return when.year if month >= when.month else when.year + 1


def _relative(match: re.Match[str], when: PartialDate) -> str:
    word = match.group()
    year = when.year
    for name, later in _YEARS.items():
        if word.startswith(name):
            year += later
    part = match.group(1) or ""
    if part.endswith("月"):
        return _written(year, int(part[:-1]), 0)
    if part in _SEASONS:
        first, last = _SEASONS[part]
        return f"{year:04}-{first:02}/{year:04}-{last:02}"
    return "" if part else _written(year, 0, 0)


def _written(year: int, month: int, day: int) -> str:
    date = f"{year:04}"
    if month:
        date += f"-{month:02}"
    if month and day:
        date += f"-{day:02}"
    return date if is_date(date) else ""
