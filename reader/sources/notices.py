"""Sentences of the page, not of the story: who may read on, cookies, newsletters, credits."""

from __future__ import annotations

import re

from reader.sources import notices_english as english
from reader.sources import notices_japanese as japanese
from reader.sources.patterns import EDGE
from reader.sources.wide import narrow

_LONGEST, _LONGEST_HOLDING = 420, 240
_CREDIT = re.compile(
    r"SOURCE:? [A-Z].{2,80}"
    r"|(?:[A-Z][\w.'’-]+,? (?:and )?){1,8}(?:reported|contributed) from"
    r" [A-Z][\w’'-]+(?:,? [A-Z][\w’'-]+){0,3}\.(?: .*)?"
)


def is_notice(words: str) -> bool:
    """Say whether a line speaks to whoever visits the page: it is no part of the story."""
    if len(words) > _LONGEST:
        return False
    plain = narrow(words).strip()
    core = plain.strip(EDGE).rstrip("。.!！")
    if _CREDIT.fullmatch(plain) or (plain[0] == "(" and japanese.TRANSLATED.fullmatch(plain)):
        return True
    if core.isascii():
        return _is(english.WHOLE, english.PARTS, core)
    return _is(japanese.WHOLE, japanese.PARTS, core) or _is(english.WHOLE, english.PARTS, core)


def _is(whole: re.Pattern[str], parts: re.Pattern[str], core: str) -> bool:
    if whole.fullmatch(core):
        return True
    return len(core) <= _LONGEST_HOLDING and parts.search(core) is not None
