"""Choose the few sentences that carry an article: where they stand, and what they speak of."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model.blocks import Block
    from reader.model.understanding import Attribution, FoundTerm, FoundWatchPoint

_MOST, _FEWEST = 5, 3
_SENTENCES_FOR_MOST = 10
_SHORTEST = 18
_LESS = 0.6
# What speaks for a sentence, and what against it, fitted on annotated articles.
_FIRST, _LEAD, _BLOCK_FIRST = 1.05, 0.3, 0.5
_TERMS, _IN_TITLE = 1.0, 0.3
_DATE, _AHEAD, _DECIDES, _PAST, _TOLD = 0.9, 0.9, 0.7, 0.2, 0.3
_EXPLAINS, _REFERS, _LOOKS_BACK, _OPINION = -0.8, -0.55, -0.5, -0.35
_LENGTH, _GOOD_LENGTH = 0.7, 90
# A summary goes through the article: what was said, and where something was said, counts less.
_ALREADY_SAID, _SAME_BLOCK = 0.6, 0.4

Range = tuple[int, int, int, bool]
"""A sentence: its start and end, the index of its block, whether it is in the lead."""

_NEVER = re.compile("(?!)")


@dataclass(frozen=True, slots=True)
class Style:
    """How a language writes what happened, what is only thought, and what looks back or ahead.

    ``fact`` and ``decides`` judge what happened, ``decides`` by the end of the sentence; ``year``
    has a year as its group.
    """

    fact: re.Pattern[str]
    opinion: re.Pattern[str]
    date: re.Pattern[str]
    definition: re.Pattern[str]
    reference: re.Pattern[str]
    decides: re.Pattern[str] = _NEVER
    ahead: re.Pattern[str] = _NEVER
    looks_back: re.Pattern[str] = _NEVER
    year: re.Pattern[str] = _NEVER


JAPANESE = Style(
    fact=re.compile("(?:た|ました)。?$"),
    opinion=re.compile(
        "(?:でしょう|だろう|かもしれ|といえ|と言え|ように見え|ようです|ようだ|ことになります|ものです|ものだ"
        "|そうです|そうだ|やすくなります|見えてきます|からです|からだ|わけです|わけだ|ではない|でもあります|思われ"
        "|考えられ|可能性が|と語った|と述べた|と話した|たたえた|ほしい|べきだ)"
    ),
    date=re.compile(r"\d{1,4}(?:年|月|日)"),
    definition=re.compile("とは、"),
    reference=re.compile(
        "^(?:これ|それ|この|その|こう|そう|ここ|そこ|そんな|こんな|彼|同(?!時|日)|両)"
    ),
    decides=re.compile(
        "(?:決め|決定|採択|署名|発効|可決|成立|合意|承認|批准|発表|表明|公表|命じ|言い渡|引き上げ|引き下げ"
        "|開か|開催|会談|始ま|始め|離脱|加盟|就任|指名|解散|辞任|禁じ|義務|認め|求め|定め|変更|導入|適用"
        "|拒否|否決|失効|延長|中断|再開|停止|逮捕|起訴|判決|当選|受賞|優勝|打ち上げ|発見|死亡|倒壊)"
        "[^、。]{0,10}。?$"
    ),
    ahead=re.compile(
        "今後|来年|来月|来週|来春|今秋|次の|予定|発効する|施行|見通し|始まる|始める|迎え|期限|開業|めどに|目指"
    ),
    looks_back=re.compile("かつて|もともと|当時|[0-9０-９]{1,4}年前|世紀|以来|長年|これまで"),
    year=re.compile("((?:19|20)[0-9]{2})年"),
)


def key_sentences(
    text: str,
    blocks: tuple[Block, ...],
    *,
    ranges: list[Range],
    terms: tuple[FoundTerm, ...],
    watched: tuple[FoundWatchPoint, ...],
    style: Style,
    told: Iterable[Attribution] = (),
    year: int = 0,
) -> tuple[Passage, ...]:
    """Return three to five sentences in the order of the text.

    ``told`` are the places that name who says so, ``year`` is that of the article if it is known.
    """
    asked = {(point.start, point.end) for point in watched}
    announcing = {point.heading for point in watched}
    usable = [
        one
        for one in ranges
        if blocks[one[2]].kind == "paragraph"
        and one[1] - one[0] >= _SHORTEST
        and one[:2] not in asked
        and text[one[0] : one[1]] not in announcing
    ]
    if not usable:
        return ()
    spoken = _terms_in(usable, terms)
    weights = [math.sqrt(term.weight) for term in terms]
    attributed = _places_in(usable, told)
    titled = _in_title(blocks, terms)
    explaining = {(term.receipt.start, term.receipt.end) for term in terms if term.receipt}
    scores = [
        _place_score(one, blocks, first=index == 0)
        + _term_score(spoken[index], weights, titled)
        + _style_score(text[one[0] : one[1]], style, year, explains=one[:2] in explaining)
        + _TOLD * (index in attributed)
        for index, one in enumerate(usable)
    ]
    count = _MOST if len(usable) >= _SENTENCES_FOR_MOST else _FEWEST
    places = [one[2] for one in usable]
    chosen = _choose(scores, spoken, weights, blocks=places, count=min(count, len(usable)))
    return tuple(
        Passage(text[start:end], start, end)
        for start, end, *_ in (usable[i] for i in sorted(chosen))
    )


def _terms_in(usable: list[Range], terms: tuple[FoundTerm, ...]) -> list[set[int]]:
    """Return for each sentence the terms that stand in it."""
    ends = [one[1] for one in usable]
    spoken: list[set[int]] = [set() for _ in usable]
    for index, term in enumerate(terms):
        for start, end in term.occurrences:
            place = bisect_left(ends, end)
            if place < len(usable) and usable[place][0] <= start:
                spoken[place].add(index)
    return spoken


def _places_in(usable: list[Range], told: Iterable[Attribution]) -> set[int]:
    """Return the sentences in which somebody says so."""
    ends = [one[1] for one in usable]
    return {
        place
        for one in told
        if (place := bisect_left(ends, one.end)) < len(usable) and usable[place][0] <= one.start
    }


def _place_score(one: Range, blocks: tuple[Block, ...], *, first: bool) -> float:
    start, end, block, lead = one
    value = _LENGTH * min(end - start, _GOOD_LENGTH) / _GOOD_LENGTH
    value += _BLOCK_FIRST * (start == blocks[block].start)
    return value + (_FIRST if first else _LEAD * lead)


def _in_title(blocks: tuple[Block, ...], terms: tuple[FoundTerm, ...]) -> set[int]:
    """Return the terms that stand in the title."""
    title = next((block for block in blocks if block.kind == "title"), None)
    if title is None:
        return set()
    return {
        index
        for index, term in enumerate(terms)
        if any(title.start <= start < title.end for start, _end in term.occurrences[:1])
    }


def _term_score(spoken: set[int], weights: list[float], titled: set[int]) -> float:
    heaviest = sorted((weights[term] for term in spoken), reverse=True)
    # A sentence that lists ten countries says no more than one on the three that count.
    value = _TERMS * sum(weight * _LESS**rank for rank, weight in enumerate(heaviest))
    return value + _IN_TITLE * len(spoken & titled) / max(1, len(titled))


def _style_score(words: str, style: Style, year: int, *, explains: bool) -> float:
    past = any(int(match[1]) < year for match in style.year.finditer(words)) if year else False
    return sum(
        weight
        for weight, holds in (
            (_DATE, style.date.search(words)),
            (_PAST, style.fact.search(words)),
            (_DECIDES, style.decides.search(words)),
            (_AHEAD, style.ahead.search(words)),
            (_EXPLAINS, explains or style.definition.search(words)),
            (_REFERS, style.reference.search(words)),
            (_OPINION, style.opinion.search(words)),
            (_LOOKS_BACK, past or style.looks_back.search(words)),
        )
        if holds
    )


def _choose(
    scores: list[float],
    spoken: list[set[int]],
    weights: list[float],
    *,
    blocks: list[int],
    count: int,
) -> list[int]:
    """Take the best, each time valuing less what speaks of the same as those taken before."""
    chosen: list[int] = []
    said: set[int] = set()
    left = list(range(len(scores)))
    totals = [sum(weights[term] for term in one) for one in spoken]
    taken: Counter[int] = Counter()
    while len(chosen) < count:
        values = [
            scores[index]
            - _repeats(spoken[index], said, weights, totals[index])
            - _SAME_BLOCK * taken[blocks[index]]
            for index in left
        ]
        best = left.pop(values.index(max(values)))
        chosen.append(best)
        said |= spoken[best]
        taken[blocks[best]] += 1
    return chosen


def _repeats(spoken: set[int], said: set[int], weights: list[float], total: float) -> float:
    old = sum(weights[term] for term in spoken & said)
    return _ALREADY_SAID * old / total if total else 0.0
