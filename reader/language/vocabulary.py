"""Find the words of the tables of concepts: terms that a reader looks up, phrases with の too."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.language.mentions import Mention, head_of
from reader.language.tables.concepts import SURE, TOPICAL

if TYPE_CHECKING:
    from reader.language.tokens import Token
    from reader.model.understanding import Category

# What stands right before or behind a word and makes another word of it: 賠償金, 非正規.
_MAKES_ANOTHER = frozenset(
    "者金力団的性人員家長官士師学国費料額量率数書権法案型式系派軍犯罪船機器物品地所場店社会局課部室院庁省層化用"
)
_NO_BEGINNING = frozenset(("particle", "auxiliary", "symbol", "space", "suffix"))
_CATEGORIES: dict[str, Category] = {
    "agreement": "agreement",
    "organization": "organization",
}
# 公職選挙法 is a law, 国際法 and 手法 are none that was made.
_LAW = re.compile("(?<![手方司立療用便文技魔])法$")
_NO_LAW = ("国際法", "人道法", "海洋法", "慣習法", "イスラム法")
_EVENTS = ("選", "選挙", "の春", "大革命", "事件", "危機", "ショック", "春闘", "労使交渉")


@cache
def _by_start() -> dict[str, list[str]]:
    """Return the words by their first two letters, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(SURE | TOPICAL, key=lambda word: (-len(word), word)):
        found.setdefault(word[:2], []).append(word)
    return found


def listed(text: str, words: list[Token]) -> list[Mention]:
    """Return the words of the tables among ``words``, the longest at each place."""
    found: list[Mention] = []
    starts = _by_start()
    at = 0
    for index, word in enumerate(words):
        if word.start < at or word.kind in _NO_BEGINNING:
            continue
        known = starts.get(text[word.start : word.start + 2])
        last = _last_word(text, words, index, known) if known else None
        if last is not None and not _is_part(words, index, last):
            inside = tuple(words[index : last + 1])
            found.append(_mention(text, inside))
            at = inside[-1].end
    return found


def _last_word(text: str, words: list[Token], first: int, known: list[str]) -> int | None:
    """Return the index of the word that the longest known one ends with."""
    start = words[first].start
    for form in known:
        if text.startswith(form, start):
            end = start + len(form)
            last = first
            while last < len(words) and words[last].end < end:
                last += 1
            if last < len(words) and words[last].end == end:
                return last
    return None


def _is_part(words: list[Token], first: int, last: int) -> bool:
    """Say whether a prefix or suffix makes another word of it."""
    before = words[first - 1] if first else None
    if before is not None and before.kind == "prefix" and before.end == words[first].start:
        return True
    after = words[last + 1] if last + 1 < len(words) else None
    return after is not None and after.kind == "suffix" and after.surface in _MAKES_ANOTHER


def _mention(text: str, inside: tuple[Token, ...]) -> Mention:
    form = text[inside[0].start : inside[-1].end]
    sort = "listed" if form in SURE else "topical"
    return Mention(inside[0].start, inside[-1].end, category_of(form), sort, inside)


def category_of(form: str) -> Category:
    """Return what kind of thing a word of the tables is, by its end."""
    if form.endswith(_EVENTS):
        return "event"
    if is_law(form):
        return "agreement"
    head = head_of(form)[0]
    return _CATEGORIES.get(head or "", "concept")


def is_law(form: str) -> bool:
    """Say whether a form ends as laws do: 公職選挙法, not 国際法 or 手法."""
    return len(form) > 2 and bool(_LAW.search(form)) and not form.endswith(_NO_LAW)
