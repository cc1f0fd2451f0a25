"""Find organisations, places, agreements and events in a run of nouns, by their heads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.mentions import NAMES, PEOPLE, Mention, head_of
from reader.language.runs import DOTS
from reader.language.tables.stops import (
    BEFORE_NAMES,
    NAMED_AGREEMENTS,
    NO_BEGINNINGS,
    OWN_PLACE_HEADS,
    TIME_COUNTERS,
)
from reader.language.tables.words import (
    COUNTRY_LETTERS,
    COUNTRY_ONLY_HEADS,
    DIRECTIONS,
    NEVER_EVENT_HEADS,
    WEAK_AGREEMENT_HEADS,
    WEAK_ORGANISATION_HEADS,
    WEAK_PLACE_HEADS,
)

if TYPE_CHECKING:
    from reader.language.tokens import Token
    from reader.model.understanding import Category

_MAX_BETWEEN = 3
_ARTICLE = re.compile(r"第[0-9一二三四五六七八九十百]+条")


def by_heads(run: list[Token], taken: set[int]) -> list[Mention]:
    """Return the names that end in a head, from the right; their words are added to ``taken``."""
    found: list[Mention] = []
    index = len(run) - 1
    while index >= 0:
        mention_start = None if index in taken else _start_at(run, index, taken, found)
        if mention_start is None:
            index -= 1
            continue
        taken.update(range(mention_start, index + 1))
        index = mention_start - 1
    return found


def _start_at(run: list[Token], index: int, taken: set[int], found: list[Mention]) -> int | None:
    """Add the name whose head is ``run[index]`` to ``found`` and return where it begins."""
    word = run[index]
    if word.known or word.kind in PEOPLE:
        return None
    kind, head = _head_at(run, index, taken)
    if kind is None or word.surface[:-1] in COUNTRY_LETTERS:
        return None
    if kind == "place":
        first = _place_start(run, index, taken, head)
    else:
        first = _compound_start(run, index, taken)
    if first is None:
        return None
    words = tuple(run[first : index + 1])
    if len(words) == 2 and words[0].surface in COUNTRY_LETTERS and len(words[1].surface) == 1:
        return None
    verdict = _verdict(words, kind, head)
    if verdict is None:
        return None
    category, sort = verdict
    found.append(Mention(words[0].start, words[-1].end, category, sort, words))
    return first


def _head_at(run: list[Token], index: int, taken: set[int]) -> tuple[Category | None, str]:
    """Return the head that ends at ``index``; it may be of two words, as 宇宙|センター."""
    if index and index - 1 not in taken:
        pair = run[index - 1].surface + run[index].surface
        kind, head = head_of(pair)
        if head == pair:
            return kind, head
    return head_of(run[index].surface)


def _verdict(words: tuple[Token, ...], kind: str, head: str) -> tuple[Category, str] | None:
    """Say what the words are together, or None where they name nothing."""
    named = any(_is_name(word) for word in words)
    if kind == "place":
        return ("place", "name")
    if kind == "event":
        return _event_verdict(words, head, named=named)
    if kind == "agreement":
        return _agreement_verdict(words, head, named=named)
    return _organisation_verdict(words, head, named=named)


def _is_name(word: Token) -> bool:
    return (
        word.kind in NAMES
        or (word.oov and word.kind == "noun")
        # 日米 is one word of the dictionary, and names two countries.
        or (len(word.surface) > 1 and COUNTRY_LETTERS.issuperset(word.surface))
    )


def _agreement_verdict(
    words: tuple[Token, ...], head: str, *, named: bool
) -> tuple[Category, str] | None:
    """包括的戦略パートナーシップ条約 is a name without any name in it, 改定議定書 is not."""
    if len(words) == 1 and (words[0].surface == head or head in WEAK_AGREEMENT_HEADS):
        return None
    if not named and head in NAMED_AGREEMENTS:
        return None
    if words[0].kind == "number":
        # 5項目合意 is known by its number.
        return ("agreement", "name")
    long = len(words) > 2 and head not in WEAK_AGREEMENT_HEADS
    return ("agreement", "name" if named or long else "compound")


def _organisation_verdict(
    words: tuple[Token, ...], head: str, *, named: bool
) -> tuple[Category, str] | None:
    if len(words) == 1:
        # 国家安全保障会議 or 防衛省 names one as it stands, 委員会 names none.
        whole = words[0].surface
        ministry = len(whole) > 2 and whole[-1] in "省庁府" and head not in WEAK_ORGANISATION_HEADS
        return ("organization", "name") if ministry or (named and whole != head) else None
    if any(word.surface in ("回", "次") for word in words[1:-1]):
        return ("event", "name")
    if head == "本部" and words[-2].known == "organization":
        return ("place", "name")
    if named and head in COUNTRY_ONLY_HEADS and len(words) == 2:
        return None
    if head in WEAK_ORGANISATION_HEADS and not named:
        return None
    return ("organization", "name")


def _event_verdict(
    words: tuple[Token, ...], head: str, *, named: bool
) -> tuple[Category, str] | None:
    if head in NEVER_EVENT_HEADS:
        return None
    numbered = words[0].surface == "第" and len(words) > 3
    if len(words) == 1:
        # 衆院選 and 関東大震災 are events as they stand, 会議 is none.
        return ("event", "name") if named and words[0].surface != head else None
    return ("event", "name") if named or numbered else None


def _place_start(run: list[Token], index: int, taken: set[int], head: str) -> int | None:
    """Go left to the name that the head belongs to: 元山|葛|麻|海岸|観光|地区."""
    if run[index].surface != head and (run[index].kind in NAMES or run[index].oov):
        return index
    first = index - 1
    while first >= 0 and index - first <= _MAX_BETWEEN + 2:
        word = run[first]
        if (
            (first in taken and word.known != "person")
            or word.surface in DIRECTIONS
            or word.surface in BEFORE_NAMES
        ):
            return None
        if word.kind in NAMES or (word.oov and not word.surface.isascii() and word.kind == "noun"):
            break
        if word.kind not in ("noun", "action", "suffix", "shape") or head in WEAK_PLACE_HEADS:
            return None
        first -= 1
    else:
        return None
    if first < 0 or first in taken:
        return None
    if run[first].kind == "country" and (first == index - 1) and head not in OWN_PLACE_HEADS:
        return None
    while (
        first > 0
        and first - 1 not in taken
        and run[first - 1].kind == "place"
        and run[first].kind == "place"
    ):
        first -= 1
    return first


def _compound_start(run: list[Token], index: int, taken: set[int]) -> int:
    first = index
    while first > 0 and first - 1 not in taken and _may_precede(run, first - 1):
        first -= 1
    while first < index and _no_beginning(run[first]):
        first += 1
    return first


def _may_precede(run: list[Token], at: int) -> bool:
    word, following = run[at], run[at + 1]
    if word.surface in DOTS:
        return at > 0 and run[at - 1].kind in NAMES and following.kind in NAMES
    if word.surface in BEFORE_NAMES or word.surface in DIRECTIONS or word.surface in TIME_COUNTERS:
        return False
    if word.kind == "number":
        return following.surface not in TIME_COUNTERS
    return word.kind != "adverbial"


def _no_beginning(word: Token) -> bool:
    if word.kind in ("suffix", "counter") or word.surface in DOTS:
        return True
    return word.surface in NO_BEGINNINGS


def treaty_articles(text: str, found: list[Mention], start: int, end: int) -> list[Mention]:
    """Return every 第4条 of a sentence, with the agreement that stands right before it."""
    before = {mention.end: mention.start for mention in found if mention.category == "agreement"}
    return [
        Mention(before.get(match.start(), match.start()), match.end(), "agreement", "name")
        for match in _ARTICLE.finditer(text, start, end)
    ]


def repeated_agreements(text: str, words: list[Token]) -> list[Mention]:
    """Return phrases such as 暫定的な取り決め where the text has them more than once."""
    found = []
    for first, middle, last in zip(words, words[1:], words[2:], strict=False):
        if middle.surface != "な" or head_of(last.surface) != ("agreement", last.surface):
            continue
        start = first.start
        if first.surface == "的":
            start = max((word.start for word in words if word.end == first.start), default=start)
        if text.count(text[start : last.end]) > 1:
            found.append(Mention(start, last.end, "agreement", "name"))
    return found
