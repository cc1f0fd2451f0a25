"""Decide whether two passages are the same words apart from white space and character width."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# NFKC makes other words of these: 10² would become 102, and 1½ would become 11⁄2.
_KEPT = ("<super>", "<sub>", "<fraction>")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its code points, the range it was folded from."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def unfold(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the unfolded text that ``[start, end)`` came from."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold width and compatibility forms (NFKC) and white space, and keep the way back.

    White space between two words of an alphabet becomes one space; beside kana, kanji and
    punctuation, and at either end, it means nothing and goes.
    """
    forms = _forms(text)
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _clusters().finditer(text):
        start, end = match.span()
        words = match.group()
        if match["letters"]:
            plain = words.translate(forms)
            if len(plain) == len(words):
                folded.append(plain)
                starts.extend(range(start, end))
                ends.extend(range(start + 1, end + 1))
                continue
            parts = [(at, at + 1, forms.get(ord(one), one)) for at, one in enumerate(words, start)]
        elif words[0].isspace():
            narrow_ = start > 0 and end < len(text) and _spaced(text[start - 1], text[end])
            parts = [(start, end, " " if narrow_ else "")]
        else:
            parts = [(start, end, _narrowed(words))]
        for at, to, form in parts:
            folded.append(form)
            starts.extend([at] * len(form))
            ends.extend([to] * len(form))
    return Folded("".join(folded), starts, ends)


def same_words(one: str, other: str) -> bool:
    """Say whether the two differ in white space and width at most."""
    if one == other:
        return True
    return bare(one) == bare(other) and fold(one).text == fold(other).text


def narrow(text: str) -> str:
    """Fold the width of each character that stays one character: positions hold."""
    if text.isascii():
        return text
    return text.translate({code: form for code, form in _forms(text).items() if len(form) == 1})


def _forms(text: str) -> dict[int, str]:
    """Return the folded form of each character that is not ASCII, as ``translate`` takes it."""
    return {ord(letter): _narrowed(letter) for letter in set(text) if not letter.isascii()}


def bare(text: str) -> str:
    """Take off all that means nothing, and all spaces: a quick look before folding."""
    return "".join(unicodedata.normalize("NFKC", "".join(text.split())).split())


@cache
def _clusters() -> re.Pattern[str]:
    # Half-width kana carry their voicing mark as a letter of its own: ｶﾞ is one cluster.
    marks = r"\u0300-\u036f\u3099\u309a\uff9e\uff9f"
    return re.compile(rf"\s+|(?P<letters>[^\s{marks}]+(?![{marks}]))|\S[{marks}]*")


@lru_cache(maxsize=4096)
def _narrowed(cluster: str) -> str:
    if unicodedata.decomposition(cluster[0]).startswith(_KEPT):
        return cluster
    return unicodedata.normalize("NFKC", cluster)


def _spaced(before: str, after: str) -> bool:
    """Say whether a space between the two parts words: between letters of an alphabet alone."""
    return _is_of_alphabet(before, last=True) and _is_of_alphabet(after, last=False)


def _is_of_alphabet(character: str, *, last: bool) -> bool:
    """Say whether ``character``, folded, ends or begins like a word written with spaces."""
    if character.isascii():
        return character.isalnum()
    letter = _narrowed(character)[-1 if last else 0]
    wide = unicodedata.east_asian_width(letter) in {"W", "F", "H"}
    return letter.isalnum() and (not wide or "\uac00" <= letter <= "\ud7a3")
