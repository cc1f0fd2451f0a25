"""Decide which words and compounds that are no names are terms of an article."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reader.language.tables.concepts import SURE, TOPICAL
from reader.language.tables.stops import ERAS
from reader.language.tables.words import AGREEMENT_HEADS, COMMON_COMPOUNDS, GENERIC

if TYPE_CHECKING:
    from reader.language.article import Article
    from reader.language.candidates import Candidate

WEIGHTS = {
    "start": -4.7,
    "listed": 2.3,
    "listed again": 1.7,
    "topical": -0.4,
    "topical again": 1.8,
    "compound again": 0.6,
    "length": 1.8,
    "two letters": -1.3,
    "action": -0.4,
    "generic": -0.5,
    "agreement": 1.75,
    "event": 1.4,
    "quoted": 0.8,
    # So seldom met that nothing is fitted: the text calls it so, or says before it what it is.
    "coined": 3.5,
    "titled": 3.0,
    "signed": 1.5,
    "said once": -1.5,
}
"""Logarithms of odds, fitted on annotated articles (``python -m benchmarks.fitting``)."""

# A term that is likelier none than this still makes a list better than it makes it worse.
_LEAST = -1.3
_LONGEST, _A_WORD, _SHORT = 12, 6, 2
_MARKS = frozenset(("quoted", "coined", "titled", "signed"))
_PHRASE = frozenset(("particle", "verb", "adjective", "auxiliary"))
# Common words, and what names nothing by itself.
NEVER = (GENERIC | COMMON_COMPOUNDS | AGREEMENT_HEADS | ERAS) - SURE
_CHARACTERS_A_CONCEPT = 120
_FEWEST_CONCEPTS = 5


def likelihood(candidate: Candidate, count: int) -> float:
    """Return how likely a candidate that stands ``count`` times is a term; below 0 it is none."""
    if count and candidate.definition is not None:
        return math.inf
    if not count or is_hopeless(candidate) or _is_plain(candidate, count):
        return -math.inf
    told = features(candidate, count)
    return sum(WEIGHTS[name] * value for name, value in told.items()) - _LEAST


def is_hopeless(candidate: Candidate) -> bool:
    """Say at a glance that a candidate is no term, as most are, however often it stands."""
    form = candidate.form
    if candidate.definition is not None or form in SURE:
        return False
    if form in NEVER:
        return True
    return len(form) <= _SHORT and form not in TOPICAL and not _is_marked(candidate)


def _is_marked(candidate: Candidate) -> bool:
    return not _MARKS.isdisjoint(candidate.sorts)


def _is_plain(candidate: Candidate, count: int) -> bool:
    """Say that a candidate is too short for as often as it stands, with nothing else for it."""
    form = candidate.form
    if form in SURE or form in TOPICAL or _is_marked(candidate):
        return False
    if (candidate.category or "concept") in WEIGHTS:
        return False
    most = WEIGHTS["start"] - _LEAST + WEIGHTS["compound again"] * math.log2(1 + count)
    return most + WEIGHTS["length"] * _length(form) < 0


def _length(form: str) -> float:
    return min(len(form), _LONGEST) / _A_WORD


def features(candidate: Candidate, count: int) -> dict[str, float]:
    """Return what speaks for and against a candidate that stands ``count`` times."""
    form, category = candidate.form, candidate.category or "concept"
    words = max((mention.words for mention in candidate.mentions), key=len, default=())
    again = math.log2(1 + count)
    told = {"start": 1.0, "length": _length(form)}
    if form in SURE:
        told |= {"listed": 1.0, "listed again": again}
    elif len(form) <= _SHORT:
        told["two letters"] = 1.0
    if form in TOPICAL:
        told |= {"topical": 1.0, "topical again": again}
    if len(words) > 1:
        told["compound again"] = again
    elif words and words[0].kind == "action":
        told["action"] = 1.0
    if category in WEIGHTS:
        told[category] = 1.0
    told |= dict.fromkeys(_MARKS.intersection(candidate.sorts), 1.0)
    # 「分かち合う繁栄」, said once, is what somebody says.
    if count == 1 and category == "concept" and candidate.sorts["quoted"]:
        told["said once"] = float(any(word.kind in _PHRASE for word in words))
    if words:
        told["generic"] = sum(word.surface in GENERIC for word in words) / len(words)
    return told


def room(article: Article) -> int:
    """Return how many such terms an article of this length may have."""
    return _FEWEST_CONCEPTS + article.length // _CHARACTERS_A_CONCEPT
