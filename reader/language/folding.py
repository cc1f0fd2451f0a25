"""Texts folded for comparison without a character being moved: offsets stay what they are."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_SURROGATES = re.compile("[\ud800-\udfff]")


@cache
def _table() -> dict[int, str]:
    """Map full-width ASCII and half-width kana, one character to one, and odd spaces."""
    table = {}
    for code in (*range(0xFF01, 0xFF5F), *range(0xFF65, 0xFF9E)):
        folded = unicodedata.normalize("NFKC", chr(code))
        if len(folded) == 1:
            table[code] = folded
    for space in (0x00A0, 0x2003, 0x2002, 0x2009, 0x3000):
        table[space] = " "
    table[0x2019] = "'"
    return table


def fold(text: str) -> str:
    """Fold widths and spaces; the result is as long as ``text``, character by character."""
    folded = text.translate(_table())
    try:
        folded.encode()
    except UnicodeEncodeError:
        # No text of the library holds them, but a caller's may, and the tokeniser raises.
        folded = _SURROGATES.sub("�", folded)
    return folded


def katakana_to_hiragana(kana: str) -> str:
    """Write katakana as hiragana; other characters stay."""
    return "".join(chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char for char in kana)
