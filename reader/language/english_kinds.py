"""Tell what an English name is of: by its own words, and by the words around it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from reader.language.tables import english_kinds as table
from reader.language.tables.english import ACRONYMS, FIRST_HEADS, HEADS, SMALL
from reader.language.tables.english_kinds import DESIGNATED
from reader.language.tables.english_nations import DEMONYMS
from reader.language.tables.english_people import GIVEN
from reader.language.tables.english_verbs import DOES, SAYS, VERBS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.language.english_runs import Name
    from reader.model.understanding import Category

_LOOK = 60
_WORD = re.compile(r"[\w'-]+|[,;:.()]")
_NEXT = re.compile(r"(?:'s)? ([a-z]+)")
_EVENT_NAME = re.compile(r"(?:COP|INC|CMP)-?\d[\d.-]*|.* \d{4}|World War.*|.* (?:Wars?|Games)")
_ACRONYM = re.compile(r"(?:[A-Z][A-Z&-]{1,9}s?|(?:[A-Z]\.){2,})")
_LINKS = frozenset("of for on against and the in".split())
_ARTICLES = frozenset(("the", "a", "an"))
_AGE = re.compile(r", \d\d,|,? who\b|, whose (?:father|mother|family|son|wife|husband)")
_NOT_A_PERSON = -4
_APPOSITION, _SURE = 9, 3
_INSIDE = frozenset(
    "of for on against and the in to de del della des di da do dos du la le van von der bin ibn"
    " al".split()
)


def votes_of(text: str, name: Name) -> Counter[Category]:
    """Return what the words around a name tell of what it is."""
    votes: Counter[Category] = Counter()
    if name.titled:
        votes["person"] += 6
    elif name.the and not _is_before_noun(text, name.end):
        votes["person"] += _NOT_A_PERSON
    _look_before(votes, _WORD.findall(text[max(0, name.start - _LOOK) : name.start])[-4:])
    _look_behind(votes, text, name)
    return votes


def _is_before_noun(text: str, end: int) -> bool:
    """Say whether an article belongs to a noun behind the name: the Trump administration."""
    match = _NEXT.match(text, end)
    return match is not None and match[1] not in SMALL and match[1] not in VERBS


def _look_before(votes: Counter[Category], words: list[str]) -> None:
    """Read in Goma, the town of Kamituga, the tanker Eagle S, made by Bavarian Nordic."""
    while words and (words[-1].lower() in _ARTICLES or words[-1].lower() in table.COMPASS):
        words = words[:-1]
    if not words:
        return
    before = words[-2] if len(words) > 1 else ""
    last = words[-1].lower()
    if last == ",":
        kind = table.KIND_NOUNS.get(before.removesuffix("s")) if before.endswith("s") else None
        if kind is not None:
            votes[kind] += 3  # two cyclones, Jasper and …
    elif last in table.AT:
        works = last == "at" and table.KIND_NOUNS.get(before.removesuffix("s")) == "person"
        votes["organization" if works else "place"] += 4 if works else 2
    elif last in table.TO:
        votes["place"] += 1
    elif last in ("of", "by", *table.NAMED):
        _look_before_link(votes, last, before)
    elif last in table.KIND_NOUNS and words[-1].islower():
        votes[table.KIND_NOUNS[last]] += 4


def _look_before_link(votes: Counter[Category], link: str, before: str) -> None:
    """Read the eruption of X, Ruth Gregory of X, made by X, a ship called X."""
    if link == "by":
        votes["organization"] += 2 * (before in table.MADE_BY)
    elif link == "of" and before in table.PLACES_HAVE:
        votes["place"] += 3
    elif link == "of" and before[:1].isupper():
        votes["organization"] += 1
    elif before in table.KIND_NOUNS:
        kind = table.KIND_NOUNS[before]
        votes[kind] += 5 if link != "of" or kind == "place" else 0


def _look_behind(votes: Counter[Category], text: str, name: Name) -> None:
    """Read X said; X, a town in …; X-based; X's shares; X, who."""
    behind = text[name.end : name.end + _LOOK + 20]
    words = _WORD.findall(behind)
    if behind.startswith("-based"):
        votes["place"] += 4
    elif _AGE.match(behind):
        votes["person"] += 4
    elif behind.startswith(", "):
        kind = _apposition(words[1 : _APPOSITION + 1])
        if kind is not None:
            votes[kind] += 4
    elif behind.startswith("'s ") and len(words) > 1:
        # _WORD takes the letter of the possessive for a word.
        owned = set(words[1:4])
        votes["organization"] += 2 * bool(owned & table.OWNED_BY_BODIES)
        votes["place"] += 2 * bool(owned & table.OWNED_BY_PLACES)
    elif words and behind[:1] == " ":
        auxiliary = words[0] in ("has", "have", "had", "also") and len(words) > 1
        following = words[1] if auxiliary else words[0]
        _look_at_next(votes, following.removesuffix("'s"), several=name.form.count(" ") in (1, 2))


