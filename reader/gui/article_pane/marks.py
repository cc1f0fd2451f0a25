"""The marks that change while an article is shown: highlights, search hits, a passage to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model.annotations import Highlight, HighlightColor
    from reader.presentation.emphasis import Tone
    from reader.presentation.offsets import OffsetMap
    from reader.presentation.theme import Theme

_STYLES = QTextCharFormat.UnderlineStyle
_DEEPER = 12


class Marks:
    """Makes Qt's extra selections out of ranges of the text."""

    def __init__(self, document: QTextDocument, offsets: OffsetMap, theme: Theme) -> None:
        self._document = document
        self._offsets = offsets
        self._theme = theme

    def of_highlights(self, highlights: Iterable[Highlight]) -> list[QTextEdit.ExtraSelection]:
        """Return the grounds of the highlights that have a place, deeper where they overlap.

        Their lines are drawn over the page (overlay.py).
        """
        placed = [mark for mark in highlights if mark.state != "lost"]
        made: list[QTextEdit.ExtraSelection] = []
        for mark in placed:
            looks = QTextCharFormat()
            looks.setBackground(QColor(self._theme[f"mark.{mark.color}"]))
            made.extend(self._over(mark.start, mark.end, looks))
        if len(placed) < 2:
            return made
        from reader.presentation.marks import overlaps

        for start, end, colors in overlaps(placed):
            looks = QTextCharFormat()
            looks.setBackground(self._blend(colors))
            made.extend(self._over(start, end, looks))
        return made

    def _blend(self, colors: Sequence[HighlightColor]) -> QColor:
        """Return the ground where several highlights lie: their mixture, deeper by each."""
        mixed = [QColor(self._theme[f"mark.{color}"]) for color in colors]
        red, green, blue = (
            round(sum(part) / len(mixed))
            for part in zip(*((one.red(), one.green(), one.blue()) for one in mixed), strict=True)
        )
        strength = 100 + _DEEPER * (min(len(mixed), 4) - 1)
        ground = QColor(red, green, blue)
        return ground.darker(strength) if self._theme.name == "light" else ground.lighter(strength)

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
