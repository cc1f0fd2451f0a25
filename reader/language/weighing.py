"""How much each term of an article weighs: how often, where, how rare, what it is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reader.language.tables.concepts import SURE
from reader.language.tables.words import EVERYWHERE

if TYPE_CHECKING:
    from reader.language.article import Article
    from reader.language.candidates import Candidate

_BASE = {
    "person": 1.0,
    "agreement": 1.1,
    "organization": 0.9,
    "event": 1.0,
    "place": 0.8,
    "concept": 0.7,
}
# A long name is rarer than a short one.
_SHORT, _A_CHARACTER, _LONG = 0.85, 0.04, 12
_TITLE, _HEADING, _LEAD, _ITEM, _BODY = 1.7, 1.35, 1.3, 1.2, 1.0
_LOOKED_UP = 1.4
_OFTEN_MET, _SAYS_LITTLE = 0.8, 0.55
_OF_KIND = {"title": _TITLE, "heading": _HEADING, "list_item": _ITEM}


def score(article: Article, candidate: Candidate, places: list[tuple[int, int]]) -> float:
    """Return how much a candidate weighs: how often, where, how rare, how long, what it is."""
    category = candidate.category or "concept"
    weight = _BASE[category] * (1 + math.log2(len(places))) * _position(article, places)
    if candidate.definition is not None:
        weight *= 2.2
    if candidate.sorts["paired"]:
        weight *= 1.3
    if any(candidate.sorts[sort] for sort in ("quoted", "coined", "titled")):
        weight *= 1.4
    if category not in ("person", "place"):
        weight *= _SHORT + _A_CHARACTER * min(len(candidate.form), _LONG)
    if candidate.form in SURE:
        weight *= _LOOKED_UP
    return weight * _rarity(article, candidate, len(places))


def _position(article: Article, places: list[tuple[int, int]]) -> float:
    """Return what the best place of a term is worth."""
    best = _BODY
    for start, _end in places:
        sentence = article.sentence_at(start)
        if sentence is not None:
            best = max(best, _OF_KIND.get(sentence.kind, _LEAD if sentence.lead else _BODY))
    return best


def _rarity(article: Article, candidate: Candidate, count: int) -> float:
    """Countries and capitals, and an article of a treaty named in passing, say little."""
    known = article.names.get(candidate.form)
    if candidate.form in EVERYWHERE:
        return _SAYS_LITTLE
    if known is not None and known.country:
        return _OFTEN_MET if count > 1 else _SAYS_LITTLE
    if known is not None and known.capital:
        return _OFTEN_MET
    if count == 1 and candidate.form.startswith("第") and candidate.form.endswith("条"):
        return 0.7
    return 1.0
