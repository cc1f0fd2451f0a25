"""How a Japanese text tells its reader what to watch."""

from __future__ import annotations

import re
from functools import cache

from reader.language.horizons import article_date, horizon
from reader.language.tables import watching as table
from reader.language.watching import Rules


@cache
def _pattern(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(alternatives))


def _has(alternatives: tuple[str, ...], words: str) -> bool:
    return bool(_pattern(alternatives).search(words))


def announces(words: str) -> bool:
    """Say whether a heading or a sentence announces open questions."""
    return _has(table.ANNOUNCES, words)


def announces_surely(words: str) -> bool:
    """Say whether they do so beyond doubt, so that the items need not be questions."""
    return _has(table.ANNOUNCES_SURELY, words)


def informs(words: str) -> bool:
    """Say whether a heading or a sentence announces facts, members, the past or other pages."""
    return _has(table.INFORMS, words)


def is_question(item: str) -> bool:
    """Say whether an item of a list is, by its end, a question."""
    return _has(table.QUESTION, item)


def is_open(item: str) -> bool:
    """Say whether an item is a question, or names a thing that is not settled (着工時期)."""
    return is_question(item) or _has(table.OPEN_NOUN, item) or _has(table.ASKING_WORDS, item)


def is_fact(item: str) -> bool:
    """Say whether an item tells what has happened."""
    return _has(table.FACT, item) and not is_question(item)


def is_statement(item: str) -> bool:
    """Say whether an item says what is so, or only names somebody."""
    return _has(table.STATEMENT, item) and not is_question(item)


def is_past(sentence: str) -> bool:
    """Say whether a sentence tells what was done or said."""
    return _has(table.PAST, sentence)


def leads_on(sentence: str) -> bool:
    """Say whether a sentence leads on to a list."""
    return _has(table.LEADS_ON, sentence)


def asks(sentence: str) -> bool:
    """Say whether a running sentence calls something open."""
    if not _has(table.MARKS, sentence) or leads_on(sentence):
        return False
    if is_past(sentence) or _has(table.REPORTED, sentence) or _has(table.GAP, sentence):
        return False
    if _has(table.SENTENCE, sentence):
        return True
    return _has(table.LOOSE, sentence) and not _has(table.NOT_LOOSE, sentence)


def asks_ahead(sentence: str) -> bool:
    """Say whether a sentence under a heading that announces questions is one."""
    if leads_on(sentence) or is_past(sentence) or _has(table.REPORTED, sentence):
        return False
    return is_question(sentence) or _has(table.ASKED_AHEAD, sentence)


JAPANESE = Rules(
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
