"""Part a run of capitals into names: titles off, Putin and Kim apart, Bank of England together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.english_titles import before_title, is_only_title, title_length
from reader.language.tables.english import COMMON, HEADS, OPEN_HEADS, SMALL, STARTERS
from reader.language.tables.english_kinds import DESIGNATED
from reader.language.tables.english_nations import DEMONYMS, REGIONS
from reader.language.tables.english_people import GIVEN, MODIFIERS, POSTS
from reader.language.tables.english_verbs import VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.language.english_article import Sentence, Word
    from reader.language.gazetteer import Gazetteer

PARTICLES = frozenset(
    "de del della delle des di da das do dos du la le las los van von der den ter ten bin ibn bint"
    " al el ul ud".split()
)
"""Small words inside the names of people."""

DESIGNATION = re.compile(r"[IVX]{1,4}[a-z]?|[A-Z]|[A-Z]?\d{1,4}[A-Za-z]?|[A-Z](?:\.\d+)+")
"""What tells which: II, Ib, 9, B.1.1.7."""

NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,2})?")
_OPENING = frozenset(("of", "for", "on", "against"))
_CONTINENTS = frozenset("Europe Africa Asia America Americas".split())
_TOPICAL = frozenset(
    "Commission Committee Council Panel Office Institute Body Organization Organisation Agency"
    " Centre Center Centres Centers Authority Alliance Coalition Partnership Fund Foundation"
    " Programme Program Court Group Forum Network Ministry Department Bank Union Association"
    " Envoy".split()
).union(HEADS["agreement"], HEADS["event"])
_COMPASS = frozenset(
    "North South East West Central Northern Southern Eastern Western Upper Lower Inner"
    " Outer".split()
)
_OWNERS = frozenset(("People's", "Women's", "Children's", "Men's", "Workers'", "Lloyd's"))
_HEADS = frozenset(word for heads in HEADS.values() for word in heads)
_BODIES = HEADS["organization"] | HEADS["agreement"] | HEADS["event"]
_ACRONYM = re.compile(r"(?:[A-Z][A-Z0-9&-]{1,9}|(?:[A-Z]\.){2,})")
# Made once: these are looked at for every word with a capital.
_NEVER_LAST = COMMON - _HEADS
_FROM = DEMONYMS - _COMPASS - REGIONS
_POSTS_ALONE = POSTS - _HEADS


class Parting:
    """Parts a run into names."""

    def __init__(
        self, run: Sequence[Word], text: str, known: Gazetteer, sentence: Sentence
    ) -> None:
        self._rest = list(run)
        self._begins = (sentence.start, sentence.dateline)
        self._text = text
        self._known = known

    def parts(self) -> list[tuple[Sequence[Word], bool]]:
        """Return the names, each with whether a title stands before it."""
        made: list[tuple[Sequence[Word], bool]] = []
        titled = False
        while self._rest:
            if not self._known_length(self._rest):
                self._rest = self._trimmed(self._rest)
            title = title_length(self._rest)
            whole = self._known_length(self._rest)
            if whole and whole >= title:
                made.append((self._take(whole), titled))
            elif title:
                front = before_title(self._rest[:title])
                made += [(words, False) for words in self._bodies(front)]
                self._rest = self._rest[title:]
                titled = True
                continue
            elif self._rest:
                made.append((self._take(self._cut(self._rest)), titled))
            titled = False
        kept = ((self._stripped(words), flag) for words, flag in made)
        return [(words, flag) for words, flag in kept if words]

    def _trimmed(self, words: list[Word]) -> list[Word]:
        """Take small words, and common ones whose capital tells nothing, from the front."""
        first = 0
        while first < len(words):
            at_start = words[first].start in self._begins
            if _begins(words, first, at_start=at_start):
                break
            first += 1
        return words[first:]

    def _take(self, count: int) -> list[Word]:
        taken, self._rest = self._rest[:count], self._rest[count:]
        return taken

    def _known_length(self, words: Sequence[Word]) -> int:
        """Return how many words the known name at the start takes, where it stands by itself."""
        count = self._name_length(words)
        return count if count and self._ends_there(words, count) else 0

    def _name_length(self, words: Sequence[Word]) -> int:
        """Return how many words the longest known name at the start takes, or 0."""
        if not words:
            return 0
        start = words[0].start
        for name in self._known.all_at(self._text, start):
            end = start + len(name)
            for place, word in enumerate(words):
                if word.start + len(word.bare) == end or word.end == end:
                    return place + 1
                if word.start >= end:
                    break
        return 0

    def _ends_there(self, words: Sequence[Word], count: int) -> bool:
        """Say whether a name of ``count`` words is all: not Japan in Japan Airlines."""
        if count == len(words) or words[count - 1].bare != words[count - 1].text:
            return True
        tail = words[count:]
        if title_length(tail):
            return True
        if self._name_length(tail):
            return tail[0].bare not in _BODIES
        end = next((place for place, word in enumerate(tail) if not word.cap), len(tail))
        if end == 0:
            return not (self._holds(words, count) and tail[0].text in _OPENING)
        return tail[0].bare not in _HEADS and tail[end - 1].bare not in _HEADS

    def _bodies(self, front: Sequence[Word]) -> list[Sequence[Word]]:
        """Return the bodies that stand before a title."""
        if not front or front[0].bare in COMMON:
            return []
        whole = self._known_length(front)
        if whole:
            return [front[:whole]]
        headed = front[-1].bare in _HEADS and len(front) > 1
        return [front] if headed or _ACRONYM.fullmatch(front[0].bare) else []

    def _cut(self, words: Sequence[Word]) -> int:
        """Return how many words the first name takes."""
        for place in range(1, len(words)):
            before, word = words[place - 1], words[place]
            owner = before.text != before.bare and before.text not in _OWNERS
            if NUMBER.fullmatch(word.text):
                continue
            if owner or (not word.cap and not self._holds(words, place)):
                return place
            if word.cap and before.cap and word.bare in _POSTS_ALONE:
                return place - _modifiers_before(words, place)
        return len(words)

    def _holds(self, words: Sequence[Word], place: int) -> bool:
        """Say whether a small word holds what stands around it together."""
        link = words[place].text
        left = [word.bare for word in words[:place] if word.cap]
        following = next((word.bare for word in words[place + 1 :] if word.cap), "")
        behind = [word for word in words[place + 1 :] if word.text != "the"]
        if not following or following in POSTS or not (behind and _begins_or_link(behind)):
            return False
        if link in _OPENING:
            return self._opens(words, place, left)
        if link == "the":
            return words[place - 1].text in _OPENING
        if link == "and":
            return self._joins(words, place, left)
        if link == "in":
            return following in _CONTINENTS and any(word.text in ("for", "on") for word in words)
        return link in PARTICLES or not link.isalpha()

    def _opens(self, words: Sequence[Word], place: int, left: list[str]) -> bool:
        """Say whether of, for, on and against go on: Convention on the High Seas."""
        link = words[place].text
        inside = any(word.text in ("for", "on", "against") for word in words[:place])
        if inside and any(word in OPEN_HEADS for word in left):
            return True
        if link == "of":
            return left[-1] in OPEN_HEADS
        behind = [word for word in words[place + 1 :] if word.text != "the"]
        topic = left[-1] in _TOPICAL
        topic = topic or (link == "for" and left[-1] in OPEN_HEADS)
        return topic and not self._name_length(behind)

    def _joins(self, words: Sequence[Word], place: int, left: list[str]) -> bool:
        """Say whether and is part of a name: Food and Drug Administration."""
        behind = words[place + 1 :]
        if self._name_length(behind) or behind[0].bare in GIVEN:
            return False
        end = next((at for at, word in enumerate(behind) if not word.cap), len(behind))
        right = [word.bare for word in behind[:end]]
        if any(word.text in _OPENING for word in words[:place]):
            return not (len(right) > 1 and right[-1] in _HEADS)
        if len(left) > 2 or self._name_length(words) or left[0] in DEMONYMS:
            return False
        return len(right) > 1 and right[-1] in _BODIES and left[-1] not in _BODIES

    def _stripped(self, words: Sequence[Word]) -> Sequence[Word]:
        """Take off a name what only tells where from, and common words at its end."""
        kept = list(words)
        while kept and (not kept[-1].cap or kept[-1].bare in _NEVER_LAST):
            if len(kept) > 1 and _is_designation(kept[-2], kept[-1]):
                break
            kept.pop()
        if not kept or is_only_title(kept):
            return []
        plain = [word.bare for word in kept if word.cap]
        if len(plain) == 1 and plain[0] in REGIONS and self._is_region(kept[0]):
            return kept
        if all(word in COMMON or _is_demonym(word) for word in plain):
            return kept if self._name_length(kept) == len(kept) else []
        form = self._text[kept[0].start : kept[-1].end]
        if plain[0] in _FROM and self._known.get(form) is None:
            headed = any(word in _HEADS for word in plain[1:])
            return kept if headed else self._stripped(kept[1:])
        return kept

    def _is_region(self, word: Word) -> bool:
        """Say whether an adjective names a region: the Baltic, not the Baltic states."""
        if self._text[max(0, word.start - 4) : word.start].lower() != "the ":
            return False
        behind = self._text[word.end : word.end + 24]
        following = behind.strip().split(" ", 1)[0].strip(".,;:)\"'")
        return not behind[:1].isspace() or following in SMALL or following in VERBS


def _is_designation(noun: Word, word: Word) -> bool:
    """Say whether a number or a letter tells which: Estlink 2, Clade I."""
    if NUMBER.fullmatch(word.text):
        return True
    return noun.text.lower() in DESIGNATED and DESIGNATION.fullmatch(word.text) is not None


def _is_demonym(word: str) -> bool:
    """Say whether a word tells where from: French, Anglo-Australian, Russian-American."""
    return word in DEMONYMS or ("-" in word and word.rsplit("-", 1)[1] in DEMONYMS)


def _modifiers_before(words: Sequence[Word], place: int) -> int:
    """Return how many words before a post go with it: Lavrov | Foreign Minister."""
    count = 0
    while place - count > 1 and words[place - count - 1].bare in MODIFIERS:
        count += 1
    return count


def _begins_or_link(words: Sequence[Word]) -> bool:
    return not words[0].cap or _begins(words, 0)


def _begins(words: Sequence[Word], first: int, *, at_start: bool = False) -> bool:
    """Say whether a name may begin with a word; ``at_start`` its capital may be the sentence's."""
    word = words[first]
    if not word.cap:
        return False
    if word.bare not in COMMON:
        loose = at_start and len(words) > 1
        return not (loose and (word.text.lower() in _VERBS_FIRST or word.bare in STARTERS))
    # Second World War, New York, Doctors Without Borders; not New Delhi's The.
    following = words[first + 1] if first + 1 < len(words) else None
    if following is None or not following.cap or following.text in COMMON:
        return False
    return word.text in _BEGIN_NAMES


_PARTICIPLES = frozenset("united allied combined associated born living made".split())
_VERBS_FIRST = VERBS - _PARTICIPLES
_BEGIN_NAMES = frozenset(
    "First Second Third New Great Big High Long Red Black White Blue Green World Old Doctors Repo"
    "rters"
    " Women Children People Save Big Open Free".split()
)
