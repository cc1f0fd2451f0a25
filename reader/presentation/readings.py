"""When the reading of a term is worth showing."""

from __future__ import annotations

_TO_HIRAGANA: dict[int, int | None] = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
# The dots and blanks between the parts of a name are not read.
_TO_HIRAGANA |= dict.fromkeys(map(ord, "・＝ 　"))


def shown_reading(form: str, reading: str) -> str:
    """Return a reading, or nothing where the form says it itself (ロシア, ろしあ; DPRK)."""
    plain = form.translate(_TO_HIRAGANA)
    return "" if plain == reading.translate(_TO_HIRAGANA) else reading
