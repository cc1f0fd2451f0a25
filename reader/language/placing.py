"""Place and weigh the things of an article, and leave out those that are no terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.language.candidates import is_named
from reader.language.choosing import NEVER, is_hopeless, likelihood, room
from reader.language.covering import Cover
from reader.language.mentions import NAMES
from reader.language.occurrences import Places, own_places, tagged_places
from reader.language.same_again import SameAgain
from reader.language.tables.stops import ERAS
from reader.language.tables.words import (
    COUNTRY_LETTERS,
    COUNTRY_ONLY_HEADS,
    EVENT_HEADS,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    VAGUE,
    WEAK_ORGANISATION_HEADS,
)
from reader.language.weighing import score

if TYPE_CHECKING:
    from reader.language.article import Article
    from reader.language.candidates import Candidate

Place = tuple[int, int]
_MOST_CANDIDATES = 600
_BRIEF = 3
_TWO_WORDS = 2
_BARE = 2
# What a name ends in is none itself.
_HEADS = ORGANISATION_HEADS | PLACE_HEADS | EVENT_HEADS


class Placed(NamedTuple):
    """A term with the places that are its own, and its weight."""

    candidate: Candidate
    places: list[Place]
    weight: float


def placed(article: Article, things: list[Candidate]) -> list[Placed]:
    """Return the names, and of the other words the likeliest, with their places and weights."""
    finder = Places(article)
    # In a single line every name counts, letter by letter; in an article compounds are whole:
    # 日米首脳会談 is one thing there, and nobody wants 日 to shout.
    single = len(article.blocks) == 1
    names: list[Candidate] = []
    rest: list[Candidate] = []
    # A sentence or two by themselves have so few names that each of them counts.
    brief = len(article.sentences) <= _BRIEF
    for one in things:
        every = brief and any(mention.tagged for mention in one.mentions)
        kind = names if every or is_name(one) else rest
        if len(kind) < _MOST_CANDIDATES:
            kind.append(one)
    spots = [finder.of_thing(one, letters=single) for one in names]
    best = _likeliest(article, finder, rest, Cover(place for own in spots for place in own))
    candidates = [*names, *(one for one, _free in best)]
    spots += [free for _one, free in best]
    places = own_places(spots, tagged_places(candidates) if single else set())
    for place, index in SameAgain(article, candidates, places).found():
        candidates[index].aliases.setdefault(article.folded[slice(*place)])
        places[index] = sorted([*places[index], place])
    found = [
        Placed(one, own, score(article, one, own))
        for index, (one, own) in enumerate(zip(candidates, places, strict=True))
        if own and (index < len(names) or likelihood(one, len(own)) >= 0)
    ]
    return sorted(found, key=lambda one: (-one.weight, one.places[0]))


def _likeliest(
    article: Article, finder: Places, rest: list[Candidate], covered: Cover
) -> list[tuple[Candidate, list[Place]]]:
    """Return the likeliest words that are no names, with their places outside of names."""
    likely: list[tuple[float, Candidate, list[Place]]] = []
    for one in rest:
        if is_hopeless(one):
            continue
        if likelihood(one, sum(article.folded.count(form) for form in one.forms)) < 0:
            continue
        free = [place for place in finder.of_thing(one) if place not in covered]
        value = likelihood(one, len(free))
        if value >= 0:
            likely.append((value, one, free))
    best = sorted(likely, key=lambda row: -row[0])[: room(article)]
    return [(one, free) for _value, one, free in best]


def is_name(one: Candidate) -> bool:
    """Say whether a candidate names one thing: 地域機構, 国会 and 米軍 may be any or say little."""
    if not is_named(one) or one.form in ERAS:
        return False
    if one.sorts["known"]:
        return True
    words = one.mentions[0].words if one.mentions else ()
    bare = one.form in WEAK_ORGANISATION_HEADS or (one.form in _HEADS and len(one.form) <= _BARE)
    if one.form in NEVER or bare or (words and words[-1].kind == "particle"):
        return False
    if one.category in ("concept", "event") and _is_common(one):
        return False
    if len(words) != _TWO_WORDS or one.category != "organization":
        return True
    of_country = words[0].kind == "country" or words[0].surface in COUNTRY_LETTERS
    plain = words[0].surface in VAGUE or (of_country and words[1].surface in COUNTRY_ONLY_HEADS)
    return not plain


def _is_common(one: Candidate) -> bool:
    """Say whether all that is called a thing is made of common words, whoever tagged it."""
    words = [word for mention in one.mentions for word in mention.words]
    return bool(words) and not any(
        word.oov or word.kind in NAMES or word.surface.isascii() for word in words
    )
