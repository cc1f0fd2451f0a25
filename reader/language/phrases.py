"""Find what heads do not tell: names left over in a run of nouns, and compounds of common words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.mentions import Mention, head_of, is_address
from reader.language.runs import DOTS
from reader.language.tables.stops import ERAS, LOOSE_ENDS, LOOSE_STARTS, NUMERALS
from reader.language.tables.words import COMMON_COMPOUNDS, CONCEPT_ENDINGS, GENERIC, TYPE_WORDS

if TYPE_CHECKING:
    from reader.language.tokens import Token
    from reader.model.understanding import Category

_LATIN_NAME = re.compile(r"(?=.*[A-Z])[A-Za-z][A-Za-z0-9.+'&-]+")
_KATAKANA = re.compile("[ァ-ヴー・=]{3,}")


def loose_names(run: list[Token], taken: set[int]) -> list[Mention]:
    """Return the names left over in ``run``: known ones, places, unknown katakana and Latin."""
    found: list[Mention] = []
    for index, word in enumerate(run):
        if index in taken or not _is_name(word):
            continue
        taken.add(index)
        last = found[-1] if found else None
        if last is not None and last.end == word.start and _is_district(last.words[-1], word):
            found[-1] = Mention(last.start, word.end, "place", "name", (*last.words, word))
            continue
        following = run[index + 1] if index + 1 < len(run) else None
        if following is not None and _is_make(word, following):
            taken.add(index + 1)
            found.append(Mention(word.start, following.end, "concept", "name", (word, following)))
            continue
        category = _category_of(word)
        if index and not word.known:
            category = TYPE_WORDS.get(run[index - 1].surface) or category
        sort = "known" if word.known else "name"
        found.append(Mention(word.start, word.end, category, sort, (word,)))
    return found


def _is_district(before: Token, word: Token) -> bool:
    """Say whether two places are one, the smaller after the larger: 福建省アモイ."""
    return (
        before.kind == "place" and before.surface[-1] in "省州県市道都府" and word.kind == "place"
    )


def _is_make(word: Token, following: Token) -> bool:
    """Say whether letters name the make of a thing: H3ロケット, F35戦闘機."""
    letters = word.surface.isascii() and not word.known and following.start == word.end
    return letters and TYPE_WORDS.get(following.surface) == "concept"


def _is_name(word: Token) -> bool:
    if word.known or word.kind == "dotted":
        return True
    if word.surface.isascii():
        return bool(_LATIN_NAME.fullmatch(word.surface))
    if word.oov and word.kind in ("noun", "name"):
        return bool(_KATAKANA.fullmatch(word.surface))
    if word.kind in ("place", "name", "country"):
        # 一区切り is no district.
        return (
            len(word.surface) > 1 and word.surface[0] not in NUMERALS and word.surface not in ERAS
        )
    return word.kind == "person" and bool(_KATAKANA.fullmatch(word.surface))


def _category_of(word: Token) -> Category | None:
    if word.known:
        return word.known
    if word.kind in ("place", "country"):
        return "place"
    # A person of the dictionary without a post may be anything: ラファ, アンガラ.
    kind = head_of(word.surface)[0]
    if kind is None and word.kind == "name":
        kind = head_of(word.surface[-1])[0] or (
            None if _KATAKANA.fullmatch(word.surface) else "organization"
        )
    return kind


def compounds(run: list[Token], taken: set[int]) -> list[Mention]:
    """Return what is left of ``run`` as compounds of common words."""
    found: list[Mention] = []
    part: list[Token] = []
    for index, word in enumerate(run):
        if index not in taken and word.surface not in DOTS and _may_be_in_compound(run, index):
            part.append(word)
            continue
        _add_compound(found, part)
        part = []
    _add_compound(found, part)
    return found


def _may_be_in_compound(run: list[Token], index: int) -> bool:
    word = run[index]
    if word.kind == "number":
        # 第三読会 has a number in it, 三回 is one.
        return index > 0 and run[index - 1].surface == "第"
    if word.kind == "counter":
        # 国家統計局 ends in what also counts, 三局 counts.
        return index > 0 and run[index - 1].kind in ("noun", "action")
    return word.kind != "space"


def _add_compound(found: list[Mention], part: list[Token]) -> None:
    words = _trimmed(part)
    if not words:
        return
    whole = "".join(word.surface for word in words)
    if whole in GENERIC or whole in COMMON_COMPOUNDS or len(whole) < 2:
        return
    if any(is_address(word.surface) for word in words) or (
        words[0].surface[0] in NUMERALS and words[0].kind == "place"
    ):
        return
    kind = head_of(words[-1].surface)[0] if len(words) > 1 else None
    category: Category = kind if kind in ("organization", "agreement") else "concept"
    found.append(Mention(words[0].start, words[-1].end, category, "compound", tuple(words)))


def _trimmed(part: list[Token]) -> list[Token]:
    first, last = 0, len(part)
    while first < last and (part[first].surface in LOOSE_STARTS or part[first].kind == "suffix"):
        first += 1
    while last > first and (
        part[last - 1].kind == "prefix" or part[last - 1].surface in LOOSE_ENDS
    ):
        last -= 1
    if last - first == 2 and part[first].surface == "第":
        return []
    return part[first:last]


def is_likely_term(surface: str) -> bool:
    """Say whether one dictionary word has the shape of a term: 拒否権, 温暖化, オブザーバー."""
    if surface in GENERIC:
        return False
    if _KATAKANA.fullmatch(surface):
        return len(surface) > 4
    # A long word of the dictionary is a technical one: 排他的経済水域.
    return len(surface) > 4 or (len(surface) > 2 and surface.endswith(CONCEPT_ENDINGS))
