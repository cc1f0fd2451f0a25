"""Turn what a person typed into look-ups in the search index."""

from __future__ import annotations

from typing import NamedTuple

from reader.library.folding import fold
from reader.library.tokens import (
    LONGEST_ENDING,
    LONGEST_RUN,
    TITLE,
    is_part,
    is_run,
    stretches,
    tokens_of,
    written,
)


class Phrase(NamedTuple):
    """Tokens that follow each other; with ``begins`` the last one is the start of a token."""

    tokens: tuple[str, ...]
    begins: bool = False


class LookUp(NamedTuple):
    """What an entry must have: phrases in ``search_text`` and tokens in ``search_part``.

    Without any it is every entry.
    """

    texts: tuple[Phrase, ...] = ()
    parts: tuple[Phrase, ...] = ()


class Plan(NamedTuple):
    """How the words of a query are found.

    Every entry that has the words is among the ``possible``; those that are ``sure`` have
    them, the others must be read. They are the same where the index answers by itself.
    """

    words: tuple[str, ...]
    possible: LookUp
    sure: LookUp | None


def split(query: str) -> tuple[str, ...]:
    """Return the folded words of a query: what stands between blanks or in quotation marks.

    A quotation mark at the beginning of a word opens a phrase, which may still be unclosed;
    anywhere else, and around nothing, it is a character like others.
    """
    words: list[str] = []
    rest = query.strip()
    while rest:
        phrase, mark, behind = rest[1:].partition('"') if rest[0] == '"' else ("", "", "")
        if phrase.strip():
            words.append(phrase if mark else phrase.rstrip())
            rest = behind.lstrip()
        else:
            word, *others = rest.split(maxsplit=1)
            words.append(word)
            rest = others[0] if others else ""
    return tuple(dict.fromkeys(fold(word) for word in words))


def plan(words: tuple[str, ...]) -> Plan:
    """Say how entries that have all the words are found."""
    plans = [_plan_word(word) for word in words]
    possible = _all_of([found.possible for found in plans])
    sures = [found.sure for found in plans if found.sure is not None]
    sure = _all_of(sures) if len(sures) == len(plans) else None
    return Plan(words, possible, sure)


def matching(look_up: LookUp, *, in_title: bool = False) -> tuple[str, str]:
    """Write a look-up in the query language of FTS5: for ``search_text``, for ``search_part``."""
    parts = look_up.parts
    if in_title:
        parts = tuple(Phrase((TITLE + part.tokens[0],), begins=part.begins) for part in parts)
    texts = _expression(look_up.texts)
    return f"{{title}} : ({texts})" if texts and in_title else texts, _expression(parts)


def has_run(word: str) -> bool:
    """Say whether there are letters of an alphabet in a folded word."""
    return any(is_run(atom) for stretch in stretches(word) for atom in stretch)


def _expression(phrases: tuple[Phrase, ...]) -> str:
    return " AND ".join(
        f'"{written(" ".join(phrase.tokens))}"{" *" if phrase.begins else ""}' for phrase in phrases
    )


def _all_of(look_ups: list[LookUp]) -> LookUp:
    return LookUp(
        tuple(phrase for look_up in look_ups for phrase in look_up.texts),
        tuple(phrase for look_up in look_ups for phrase in look_up.parts),
    )


def _plan_word(word: str) -> Plan:
    if len(word) == 1 and is_part(word):
        return _one_part(word, Phrase((word,)), exact=True)
    found = stretches(word)
    if not found:
        return Plan((word,), LookUp(), None)
    # The index does not say what stood between two stretches, or around them.
    exact = len(found) == 1 and sum(map(len, found[0])) == len(word)
    first, *others = found[0]
    if len(found) == 1 and not others:
        ending = Phrase((first[:LONGEST_ENDING],), begins=is_run(first))
        return _one_part(word, ending, exact=exact and len(first) <= LONGEST_ENDING)
    exact = exact and max(map(len, found[0])) <= LONGEST_RUN
    if is_run(first) and (len(first) > 1 or not others):
        return _plan_cut_run(word, found, exact=exact)
    look_up = LookUp(texts=(_phrase(found, open_left=True),))
    return Plan((word,), look_up, look_up if exact else None)


def _one_part(word: str, part: Phrase, *, exact: bool) -> Plan:
    look_up = LookUp(parts=(part,))
    return Plan((word,), look_up, look_up if exact else None)


def _plan_cut_run(word: str, found: list[list[str]], *, exact: bool) -> Plan:
    """Plan a word that begins with a run, which may be the end of a longer one.

    Where a whole run and what follows it stand side by side the word is there for sure. Where
    only the end of a run does, it may stand elsewhere in the entry than the rest.
    """
    first, *others = found[0]
    if others and len(first) <= LONGEST_ENDING:
        part = Phrase((first + others[0],))
        if len(found) == 1 and len(others) == 1 and not is_run(others[0]):
            return _one_part(word, part, exact=exact)
    else:
        part = Phrase((first[:LONGEST_ENDING],), begins=True)
    possible = LookUp((_phrase(found, open_left=True),), (part,))
    sure = LookUp((_phrase(found, open_left=False),)) if exact else None
    return Plan((word,), possible, sure)


def _phrase(found: list[list[str]], *, open_left: bool) -> Phrase:
    """Write stretches as tokens; the text may go on to the right, and ``open_left`` there too."""
    tokens = [tokens_of(stretch) for stretch in found]
    if open_left and is_run(found[0][0]):
        del tokens[0][0]
    begins = is_run(found[-1][-1]) or len(found[-1]) == 1
    if not begins:
        # The last character stands in the token before as well, there with its neighbour.
        del tokens[-1][-1]
    return Phrase(tuple(token for stretch in tokens for token in stretch), begins=begins)
