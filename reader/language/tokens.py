"""Words of a Japanese text with their kinds; the only place that knows the tokeniser."""

from __future__ import annotations

import re
import threading
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.language.folding import katakana_to_hiragana

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sudachipy import (  # type: ignore[import-untyped]
        Dictionary,
        Morpheme,
        Tokenizer,
    )

    from reader.model.understanding import Category

# The tokeniser refuses 49,149 bytes; a character has four at most, and some grow inside it.
_PIECE = 4_000
_CUT = re.compile("[。！？\n、 ]")
# Only of these is it worth asking how they are spoken.
_SPOKEN = frozenset(
    "person surname given place country name noun action adverbial counter number shape prefix"
    " suffix".split()
)
# The numbers of words that the dictionary does not have begin here.
_UNKNOWN_NUMBERS = 0xF000_0000
_MOST_ENTRIES = 30_000
_KANA_ONLY = re.compile("[ァ-ヶー・゠＝]+")


class Token(NamedTuple):
    """A word of the text, in code points; ``oov`` says that the dictionary does not have it.

    ``kind`` is one of: person surname given place country name noun action adverbial counter
    number shape prefix suffix pronoun particle verb adjective auxiliary adverb adnominal
    conjunction symbol space other; and dotted, which joins ``ジョン・スミス``. ``part`` is the
    part of speech as the dictionary tells it, empty for what was put together from several
    words; ``known`` is the category that the table of names gives it.
    """

    start: int
    end: int
    surface: str
    kind: str
    oov: bool = False
    spoken: str = ""
    part: str = ""
    known: Category | None = None


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Part ``text[start:end]`` (folded) into words as long as the dictionary has them."""
    found: list[Token] = []
    for first, last in _pieces(text, start, end):
        found.extend(_tokens_of(text, first, last))
    return found


def reading_of(words: list[Token]) -> str:
    """Return the reading of ``words`` in hiragana, or nothing where one of them has none."""
    spoken: list[str] = []
    for word in words:
        kana = word.surface if _KANA_ONLY.fullmatch(word.surface) else word.spoken
        if not _KANA_ONLY.fullmatch(kana):
            return ""
        spoken.append(katakana_to_hiragana(kana))
    return "".join(spoken)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a long passage after a mark or, where there is none, anywhere."""
    while end - start > _PIECE:
        marks = [match.end() for match in _CUT.finditer(text, start + _PIECE // 2, start + _PIECE)]
        cut = marks[-1] if marks else start + _PIECE
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def short_words(surface: str) -> tuple[tuple[str, str], ...]:
    """Part one word into the shortest there are, each with its part of speech."""
    try:
        return tuple(
            (morpheme.surface(), _speech()[morpheme.part_of_speech_id()].part)
            for morpheme in _short_tokenizer(threading.get_ident()).tokenize(surface)
            if morpheme.end() > morpheme.begin()
        )
    except BaseException as fault:
        if not _is_panic(fault):
            raise
        return ()


def _tokens_of(text: str, start: int, end: int) -> list[Token]:
    piece = text[start:end]
    entries = _entries()
    found = []
    try:
        for morpheme in _tokenizer(threading.get_ident()).tokenize(piece):
            first, last = morpheme.begin(), morpheme.end()
            if first < last:
                number = morpheme.word_id()
                entry = entries.get(number) or entries.enter(number, morpheme)
                found.append(Token(start + first, start + last, piece[first:last], *entry))
    except BaseException as fault:
        if not _is_panic(fault):
            raise
        return [Token(start, end, piece, "other", oov=True)]
    return found


def _is_panic(fault: BaseException) -> bool:
    """Say whether the tokeniser has something against a piece: the rest of the text goes on.

    A fault inside its compiled code is no Exception, yet no reason to stop.
    """
    return isinstance(fault, Exception) or type(fault).__name__ == "PanicException"


class _Speech(NamedTuple):
    """A part of speech: our kind, and how the dictionary tells it."""

    kind: str
    part: str


_Entry = tuple[str, bool, str, str]


class _Entries(dict[int, _Entry]):
    """Kind, whether unknown, how spoken, and part of speech of the words met, by their number."""

    def enter(self, number: int, morpheme: Morpheme) -> _Entry:
        """Ask the tokeniser about a word; each question has its price, so remember the answer."""
        kind, part = _speech()[morpheme.part_of_speech_id()]
        asked = kind in _SPOKEN
        oov = asked and morpheme.is_oov()
        entry = (kind, oov, morpheme.reading_form() if asked else "", part)
        # All words that the dictionary does not have share a number.
        if number < _UNKNOWN_NUMBERS:
            if len(self) >= _MOST_ENTRIES:
                self.clear()
            self[number] = entry
        return entry


@cache
def _entries() -> _Entries:
    return _Entries()


@cache
def _dictionary() -> Dictionary:
    from sudachipy import Dictionary

    return Dictionary()


@lru_cache(maxsize=8)
def _tokenizer(_thread: int) -> Tokenizer:
    """Return the tokeniser of this thread: two threads must not be in one at a time."""
    from sudachipy import SplitMode

    return _dictionary().tokenizer(mode=SplitMode.C)


@lru_cache(maxsize=8)
def _short_tokenizer(_thread: int) -> Tokenizer:
    from sudachipy import SplitMode

    return _dictionary().tokenizer(mode=SplitMode.A)


class _Parts(dict[int, _Speech]):
    """Parts of speech by their number, found when first met."""

    def __missing__(self, number: int) -> _Speech:
        told = _dictionary().pos_of(number)
        speech = _Speech(_kind(told), "-".join(one for one in told[:4] if one != "*"))
        self[number] = speech
        return speech


@cache
def _speech() -> _Parts:
    return _Parts()


_PROPER = {"姓": "surname", "名": "given", "国": "country"}
_NOUNS = {
    "サ変可能": "action",
    "サ変形状詞可能": "action",
    "副詞可能": "adverbial",
    "助数詞可能": "counter",
    "形状詞可能": "shape",
}
_PLAIN = {
    "代名詞": "pronoun",
    "副詞": "adverb",
    "助動詞": "auxiliary",
    "助詞": "particle",
    "動詞": "verb",
    "形容詞": "adjective",
    "形状詞": "shape",
    "接頭辞": "prefix",
    "接続詞": "conjunction",
    "空白": "space",
    "補助記号": "symbol",
    "記号": "symbol",
    "連体詞": "adnominal",
}


def _kind(pos: tuple[str, ...]) -> str:
    if pos[0] == "名詞":
        return _noun_kind(pos)
    if pos[0] == "接尾辞":
        return "suffix" if pos[1] == "名詞的" else "shape" if pos[1] == "形状詞的" else "other"
    return _PLAIN.get(pos[0], "other")


def _noun_kind(pos: tuple[str, ...]) -> str:
    if pos[1] == "数詞":
        return "number"
    if pos[1] != "固有名詞":
        return _NOUNS.get(pos[2], "noun")
    if pos[2] == "一般":
        return "name"
    return _PROPER.get(pos[3], "person" if pos[2] == "人名" else "place")
