"""Decide which candidates are terms, how much each weighs, and which are highlighted."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from reader.language.candidates import is_named
from reader.language.gazetteer import japanese
from reader.language.mentions import head_of
from reader.language.phrases import is_likely_term
from reader.language.tables.words import (
    COMMON_COMPOUNDS,
    CONCEPT_HEADS,
    COUNTRY_LETTERS,
    GENERIC,
    TELLING_ENDINGS,
    WEAK_ORGANISATION_HEADS,
)

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
_OF_KIND = {"title": _TITLE, "heading": _HEADING, "list_item": _ITEM}
_CONCEPT_LIMIT = 1.2
_CHARACTERS_A_CONCEPT = 120
_FEWEST_CONCEPTS = 5
_TOPIC_PLACES = 3
_NO_HIRAGANA = re.compile("[^ぁ-ゖ]+")


def score(article: Article, candidate: Candidate, places: list[tuple[int, int]]) -> float:
    """Return how much a candidate weighs: how often, where, how rare, how long, what it is."""
    category = candidate.category or "concept"
    weight = _BASE[category] * (1 + math.log2(len(places))) * _position(article, places)
    if candidate.definition is not None:
        weight *= 2.2
    if candidate.sorts["paired"]:
        weight *= 1.3
    if candidate.sorts["quoted"] or candidate.sorts["titled"]:
        weight *= 1.4
    if category not in ("person", "place"):
        weight *= _SHORT + _A_CHARACTER * min(len(candidate.form), _LONG)
    return weight * _rarity(candidate, len(places))


def _position(article: Article, places: list[tuple[int, int]]) -> float:
    """Return what the best place of a term is worth."""
    best = _BODY
    for start, _end in places:
        sentence = article.sentence_at(start)
        if sentence is not None:
            best = max(best, _OF_KIND.get(sentence.kind, _LEAD if sentence.lead else _BODY))
    return best


def _rarity(candidate: Candidate, count: int) -> float:
    """Countries and capitals, and an article of a treaty named in passing, say little."""
    known = japanese().get(candidate.form)
    if known is not None and known.country:
        return 0.85 if count > 1 else 0.6
    if known is not None and known.capital:
        return 0.85
    if count == 1 and candidate.form.startswith("第") and candidate.form.endswith("条"):
        return 0.7
    return 1.0


def concept_score(article: Article, candidate: Candidate, places: list[tuple[int, int]]) -> float:
    """Return how sure it is that a compound of common words is a term; below 1 it is none."""
    form = candidate.form
    marked = any(candidate.sorts[sort] for sort in ("defined", "paired", "quoted", "titled"))
    if not candidate.sorts["defined"] and (form in GENERIC or form in COMMON_COMPOUNDS):
        return 0.0
    if not marked and len(form) == 2 and form[0] in COUNTRY_LETTERS:
        return 0.0
    words = max((mention.words for mention in candidate.mentions), key=len, default=())
    position = _position(article, places)
    if len(words) < 2 and not (
        marked or is_likely_term(form) or _is_topic(candidate, len(places), position)
    ):
        return 0.0
    value: float = 1 + 0.6 * math.log2(len(places))
    # A title has many words that come but once.
    value *= math.pow(position, 0.5 if len(places) > 1 else 0.3)
    if candidate.sorts["defined"]:
        return value * 3
    told = candidate.sorts["titled"] or candidate.category != "concept"
    value *= 1.0 if marked and told else _shape([word.surface for word in words])
    return value * 2 if marked else value


def _is_topic(candidate: Candidate, count: int, position: float) -> bool:
    """Say whether one plain noun (公海, 半導体) is what the article is about."""
    form = candidate.form
    if not _NO_HIRAGANA.fullmatch(form) or head_of(form)[0]:
        return False
    if form in CONCEPT_HEADS:
        return len(form) > 2
    alone = [mention for mention in candidate.mentions if mention.sort == "compound"]
    nouns = all(word.kind == "noun" for mention in alone for word in mention.words)
    often = count > _TOPIC_PLACES and len(alone) >= _TOPIC_PLACES - 1
    return often and nouns and position >= _TITLE


def least_places(candidate: Candidate) -> int:
    """Return how often a candidate must stand outside longer terms to be one itself."""
    marked = any(candidate.sorts[sort] for sort in ("defined", "paired", "quoted", "titled"))
    if is_named(candidate) or marked or is_likely_term(candidate.form):
        return 1
    return 1 if len(candidate.mentions[0].words) > 1 else _TOPIC_PLACES - 1


def _shape(surfaces: list[str]) -> float:
    """Judge a compound by its words: what kind of thing its head is, how common they are."""
    if not surfaces:
        return 1.0
    tail = surfaces[-1]
    long = len(surfaces) > 2 and len("".join(surfaces)) > 5
    value = 1.3 if long else 1.0
    if tail in WEAK_ORGANISATION_HEADS:
        value *= 0.4
    elif tail in CONCEPT_HEADS:
        value *= 1.35
    elif head_of(tail)[0] in ("agreement", "organization"):
        value *= 1.4
    elif len(surfaces) > 1 and tail in TELLING_ENDINGS:
        return value * 1.35
    elif tail in GENERIC:
        value *= 0.6
    elif any(tail[first:] in CONCEPT_HEADS for first in range(1, len(tail) - 1)):
        value *= 1.25
    if len(surfaces) == 1 and len(tail) <= 3 and tail not in CONCEPT_HEADS:
        value *= 0.75
    generic = sum(surface in GENERIC for surface in surfaces) / len(surfaces)
    return value * (1 - (0.15 if long else 0.4) * generic)


def concept_room(article: Article) -> int:
    """Return how many compounds of common words an article of this length may have as terms."""
    return _FEWEST_CONCEPTS + article.length // _CHARACTERS_A_CONCEPT


def is_certain(value: float) -> bool:
    """Say whether a compound is enough of a term to be listed."""
    return value >= _CONCEPT_LIMIT