def _look_at_next(votes: Counter[Category], word: str, *, several: bool) -> None:
    """Read X said, X wants, the X administration, X province."""
    if word in table.WILLS:
        votes["organization"] += 2
    if word in SAYS:
        votes["person"] += 2 if several else 1
        votes["organization"] += 1
    elif word in DOES and several:
        votes["person"] += 1
    elif word in ("administration", "family", "presidency"):
        votes["person"] += 3
    elif word in table.KIND_NOUNS and table.KIND_NOUNS[word] != "person":
        votes[table.KIND_NOUNS[word]] += 1


def _apposition(words: list[str]) -> Category | None:
    """Return what X is in: X, the secretary-general of NATO; X, a town in the hills."""
    if not words:
        return None
    if words[0] not in table.DETERMINERS and words[0] not in table.KIND_NOUNS:
        return None
    found: Category | None = None
    for word in words:
        if word in ",;:.()" or word in table.STOPS:
            break
        found = table.KIND_NOUNS.get(word, found)
    return found


def own_category(form: str) -> Category | None:
    """Return what a name's own words tell: its head, or that it is an abbreviation."""
    words = form.split(" ")
    if _EVENT_NAME.fullmatch(form) and words[-1] not in HEADS["agreement"]:
        return "event"
    link = next((place for place, word in enumerate(words) if word in _LINKS and place), len(words))
    main = [word for word in words[:link] if not word.isdigit()] or words
    if len(words) > 1 and words[-1] in table.LOWER_HEADS:
        return "concept" if words[-1] in ("project", "pipeline") else "place"
    if len(words) > 1:
        for last in (main[-1], words[-1]):
            for category, heads in HEADS.items():
                if last in heads:
                    return category
    if len(words) == 2 and words[0].lower() in DESIGNATED:
        return "agreement" if words[0].lower() in ("article", "clause", "section") else "concept"
    if form in ACRONYMS or (any(sign.isdigit() for sign in form) and len(words) < 3):
        return "concept"
    return None


def category_of(form: str, votes: Counter[Category], aliases: Iterable[str]) -> Category:
    """Return the likeliest category of a name that no table knows."""
    for each in (form, *aliases):
        own = own_category(each)
        if own is not None:
            return own
    words = form.split(" ")
    if len(words) > 1 and words[0] in FIRST_HEADS and max(votes.values(), default=0) < _SURE:
        return FIRST_HEADS[words[0]]
    if any(word[0].islower() and word not in _INSIDE for word in words):
        return "concept"
    several = len(words) in (2, 3, 4)
    person = votes["person"] + (5 if several and words[0] in GIVEN else 0)
    best = max(votes, key=lambda one: votes[one], default=None)
    least = 1 if several else votes["organization"] + 1
    if person >= least and (best is None or person >= votes[best]):
        return "person"
    if best is not None and votes[best] > 0 and best != "person":
        return best
    if votes["organization"] > 0:
        return "organization"
    if _ACRONYM.fullmatch(form):
        return "organization"
    if any(word.isupper() and len(word) > 1 and "." not in word for word in words):
        return "organization"
    letters = all(word.replace("-", "").replace("'", "").isalpha() for word in words)
    if several and letters and person >= 0 and words[0] not in DEMONYMS:
        return "person"
    return "organization" if len(words) == 1 else "concept"
