"""The key terms of an English article: names by their capitals, phrases by being repeated."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.language.english_definitions import definitions
from reader.language.gazetteer import english
from reader.language.occurrences import longest_first
from reader.language.tables.english import COMMON, CONCEPT_HEADS, HEADS, SMALL, TITLES
from reader.model.passage import Passage
from reader.model.understanding import Category, FoundTerm

if TYPE_CHECKING:
    from reader.language.english import Sentence

_LINK = r"(?:of the|of|for the|for|de|del|des|du|la|le|da|von|van|bin|al|on the|and)"
_WORD = r"(?:[A-Z][\w'&-]*[\w]|[A-Z])(?:\.(?=[A-Z]))?"
_NAME = re.compile(rf"{_WORD}(?:(?: {_LINK})? {_WORD}){{0,11}}(?: \d{{1,4}}\b(?!,))?")
_JOINT = re.compile(r" (?:and|of the|of|for the|for|on the) ")
_ABBREVIATION = re.compile(r" \((?:the )?([A-Z][A-Za-z0-9&.-]{1,9})\)")
_POSSESSIVE = re.compile(r"'s?$")
_OWNER = re.compile(r"'s (?=[A-Z])")
_BEFORE_PLACE = re.compile(r"\b(?:in|at|near|outside|to|from|across)(?: the)? $")
_SAYS = re.compile(
    r" (?:said|says|told|added|warned|argued|wrote|announced|visited|met|called|urged)\b"
)
_TITLE = re.compile(
    "(?:" + "|".join(re.escape(title) for title in sorted(TITLES, key=len, reverse=True)) + ") "
)
_FULL_NAME = re.compile(r"[A-Z][\w'-]+(?: [A-Z][\w'.-]*){1,3}")
_BASE = {
    "person": 1.0,
    "agreement": 1.1,
    "organization": 0.9,
    "event": 1.0,
    "place": 0.8,
    "concept": 0.7,
}
_SHOWN_LEAST, _CHARACTERS_A_TERM, _SHOWN_MOST, _MOST = 8, 180, 60, 400


@dataclass(slots=True)
class _Name:
    form: str
    places: list[tuple[int, int]] = field(default_factory=list)
    votes: Counter[Category] = field(default_factory=Counter)
    aliases: dict[str, None] = field(default_factory=dict)
    definition: Passage | None = None
    receipt: Passage | None = None


def terms(text: str, sentences: list[Sentence]) -> tuple[FoundTerm, ...]:
    """Return the key terms of the sentences of ``text``, the heaviest first."""
    names = _names(text, sentences)
    _join_surnames(text, names)
    _define(text, sentences, names)
    _add_phrases(text, sentences, names)
    things = _once(names)
    placed = _place(text, sentences, things[:_MOST])
    weighed = sorted(
        ((_weight(one, spots, sentences), one, spots) for one, spots in placed),
        key=lambda row: (-row[0], row[2][0]),
    )
    length = sum(sentence.end - sentence.start for sentence in sentences)
    room = min(_SHOWN_LEAST + length // _CHARACTERS_A_TERM, _SHOWN_MOST)
    return tuple(
        FoundTerm(
            text=one.form,
            category=_category(one),
            reading="",
            aliases=tuple(one.aliases),
            occurrences=tuple(spots),
            weight=round(weight / weighed[0][0], 4),
            shown=rank < room,
            definition=one.definition,
            receipt=one.receipt,
        )
        for rank, (weight, one, spots) in enumerate(weighed)
    )


def _names(text: str, sentences: list[Sentence]) -> dict[str, _Name]:
    """Return the names by each of their forms."""
    found: dict[str, _Name] = {}
    for sentence in sentences:
        if sentence.kind == "title":
            continue  # Titles may have a capital on every word.
        for match in _NAME.finditer(text, sentence.start, sentence.end):
            for start, end, person in _parts(text, match.start(), match.end()):
                if start == sentence.start and _is_common_start(text, start, end):
                    continue
                _note(text, found, start, end, person=person)
    for sentence in sentences:
        for match in _ABBREVIATION.finditer(text, sentence.start, sentence.end):
            _abbreviate(text, found, match)
    return found


def _parts(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Part what only stands together, and take common words and a person's title from the front."""
    known = english().at(text, start)
    if known and not text[start + len(known) : start + len(known) + 1].isalnum():
        first = start + len(known)
        if first >= end:
            return [(start, first, False)]
        if _JOINT.match(text, first) or text.startswith("'s ", first):
            return [(start, first, False), *_parts(text, text.index(" ", first) + 1, end)]
    word = text[start:end].split(" ", maxsplit=1)[0]
    title = _TITLE.match(text, start, end)
    if title is not None:
        return [(at, to, True) for at, to, _ in _parts(text, title.end(), end)[:1]] + _parts(
            text, title.end(), end
        )[1:]
    if _POSSESSIVE.sub("", word) in COMMON or re.match(_LINK + " ", text[start:end]):
        return _parts(text, start + len(word) + 1, end) if len(word) < end - start else []
    cut = _cut(text, start, end)
    if cut is None:
        return [(start, end, False)]
    return [(start, cut[0], False), *_parts(text, cut[1], end)]


