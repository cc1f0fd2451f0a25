"""Mend what the tagger marks as entities where a rule is surer of where a name ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.entity_features import COUNTRIES, Placed
from reader.language.mentions import is_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model.understanding import Category

Marked = tuple[int, int, "Category"]
"""A stretch of small words, by the indices of the first and behind the last, and what it is."""

# The title of a song may have twenty; what has more is no name.
_LONGEST = 40
# 同国 stands for a name, and the address of a page is none.
_NO_NAME = re.compile(r"同[一-鿿]|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}")
_WHOLES, _PARTS = frozenset("都道府県市郡州省"), frozenset("市区町村郡")
_DIVISIONS = frozenset("州県市町村区郡省府島川山湖湾")
_KATAKANA = re.compile("[ァ-ヴー・]+")
_COMPANY = re.compile(r"\([株有資名財社医学福独]\)")
_DOTS = frozenset("・=、,")
_BRACKETS = frozenset("()[]「」『』<>【】")
_PARTED = re.compile(r"[東西南北中]{1,2}部")
_LETTERS_THEN_NAME = re.compile(f"[{COUNTRIES}](?=[ァ-ヴA-Z])")


def mended(words: list[Placed], marked: list[Marked]) -> Iterator[Marked]:
    """Yield the stretches as they are to be taken; some fall away, some become several."""
    for first, last, category in _addresses(words, marked):
        if last - first > _LONGEST:
            continue
        for start, end in _apart(words, first, last):
            whole = "".join(word.small.surface for word in words[start:end])
            if _NO_NAME.fullmatch(whole):
                continue
            if category == "person":
                yield start, _without_address(words, start, end), category
            elif category == "place":
                begin = _behind_tongue(words, start, end)
                yield from _by_letter(words, (begin, _with_division(words, end, whole), category))
            else:
                yield from _by_letter(words, (start, end, category))


def _addresses(words: list[Placed], marked: list[Marked]) -> list[Marked]:
    """Join a prefecture or city with what follows without a break: 和歌山県|串本町."""
    joined: list[Marked] = []
    for one in marked:
        before = joined[-1] if joined else (0, 0, "place")
        parts = words[before[1] - 1].small.surface[-1:], words[one[1] - 1].small.surface[-1:]
        if (
            before[1] == one[0] > 0
            and before[2] == one[2] == "place"
            and parts[0] in _WHOLES
            and parts[1] in _PARTS
        ):
            joined[-1] = (before[0], one[1], "place")
        else:
            joined.append(one)
    return joined


def _apart(words: list[Placed], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the part before a blank or bracket that names do not have; of two places both."""
    start = first
    while start < last and _is_between(words[start].small.surface):
        start += 1
    while last > start and _is_between(words[last - 1].small.surface):
        last -= 1
    end = start
    while end < last and not _ends_at(words, start, end):
        end += 1
    middle = next(
        (at for at in range(start + 1, end - 1) if _PARTED.fullmatch(words[at].small.surface)), None
    )
    if middle is not None and _is_country(words, start, middle):
        yield start, middle
        start = middle + 1
    if start < end:
        yield start, end


def _is_between(surface: str) -> bool:
    return surface.isspace() or surface in _DOTS


def _ends_at(words: list[Placed], start: int, at: int) -> bool:
    surface = words[at].small.surface
    if surface.isspace():
        return not (at > start and words[at - 1].small.surface.isascii())
    if surface not in _BRACKETS:
        return False
    around = "".join(word.small.surface for word in words[max(start, at - 2) : at + 3])
    return _COMPANY.search(around) is None


def _is_country(words: list[Placed], start: int, end: int) -> bool:
    return end - start == 1 and words[start].small.part.endswith("国")


def _without_address(words: list[Placed], start: int, end: int) -> int:
    """Leave out the posts and honorifics at the end of a person."""
    while end - 1 > start and is_address(words[end - 1].small.surface):
        end -= 1
    return end


def _behind_tongue(words: list[Placed], start: int, end: int) -> int:
    """Leave out whose name it is: 中国名・丹心礁."""
    at = start + 1
    if end - start > 2 and words[at].small.surface == "名" and _is_country(words, start, at):
        return at + 1 + (words[at + 1].small.surface in "・=")
    return start


def _with_division(words: list[Placed], end: int, whole: str) -> int:
    """Take in what a foreign name is the name of: ザルツ|州."""
    if end < len(words) and words[end].small.surface in _DIVISIONS and _KATAKANA.fullmatch(whole):
        return end + 1
    return end


def _by_letter(words: list[Placed], marked: Marked) -> Iterator[Marked]:
    """Part 仏ミストラル into the country and what is of it."""
    start, end, category = marked
    whole = "".join(word.small.surface for word in words[start : start + 2])
    if end - start > 1 and len(words[start].small.surface) == 1 and _LETTERS_THEN_NAME.match(whole):
        yield start, start + 1, "place"
        yield start + 1, end, "organization" if category == "place" else category
    else:
        yield marked
