"""Put together what the tokeniser parts: known names, names with dots, unknown katakana."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.language.tables.words import HONORIFICS, POST_ENDINGS
from reader.language.tokens import Token

if TYPE_CHECKING:
    from reader.language.gazetteer import Gazetteer, Known

_NOMINAL = frozenset(
    "person surname given place country name noun action counter number shape prefix suffix".split()
)
_ENDINGS = (*POST_ENDINGS, *sorted(HONORIFICS))
_NAMES = frozenset(("person", "surname", "given", "place", "country", "name"))
_PEOPLE = frozenset(("person", "surname", "given"))
_DOTTED = re.compile("[ァ-ヴー]+(?:[・=][ァ-ヴー]+)+")
_KATAKANA = re.compile("[ァ-ヴー]+")
_LATIN = re.compile(r"[A-Za-z0-9]")
_CAPITALS = re.compile("[A-Z]{1,4}")
_SHORT = 2


def join(text: str, words: list[Token], gazetteer: Gazetteer) -> list[Token]:
    """Return ``words`` with every name that is known, dotted or unknown as one word."""
    words = _join_dotted(text, _part_posts(words), gazetteer)
    return _join_katakana(_join_known(text, words, gazetteer))


def _part_posts(words: list[Token]) -> list[Token]:
    """Part a person from the post that the dictionary holds in one word with the name."""
    parted: list[Token] = []
    for word in words:
        if "(" in word.surface and len(word.surface) > 1:
            parted += _part_parentheses(word)
            continue
        if word.kind not in _PEOPLE:
            parted.append(word)
            continue
        ending = _post_at_end(word)
        cut = word.end - len(ending)
        name = word.surface[: len(word.surface) - len(ending)]
        if name:
            parted.append(
                Token(word.start, cut, name, word.kind, word.oov, word.spoken if not ending else "")
            )
        if ending:
            parted.append(Token(cut, word.end, ending, "noun"))
    return parted


def _part_parentheses(word: Token) -> list[Token]:
    """Part what the dictionary has as one word with its short form: 国連…機関(ユネスコ)."""
    parted = []
    at = word.start
    for piece in re.split("([()])", word.surface):
        if piece:
            kind = "symbol" if piece in "()" else word.kind
            parted.append(Token(at, at + len(piece), piece, kind))
        at += len(piece)
    return parted


def _post_at_end(word: Token) -> str:
    if not word.surface.endswith(_ENDINGS):
        return ""
    return max((ending for ending in _ENDINGS if word.surface.endswith(ending)), key=len)


def _join_known(text: str, words: list[Token], gazetteer: Gazetteer) -> list[Token]:
    ends = {word.end for word in words}
    joined: list[Token] = []
    at = 0
    index = 0
    while index < len(words):
        word = words[index]
        if word.end <= at:
            index += 1
            continue
        if word.start < at:
            # The rest of a word that a name reached into: 金日|成広|場 after 金日成.
            tail = words[index + 1] if index + 1 < len(words) else None
            end = tail.end if tail is not None and tail.kind == "suffix" else word.end
            word = Token(at, end, text[at:end], "noun")
            at = end
            joined.append(word)
            index += 1
            continue
        name = (
            _known_at(text, word, ends, gazetteer)
            if word.kind in _NOMINAL or word.kind == "dotted"
            else ""
        )
        known = gazetteer.get(name)
        if known is None:
            joined.append(word)
            index += 1
            continue
        at = word.start + len(name)
        joined.append(_known_token(words, index, name, known))
    return joined


def _known_token(words: list[Token], index: int, name: str, known: Known) -> Token:
    start = words[index].start
    end = start + len(name)
    inside = [word for word in words[index : index + len(name)] if word.end <= end]
    spoken = "".join(word.spoken or word.surface for word in inside) if inside else ""
    kind: str = known.category if known.category in ("place", "person") else "name"
    if known.country:
        kind = "country"
    return Token(start, end, name, kind, spoken=spoken, known=known.category)


def _known_at(text: str, word: Token, ends: set[int], gazetteer: Gazetteer) -> str:
    for name in gazetteer.all_at(text, word.start):
        end = word.start + len(name)
        known = gazetteer.get(name)
        if known is None:
            continue
        if end not in ends and (known.category != "person" or _KATAKANA.match(text, end - 1)):
            continue
        if _LATIN.match(name[-1]) and _LATIN.match(text, end):
            continue
        if _LATIN.match(name[0]) and word.start and _LATIN.match(text, word.start - 1):
            continue
        if len(name) <= _SHORT and word.kind not in _NAMES and not _LATIN.match(name):
            continue
        if _KATAKANA.fullmatch(name) and _KATAKANA.match(text, end) and known.category == "person":
            continue
        return name
    return ""


def _join_dotted(text: str, words: list[Token], gazetteer: Gazetteer) -> list[Token]:
    """Join ``セルゲイ・ラブロフ``, but not a list of countries or of common words."""
    if not words or not _DOTTED.search(text, words[0].start, words[-1].end):
        return words
    starts = {word.start: place for place, word in enumerate(words)}
    ends = {word.end: place for place, word in enumerate(words)}
    joined: list[Token] = []
    done = 0
    for match in _DOTTED.finditer(text, words[0].start, words[-1].end):
        first, last = starts.get(match.start()), ends.get(match.end())
        if first is None or last is None or first < done or first == last:
            continue
        parts = words[first : last + 1]
        if not _is_one_name(parts, match.group(), gazetteer):
            continue
        joined.extend(words[done:first])
        joined.append(Token(match.start(), match.end(), match.group(), "dotted"))
        done = last + 1
    joined.extend(words[done:])
    return joined


def _is_one_name(parts: list[Token], written: str, gazetteer: Gazetteer) -> bool:
    if gazetteer.get(written):
        return True
    known = [gazetteer.get(piece) for piece in re.split("[・=]", written)]
    if any(found is not None and found.category != "person" for found in known[1:]):
        return False
    if known[0] is not None and known[0].country:
        return False
    # Names seldom are words of the dictionary; a list of common words always is.
    return any(part.oov or part.kind in _NAMES for part in parts)


def _join_katakana(words: list[Token]) -> list[Token]:
    """Join katakana that the tokeniser parts (セカンド|トーマス) where a part of it is unknown."""
    joined: list[Token] = []
    for word in words:
        before = joined[-1] if joined else None
        if before is None or before.end != word.start:
            joined.append(word)
        elif _is_model(before, word):
            joined[-1] = before._replace(end=word.end, surface=before.surface + word.surface)
        elif _belong(before, word):
            joined[-1] = Token(
                before.start, word.end, before.surface + word.surface, "name", oov=True
            )
        else:
            joined.append(word)
    return joined


def _is_model(before: Token, word: Token) -> bool:
    """Say whether a number goes on with capitals: H|3, COP|30."""
    return word.kind == "number" and bool(_CAPITALS.fullmatch(before.surface))


def _belong(before: Token, word: Token) -> bool:
    for one in (before, word):
        if one.known or one.kind not in _NOMINAL or not _KATAKANA.fullmatch(one.surface):
            return False
    return before.oov or word.oov or before.kind in _NAMES or word.kind in _NAMES