def _cut(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a name ends in a chain: Putin and Kim, Vayas of Ecuador, Russia's Lavrov."""
    owner = _OWNER.search(text, start, end)
    if owner is not None and text[start : owner.start()] not in ("People", "Women", "Children"):
        return owner.span()
    for joint in _JOINT.finditer(text, start, end):
        first = text[start : joint.start()].rsplit(" ", maxsplit=1)[-1]
        headed = any(first in heads for heads in HEADS.values())
        inner = " of " in text[start : joint.start()] or " for " in text[start : joint.start()]
        if (joint.group() == " and " and not inner) or (joint.group() != " and " and not headed):
            return joint.span()
    return None


def _is_common_start(text: str, start: int, end: int) -> bool:
    """Say whether a capital is there only because a sentence begins with it."""
    word = text[start:end]
    if " " in word or word.isupper() or english().get(word) is not None:
        return False
    return not re.search(rf"[\w,] {re.escape(word)}\b", text)


def _note(text: str, found: dict[str, _Name], start: int, end: int, *, person: bool) -> None:
    form = _POSSESSIVE.sub("", text[start:end]).rstrip(".-'")
    if len(form) < 2 or form in COMMON or form in TITLES or form.isdigit():
        return
    one = found.setdefault(form, _Name(form))
    one.places.append((start, start + len(form)))
    if person:
        one.votes["person"] += 5
    if _BEFORE_PLACE.search(text, max(0, start - 16), start):
        one.votes["place"] += 1
    if _FULL_NAME.fullmatch(form) and _SAYS.match(text, start + len(form)):
        one.votes["person"] += 3


def _abbreviate(text: str, found: dict[str, _Name], match: re.Match[str]) -> None:
    short = match.group(1)
    for form, one in list(found.items()):
        if form != short and text.endswith(form, 0, match.start()):
            other = found.get(short)
            if other is not None and other is not one:
                one.places += other.places
            one.aliases.setdefault(short)
            found[short] = one
            return


def _join_surnames(text: str, names: dict[str, _Name]) -> None:
    """Join a surname to the full name, where it stands alone and only one person has it."""
    endings = Counter(form.split(" ")[-1] for form in names if " " in form)
    for one in _once(names):
        last = one.form.split(" ")[-1]
        alone = names.get(last)
        if last == one.form or endings[last] != 1 or _category(one) != "person":
            continue
        if alone is None and not re.search(rf"(?<![A-Z][a-z] )(?<!\w ){re.escape(last)}\b", text):
            continue
        if alone is not None:
            one.votes += alone.votes
        one.aliases.setdefault(last)
        names[last] = one


def _define(text: str, sentences: list[Sentence], names: dict[str, _Name]) -> None:
    for found in definitions(text, sentences):
        form = text[slice(*found.term)]
        one = names.setdefault(form, _Name(form))
        one.places.append(found.term)
        if one.definition is None:
            one.definition = Passage(text[slice(*found.passage)], *found.passage)
            one.receipt = Passage(text[slice(*found.sentence)], *found.sentence)


def _add_phrases(text: str, sentences: list[Sentence], names: dict[str, _Name]) -> None:
    """Add phrases of common words that come more than once and end in a word of the news."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for run in re.findall(r"[a-z-]+(?: [a-z-]+)*", text[sentence.start : sentence.end]):
            words = run.split(" ")
            for size in (2, 3):
                for first in range(len(words) - size + 1):
                    part = words[first : first + size]
                    if part[-1] in CONCEPT_HEADS and not any(
                        word in SMALL or len(word) < 3 for word in part
                    ):
                        counts[" ".join(part)] += 1
    for form, count in counts.items():
        longer = any(form in other and other != form and counts[other] == count for other in counts)
        if count > 1 and not longer:
            names.setdefault(form, _Name(form)).votes["concept"] += 1


def _once(names: dict[str, _Name]) -> list[_Name]:
    return list({id(one): one for one in names.values()}.values())


def _category(one: _Name) -> Category:
    known = english().get(one.form) or next(
        (english().get(a) for a in one.aliases if english().get(a)), None
    )
    if known is not None:
        return known.category
    last = re.sub(r" \d+$", "", one.form).split(" ")[-1]
    first = one.form.split(" ")[0]
    for category, heads in HEADS.items():
        if last in heads or (first in heads and " of " in one.form):
            return category  # type: ignore[return-value]
    if one.votes:
        return max(one.votes, key=lambda category: one.votes[category])
    if one.form.isupper():
        return "organization"
    return (
        "person"
        if _FULL_NAME.fullmatch(one.form) and len(one.form.split(" ")) in (2, 3)
        else "concept"
    )


def _place(
    text: str, sentences: list[Sentence], things: list[_Name]
) -> list[tuple[_Name, list[tuple[int, int]]]]:
    every: list[tuple[int, int, int]] = []
    for index, one in enumerate(things):
        for form in (one.form, *one.aliases):
            pattern = re.compile(rf"(?<![\w-]){re.escape(form)}(?![\w-])")
            for sentence in sentences:
                every.extend(
                    (match.start(), match.end(), index)
                    for match in pattern.finditer(text, sentence.start, sentence.end)
                )
    own: dict[int, list[tuple[int, int]]] = {}
    for start, end, index in longest_first(every):
        own.setdefault(index, []).append((start, end))
    return [(things[index], own[index]) for index in sorted(own)]


def _weight(one: _Name, spots: list[tuple[int, int]], sentences: list[Sentence]) -> float:
    weight = _BASE[_category(one)] * (1 + math.log2(len(spots)))
    inside = [
        sentence
        for sentence in sentences
        if any(sentence.start <= start < sentence.end for start, _ in spots)
    ]
    if any(sentence.kind == "title" for sentence in inside):
        weight *= 1.7
    elif any(sentence.lead or sentence.kind == "heading" for sentence in inside):
        weight *= 1.3
    known = english().get(one.form)
    if known is not None and known.country:
        weight *= 0.85 if len(spots) > 1 else 0.6
    return weight * (2.2 if one.definition is not None else 1.0)
