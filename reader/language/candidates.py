"""Gather the mentions of an article into candidates for terms: one a form, then one a thing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from reader.language.coinages import coined, quoted
from reader.language.mentions import NAMES, Mention
from reader.language.named import by_heads, repeated_agreements, treaty_articles
from reader.language.people import people
from reader.language.phrases import compounds, is_likely_term, loose_names
from reader.language.runs import runs
from reader.language.tables.words import GENERIC
from reader.language.tagged import agreed, whole_words

if TYPE_CHECKING:
    from reader.language.article import Article, Sentence
    from reader.model.passage import Passage
    from reader.model.understanding import Category

ONE_WORD_NAMES = 1


@dataclass(slots=True)
class Candidate:
    """A thing that the text may be about, while it is being gathered.

    ``form`` is folded, ``aliases`` too and in the order met; ``sorts`` counts how its mentions
    were found (see ``Mention``; besides ``paired`` and ``defined``).
    """

    form: str
    mentions: list[Mention] = field(default_factory=list)
    votes: Counter[Category] = field(default_factory=Counter)
    sorts: Counter[str] = field(default_factory=Counter)
    aliases: dict[str, None] = field(default_factory=dict)
    reading: str = ""
    definition: Passage | None = None
    receipt: Passage | None = None

    @property
    def category(self) -> Category | None:
        """The category that most mentions vote for; the first met wins a draw."""
        return max(self.votes.items(), key=itemgetter(1))[0] if self.votes else None

    @property
    def forms(self) -> tuple[str, ...]:
        """The form and all aliases."""
        return (self.form, *self.aliases)

    def take(self, other: Candidate) -> None:
        """Take over what ``other`` has gathered; its forms become aliases."""
        for form in other.forms:
            if form != self.form:
                self.aliases.setdefault(form)
        self.mentions.extend(other.mentions)
        self.votes.update(other.votes)
        self.sorts.update(other.sorts)
        self.reading = self.reading or other.reading
        if self.definition is None:
            self.definition, self.receipt = other.definition, other.receipt


# A name tells what it is; a compound of common words is a concept only while nothing else is known.
_WEIGHT_OF_SORT = {"known": 80, "name": 20, "quoted": 15, "titled": 60, "compound": 1}
_WEIGHT_OF_ADDRESS = 40


def mentions_of(article: Article) -> list[Mention]:
    """Return everything in the text that may be a form of a term, in order."""
    found: list[Mention] = []
    for sentence in article.sentences:
        found.extend(_mentions_of_sentence(article, sentence))
    return found


def _mentions_of_sentence(article: Article, sentence: Sentence) -> list[Mention]:
    text, start, end = article.folded, sentence.start, sentence.end
    found = quoted(text, start, end, sentence.words)
    found += coined(text, start, end, sentence.words)
    for run in runs(sentence.words):
        persons, taken = people(run)
        found += persons
        found += by_heads(run, taken)
        found += loose_names(run, taken)
        taken |= whole_words(run, sentence.entities)
        for compound in compounds(run, taken):
            found.append(compound)
            found += _words_worth(compound)
    found += treaty_articles(text, found, start, end)
    found += repeated_agreements(text, sentence.words)
    if sentence.entities:
        found = agreed(found, sentence)
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def _words_worth(compound: Mention) -> list[Mention]:
    """Return the parts of a compound that may be terms of their own: 拒否権 in 拒否権行使."""
    words = compound.words
    if len(words) == 1:
        return []
    found = [
        Mention(word.start, word.end, "concept", "inner", (word,))
        for word in words
        if is_likely_term(word.surface)
    ]
    if len(words) > 2 and words[-1].surface in GENERIC and words[0].surface != "第":
        found.append(Mention(words[0].start, words[-2].end, "concept", "inner", words[:-1]))
    return found


def gather(article: Article, mentions: list[Mention]) -> dict[str, Candidate]:
    """Return the candidates by their form; a person of one character needs an address."""
    found: dict[str, Candidate] = {}
    for mention in mentions:
        form = article.folded[mention.start : mention.end]
        if len(form) <= ONE_WORD_NAMES and not mention.tagged:
            continue
        candidate = found.setdefault(form, Candidate(form))
        candidate.mentions.append(mention)
        candidate.sorts[mention.sort] += 1
        if mention.address:
            candidate.sorts["addressed"] += 1
        category = mention.category
        if category is not None:
            weight = _WEIGHT_OF_SORT.get(mention.sort, 1) + (
                _WEIGHT_OF_ADDRESS if mention.address else 0
            )
            candidate.votes[category] += weight
    for mention in mentions:
        # What ラファ検問所 begins with is a place as well.
        if (
            mention.category == "place"
            and len(mention.words) > 1
            and mention.words[0].surface in found
        ):
            found[mention.words[0].surface].votes["place"] += 1
    return found


def is_named(candidate: Candidate) -> bool:
    """Say whether the candidate is a name, and not a compound of common words."""
    return any(candidate.sorts[sort] for sort in ("known", "name")) or any(
        word.kind in NAMES for mention in candidate.mentions for word in mention.words
    )
