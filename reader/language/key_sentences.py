"""Choose the few sentences that carry an article: where they stand, and what they speak of."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model.passage import Passage

if TYPE_CHECKING:
    from reader.model.blocks import Block
    from reader.model.understanding import FoundTerm, FoundWatchPoint

_MOST, _FEWEST = 5, 3
_SENTENCES_FOR_MOST = 10
_SHORTEST = 18
_GOOD_LENGTH = 60
_LEAD_FIRST, _LEAD, _BLOCK_FIRST = 3.0, 1.6, 1.15
_ALREADY_SAID = 0.5
_EVEN_SO, _LESS, _EXPLAINS = 0.4, 0.6, 0.5


Range = tuple[int, int, int, bool]
"""A sentence: its start and end, the index of its block, whether it is in the lead."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a language writes what happened, what is only thought, and what looks back."""

    fact: re.Pattern[str]
    opinion: re.Pattern[str]
    date: re.Pattern[str]
    definition: re.Pattern[str]
    reference: re.Pattern[str]


JAPANESE = Style(
    fact=re.compile(
        "(?:した|しました|された|されました|れた|れました|った|りました|いた|きました|んだ|びました|ている|ています|ていません|発効する|発効します|とする|となる|定める|見通しです|見通しだ)。?$"
    ),
    opinion=re.compile(
        "(?:でしょう|だろう|かもしれ|といえ|と言え|ように見え|ようです|ことになります|ものです|ものだ|そうです|やすくなります|見えてきます|からです|からだ|わけです|ではない|でもあります|思われ|考えられ|可能性が|と語った|と述べた|と話した|たたえた)"
    ),
    date=re.compile(r"\d{1,4}(?:年|月|日)"),
    definition=re.compile("とは、"),
    reference=re.compile(
        "^(?:これ|それ|この|その|こう|そう|しかし|ただ|一方|また|なお|そして|とはいえ|だから|同|両)"
    ),
)


def key_sentences(
    text: str,
    blocks: tuple[Block, ...],
    *,
    ranges: list[Range],
    terms: tuple[FoundTerm, ...],
    watched: tuple[FoundWatchPoint, ...],
    style: Style,
) -> tuple[Passage, ...]:
    """Return three to five sentences in the order of the text."""
    asked = {(point.start, point.end) for point in watched}
    usable = [
        one
        for one in ranges
        if blocks[one[2]].kind == "paragraph"
        and one[1] - one[0] >= _SHORTEST
        and one[:2] not in asked
    ]
    if not usable:
        return ()
    spoken = _terms_in(usable, terms)
    scores = _scores(text, blocks, usable=usable, spoken=spoken, terms=terms, style=style)
    count = _MOST if len(usable) >= _SENTENCES_FOR_MOST else _FEWEST
    chosen = _choose(scores, spoken, terms, min(count, len(usable)))
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


def _scores(
    text: str,
    blocks: tuple[Block, ...],
    *,
    usable: list[Range],
    spoken: list[set[int]],
    terms: tuple[FoundTerm, ...],
    style: Style,
) -> list[float]:
    scores = []
    for index, (start, end, block, lead) in enumerate(usable):
        words = text[start:end]
        heaviest = sorted((_weight(terms[term]) for term in spoken[index]), reverse=True)
        # A sentence that lists ten countries says no more than one on the three that count.
        value = _EVEN_SO + sum(weight * _LESS**rank for rank, weight in enumerate(heaviest))
        value *= min(1.0, (end - start) / _GOOD_LENGTH) ** 0.5
        if index == 0:
            value *= _LEAD_FIRST
        elif lead:
            value *= _LEAD
        elif start == blocks[block].start:
            value *= _BLOCK_FIRST
        value *= 1.2 if style.date.search(words) else 1.0
        value *= 1.25 if style.fact.search(words) else 1.0
        value *= 0.6 if style.opinion.search(words) else 1.0
        value *= _EXPLAINS if style.definition.search(words) else 1.0
        value *= 0.8 if style.reference.search(words) else 1.0
        scores.append(value)
    return scores


def _weight(term: FoundTerm) -> float:
    return math.sqrt(term.weight)


def _choose(
    scores: list[float], spoken: list[set[int]], terms: tuple[FoundTerm, ...], count: int
) -> list[int]:
    """Take the best, each time valuing less what speaks of the same as those taken before."""
    chosen: list[int] = []
    said: set[int] = set()
    left = list(range(len(scores)))
    while len(chosen) < count:
        values = [scores[index] * _news(spoken[index], said, terms) for index in left]
        best = left.pop(values.index(max(values)))
        chosen.append(best)
        said |= spoken[best]
    return chosen


def _news(spoken: set[int], said: set[int], terms: tuple[FoundTerm, ...]) -> float:
    total = sum(_weight(terms[term]) for term in spoken)
    old = sum(_weight(terms[term]) for term in spoken & said)
    return 1.0 - (1 - _ALREADY_SAID) * (old / total if total else 0.0)
