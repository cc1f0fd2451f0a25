"""Fold full-width forms one to one, so that offsets stay, and measure how wide words are."""

from __future__ import annotations

import re

_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_FULL_WIDTH = re.compile("[\u3000\uff01-\uff5e]")
_NOT_WIDE = re.compile(
    "[^\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff\U00020000-\U0003ffff]+"
)


def narrow(words: str) -> str:
    """Return ``words`` with full-width letters, digits and signs as ASCII, offset by offset."""
    if words.isascii() or not _FULL_WIDTH.search(words):
        return words
    return words.translate(_NARROW)


def columns(words: str) -> int:
    """Count the columns ``words`` take in a terminal: two for a kanji, one for a Latin letter."""
    return len(words) + (0 if words.isascii() else len(_NOT_WIDE.sub("", words)))
