"""What the search index is given, so that a query finds what a scan of folded text would.

Folded text is cut into *stretches* at blanks and at 、。!?, and a stretch into *atoms*: a run
of letters of an alphabet (``dprk``), or any other single character (kanji, kana, a digit, a
bracket). Two tables are given tokens:

``search_text``, with their order: for each atom and its neighbour in the stretch the two
characters where they meet (防衛, 5年, k外), the last character of a stretch alone, and each run
whole before its neighbour. So a passage is a phrase of such tokens, whatever it begins with.

``search_part``, without order, once a text: every character, and every ending of a run
together with the character that follows it (dprk外, prk外, rk外, k外). So one character is one
look-up, and a query that begins or lies within a run is the beginning of a token.

Measured on 10,000 articles: with the prefix of a bigram instead of the second table の takes
74 ms, with it 0.4; a query that cuts into a run could only be answered by reading the texts.
Leaving out 、。!? makes the index 6 % smaller; only queries that hold one of them, or a blank
in quotation marks, need texts to be read.
"""

from __future__ import annotations

import re
import string
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

FOLDING = 1
"""The version of folding and tokens; raise it with any change, and the index is made anew."""

LONGEST_ENDING = 24
LONGEST_RUN = 256
LONG = "\U0001fffe"
"""Marks a text with a run longer than that: it is read instead of looked up."""
TITLE = "\U0002fffe"
"""Begins the tokens of a title in ``search_part``, which has no columns."""

_RUN = "a-z\u00c0-\u052f\u1e00-\u1fff"
_BREAKS = "!?、。"
# The tokeniser splits at ASCII punctuation, so that is written with characters that no text
# has; a text that has them all the same is cut there.
_STAND_INS = {char: chr(0xFDD0 + place) for place, char in enumerate(string.punctuation)}
_BETWEEN = rf"\s\x00-\x20\x7f{_BREAKS}\ufdd0-\ufdef{LONG}{TITLE}"


class _Patterns(NamedTuple):
    stretch: re.Pattern[str]
    atom: re.Pattern[str]
    run: re.Pattern[str]
    run_and_next: re.Pattern[str]
    no_part: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    """Compile when first needed: making a library does not search it."""
    return _Patterns(
        re.compile(rf"[^{_BETWEEN}]+"),
        re.compile(rf"[{_RUN}]+|[^{_RUN}]"),
        re.compile(rf"[{_RUN}]"),
        re.compile(rf"([{_RUN}]+)([^{_BETWEEN}{_RUN}])?"),
        re.compile(rf"[\s\x00-\x20\x7f\ufdd0-\ufdef{LONG}{TITLE}]+"),
    )


def stretches(folded: str) -> list[list[str]]:
    """Cut folded text into stretches, and those into atoms."""
    patterns = _patterns()
    return [patterns.atom.findall(found) for found in patterns.stretch.findall(folded)]


def is_run(atom: str) -> bool:
    """Say whether the atom is a run of letters."""
    return len(atom) > 1 or _patterns().run.match(atom) is not None


def is_part(char: str) -> bool:
    """Say whether the character is a token of ``search_part``."""
    return _patterns().no_part.match(char) is None


def tokens_of(atoms: list[str]) -> list[str]:
    """Return the tokens of one stretch, in order."""
    found: list[str] = []
    for atom, following in zip(atoms, [*atoms[1:], ""], strict=True):
        if is_run(atom):
            found.append(atom[:LONGEST_RUN])
            if following:
                found.append(atom[-1] + following)
        else:
            found.append(atom + following[:1])
    return found


def text_tokens(folded: str) -> str:
    """Return the tokens of a text with their order, separated by blanks."""
    patterns = _patterns()
    found: list[str] = []
    for stretch in patterns.stretch.findall(folded):
        if patterns.run.search(stretch) is None:
            found.extend(map("".join, pairwise(stretch)))
            found.append(stretch[-1])
        else:
            found.extend(tokens_of(patterns.atom.findall(stretch)))
    return written(" ".join(found))


def part_tokens(folded: str) -> set[str]:
    """Return the tokens of a text without order."""
    patterns = _patterns()
    found = set(patterns.no_part.sub("", "".join(set(folded))))
    for run, following in set(patterns.run_and_next.findall(folded)):
        if len(run) > LONGEST_RUN:
            found.add(LONG)
        for start in range(min(len(run), LONGEST_RUN)):
            ending = run[start : start + LONGEST_ENDING]
            whole = start + LONGEST_ENDING >= len(run)
            found.add(ending + following if whole else ending)
    return found


def entry_tokens(title: str, body: str) -> tuple[str, str, str]:
    """Return what the index is given for folded texts: body, title, and the parts of both."""
    titled = part_tokens(title)
    parts = part_tokens(body) | titled
    parts.update([TITLE + token for token in titled])
    return text_tokens(body), text_tokens(title), written(" ".join(parts))


def written(tokens: str) -> str:
    """Write tokens so that the tokeniser takes each of them whole."""
    for char in _STAND_INS.keys() & set(tokens):
        tokens = tokens.replace(char, _STAND_INS[char])
    return tokens
