"""Gather what a Japanese article may be about: found, defined, named, joined; one a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.aliases import Joiner
from reader.language.candidates import Candidate, gather, mentions_of
from reader.language.coinages import AGREED, quoted_again
from reader.language.definitions import definitions
from reader.language.guessing import category_of_definition, guess_category
from reader.language.mentions import Mention, head_of
from reader.language.naming import Naming
from reader.language.numbered import numbered
from reader.language.parentheses import Parentheses
from reader.language.short_forms import ShortForms
from reader.language.vocabulary import category_of, is_law, listed
from reader.model.passage import Passage

if TYPE_CHECKING:
    from reader.language.article import Article

# What the text itself says of a thing, or a table, weighs more than how its name looks.
_SAID_WHAT_IT_IS = 50
_LISTED = 200


def gathered(article: Article) -> list[Candidate]:
    """Return the things that ``article`` may be about, each once, in the order met."""
    mentions = _mentions(article)
    joiner = Joiner(article, gather(article, mentions))
    _define(article, joiner)
    Parentheses(article, joiner).join(mentions)
    Naming(article, joiner).join(mentions)
    for candidate in joiner.things():
        _vote(article, candidate)
    joiner.by_tables()
    joiner.by_people(mentions)
    ShortForms(article, joiner).join()
    return joiner.things()


def _mentions(article: Article) -> list[Mention]:
    found: list[Mention] = []
    for sentence in article.sentences:
        found += listed(article.folded, sentence.words)
        found += numbered(article.folded, sentence)
    return [*found, *quoted_again(article), *mentions_of(article)]


def _vote(article: Article, candidate: Candidate) -> None:
    """Settle what a candidate is by what its mentions do not tell themselves."""
    if candidate.sorts["listed"]:
        candidate.votes[category_of(candidate.form)] += _LISTED
    for mention in candidate.mentions:
        if mention.sort in ("coined", "quoted") and mention.category is not None:
            candidate.votes[mention.category] += _SAID_WHAT_IT_IS
        if mention.category == "agreement" and AGREED.match(article.folded, mention.end):
            candidate.sorts["signed"] += 1
    if candidate.category is None:
        candidate.votes[guess_category(article, candidate)] += 1
    elif candidate.category == "concept" and candidate.definition is not None:
        said = category_of_definition(candidate.definition.text)
        category = "agreement" if is_law(candidate.form) else said
        candidate.votes[category] += _SAID_WHAT_IT_IS


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
