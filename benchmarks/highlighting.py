"""Passages such as readers highlight, drawn from a text by chance and a fixed seed."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = re.compile(r"[㐀-鿿豈-﫿𠀀-𮯠々]+|[ァ-ヴー]{2,}|[A-Za-z][A-Za-z'’-]*")
_NUMBER = re.compile(r"\d[\d.,:]*\d[万億千]?[^\W\d_]?|\d[^\W\d_]?")
_PHRASE = re.compile(r"[^、。，．,.;:!?！？\n　]+")
_SENTENCE = re.compile(r"[^。．!?！？\n]+?(?:[。．！？]」?|[.!?]['\"”’]?(?=\s|$)|(?=\n|$))")
_LONGEST_WORD, _LONGEST = 4, 60


@dataclass(frozen=True, slots=True)
class Passage:
    """A range of a text that somebody might highlight."""

    start: int
    end: int


def passages(text: str, each: int, *, seed: str) -> list[Passage]:
    """Draw ``each`` passages of every kind: words, numbers, … up to several paragraphs."""
    chance = random.Random(seed)
    drawn: dict[Passage, None] = {}
    kinds: tuple[Callable[[str, random.Random], Passage | None], ...] = (
        _word,
        _number,
        _phrase,
        _sentence,
        _sentences,
        _lines,
        _anything,
    )
    for kind in kinds:
        for _ in range(each):
            found = kind(text, chance)
            if found and (bare := _bare(text, found)):
                drawn[bare] = None
    return list(drawn)


def _bare(text: str, passage: Passage) -> Passage | None:
    """Take white space off both ends, as the window does."""
    words = text[passage.start : passage.end]
    start = passage.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Passage(start, end) if start < end else None


def _one_of(pattern: re.Pattern[str], text: str, chance: random.Random) -> Passage | None:
    found = [match.span() for match in pattern.finditer(text)]
    return Passage(*chance.choice(found)) if found else None


def _word(text: str, chance: random.Random) -> Passage | None:
    """Take a word; of a long run of kanji, one to four."""
    found = _one_of(_WORD, text, chance)
    if found is None or text[found.start].isascii() or found.end - found.start <= _LONGEST_WORD:
        return found
    start = chance.randint(found.start, found.end - 2)
    return Passage(start, min(found.end, start + chance.randint(1, _LONGEST_WORD)))


def _number(text: str, chance: random.Random) -> Passage | None:
    return _one_of(_NUMBER, text, chance)


def _phrase(text: str, chance: random.Random) -> Passage | None:
    return _one_of(_PHRASE, text, chance)


def _sentence(text: str, chance: random.Random) -> Passage | None:
    return _one_of(_SENTENCE, text, chance)


def _sentences(text: str, chance: random.Random) -> Passage | None:
    found = [match.span() for match in _SENTENCE.finditer(text)]
    first = chance.randrange(len(found))
    last = min(len(found) - 1, first + chance.randint(1, 2))
    return Passage(found[first][0], found[last][1])


def _lines(text: str, chance: random.Random) -> Passage | None:
    """Take from somewhere in a line to somewhere in one of the next three."""
    breaks = [match.start() for match in re.finditer("\n", text)]
    if not breaks:
        return None
    first = chance.randrange(len(breaks))
    last = min(len(breaks) - 1, first + chance.randint(0, 2))
    ends = [match.span() for match in _SENTENCE.finditer(text)]
    starts = [start for start, _ in ends if start < breaks[first]]
    stops = [end for _, end in ends if end > breaks[last] + 1]
    return Passage(chance.choice(starts[-3:]), chance.choice(stops[:3])) if stops else None


def _anything(text: str, chance: random.Random) -> Passage | None:
    """Take a range that heeds neither words nor sentences, as a hasty hand does."""
    start = chance.randrange(len(text) - 2)
    return Passage(start, min(len(text), start + chance.randint(2, _LONGEST)))
