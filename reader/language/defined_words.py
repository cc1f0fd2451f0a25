"""Find the word that a sentence goes on to define, and judge what is said of it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.language.mentions import NAMES, head_of
from reader.language.tables import defining as table
from reader.language.tables.words import GENERIC, NOT_DEFINED

if TYPE_CHECKING:
    from reader.language.article import Sentence
    from reader.language.tokens import Token


class Definition(NamedTuple):
    """The place of a word, of what the text says it means, and of the sentence that says it."""

    term: tuple[int, int]
    passage: tuple[int, int]
    sentence: tuple[int, int]


_BEGINNING = re.compile(table.BEGINNING)
# 同委員会 and 新制度 are the name of something else.
_POINTS_BACK = re.compile(
    "[同両各当本](?!位|盟|性|格|質|人)|新(?:制度|協定|条約|法|組織|会社|方式|案)$"
)
# 二つ目は…という協定です tells of one of several, it defines no word.
_ONE_OF_SEVERAL = re.compile(
    "(?:第)?[0-9一二三四五六七八九十百]+(?:つ|点|番|人|件|回|社|本|段階)?目?"
)
_OF_A_YEAR = re.compile("[12][0-9]{3}年の$")
_YEAR_LENGTH = 6
_FORMAL = frozenset("はず わけ ところ つもり よう まま 話 次第 通り ため".split())
_NOUNS = frozenset(
    (*NAMES, "noun", "action", "counter", "number", "prefix", "suffix", "shape", "space")
)
_VERBAL = frozenset(("verb", "adjective", "auxiliary"))
_DESCRIBED = _NOUNS | {"adverbial"}  # 防ぐ|ため|の|装置
_SHORT_OPENING = 12
_LONGEST_ATTRIBUTE = 24
_OPEN, _CLOSED_MARKS = "「『", ("」", "』")


def noun_before(
    text: str, sentence: Sentence, end: int, *, generic: bool = False
) -> tuple[int, int] | None:
    """Return the nouns, or the quotation, that end at ``end``."""
    if text[end - 1 : end] == ")" or text[end : end + 1] == ")":
        end = max(text.rfind("(", sentence.start, end), sentence.start)
    if end > sentence.start and text[end - 1 : end] in _CLOSED_MARKS:
        end -= 1
    if text[end : end + 1] in _CLOSED_MARKS:
        start = max(text.rfind(mark, sentence.start, end) for mark in _OPEN) + 1
        return (start, end) if start and is_term_word(text[start:end]) else None
    start = _nouns_start(sentence, end)
    if end - start == 1 and text[start - 1 : start] == "の":
        start = _nouns_start(sentence, start - 1)  # 核の傘
    dated = _OF_A_YEAR.search(text, max(sentence.start, start - _YEAR_LENGTH), start)
    if dated is not None and head_of(text[start:end]) == ("agreement", text[start:end]):
        start = dated.start()  # 1959年の協定
    return (start, end) if is_term_word(text[start:end], generic=generic) else None


def _nouns_start(sentence: Sentence, end: int) -> int:
    start = end
    for word in reversed(sentence.words_before(end)):
        if word.end != start or (word.kind not in _NOUNS and word.surface not in "・="):
            break
        start = word.start
    return start


def is_term_word(form: str, *, generic: bool = False) -> bool:
    """Say whether ``form`` may be defined; ``generic`` lets common words through."""
    if len(form.strip()) < 2 or form in NOT_DEFINED or _POINTS_BACK.match(form):
        return False
    if _ONE_OF_SEVERAL.fullmatch(form):
        return False
    return generic or form not in GENERIC


def begins(text: str, sentence: Sentence, start: int) -> bool:
    """Say whether the sentence has nothing before the word that it goes on to define."""
    before = text[sentence.start : start].rstrip("「『 ")
    return (
        not before
        or bool(_BEGINNING.search(before))
        or (before.endswith("、") and len(before) <= _SHORT_OPENING)
    )


def is_attribute(text: str, sentence: Sentence, start: int) -> bool:
    """Say whether all that stands before is a clause of the word: 両国が結んだ1959年の協定."""
    before = text[sentence.start : start].rstrip("「『 ")
    words = sentence.words_before(sentence.start + len(before))
    if len(before) > _LONGEST_ATTRIBUTE or "は" in before or "、" in before or not words:
        return False
    if words[-1].kind in _VERBAL or text[start - 1] in _OPEN:
        return True
    return words[-1].surface == "の" and any(word.kind == "verb" for word in words)


def goes_with(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the words are a person or a country: what とは says of those is no meaning."""
    words = words_between(sentence, start, end)
    return bool(words) and (
        words[-1].known == "person" or words[-1].kind in ("country", "person", "surname", "given")
    )


def ends_in_noun(sentence: Sentence, end: int) -> bool:
    """Say whether a noun that means something ends at ``end``."""
    before = sentence.words_before(end)
    if not before or before[-1].end != end:
        return False
    return before[-1].kind in _NOUNS - {"prefix"} and before[-1].surface not in _FORMAL


def describes(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the words are a noun with a clause before it: 利払いを利益で賄えない会社."""
    words = words_between(sentence, start, end)
    if not any(word.kind in ("verb", "adjective") for word in words) or not ends_in_noun(
        sentence, end
    ):
        return False
    return any(
        word.kind in _VERBAL and following.kind in _DESCRIBED for word, following in pairwise(words)
    )


def words_between(sentence: Sentence, start: int, end: int) -> list[Token]:
    """Return the words of a stretch of the sentence, few enough for a definition."""
    return [word for word in sentence.words_before(end) if word.start >= start]
