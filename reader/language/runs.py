"""Runs of nouns: the stretches of a sentence in which names and compounds lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.mentions import NAMES, is_address

if TYPE_CHECKING:
    from reader.language.tokens import Token

_IN_RUN = frozenset((*NAMES, "noun", "action", "counter", "number", "prefix", "suffix"))
DOTS = frozenset("・=&")
# No name has as many words; without an end, a text of nouns alone would take for ever.
_LONGEST = 40


def runs(words: list[Token]) -> list[list[Token]]:
    """Return the runs of nouns among ``words``; a dot stays where it joins two nouns."""
    found: list[list[Token]] = []
    run: list[Token] = []
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        if len(run) < _LONGEST and _goes_in(run, word, following):
            run.append(word)
            continue
        if run:
            found.append(run)
        run = []
    if run:
        found.append(run)
    return found


def _goes_in(run: list[Token], word: Token, following: Token | None) -> bool:
    if word.kind in _IN_RUN:
        return True
    noun_follows = following is not None and following.kind in _IN_RUN
    if word.surface in DOTS:
        return bool(run) and noun_follows
    if word.kind == "shape":
        return noun_follows
    if word.kind == "space":
        return _joins_latin(run, following)
    # 前 is a word of time, and in バイデン前大統領 part of the post.
    return (
        word.kind == "adverbial"
        and following is not None
        and bool(run)
        and is_address(following.surface)
    )


def _joins_latin(run: list[Token], following: Token | None) -> bool:
    if not run or following is None:
        return False
    return (
        run[-1].surface.isascii()
        and following.surface.isascii()
        and following.surface[:1].isalpha()
    )
