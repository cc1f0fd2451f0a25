"""How a line of the notebook is painted: marked words as in the article, the note, a caption."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout

from reader.gui.article_pane.lines import LINE_STYLES, draw_line
from reader.gui.list_pane.painting import LineDelegate
from reader.gui.list_pane.rows_view import Rows
from reader.gui.notebook.models import row_of
from reader.presentation.occurrences import occurrences
from reader.presentation.offsets import utf16_length

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtWidgets import QStyleOptionViewItem

    from reader.model.annotations import HighlightColor
    from reader.presentation.notebook_rows import NotebookRow

    Index = QModelIndex | QPersistentModelIndex

_BAR = 3.5
_BEFORE = 10
_GAP = 8
_LEAST_TITLE = 60
_RIGHT = Qt.TextElideMode.ElideRight
_LATE = 16
_LEAD = 6


class NotebookDelegate(LineDelegate):
    """Paints a note or a highlight; ``query`` are words that are looked for, and marked."""

    query = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = row_of(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._choose(painter, option, index)
        inner = QRectF(self._ground(painter, option, index))
        lines = self._lines_of(row, inner.width())
        inner.translate(0, (2 - lines) * self._title_line / 2)
        inner.setHeight(lines * self._title_line + self._small_line)
        most = 1 if row.quotation and row.note else 2
        room = QRectF(inner)
        self._bar(painter, row, inner)
        if row.quotation:
            room.setTop(self._words(painter, row.quotation, row.color, within=room, most=most))
        if row.note:
            self._words(painter, row.note, "", within=room, most=most)
        base = QPointF(inner.left(), inner.top() + lines * self._title_line + 4)
        self._caption(painter, row, at=base, width=inner.width())
        painter.restore()

    def _choose(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground of a line that is chosen beside the current one."""
        rows = option.widget if isinstance(option.widget, Rows) else None
        if rows is None or rows.currentIndex() == index:
            return
        if rows.selectionModel().isSelected(index):
            place: QRect = option.rect
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme["chosen"]))
            painter.drawRoundedRect(QRectF(place.adjusted(8, 2, -8, -2)), 7, 7)

    def _lines_of(self, row: NotebookRow, width: float) -> int:
        """Return how many lines the words take: one, or two."""
        if row.quotation and row.note:
            return 2
        metrics = QFontMetricsF(self._title_font)
        return 2 if metrics.horizontalAdvance(row.quotation or row.note) > width else 1

    def _bar(self, painter: QPainter, row: NotebookRow, inner: QRectF) -> None:
        role = f"line.{row.color}" if row.color else "line"
        place = QRectF(inner.left() - _BEFORE, inner.top() + 1, _BAR, inner.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme[role]))
        painter.drawRoundedRect(place, _BAR / 2, _BAR / 2)

    def _words(
        self,
        painter: QPainter,
        words: str,
        color: str,
        *,
        within: QRectF,
        most: int,
    ) -> float:
        """Write a quotation in the looks of its colour, or a note; return where it ends."""
        words = around_found(words, self.query)
        layout = QTextLayout(words, self._title_font)
        formats = [self._format(f"mark.{color}", 0, utf16_length(words))] if color else []
        for start, end in occurrences(words, self.query) if self.query else ():
            first = utf16_length(words[:start])
            formats.append(self._format("found", first, utf16_length(words[start:end])))
        layout.setFormats(formats)
        bottom = self._lines(
            painter,
            layout,
            at=within.topLeft(),
            width=within.width(),
            most=most,
            step=self._title_line,
            colour="text",
        )
        if color:
            self._underline(painter, layout, color, within)
        return bottom

    def _underline(
        self, painter: QPainter, layout: QTextLayout, color: str, within: QRectF
    ) -> None:
        """Draw the line of a colour under each line of words, as it is in the article."""
        style = LINE_STYLES[cast("HighlightColor", color)]
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            draw_line(
                painter,
                style,
                QColor(self.theme[f"line.{color}"]),
                left=within.left(),
                right=within.left() + min(line.naturalTextWidth(), within.width()),
                top=within.top() + number * self._title_line + line.ascent() + 2,
            )

    def _format(self, role: str, start: int, length: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        looks = QTextCharFormat()
        looks.setBackground(QColor(self.theme[role]))
        made.format = looks
        made.start, made.length = start, length
        return made

    def _caption(self, painter: QPainter, row: NotebookRow, *, at: QPointF, width: float) -> None:
        """Write what the note is on, cut where there is no room, and its date on the right."""
        metrics = QFontMetricsF(self._small_font)
        painter.setFont(self._small_font)
        base = at.y() + metrics.ascent()
        left, right = at.x(), at.x() + width
        right -= metrics.horizontalAdvance(row.date)
        self._small_words(painter, row.date, "muted", QPointF(right, base))
        right -= _GAP
        for words, role in ((row.badge, "unread"), (row.about, "accent")):
            if words and left + metrics.horizontalAdvance(words) < right:
                self._small_words(painter, words, role, QPointF(left, base))
                left += metrics.horizontalAdvance(words) + _GAP
        tags = metrics.elidedText(row.tags, _RIGHT, max(0.0, (right - left) * 0.55))
        if tags and right - left - metrics.horizontalAdvance(tags) > _LEAST_TITLE:
            right -= metrics.horizontalAdvance(tags)
            self._small_words(painter, tags, "text", QPointF(right, base))
            right -= _GAP
        title = metrics.elidedText(row.title, _RIGHT, max(0.0, right - left))
        self._small_words(painter, title, "muted", QPointF(left, base))

    def _small_words(self, painter: QPainter, words: str, role: str, at: QPointF) -> None:
        painter.setPen(QColor(self.theme[role]))
        painter.drawText(at, words)


def around_found(words: str, query: str) -> str:
    """Leave out the beginning where what is looked for stands so late that it would be cut off."""
    found = occurrences(words, query) if query else []
    first = min(found)[0] if found else 0
    return words if first < _LATE else f"…{words[first - _LEAD :]}"
