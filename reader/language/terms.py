"""The key terms of a Japanese article: found, joined, defined, placed and weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.language.aliases import Joiner
from reader.language.candidates import Candidate, gather, is_named, mentions_of
from reader.language.definitions import definitions
from reader.language.gazetteer import japanese
from reader.language.guessing import category_of_definition, guess_category
from reader.language.mentions import Mention, head_of
from reader.language.occurrences import Places, longest_first
from reader.language.parentheses import Parentheses
from reader.language.tokens import reading_of
from reader.language.weighing import concept_room, concept_score, is_certain, least_places, score
from reader.model.passage import Passage
from reader.model.understanding import FoundTerm

if TYPE_CHECKING:
    from reader.language.article import Article

_MOST_CANDIDATES = 600
_NAME_WORDS = 2
_SAID_WHAT_IT_IS = 50
_SHOWN_LEAST = 9
_SHOWN_MOST = 60
_CHARACTERS_A_TERM = 85


@dataclass(slots=True)
class _Placed:
    candidate: Candidate
    places: list[tuple[int, int]]
    weight: float = 0.0


def terms(article: Article) -> tuple[FoundTerm, ...]:
    """Return the key terms of ``article``, the heaviest first."""
    mentions = mentions_of(article)
    joiner = Joiner(article, gather(article, mentions))
    _define(article, joiner)
    Parentheses(article, joiner).join(mentions)
    for candidate in joiner.things():
        if candidate.category is None:
            candidate.votes[guess_category(article, candidate)] += 1
        elif candidate.category == "concept" and candidate.definition is not None:
            candidate.votes[category_of_definition(candidate.definition.text)] += _SAID_WHAT_IT_IS
    joiner.by_tables()
    joiner.by_people(mentions)
    joiner.by_short_forms()
    finder = Places(article)
    placed = _place(article, finder, _worth(article, finder, joiner.things()))
    return _found(article, placed)


def _define(article: Article, joiner: Joiner) -> None:
    """Give each definition to its candidate, making one where there is none."""
    for definition in definitions(article):
        start, end = definition.term
        form = article.folded[start:end]
        candidate = joiner.candidates.get(form) or _new_candidate(article, joiner, start, end)
        if candidate.definition is None:
            candidate.sorts["defined"] += 1
            candidate.definition = _passage(article.text, *definition.passage)
            candidate.receipt = _passage(article.text, *definition.sentence)


def _new_candidate(article: Article, joiner: Joiner, start: int, end: int) -> Candidate:
    sentence = article.sentence_at(start)
    around = sentence.words if sentence is not None else []
    words = tuple(word for word in around if start <= word.start and word.end <= end)
    kind = (head_of(words[-1].surface)[0] if words else None) or "concept"
    form = article.folded[start:end]
    candidate = joiner.candidates[form] = Candidate(form)
    candidate.mentions.append(Mention(start, end, kind, "defined", words))
    candidate.votes[kind] += 1
    return candidate


def _passage(text: str, start: int, end: int) -> Passage:
    return Passage(text[start:end], start, end)


def _worth(article: Article, finder: Places, things: list[Candidate]) -> list[Candidate]:
    """Return the names, and of the compounds of common words the best."""
    names = [one for one in things if is_named(one)]
    rest = [one for one in things if not is_named(one)]
    values = {}
    for one in rest[:_MOST_CANDIDATES]:
        spots = finder.of(one.form)
        if spots:
            values[one.form] = concept_score(article, one, spots)
    best = sorted(rest, key=lambda one: -values.get(one.form, 0.0))
    kept = [one for one in best if is_certain(values.get(one.form, 0.0))]
    return names[:_MOST_CANDIDATES] + kept[: concept_room(article)]


def _place(article: Article, finder: Places, candidates: list[Candidate]) -> list[_Placed]:
    every: list[tuple[int, int, int]] = []
    for index, candidate in enumerate(candidates):
        for form in candidate.forms:
            spots = finder.of(form, person=candidate.category == "person")
            every.extend((start, end, index) for start, end in spots)
    own: dict[int, list[tuple[int, int]]] = {}
    for start, end, index in longest_first(every):
        own.setdefault(index, []).append((start, end))
    placed = []
    for index, candidate in enumerate(candidates):
        spots = own.get(index, [])
        if len(spots) >= least_places(candidate):
            placed.append(_Placed(candidate, spots, score(article, candidate, spots)))
    return sorted(placed, key=lambda one: (-one.weight, one.places[0]))


def _found(article: Article, placed: list[_Placed]) -> tuple[FoundTerm, ...]:
    if not placed:
        return ()
    heaviest = placed[0].weight
    room = min(_SHOWN_LEAST + article.length // _CHARACTERS_A_TERM, _SHOWN_MOST)
    return tuple(
        _term(article, one, one.weight / heaviest, shown=rank < room)
        for rank, one in enumerate(placed)
    )


def _term(article: Article, one: _Placed, weight: float, *, shown: bool) -> FoundTerm:
    candidate = one.candidate
    written = {
        article.folded[start:end]: article.text[start:end] for start, end in reversed(one.places)
    }
    return FoundTerm(
        text=written.get(candidate.form, candidate.form),
        category=candidate.category or "concept",
        reading=candidate.reading or _reading(candidate),
        aliases=tuple(written.get(form, form) for form in candidate.aliases if form in written),
        occurrences=tuple(one.places),
        weight=round(weight, 4),
        shown=shown,
        definition=candidate.definition,
        receipt=candidate.receipt,
    )


def _reading(candidate: Candidate) -> str:
    known = japanese().get(candidate.form)
    if known is not None and known.reading:
        return known.reading.replace("・", "")
    for mention in candidate.mentions:
        if mention.words and "".join(word.surface for word in mention.words) == candidate.form:
            # A person in more than two words was put together from what the dictionary mistook.
            sure = candidate.category != "person" or len(mention.words) <= _NAME_WORDS
            return reading_of(list(mention.words)) if sure else ""
    return ""
