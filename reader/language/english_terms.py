"""The key terms of an English article: its names, and the phrases that it defines or repeats."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from reader.language.english_aliases import (
    join_alias_phrases,
    join_parts,
    join_spellings,
    join_surnames,
)
from reader.language.english_definitions import Definition, definitions
from reader.language.english_kinds import category_of, votes_of
from reader.language.english_phrases import add_phrases
from reader.language.english_places import places_of
from reader.language.english_runs import find_names
from reader.language.english_short import join_short
from reader.language.english_standing import stands
from reader.language.english_things import Thing, Things
from reader.language.tables.english import COMMON, LIGHT_ADJECTIVES, PLAIN, SMALL
from reader.language.tables.english_nations import DEMONYMS
from reader.language.tables.english_verbs import NOUNS_TOO, VERBS
from reader.model.passage import Passage
from reader.model.understanding import FoundTerm

if TYPE_CHECKING:
    from reader.language.english_article import EnglishArticle
    from reader.language.gazetteer import Gazetteer, Known
    from reader.model.understanding import Category

_BASE: dict[Category, float] = {
    "person": 1.0,
    "agreement": 1.1,
    "organization": 0.9,
    "event": 1.0,
    "place": 0.8,
    "concept": 0.7,
}
_SHOWN_LEAST, _CHARACTERS_A_TERM, _SHOWN_MOST, _MOST = 8, 180, 60, 400
_IN_TITLE, _IN_LEAD, _DEFINED, _COUNTRY, _COUNTRY_ONCE = 1.7, 1.3, 2.2, 0.85, 0.6
_ACRONYM = 4
_LIGHT = LIGHT_ADJECTIVES | {"modern", "typical", "so-called"}
_BE = frozenset("is are was were be been now also".split())
_TOGETHER = frozenset((" and ", ", ", ", and ", " or "))
_SUBJECTS = frozenset("they we you to who that which can will may must would could i".split())
_LONGEST_FORM, _MOST_FORMS = 120, 2_000


def terms(article: EnglishArticle, known: Gazetteer) -> tuple[FoundTerm, ...]:
    """Return the key terms of an article, the heaviest first."""
    things = Things()
    _add_names(article, things, known)
    join_short(article, things)
    add_phrases(article, things)
    _define(article, things)
    join_alias_phrases(article, things)
    for thing in things.all():
        _settle(thing, known)
    join_surnames(article, things)
    join_parts(things)
    join_spellings(article, things)
    kept = [thing for thing in things.all() if stands(thing)][:_MOST]
    return _weighed(article, kept)


def _add_names(article: EnglishArticle, things: Things, known: Gazetteer) -> None:
    by_key: dict[str, Thing] = {}
    before: tuple[int, Counter[Category]] = (0, Counter())
    for name in find_names(article, known):
        new = things.get(name.form) is None
        if len(name.form) > _LONGEST_FORM or (new and len(things) > _MOST_FORMS):
            continue
        thing = things.add(name.form)
        votes = votes_of(article.folded, name)
        if article.folded[before[0] : name.start] in _TOGETHER and not votes:
            votes = before[1]  # in Pyeongtaek and Hwaseong
        before = name.end, votes
        thing.votes.update(votes)
        thing.names += not name.first
        thing.firsts += name.first
        found = known.get(name.form) or _known_end(name.form, known)
        if found is None and name.form.isupper() and len(name.form) > _ACRONYM:
            found = known.get(name.form.title())  # TOKYO, as datelines have it
        if found is None:
            continue
        thing.known = found
        other = by_key.setdefault(found.key, thing)
        if other is not thing:
            things.give(other, name.form)


def _known_end(form: str, known: Gazetteer) -> Known | None:
    """Return what is known of the end of a form: UN | Convention on the Law of the Sea."""
    words = form.split(" ")
    for size in range(1, min(3, len(words) - 1)):
        found = known.get(" ".join(words[size:]))
        if (
            found is not None
            and found.category in ("agreement", "event")
            and known.get(" ".join(words[:size]))
        ):
            return found
    return None


def _define(article: EnglishArticle, things: Things) -> None:
    for found in definitions(article):
        form = _defined_words(article, found.term).strip("\"'")
        thing = _defined_thing(things, form, found)
        if thing is None or thing.definition is not None:
            continue
        thing.definition = Passage(article.text[slice(*found.passage)], *found.passage)
        thing.receipt = Passage(article.text[slice(*found.sentence)], *found.sentence)


def _defined_words(article: EnglishArticle, term: tuple[int, int]) -> str:
    """Return the words that are defined, without a verb that looks like a noun (they use)."""
    words = article.folded[slice(*term)]
    before = article.folded[max(0, term[0] - 12) : term[0]].lower().split(" ")
    first, _, rest = words.partition(" ")
    last = before[-2] if len(before) > 1 else ""
    if rest and (
        (first in NOUNS_TOO and last in _SUBJECTS) or (first.endswith("ing") and last in _BE)
    ):
        return rest
    return words


def _defined_thing(things: Things, form: str, found: Definition) -> Thing | None:
    """Return the thing that is defined, if such words can be: a known one, or a new phrase."""
    low = form[0].lower() + form[1:]
    ends = [form[place + 1 :] for place, sign in enumerate(form) if sign == " "]
    for each in (form, low, *ends):
        thing = things.get(each)
        if thing is not None:
            person = thing.known is not None and thing.known.category in ("person", "place")
            named = thing.sort == "name" and bool(thing.names) and not found.name
            return None if person or named else thing
    form = _without_small(form)
    if not form:
        return None
    low = form[0].lower() + form[1:]
    words = low.split(" ")
    if low != form and found.sentence[0] != found.term[0] and form[0].isupper():
        return None
    while len(words) > 1 and words[0] in _LIGHT:
        words = words[1:]
    if words[0] in SMALL or words[0] in VERBS or words[-1] in VERBS:
        return None
    if len(words) == 1 and (words[0] in PLAIN or words[0].capitalize() in COMMON):
        return None
    if any(word.capitalize() in DEMONYMS for word in words) and len(words) == 1:
        return None
    thing = things.add(" ".join(words), "defined")
    thing.category = thing.category or "concept"
    return thing


def _without_small(form: str) -> str:
    """Return a form without the small words and verbs at its start."""
    words = form.split(" ")
    while words and (words[0].lower() in SMALL or words[0] in VERBS):
        words = words[1:]
    return " ".join(words)


def _settle(thing: Thing, known: Gazetteer) -> None:
    """Decide what a thing is: what the table says, else what its words and neighbours tell."""
    for form in thing.forms:
        thing.known = thing.known or known.get(form)
    if thing.known is not None:
        thing.category = thing.known.category
    elif thing.sort in ("name", "short") and any(form[0].isupper() for form in thing.forms):
        full = max(thing.forms, key=len)
        capital = full[0].isupper() and full.lower() != full
        meant = thing.definition is not None and not thing.names and " " not in full
        thing.category = category_of(full, thing.votes, ()) if capital and not meant else "concept"
    else:
        thing.category = thing.category or "concept"


def _weighed(article: EnglishArticle, things: list[Thing]) -> tuple[FoundTerm, ...]:
    placed = places_of(article, things)
    rows = sorted(
        ((_weight(article, thing, spots), thing, spots) for thing, spots in placed),
        key=lambda row: (-row[0], row[2][0]),
    )
    length = sum(sentence.end - sentence.start for sentence in article.sentences)
    room = min(_SHOWN_LEAST + length // _CHARACTERS_A_TERM, _SHOWN_MOST)
    return tuple(
        _term(article, thing, spots, weight / rows[0][0], shown=rank < room)
        for rank, (weight, thing, spots) in enumerate(rows)
    )


def _term(
    article: EnglishArticle,
    thing: Thing,
    spots: list[tuple[int, int]],
    weight: float,
    *,
    shown: bool,
) -> FoundTerm:
    # A name that a line end parts is told with a blank, as it is said.
    written = (article.text[start:end].replace("\n", " ") for start, end in spots)
    there = list(dict.fromkeys(written))
    text = _fullest(thing, there)
    assert thing.category is not None
    return FoundTerm(
        text=text,
        category=thing.category,
        reading="",
        aliases=tuple(form for form in there if form != text),
        occurrences=tuple(spots),
        weight=round(weight, 4),
        shown=shown,
        definition=thing.definition,
        receipt=thing.receipt,
        key=thing.known.key if thing.known is not None else "",
    )


def _fullest(thing: Thing, there: list[str]) -> str:
    """Return the form to call a thing by: the fullest of a name, the first of other words."""
    own = [form for form in there if form.lower() == thing.form.lower()]
    if thing.sort != "name" and own:
        return min(own, key=lambda form: form[0].isupper())
    # Of names of as many words, the first; an abbreviation only where there is nothing else.
    return max(there, key=lambda form: (form.count(" "), not form.isupper(), -there.index(form)))


def _weight(article: EnglishArticle, thing: Thing, spots: list[tuple[int, int]]) -> float:
    assert thing.category is not None
    weight = _BASE[thing.category] * (1 + math.log2(len(spots)))
    kinds: Counter[str] = Counter()
    for start, _end in spots:
        sentence = article.sentence_at(start)
        if sentence is not None:
            kinds[sentence.kind] += 1
            kinds["lead"] += sentence.lead
    if kinds["title"]:
        weight *= _IN_TITLE
    elif kinds["lead"] or kinds["heading"]:
        weight *= _IN_LEAD
    if thing.known is not None and thing.known.country:
        weight *= _COUNTRY if len(spots) > 1 else _COUNTRY_ONCE
    return weight * (_DEFINED if thing.definition is not None else 1.0)
