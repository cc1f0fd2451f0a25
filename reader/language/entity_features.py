"""What the tagger of names looks at: small words of a sentence, and what each shows of itself.

Used by the training script and by the tagger alike, so that both see the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.language.mentions import head_of, is_address
from reader.language.tokens import Token, short_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.language.gazetteer import Gazetteer

# A feature that is seen at place j counts for the label at j + shift, for each of its shifts.
SHIFTS: dict[str, tuple[int, ...]] = {
    "word": (-2, -1, 0, 1, 2),
    "part": (-2, -1, 0, 1, 2),
    "list": (-2, -1, 0, 1, 2),
    "shape": (-1, 0, 1),
    "last": (-1, 0, 1),
    "first": (-1, 0, 1),
    "long": (-1, 0, 1),
    "known": (-1, 0, 1),
    "last2": (0,),
    "first2": (0,),
    "new": (0,),
    "whole": (0,),
    "tail": (0,),
    "tail2": (0,),
    "parts": (0, 1),
    "words": (0, 1),
    "head": (0,),
    "after": (0,),
    "before": (0,),
    "place": (0,),
}
BEFORE_ALL, AFTER_ALL = "\x02", "\x03"
COUNTRIES = "日米中韓朝露英仏独伊豪印欧台ロ越比泰加"
"""Single letters that stand for countries, in the news and in words made of two."""
_PAIR = re.compile(f"[{COUNTRIES}]{{2,4}}")
_TO_COUNTRY = re.compile(f"[訪渡在駐対反親離][{COUNTRIES}]")
_OF_DISTRICT = re.compile("[県市国軍藩都府州区町村郡][勢内域外領主守総装校間]")
_COUNTRY_PART = "名詞-固有名詞-地名-国"
_PLAIN_PART = "名詞-普通名詞-一般"
_RUN_PARTS = ("名詞", "接頭辞", "接尾辞", "記号")
_DOTS = frozenset("・=&-ー")
_MOST_IN_RUN = 6
_PLACES = tuple(tuple(f"{before},{behind}" for behind in range(4)) for before in range(4))


class Small(NamedTuple):
    """A small word inside a word of the dictionary; ``where`` is B, I, E, or S for all of it."""

    surface: str
    part: str
    in_run: bool
    where: str
    whole: str
    whole_part: str
    oov: bool


class Placed(NamedTuple):
    """A small word at its place in the text."""

    start: int
    end: int
    small: Small


def smalls(surface: str, part: str, *, oov: bool) -> list[Small]:
    """Return the small words that a word of the dictionary is made of."""
    pieces = _pieces(surface, part)
    return [
        Small(
            piece,
            piece_part,
            piece_part.startswith(_RUN_PARTS) or piece in _DOTS,
            _where(index, len(pieces)),
            surface,
            part,
            oov,
        )
        for index, (piece, piece_part) in enumerate(pieces)
    ]


def shown(small: Small) -> Iterator[tuple[str, str]]:
    """Yield what a small word shows whatever is around it: kinds of features and their values."""
    piece, where, whole = small.surface, small.where, small.whole
    yield "word", piece
    yield "part", small.part
    yield "shape", _shape(piece)
    yield "last", piece[-1]
    yield "first", piece[0]
    yield "long", small.whole_part + where
    yield "list", _listed(piece)
    yield "new", str(int(small.oov))
    yield "tail", whole[-1] + where
    yield "tail2", whole[-2:] + where
    if len(piece) > 1:
        yield "last2", piece[-2:]
        yield "first2", piece[:2]
    if where != "S":
        yield "whole", whole + where


def placed(words: list[Token]) -> list[Placed]:
    """Return the small words of a sentence."""
    found: list[Placed] = []
    for word in words:
        at = word.start
        for small in smalls(word.surface, word.part, oov=word.oov):
            found.append(Placed(at, at + len(small.surface), small))
            at += len(small.surface)
    return found


def known_flags(text: str, words: list[Placed], names: Gazetteer) -> dict[int, str]:
    """Return for the small words inside a known name what it is and which part of it they are."""
    ends = {word.end: index for index, word in enumerate(words)}
    flags: dict[int, str] = {}
    behind = 0
    for index, word in enumerate(words):
        if index < behind or not word.small.in_run:
            continue
        for name in names.all_at(text, word.start):
            last = ends.get(word.start + len(name))
            known = names.get(name)
            if last is not None and known is not None:
                for at in range(index, last + 1):
                    flags[at] = f"{_where(at - index, last - index + 1)}{known.sort}"
                behind = last + 1
                break
    return flags


def in_runs(words: list[Placed]) -> Iterator[tuple[int, str, str]]:
    """Yield what the run of nouns around a small word shows: its head, what is beside it."""
    first = 0
    while first < len(words):
        if not words[first].small.in_run:
            first += 1
            continue
        last = first
        while last + 1 < len(words) and words[last + 1].small.in_run:
            last += 1
        before = words[first - 1].small.surface if first else BEFORE_ALL
        after = words[last + 1].small.surface if last + 1 < len(words) else AFTER_ALL
        head = words[last].small.surface
        for index in range(first, last + 1):
            yield index, "before", before
            yield index, "after", after
            yield index, "place", _PLACES[min(index - first, 3)][min(last - index, 3)]
            if index < last:
                yield index, "head", head
        first = last + 1


def observations(text: str, words: list[Placed], names: Gazetteer) -> list[list[str]]:
    """Return all features at each small word, as the training wants them."""
    found: list[list[str]] = [["any"] for _ in words]

    def see(place: int, kind: str, value: str) -> None:
        for shift in SHIFTS[kind]:
            if 0 <= place + shift < len(words):
                found[place + shift].append(f"{kind}@{shift}={value}")

    see(-1, "word", BEFORE_ALL)
    see(len(words), "word", AFTER_ALL)
    for place, word in enumerate(words):
        for kind, value in shown(word.small):
            see(place, kind, value)
        if place + 1 < len(words):
            following = words[place + 1].small
            see(place, "parts", f"{word.small.part}|{following.part}")
            see(place, "words", f"{word.small.surface}|{following.surface}")
    for place, flag in known_flags(text, words, names).items():
        see(place, "known", flag)
    for place, kind, value in in_runs(words):
        see(place, kind, value)
    return found


def _pieces(surface: str, part: str) -> list[tuple[str, str]]:
    """Part a word where names may begin or end in it: 防衛|省, 日|米, 訪|日, 県|勢."""
    if len(surface) < 2 or not part.startswith("名詞"):
        return [(surface, part)]
    pieces: list[tuple[str, str]] = []
    # A word of two letters is one of the short ones already.
    for piece, piece_part in short_words(surface) if len(surface) > 2 else ((surface, part),):
        if _PAIR.fullmatch(piece):
            pieces += [(letter, _COUNTRY_PART) for letter in piece]
        elif _TO_COUNTRY.fullmatch(piece):
            pieces += [(piece[0], "接頭辞"), (piece[1], _COUNTRY_PART)]
        elif _OF_DISTRICT.fullmatch(piece):
            pieces += [(piece[0], _PLAIN_PART), (piece[1], _PLAIN_PART)]
        else:
            pieces.append((piece, piece_part))
    if len(pieces) < 2 or "".join(piece for piece, _ in pieces) != surface:
        return [(surface, part)]
    return pieces


def _where(index: int, count: int) -> str:
    if count == 1:
        return "S"
    return "B" if index == 0 else "E" if index == count - 1 else "I"


def _listed(piece: str) -> str:
    """Tell whether the piece is a post, and what a name is that ends in it."""
    return f"{'post' if is_address(piece) else ''}{head_of(piece)[0] or ''}" or "-"


_LETTERS = (
    (re.compile("[ぁ-ゟ]+"), "h"),
    (re.compile("[゠-ヿ]+"), "k"),
    (re.compile("[一-鿿㐀-䶿々〆ヶ豈-﫿𠀀-𳑿]+"), "c"),
    (re.compile(r"\d+"), "n"),
    (re.compile("[A-Z]+"), "A"),
    (re.compile("[a-z]+"), "a"),
)


def _shape(piece: str) -> str:
    """Return the kinds of letters in the order they come; a long stretch has a plus."""
    shape = ""
    at = 0
    while at < len(piece) and len(shape) < _MOST_IN_RUN * 2:
        for pattern, letter in _LETTERS:
            match = pattern.match(piece, at)
            if match is not None:
                shape += letter if match.end() - at == 1 else letter + "+"
                at = match.end()
                break
        else:
            shape += "."
            at += 1
    return shape
