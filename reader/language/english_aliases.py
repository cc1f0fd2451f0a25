"""Other names of the things of an English article: surnames, first words, known as, lower case."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.language.tables.english import COMMON, HEADS, PLAIN, SMALL
from reader.language.tables.english_nations import DEMONYMS
from reader.language.tables.english_people import GIVEN

if TYPE_CHECKING:
    from reader.language.english_article import EnglishArticle
    from reader.language.english_things import Thing, Things

_PARTICLES = frozenset("de del della di da do dos du la le van von der den bin ibn al el".split())
_HEADS = frozenset(word for heads in HEADS.values() for word in heads)
_NO_ALIAS = SMALL | PLAIN
_ALSO = re.compile(
    r"(?:,| \() ?(?:(?:formerly|previously|also|once|better|commonly|locally|officially|popularly"
    r"|widely) )?"
    r"(?:called|known as|named|dubbed"
    r"|nicknamed) (?:the )?[\"']?(?P<alias>[A-Za-z][\w'-]*(?: [A-Z][\w'-]*){0,3})[\"']?(?=[,).;])"
)


def join_surnames(article: EnglishArticle, things: Things) -> None:
    """Join a surname, or any one name of a person, that stands alone where one person has it."""
    people = [thing for thing in things.all() if thing.category == "person" and " " in thing.form]
    owners: Counter[str] = Counter(part for thing in people for part in set(_parts(thing.form)))
    alone = Counter(
        word.text.removesuffix("'s")
        for sentence in article.sentences
        for word in sentence.words
        if word.cap
    )
    for thing in people:
        for part in _parts(thing.form):
            if owners[part] > 1 or part not in alone:
                continue
            other = things.get(part)
            if other is not None and other.known is not None and other.known is not thing.known:
                continue
            by_itself = alone[part] > article.folded.count(thing.form)
            if other is None and (part in GIVEN or not by_itself):
                continue
            things.give(thing, part)


def _parts(form: str) -> list[str]:
    """Return the single names by which a person may be called, and a surname with its particle."""
    words = form.split(" ")
    parts = [word for word in words if len(word) > 2 and word[0].isupper() and "." not in word]
    parts += [word[3:] for word in words if word[:3] in ("al-", "el-") and len(word) > 5]
    first = next((place for place, word in enumerate(words) if word in _PARTICLES), 0)
    if first:
        parts.append(" ".join(words[first:]))
    return [word for word in parts if word not in COMMON and word not in DEMONYMS]


def join_parts(things: Things) -> None:
    """Join the first words of a name that stand for it: Matsu for the Matsu Islands."""
    for thing in things.all():
        if thing.category not in ("place", "organization", "event", "agreement"):
            continue
        words = thing.form.split(" ")
        if len(words) < 2 or thing.sort != "name":
            continue
        for size in range(1, len(words)):
            short = " ".join(words[:size])
            other = things.get(short)
            if other is None or other is thing or (other.known and thing.known):
                continue
            rest = words[size:]
            fits = all(word in _HEADS for word in rest) and other.category == thing.category
            loose = other.known is None and other.category in ("organization", "concept")
            if fits or (loose and size == 1 and thing.category == "organization"):
                things.give(thing, short)
    _join_heads(things)


def _join_heads(things: Things) -> None:
    """Join the Bank, the Commission, the Convention to the one name that has such a head."""
    for alone in things.all():
        head = alone.form
        if head not in _HEADS or alone.known is not None or not alone.names:
            continue
        owners = [
            thing
            for thing in things.all()
            if " " in thing.form
            and head in (thing.form.split(" ")[0], thing.form.split(" ")[-1], _main(thing.form))
        ]
        if len(owners) == 1:
            things.give(owners[0], head)


def _main(form: str) -> str:
    """Return the word before of, for or on."""
    words = form.split(" ")
    links = ("of", "for", "on")
    return next((before for before, word in pairwise(words) if word in links), words[-1])


def join_alias_phrases(article: EnglishArticle, things: Things) -> None:
    """Join what the text says that a thing is also called: Mpox, formerly called monkeypox."""
    for sentence in article.sentences:
        for match in _ALSO.finditer(article.folded, sentence.start, sentence.end):
            thing = _ending_at(article, things, sentence.start, match.start())
            alias = match["alias"]
            if thing is not None and alias.lower() not in _NO_ALIAS:
                things.give(thing, alias)


def _ending_at(article: EnglishArticle, things: Things, start: int, end: int) -> Thing | None:
    """Return the thing with the longest form that ends at ``end``."""
    words = article.folded[start:end].split(" ")
    for size in range(min(6, len(words)), 0, -1):
        form = " ".join(words[-size:])
        thing = things.get(form) or things.get(form[:1].lower() + form[1:])
        if thing is not None:
            return thing
    return None


def join_spellings(article: EnglishArticle, things: Things) -> None:
    """Join a form with and without a capital, and in the singular and the plural."""
    words = {word.text for sentence in article.sentences for word in sentence.words}
    for thing in things.all():
        for form in list(thing.forms):
            first = form.split(" ", 1)[0]
            if form[0].islower():
                _also(things, thing, form[0].upper() + form[1:])
                _also(things, thing, _other_number(form))
            elif (
                (thing.sort != "name" or thing.definition is not None)
                and first[1:].islower()
                and first[0].lower() + first[1:] in words
            ):
                _also(things, thing, form[0].lower() + form[1:])


def _also(things: Things, thing: Thing, form: str) -> None:
    other = things.get(form)
    if other is None or (other.known is None and other.category == thing.category):
        things.give(thing, form)


def _other_number(form: str) -> str:
    """Return the plural of a phrase, or its singular."""
    if form.endswith("ies"):
        return form[:-3] + "y"
    if form.endswith("s") and not form.endswith(("ss", "us", "is")):
        return form[:-1]
    if form.endswith("y") and form[-2] not in "aeiou":
        return form[:-1] + "ies"
    return form + ("es" if form.endswith(("s", "sh", "ch", "x")) else "s")
