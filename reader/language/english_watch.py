"""How an English text tells its reader what to watch."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.language.tables import watching as table
from reader.language.watching import Rules
from reader.model.dates import is_date

if TYPE_CHECKING:
    from reader.language.horizons import PartialDate
    from reader.model.blocks import Block

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_DATE = re.compile(
    r"\b(?:by|before|until|in|on|at|from|end of)\s+(?:the end of\s+|late\s+|early\s+|mid-)?"
    rf"(?:(\d{{1,2}})\s+)?(?:({'|'.join(_MONTHS)})\s+)?(?:(\d{{1,2}}),?\s+)?([12]\d{{3}})\b"
)


@cache
def _pattern(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


def _has(alternatives: tuple[str, ...], words: str) -> bool:
    return bool(_pattern(alternatives).search(words.strip()))


def announces(words: str) -> bool:
    """Say whether a heading or a sentence announces open questions."""
    return _has(table.ENGLISH_ANNOUNCES, words)


def informs(words: str) -> bool:
    """Say whether a heading or a sentence announces facts, members, the past or other pages."""
    return _has(table.ENGLISH_INFORMS, words)


def is_question(item: str) -> bool:
    """Say whether an item ends in a question mark."""
    return item.rstrip("\"') ").endswith("?")


def is_open(item: str) -> bool:
    """Say whether an item is a question, marked or not (whether …, how …)."""
    return _has(table.ENGLISH_OPEN, item)


def is_fact(item: str) -> bool:
    """Say whether an item begins with a date."""
    return _has(table.ENGLISH_FACT, item)


def is_past(sentence: str) -> bool:
    """Say whether a sentence tells what was done."""
    return _has(table.ENGLISH_PAST, sentence)


def leads_on(sentence: str) -> bool:
    """Say whether a sentence leads on to a list."""
    return _has(table.ENGLISH_LEADS_ON, sentence)


def asks(sentence: str) -> bool:
    """Say whether a running sentence calls something open."""
    return _has(table.ENGLISH_SENTENCE, sentence) and not leads_on(sentence)


def horizon(words: str, when: PartialDate | None) -> str:
    """Return the date that the words name with its year; a year is not guessed from ``when``."""
    match = _DATE.search(words)
    if match is None:
        return ""
    before, month, after, year = match.groups()
    date = str(year)
    if month:
        date += f"-{_MONTHS.index(month) + 1:02}"
        day = before or after
        date += f"-{int(day):02}" if day else ""
    earlier = when is not None and int(year) < when.year
    return date if is_date(date) and not earlier else ""


def _no_date(_text: str, _blocks: tuple[Block, ...]) -> PartialDate | None:
    return None


ENGLISH = Rules(
    announces=announces,
    informs=informs,
    is_question=is_question,
    is_open=is_open,
    is_fact=is_fact,
    is_past=is_past,
    leads_on=leads_on,
    asks=asks,
    article_date=_no_date,
    horizon=horizon,
)
