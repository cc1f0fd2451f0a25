"""When the reading of a term is worth showing."""

from __future__ import annotations

_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def shown_reading(form: str, reading: str) -> str:
    """Return a reading, or nothing where the form says it itself (ロシア, ろしあ; DPRK)."""
    return "" if form.translate(_TO_HIRAGANA) == reading else reading
