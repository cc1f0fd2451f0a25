"""The order of the glossary: 五十音順, then forms without a reading, then alphabets.

A term stands where its reading stands; without one its form is taken, katakana as hiragana.
Voicing, small kana and the mark ー only decide between what is otherwise the same, as in a
Japanese dictionary. Behind the kana come kanji that nobody reads to us, then Latin letters and
digits (written in full width in the key, which puts them there), then all other scripts.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, normalize

_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_SMALL, _PLAIN = "ぁぃぅぇぉゃゅょっゎゕゖ", "あいうえおやゆよつわかけ"
_LARGE = str.maketrans(_SMALL, _PLAIN)
_VOWELS = {
    kana: row[0]
    for row in (
        "あかさたなはまやらわ",
        "いきしちにひみりゐ",
        "うくすつぬふむゆる",
        "えけせてねへめれゑ",
        "おこそとのほもよろを",
    )
    for kana in row
}
_OTHERS = "～"
_BEHIND_LARGE = {ord(small): f"{large}～" for small, large in zip(_SMALL, _PLAIN, strict=True)}


def folded(*words: str) -> str:
    """Return words as the filter of the glossary compares them, each on a line.

    Width and case do not matter, nor hiragana or katakana.
    """
    return "\n".join(normalize("NFKC", word).casefold().translate(_TO_HIRAGANA) for word in words)


def sort_key(form: str, reading: str) -> str:
    """Return what a term is ordered by; its first character is the letter it stands under."""
    said = folded(reading)
    if not said or not "ぁ" <= said[0] <= "ゖ":
        said = folded(form)
    return f"{_bare(said)}\t{said.translate(_BEHIND_LARGE)}"


def _bare(said: str) -> str:
    """Write kana without voicing, small kana large, a long vowel as the vowel that it is."""
    written: list[str] = []
    for char in said:
        if char == "ー":
            char = _VOWELS.get(written[-1], "") if written else ""  # noqa: PLW2901
        written.append(_letter(char))
    bare = "".join(written)
    return bare if bare >= "ぁ" else _OTHERS + bare


@lru_cache(maxsize=8192)
def _letter(char: str) -> str:
    """Return the letter that a character counts as, or nothing for a sign."""
    opened = "".join(sign for sign in normalize("NFD", char) if not combining(sign))
    letter = opened.translate(_LARGE)
    if not letter.isalnum():
        return ""
    if letter.isascii():
        return "".join(chr(ord(sign) + 0xFEE0) for sign in letter.upper())
    return letter
