"""When an article was written, as far as its date line or its lead tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.model.dates import is_date

if TYPE_CHECKING:
    from reader.model.blocks import Block

_FULL = re.compile("(?<![0-9])([12][0-9]{3})(?:年|[./-])([01]?[0-9])(?:月|[./-])([0-3]?[0-9])日?")
_MONTH = re.compile("(?<![0-9])([12][0-9]{3})年([01]?[0-9])月")
_ERA = re.compile("令和(元|[0-9]{1,2})年([01]?[0-9])月(?:([0-3]?[0-9])日)?")
_YEAR = re.compile(
    "(?<![0-9])((?:19|20)[0-9]{2})年(?!度|代|まで|以降|以内|目標|問題)"
    "(?![0-9]{1,2}月[^、。]{0,14}(?:まで|以降))"
)
# A date that lies ahead, or that something began with, tells nothing of today.
_NOT_TODAY = re.compile("[^、。]{0,4}(?:まで|以降|以来|から|をめど|を目標|に予定|に向け|の予定)")
_PAST = re.compile("(?:た|ている|ています)[」』)]?$")
_REIWA = 2018
_DATE_LINES, _LAST_LINES, _LEAD_LINES = 8, 6, 3
_YEARS_LEFT_OPEN = 1
_SENTENCE = 300


class PartialDate(NamedTuple):
    """A date as far as the text names it; ``month`` and ``day`` are 0 where it does not."""

    year: int
    month: int = 0
    day: int = 0


def written(year: int, month: int, day: int) -> str:
    """Return the date as a string that is as precise, or nothing where there is no such day."""
    date = f"{year:04}"
    if month:
        date += f"-{month:02}"
    if month and day:
        date += f"-{day:02}"
    return date if is_date(date) else ""


def article_date(folded: str, blocks: tuple[Block, ...]) -> PartialDate | None:
    """Return when the article was written: by a date line, else by the dates of its lead.

    The lead's last date counts, unless the text goes on to speak of later years.
    """
    lines = (*blocks[:_DATE_LINES], *blocks[-_LAST_LINES:])
    for block in lines:
        if block.kind == "aside":
            found = _first(folded, block)
            if found is not None:
                return found
    dates = [date for block in _lead(blocks) for date in _dates(folded, block)]
    latest = max(dates, default=None)
    if latest is None or _latest_year(folded, blocks) > latest.year + _YEARS_LEFT_OPEN:
        return None
    return latest


def _lead(blocks: tuple[Block, ...]) -> list[Block]:
    lead: list[Block] = []
    for block in blocks:
        if block.kind == "heading" and lead:
            break
        if block.kind == "paragraph":
            lead.append(block)
    return lead[:_LEAD_LINES]


def _first(folded: str, block: Block) -> PartialDate | None:
    return next(iter(_dates(folded, block)), None)


def _dates(folded: str, block: Block) -> list[PartialDate]:
    """Return the dates of a block that name a month at least, the fullest form of each."""
    found: list[PartialDate] = []
    for pattern in (_FULL, _ERA, _MONTH):
        for match in pattern.finditer(folded, block.start, block.end):
            year, month, *rest = match.groups()
            number = _REIWA + (1 if year == "元" else int(year)) if pattern is _ERA else int(year)
            day = int(rest[0]) if rest and rest[0] else 0
            known = written(number, int(month), day) and not _NOT_TODAY.match(folded, match.end())
            if known and (block.kind == "aside" or _is_told(folded, match.end(), block.end)):
                found.append(PartialDate(number, int(month), day))
    return found


def _latest_year(folded: str, blocks: tuple[Block, ...]) -> int:
    years = (
        int(match[1])
        for block in blocks
        if block.kind == "paragraph"
        for match in _YEAR.finditer(folded, block.start, block.end)
        if _is_told(folded, match.end(), block.end)
    )
    return max(years, default=0)


def _is_told(folded: str, place: int, end: int) -> bool:
    """Say whether the sentence of a date tells what has happened."""
    stop = folded.find("。", place, min(end, place + _SENTENCE))
    return stop > 0 and bool(_PAST.search(folded, place, stop))
