"""Guess what an unknown name is by the words around it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from reader.language.coinages import AGREED
from reader.language.mentions import head_of
from reader.language.tables import guessing as table

if TYPE_CHECKING:
    from reader.language.article import Article
    from reader.language.candidates import Candidate
    from reader.language.mentions import Mention
    from reader.model.understanding import Category

_LOOKED_AT = 20
_LONG_NAME = 4
_SHORTEST_UNKNOWN = 4
_KATAKANA = re.compile("[ァ-ヴー]+")
_ACRONYM = re.compile("[A-Z][A-Z0-9&-]{1,7}")
_AFTER: tuple[tuple[Category, re.Pattern[str]], ...] = (
    ("place", re.compile(table.LIKE_PLACE)),
    ("person", re.compile(table.LIKE_PERSON)),
    ("organization", re.compile(table.LIKE_ORGANISATION)),
    ("agreement", AGREED),
)
_KINDS: dict[str, Category] = {
    **dict.fromkeys(table.PLACES, "place"),
    **dict.fromkeys(table.ORGANISATIONS, "organization"),
    **dict.fromkeys(table.AGREEMENTS, "agreement"),
    **dict.fromkeys(table.PEOPLE, "person"),
}


def guess_category(article: Article, candidate: Candidate) -> Category:
    """Return the likeliest category of a name that neither its form nor the tables tell."""
    form = candidate.form
    kind = head_of(form.rpartition("・")[2])[0]
    if kind:
        return kind
    if form in table.CONCEPT_ACRONYMS:
        return "concept"
    if _ACRONYM.fullmatch(form):
        return "organization"
    votes = _votes(article, candidate)
    if votes:
        return max(votes, key=lambda category: votes[category])
    if candidate.definition is not None:
        return category_of_definition(candidate.definition.text)
    return "place" if _may_be_place(article, candidate) else "concept"


def category_of_definition(said: str) -> Category:
    """Return the category of what a definition ends in: …の港, …の組織."""
    for ending, category in _KINDS.items():
        if said.endswith(ending):
            return category
    return "concept"


def _votes(article: Article, candidate: Candidate) -> Counter[Category]:
    votes: Counter[Category] = Counter()
    for mention in candidate.mentions:
        votes.update(
            category for category, after in _AFTER if after.match(article.folded, mention.end)
        )
        if any(word.kind == "person" for word in mention.words):
            votes["person"] += 1
        neighbour = _neighbour(article, mention)
        if neighbour is not None:
            votes[neighbour] += 2
    dots = candidate.form.count("・") + candidate.form.count("=")
    if dots and candidate.sorts["paired"]:
        votes["organization"] += len(candidate.mentions)
    elif 0 < dots < _LONG_NAME:
        votes["person"] += len(candidate.mentions)
    return votes


def _neighbour(article: Article, mention: Mention) -> Category | None:
    """Return what a known name is that a list has before this one: ブリュッセル、バルパライソ."""
    if mention.start < 2 or article.folded[mention.start - 1] not in "、・や":
        return None
    sentence = article.sentence_at(mention.start)
    before = sentence.words_before(mention.start - 1) if sentence is not None else []
    if not before or before[-1].end != mention.start - 1:
        return None
    return before[-1].known or ("place" if before[-1].kind == "place" else None)


def _may_be_place(article: Article, candidate: Candidate) -> bool:
    """Say whether an unknown katakana name that is not quoted stands among places."""
    form = candidate.form
    if len(form) < _SHORTEST_UNKNOWN or not _KATAKANA.fullmatch(form):
        return False
    if any(candidate.sorts[sort] for sort in ("quoted", "coined", "titled")):
        return False
    around = [article.sentence_at(mention.start) for mention in candidate.mentions[:_LOOKED_AT]]
    return any(
        word.kind in ("place", "country")
        for sentence in around
        if sentence is not None
        for word in sentence.words
    )
