"""Find agreements by number, by their full name, or signed: 決議2231, …に関する法律, 原則宣言."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.coinages import AGREED
from reader.language.mentions import NAMES, Mention, head_of

if TYPE_CHECKING:
    from reader.language.article import Sentence
    from reader.language.tokens import Token

# A quick look: few sentences have any of these.
_MARKS = re.compile("[0-9]条|決議|に関する|採択|批准|締結|署名|調印|発効")
_RESOLUTION = re.compile("決議(?:第)?[0-9]{2,5}(?:号)?")
_ARTICLE = re.compile(
    "(?:第)?[0-9]{1,4}条(?:の[0-9]{1,2})?(?:第?[0-9]{1,2}項)?(?:第?[0-9]{1,2}号)?(?:前段|後段|本文|ただし書き)?"
)
_CONCERNING = re.compile(
    "に関する(?:特別)?(?:法律|条約|協定|議定書|特別措置法|措置法|規則|宣言|決議|枠組み条約|国際条約|基本法|臨時措置法)"
)
_JOINS = frozenset(
    "の と 及び および 並びに 又は または 等 など ・ に 関する 対する ため 係る".split()
)
_LAW = re.compile("(?:法|法典|条約|協定|憲章|規約|規程|議定書|条例|規則)$")
_IN_NAME = frozenset((*NAMES, "noun", "action", "shape", "prefix", "suffix"))
_OF_ANOTHER = frozenset("同 本 当 各 両 新".split())
_MOST_WORDS = 8
_LEAST, _LONG = 3, 10


def numbered(text: str, sentence: Sentence) -> list[Mention]:
    """Return a sentence's resolutions, articles with their laws, and laws by their full name."""
    if not _MARKS.search(text, sentence.start, sentence.end):
        return []
    found = []
    for match in _RESOLUTION.finditer(text, sentence.start, sentence.end):
        words = _between(sentence, *match.span())
        if words and words[0].start == match.start() and words[-1].end == match.end():
            found.append(Mention(*match.span(), "agreement", "name", words))
    for match in _ARTICLE.finditer(text, sentence.start, sentence.end):
        law = _law_before(sentence, match.start())
        if law:
            start = law[0].start
            inside = _between(sentence, start, match.end())
            found.append(Mention(start, match.end(), "agreement", "name", inside))
    for match in _CONCERNING.finditer(text, sentence.start, sentence.end):
        start = _full_name_start(sentence, match.start())
        is_law = match.group().endswith(("法", "法律"))
        if match.start() - start >= (_LEAST if is_law else _LONG):
            inside = _between(sentence, start, match.end())
            found.append(Mention(start, match.end(), "agreement", "name", inside))
    return found + _signed(text, sentence)


def _signed(text: str, sentence: Sentence) -> list[Mention]:
    """Return the compounds that are signed or adopted and end as agreements do."""
    found = []
    for match in AGREED.finditer(text, sentence.start, sentence.end):
        inside: list[Token] = []
        for word in reversed(sentence.words_before(match.start())[-_MOST_WORDS:]):
            if word.end != (inside[0].start if inside else match.start()):
                break
            if word.kind not in _IN_NAME | {"adverbial"} or word.surface in _OF_ANOTHER:
                break
            inside.insert(0, word)
        if len(inside) > 1 and head_of(inside[-1].surface)[0] == "agreement":
            words = tuple(inside)
            found.append(Mention(words[0].start, match.start(), "agreement", "compound", words))
    return found


def _full_name_start(sentence: Sentence, end: int) -> int:
    """Return where the nouns begin that に関する法律 follows, over の, 及び and the like."""
    first = end
    start = end
    for word in reversed(sentence.words_before(end)[-_MOST_WORDS * 2 :]):
        if word.end != start or not (word.kind in _IN_NAME or word.surface in _JOINS):
            break
        start = word.start
        if word.kind in _IN_NAME and word.surface not in _JOINS:
            first = start
    return first


def _between(sentence: Sentence, start: int, end: int) -> tuple[Token, ...]:
    return tuple(
        word for word in sentence.words_before(end) if word.start >= start and word.end <= end
    )


def _law_before(sentence: Sentence, end: int) -> list[Token]:
    """Return the nouns that end at ``end`` with a word for a law."""
    inside: list[Token] = []
    for word in reversed(sentence.words_before(end)[-_MOST_WORDS:]):
        if word.end != (inside[0].start if inside else end) or word.kind not in _IN_NAME:
            break
        if not inside and not _LAW.search(word.surface):
            break
        if word.surface in _OF_ANOTHER:
            return []
        inside.insert(0, word)
    return inside
