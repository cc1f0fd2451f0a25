"""Bring together what the rules find in a sentence and what the trained tagger finds in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reader.language.covering import Cover
from reader.language.mentions import Mention, head_of
from reader.language.people import address_end

if TYPE_CHECKING:
    from reader.language.article import Sentence
    from reader.language.entities import Entity
    from reader.language.tokens import Token
    from reader.model.understanding import Category

_NAMES: frozenset[Category] = frozenset(("person", "place", "organization", "event"))
_SURE = frozenset(("known", "titled", "defined"))


def agreed(found: list[Mention], sentence: Sentence) -> list[Mention]:
    """Return the mentions of a sentence, those of the rules set right by the tagged entities.

    The tagger knows best where a name begins and ends, the table what a known name is.
    """
    entities = _Entities(_without_posts(sentence.entities, found))
    kept: list[Mention] = []
    known: set[tuple[int, int]] = set()
    for mention in found:
        if mention.sort not in ("known", "name"):
            kept.append(mention)
            continue
        verdict = entities.judge(mention)
        if verdict is not None:
            kept.append(verdict)
            known.add((mention.start, mention.end))
    agreements = sorted(
        (mention for mention in kept if mention.category == "agreement"),
        key=lambda mention: mention.end,
    )
    longer = Cover((mention.start, mention.end) for mention in kept if mention.sort == "known")
    for entity in entities.all:
        span = (entity.start, entity.end)
        if entity.category == "concept" and _overlap(span, agreements):
            continue
        if span not in known and span not in longer:
            kept.append(_mention(entity, sentence))
    return kept


def _overlap(span: tuple[int, int], mentions: list[Mention]) -> bool:
    """Say whether any of the mentions, ordered by their ends, shares a letter with a range."""
    first = bisect_right(mentions, span[0], key=lambda mention: mention.end)
    return first < len(mentions) and mentions[first].start < span[1]


def whole_words(run: list[Token], entities: tuple[Entity, ...]) -> set[int]:
    """Return the indices of the words of ``run`` that lie in an entity: no compound takes them."""
    found: set[int] = set()
    if not entities:
        return found
    number = bisect_right(entities, run[0].start, key=lambda entity: entity.end)
    for index, word in enumerate(run):
        while number < len(entities) and entities[number].end <= word.start:
            number += 1
        if number == len(entities):
            break
        if entities[number].start <= word.start and word.end <= entities[number].end:
            found.add(index)
    return found


def _without_posts(entities: tuple[Entity, ...], found: list[Mention]) -> tuple[Entity, ...]:
    """Leave out what goes on from a person into the post: ショイグ安全保障会議|書記."""
    addressed = {
        mention.start: mention
        for mention in found
        if mention.category == "person" and mention.address and mention.sort in ("known", "name")
    }
    return tuple(
        entity
        for entity in entities
        if entity.start not in addressed
        or not addressed[entity.start].end < entity.end <= addressed[entity.start].address
    )


class _Entities:
    """The entities of a sentence, to look up what lies over a range."""

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self.all = entities
        self._starts = [entity.start for entity in entities]
        self._ends = [entity.end for entity in entities]

    def over(self, start: int, end: int) -> tuple[Entity, ...]:
        """Return the entities that share a character with a range."""
        first = bisect_right(self._ends, start)
        return self.all[first : bisect_left(self._starts, end)]

    def judge(self, mention: Mention) -> Mention | None:
        """Return a mention of the rules as it is to be taken, or None where the tagger differs."""
        over = self.over(mention.start, mention.end)
        same = [one for one in over if (one.start, one.end) == (mention.start, mention.end)]
        if same:
            return _of_category(mention, same[0].category)
        if mention.category not in _NAMES and mention.category is not None:
            return mention
        if mention.sort == "known":
            inside = any(one.start <= mention.start and mention.end <= one.end for one in over)
            return None if inside else mention
        if over:
            # 日印首脳会談 is an event with two countries in it, オリンピック a part of its name.
            whole = all(mention.start <= one.start and one.end <= mention.end for one in over)
            return mention if mention.category == "event" and whole else None
        return mention if _is_sure_alone(mention) else None


def _is_sure_alone(mention: Mention) -> bool:
    """Say whether a rule is surer than the tagger that a word is a name."""
    if mention.category == "person":
        return bool(mention.address)
    if mention.category == "organization" and mention.words:
        return head_of(mention.words[-1].surface)[0] == "organization"
    return True


def _of_category(mention: Mention, category: Category) -> Mention:
    if mention.sort in _SURE or mention.category in ("agreement", category):
        return mention
    return Mention(
        mention.start,
        mention.end,
        category,
        mention.sort,
        mention.words,
        mention.address,
        tagged=True,
    )


def _mention(entity: Entity, sentence: Sentence) -> Mention:
    words = sentence.words
    first = bisect_left(words, entity.start, key=lambda word: word.start)
    last = bisect_right(words, entity.end, key=lambda word: word.end)
    inside = tuple(words[first:last])
    category = entity.category
    if category == "concept" and inside and head_of(inside[-1].surface)[0] == "agreement":
        category = "agreement"
    address = address_end(words, last) if category == "person" else 0
    return Mention(entity.start, entity.end, category, "name", inside, address, tagged=True)
