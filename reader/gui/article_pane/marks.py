"""The marks that change while an article is shown: highlights, search hits, a passage to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model.annotations import Highlight
    from reader.presentation.emphasis import Tone
    from reader.presentation.offsets import OffsetMap
    from reader.presentation.theme import Theme

_STYLES = QTextCharFormat.UnderlineStyle
UNDERLINES: dict[str, QTextCharFormat.UnderlineStyle] = {
    "yellow": _STYLES.NoUnderline,
    "red": _STYLES.WaveUnderline,
    "green": _STYLES.SingleUnderline,
    "blue": _STYLES.DashUnderline,
    "purple": _STYLES.DotLine,
    "magenta": _STYLES.DashDotLine,
    "orange": _STYLES.DashDotDotLine,
    "gray": _STYLES.SpellCheckUnderline,
}
"""Every colour has an underline of its own, for eyes that do not tell the colours apart."""


class Marks:
    """Makes Qt's extra selections out of ranges of the text."""

    def __init__(self, document: QTextDocument, offsets: OffsetMap, theme: Theme) -> None:
        self._document = document
        self._offsets = offsets
        self._theme = theme

    def of_highlights(self, highlights: Iterable[Highlight]) -> list[QTextEdit.ExtraSelection]:
        """Return the marks of the highlights that have a place; doubtful ones get a dotted box."""
        made: list[QTextEdit.ExtraSelection] = []
        for highlight in highlights:
            if highlight.state == "lost":
                continue
            looks = QTextCharFormat()
            looks.setBackground(QColor(self._theme[f"mark.{highlight.color}"]))
            looks.setUnderlineStyle(UNDERLINES[highlight.color])
            looks.setUnderlineColor(QColor(self._theme[f"line.{highlight.color}"]))
            if highlight.state == "doubtful":
                looks.setUnderlineStyle(_STYLES.WaveUnderline)
                looks.setUnderlineColor(QColor(self._theme["unread"]))
            made.extend(self._over(highlight.start, highlight.end, looks))
        return made

    def of_ranges(
        self, ranges: Iterable[tuple[int, int]], role: str
    ) -> list[QTextEdit.ExtraSelection]:
        """Return marks in the background colour of a role."""
        looks = QTextCharFormat()
        looks.setBackground(QColor(self._theme[role]))
        return [mark for start, end in ranges for mark in self._over(start, end, looks)]

    def of_washes(self, tones: Iterable[Tone]) -> list[QTextEdit.ExtraSelection]:
        """Return the grounds of the tones that have one."""
        return [
            mark
            for tone in tones
            if tone.style == "wash"
            for mark in self.of_ranges([(tone.start, tone.end)], tone.role)
        ]

    def of_words(self, tones: Iterable[Tone]) -> list[QTextEdit.ExtraSelection]:
        """Return the colours of the words and the lines under them."""
        looks: dict[tuple[str, str], QTextCharFormat] = {}
        made: list[QTextEdit.ExtraSelection] = []
        for tone in tones:
            if tone.style == "wash":
                continue
            look = looks.get((tone.role, tone.style))
            if look is None:
                look = looks[tone.role, tone.style] = self._look_of(tone)
            made.extend(self._over(tone.start, tone.end, look))
        return made

    def _look_of(self, tone: Tone) -> QTextCharFormat:
        look = QTextCharFormat()
        colour = QColor(self._theme[tone.role])
        if tone.style == "colour":
            look.setForeground(colour)
        else:
            look.setUnderlineStyle(
                _STYLES.DotLine if tone.style == "dots" else _STYLES.SingleUnderline
            )
            look.setUnderlineColor(colour)
        return look

    def _over(self, start: int, end: int, looks: QTextCharFormat) -> list[QTextEdit.ExtraSelection]:
        first, last = self._offsets.to_screen(start), self._offsets.to_screen(end)
        if first is None or last is None or first >= last:
            return []
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._document)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format = looks
        return [mark]
