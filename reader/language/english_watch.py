"""How an English text tells its reader what to watch."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.language.english_horizons import article_date, horizon
from reader.language.tables import english_watch as table
from reader.language.watching import Rules

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORDS = re.compile("[a-z]+")
_QUOTED = re.compile(r"\"[^\"\n]{0,400}(?:\"|$)")


@cache
def _pattern(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in alternatives), re.IGNORECASE)


@cache
def _sentences() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    return tuple(
        (frozenset(words.split()), re.compile(pattern, re.IGNORECASE))
        for words, pattern in table.SENTENCE
    )


def _has(alternatives: tuple[str, ...], words: str) -> bool:
    return bool(_pattern(alternatives).search(words.strip()))


def announces(words: str) -> bool:
    """Say whether a heading or a sentence announces open questions."""
    return _has(table.ANNOUNCES, words)


def announces_surely(words: str) -> bool:
    """Say whether a heading or a sentence announces open questions and nothing else."""
    return _has(table.ANNOUNCES_SURELY, words)


def informs(words: str) -> bool:
    """Say whether a heading or a sentence announces facts, members, the past or other pages."""
    return _has(table.INFORMS, words)


def is_question(item: str) -> bool:
    """Say whether an item ends in a question mark."""
    return item.rstrip("\"') ").endswith("?")


def is_open(item: str) -> bool:
    """Say whether an item is a question, marked or not (whether …, how …)."""
    return _has(table.OPEN, item)


def is_fact(item: str) -> bool:
    """Say whether an item begins with a date."""
    return _has(table.FACT, item)


def is_statement(item: str) -> bool:
    """Say whether an item tells what has happened."""
    return _has(table.STATEMENT, item)


def is_past(sentence: str) -> bool:
    """Say whether a sentence tells what was done."""
    return _has(table.PAST, sentence)


def leads_on(sentence: str) -> bool:
    """Say whether a sentence leads on to a list."""
    return _has(table.LEADS_ON, sentence)


def asks(sentence: str) -> bool:
    """Say whether a running sentence calls something open, in the writer's own words."""
    words = frozenset(_WORDS.findall(sentence.lower()))
    patterns = [pattern for triggers, pattern in _sentences() if not triggers.isdisjoint(words)]
    matches = [match for pattern in patterns for match in pattern.finditer(sentence)]
    if not matches or sentence.rstrip().endswith(":") or _has(table.NOT_OPEN, sentence):
        return False
    quoted = [match.span() for match in _QUOTED.finditer(sentence)]
    return any(not _is_inside(match.start(), quoted) for match in matches)


def asks_ahead(sentence: str) -> bool:
    """Say whether a sentence under such a heading speaks of what may come."""
    return _has(table.AHEAD, sentence)


def _is_inside(place: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start < place < end for start, end in ranges)


ENGLISH = Rules(
    announces=announces,
    informs=informs,
    is_question=is_question,
    is_open=is_open,
    is_fact=is_fact,
    is_past=is_past,
    leads_on=leads_on,
    asks=asks,
    article_date=article_date,
    horizon=horizon,
    announces_surely=announces_surely,
    is_statement=is_statement,
    asks_ahead=asks_ahead,
)
