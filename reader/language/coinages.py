"""Find the phrases that a text sets apart: in quotation marks, or by saying that it calls it so."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from reader.language.mentions import NAMES, Mention, head_of, is_address
from reader.language.tables import stops as table
from reader.language.tables.words import GENERIC, TYPE_WORDS
from reader.language.vocabulary import is_law

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.language.article import Article
    from reader.language.tokens import Token
    from reader.model.understanding import Category

AGREED = re.compile(table.AGREED)
_QUOTED = re.compile("[「『]([^「」『』。、\n]{2,24})[」』]")
_QUOTED_WORD = re.compile("[「『]([^「」『』。、\n ぁ-ん]{2,8}|[^「」『』。、\n ]{2,6})[」』]")
_AGAIN = 2
_SPOKEN = re.compile(table.SPOKEN)
_COINED = re.compile(table.COINED)
_OFFICES = ("省", "庁", "府", "党", "署", "銀", "裁", "政府")
_LONGEST_COINAGE = 9
_MOST = 50
_INSIDE = frozenset(("の", "な", "ぬ", "ない", "た", "なき"))
_EDGES = frozenset(("noun", "action", "name", "shape", "suffix"))


def quoted(text: str, start: int, end: int, words: list[Token]) -> list[Mention]:
    """Return the short noun phrases that the writer sets in quotation marks."""
    found: list[Mention] = []
    starts: dict[int, int] = {}
    for match in _QUOTED.finditer(text, start, end):
        starts = starts or {word.start: index for index, word in enumerate(words)}
        first = starts.get(match.start(1), 0)
        inside = _until(words, first, match.end(1))
        # Before the first word inside stands the mark, before that what it may be a title of.
        before = words[first - 2].surface if first > 1 else ""
        begins = bool(inside) and inside[0].start == match.start(1)
        if begins and _is_coinage(text, match, inside, before):
            category = _quoted_category(text, match, inside, before)
            named_so = "coined" if _COINED.match(text, match.end()) else "quoted"
            sort = "titled" if before in TYPE_WORDS else named_so
            found.append(Mention(*match.span(1), category, sort, tuple(inside)))
    return found


def _until(words: list[Token], first: int, end: int) -> list[Token]:
    last = first
    while last < len(words) and words[last].end <= end:
        last += 1
    return words[first:last]


def _quoted_category(text: str, match: re.Match[str], inside: list[Token], before: str) -> Category:
    """Tell what is quoted by the word before it, by what is done with it, or by its own end."""
    if AGREED.match(text, match.end()):
        return "agreement"
    told = head_of(before) if before else (None, "")
    # 条約「X」 tells what X is, 外務省「X」 who says it.
    by_neighbour = told[0] if told[1] == before else None
    category = TYPE_WORDS.get(before) or head_of(inside[-1].surface)[0] or by_neighbour
    if category is None and is_law(match.group(1)):
        return "agreement"
    if category is None or (
        category == "place" and not any(word.kind in NAMES or word.oov for word in inside)
    ):
        return "concept"
    return category


def _is_coinage(text: str, match: re.Match[str], inside: list[Token], before: str) -> bool:
    if (
        not inside
        or inside[-1].kind not in _EDGES | NAMES | {"number"}
        or match.group(1) in GENERIC
    ):
        return False
    if any(
        word.kind in ("auxiliary", "symbol", "pronoun", "adverb") and word.surface not in "・=!"
        for word in inside
    ):
        return False
    if any(word.kind == "particle" and word.surface not in ("の", "と") for word in inside):
        return False
    if all(word.kind in ("number", "counter", "prefix", "symbol") for word in inside[:2]):
        return False
    if _SPOKEN.match(text, match.end()) and len(inside) > 1:
        return False
    if before not in TYPE_WORDS and _speaks(before):
        return False
    names = before in TYPE_WORDS or any(word.oov or word.kind in NAMES for word in inside)
    named_so = bool(_COINED.match(text, match.end()))
    return len(inside) > 1 or names or named_so


def _speaks(before: str) -> bool:
    """Say whether who stands before a quotation says it: 総裁「賃上げの広がり確認」."""
    if not before or is_address(before):
        return bool(before)
    kind, head = head_of(before)
    return kind == "organization" and (head != before or before.endswith(_OFFICES))


def quoted_again(article: Article) -> list[Mention]:
    """Return the single words that the text sets in quotation marks more than once: 「推し活」."""
    places: dict[str, list[tuple[int, int]]] = {}
    for match in _QUOTED_WORD.finditer(article.folded):
        places.setdefault(match[1], []).append(match.span(1))
    found = []
    for form, spots in places.items():
        if len(spots) < _AGAIN or form in GENERIC:
            continue
        for start, end in spots[:_MOST]:
            sentence = article.sentence_at(start)
            words = sentence.words_before(end) if sentence is not None else []
            inside = tuple(word for word in words if word.start >= start)
            nouns = all(word.kind in _EDGES | NAMES | {"verb"} for word in inside)
            if 0 < len(inside) <= _AGAIN and nouns and inside[-1].kind != "verb":
                found.append(Mention(start, end, "concept", "coined", inside))
    return found


def coined(text: str, start: int, end: int, words: list[Token]) -> list[Mention]:
    """Return the phrases before と表現, という言葉 and the like: 不敗の戦う兄弟愛."""
    found = []
    for match in islice(_COINED.finditer(text, start, end), _MOST):
        index = next((place for place, word in enumerate(words) if word.end == match.start()), None)
        if index is None or words[index].kind not in _EDGES:
            continue
        inside = tuple(words[_coinage_start(text, words, index) : index + 1])
        plain = all(word.kind in _EDGES for word in inside)
        if len(inside) > 1 and (plain or _is_repeated(text, inside)):
            found.append(Mention(inside[0].start, inside[-1].end, "concept", "coined", inside))
    return found


def _coinage_start(text: str, words: list[Token], index: int) -> int:
    """Go left as far as the phrase may reach; a verb begins it only where the text repeats it."""
    first = index
    while first > 0 and index - first < _LONGEST_COINAGE:
        word = words[first - 1]
        inner = word.surface in _INSIDE or word.kind in ("verb", "adjective")
        if word.end != words[first].start or not (inner or word.kind in _EDGES):
            break
        first -= 1
    while words[first].surface in _INSIDE or words[first].kind == "suffix":
        first += 1
    if words[first].kind == "verb" and not _is_repeated(text, words[first : index + 1]):
        while words[first].surface in _INSIDE or words[first].kind in ("verb", "suffix"):
            first += 1
    return first


def _is_repeated(text: str, inside: Sequence[Token]) -> bool:
    phrase = text[inside[0].start : inside[-1].end]
    return text.count(phrase) > 1
