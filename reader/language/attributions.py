"""Find who says a thing in a Japanese text: 外務省によると, 首相は…と述べた, …と報じられた."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from reader.language.hedges import is_inside, quotations
from reader.language.mentions import NAMES, head_of, is_address
from reader.language.tables import saying as table
from reader.model.understanding import Attribution

if TYPE_CHECKING:
    from reader.language.article import Article, Sentence
    from reader.language.tokens import Token

_ACCORDING = re.compile(table.ACCORDING)
_SAID = re.compile(table.SAID)
_BY_NOBODY = re.compile(table.SAID_BY_NOBODY)
_KINDS = frozenset(("paragraph", "list_item", "quotation"))
_NOUNS = frozenset((*NAMES, "noun", "action", "prefix", "suffix", "shape", "number", "counter"))
_GOES_ON = frozenset(("auxiliary", "verb"))
_KATAKANA = re.compile("[ァ-ヴー・=]{2,}")
_HEAD_OF_ALL = re.compile("(?<![成延身増助特])長$")
_TOPICS = ("は", "が", "も")
_TRAILING = 6
_IN_PARENTHESES = 12
Place = tuple[int, int]
_NOBODY: Place = (0, 0)


def attributions(article: Article) -> tuple[Attribution, ...]:
    """Return the places where the text says who says so, in order, not overlapping each other."""
    found: list[Attribution] = []
    for sentence in article.sentences:
        if sentence.kind in _KINDS:
            found += _of_sentence(article.folded, sentence)
    return tuple(found)


def _of_sentence(text: str, sentence: Sentence) -> list[Attribution]:
    start, end = sentence.start, sentence.end
    quoted: list[Place] | None = None
    found: list[Attribution] = []
    at = start
    for match in sorted(
        (
            match
            for pattern in (_ACCORDING, _BY_NOBODY, _SAID)
            for match in pattern.finditer(text, start, end)
        ),
        key=lambda match: (match.start(), match.re is _SAID),
    ):
        if match.start() < at:
            continue
        quoted = quotations(text, start, end) if quoted is None else quoted
        if is_inside(quoted, match.start()):
            continue
        one = _attribution(sentence, match, at, quoted)
        if one is not None:
            if found and not one.source_end and match.re is _SAID:
                # 総裁は…と説明し、…と語った: he goes on.
                one = Attribution(one.start, one.end, found[-1].source_start, found[-1].source_end)
            found.append(one)
            at = one.end
    return found


def _attribution(
    sentence: Sentence, match: re.Match[str], at: int, quoted: list[Place]
) -> Attribution | None:
    if match.re is _ACCORDING:
        source = _source_before(sentence, match.start())
        return Attribution(source[0], match.end(), *source) if source is not None else None
    if not _quotes(sentence, match):
        return None
    source = None if match.re is _BY_NOBODY else _topic(sentence, at, match.start(), quoted)
    return Attribution(match.start(), _verb_end(sentence, match.end()), *(source or _NOBODY))


def _quotes(sentence: Sentence, match: re.Match[str]) -> bool:
    """Say whether と is a word that quotes: not that of こと, nor of 位置と量を明らかにする."""
    index = bisect_left(sentence.words, match.start(), key=_start_of)
    if index >= len(sentence.words) or sentence.words[index].start != match.start():
        return False
    noun = index > 0 and sentence.words[index - 1].kind in _NOUNS
    return not (noun and match.group().startswith("と") and "を" in match.group())


def _start_of(word: Token) -> int:
    return word.start


def _source_before(sentence: Sentence, end: int) -> Place | None:
    """Return the nouns that end at ``end``; of 国連の統計 both."""
    words = sentence.words_before(end)
    first = _nouns_start(words, len(words), end)
    if first == len(words) or words[-1].surface in table.NOBODY:
        return None
    if words[-1].surface in table.PAPERS and first > 1 and words[first - 1].surface == "の":
        first = min(first, _nouns_start(words, first - 1, words[first - 1].start))
    return words[first].start, end


def _nouns_start(words: list[Token], last: int, end: int) -> int:
    """Return the index of the first of the nouns that end at ``end`` before index ``last``."""
    first = last
    while first and words[first - 1].end == end:
        word = words[first - 1]
        if word.kind not in _NOUNS and word.surface not in "・=":
            break
        first -= 1
        end = word.start
    return first


def _topic(sentence: Sentence, at: int, before: int, quoted: list[Place]) -> Place | None:
    """Return who may say a thing: the first before は, else the one before が or も."""
    found: Place | None = None
    for index, word in enumerate(sentence.words):
        if word.start >= before:
            break
        if word.start < at or word.kind != "particle" or word.surface not in _TOPICS:
            continue
        if is_inside(quoted, word.start):
            continue
        source = _sayer(sentence.words, index, word.start)
        if word.surface == "は" and source is not None:
            return source
        if word.surface == "は" and sentence.words[index - 1].kind in _NOUNS:
            return found  # 被害は…が…と述べた: the one before が, if any came first.
        found = found or source
    return found


def _sayer(words: list[Token], index: int, end: int) -> Place | None:
    if index and words[index - 1].surface == ")":
        index = _before_parenthesis(words, index - 1)
        end = words[index].start
    first = _nouns_start(words, index, end)
    if first == index:
        return None
    last = words[index - 1]
    surface = last.surface
    whole = words[index - 2].surface + surface if index - 1 > first else surface  # 事務局|長
    says = (
        surface in table.SAYERS
        or (surface.startswith("同") and len(surface) == 2)
        or whole in table.SAYERS
        or is_address(whole)
        or bool(_KATAKANA.fullmatch(surface) or _HEAD_OF_ALL.search(surface))
        or last.kind in ("person", "surname", "given", "dotted")
        or last.known in ("person", "organization")
        or last.kind == "country"
        or is_address(surface)
        or head_of(surface)[0] == "organization"
        or (last.kind == "suffix" and surface in table.SAYING_SUFFIXES)
        or (last.kind in ("counter", "noun", "suffix") and surface in table.COUNTED)
        or (last.kind == "name" and surface.isascii())
        or (surface.isascii() and surface.isupper())
    )
    return (words[first].start, end) if says else None


def _before_parenthesis(words: list[Token], index: int) -> int:
    """Return the index of the bracket that the one at ``index`` closes: 大谷選手(29)は."""
    first = index
    while first and index - first < _IN_PARENTHESES and words[first].surface != "(":
        first -= 1
    return first


def _verb_end(sentence: Sentence, end: int) -> int:
    """Go on from the stem of a verb over its endings: 述べ|た, 強調し|て|いる."""
    last = end
    gone = 0
    for word in sentence.words:
        if word.end <= last:
            continue
        if word.start < last:
            last = word.end
            continue
        te = word.kind == "particle" and word.surface in ("て", "で")
        if word.start > last or gone >= _TRAILING or not (te or word.kind in _GOES_ON):
            break
        last = word.end
        gone += 1
    return min(last, sentence.end)
