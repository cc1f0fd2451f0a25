"""How a line of the list is painted: two lines of title, a quiet line below, an unread dot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.gui.fonts import sans_font
from reader.gui.list_pane.models import ROW_ROLE
from reader.gui.list_pane.rows_view import Rows
from reader.model.article import ArticleRow
from reader.presentation.offsets import utf16_length, utf16_to_code_points
from reader.presentation.rows import SEPARATOR, row_caption

if TYPE_CHECKING:
    from reader.model.searching import Hit
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

_MARGIN = 8
_INDENT = 18
_PADDING = 10
_LEADING = 1.4
_LEAST_SOURCE = 44


class LineDelegate(QStyledItemDelegate):
    """What both kinds of list line share: the ground, the title, the line below."""

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        *,
        pixels: float = 13,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self.set_look(theme, pixels)

    def set_look(self, theme: Theme, pixels: float) -> None:
        """Take other colours, or another size of the interface text in pixels."""
        self.theme = theme
        self._title_font = sans_font(pixels + 0.5)
        self._unread_font = QFont(self._title_font)
        self._unread_font.setBold(True)
        self._small_font = sans_font(pixels - 1.5)
        self._title_line = pixels * _LEADING + 1
        self._small_line = (pixels - 1.5) * _LEADING + 2

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        height = 2 * self._title_line + self._small_line + 2 * _PADDING + 4
        return QSize(200, round(height))

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QRect:
        # ``option.state`` would say the same, but its type makes all the names of QStyle,
        # which takes longer than painting the whole list.
        rect: QRect = option.rect
        rows = option.widget if isinstance(option.widget, Rows) else None
        chosen = rows is not None and rows.currentIndex() == index
        role = ""
        if chosen:
            role = "chosen"
        elif rows is not None and rows.hovered == index:
            role = "hover"
        if role:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme[role]))
            painter.drawRoundedRect(QRectF(rect.adjusted(_MARGIN, 2, -_MARGIN, -2)), 7, 7)
        if chosen and rows is not None and rows.hasFocus():
            painter.setPen(QColor(self.theme["focus"]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect.adjusted(_MARGIN, 2, -_MARGIN, -2)), 7, 7)
        return rect.adjusted(_MARGIN + _INDENT, _PADDING, -_MARGIN - 10, -_PADDING)

    def _lines(
        self,
        painter: QPainter,
        layout: QTextLayout,
        *,
        at: QPointF,
        width: float,
        most: int,
        step: float,
        colour: str,
    ) -> float:
        """Draw at most ``most`` lines of a layout, the last one elided; return the bottom."""
        painter.setPen(QColor(self.theme[colour]))
        layout.beginLayout()
        y = at.y()
        for number in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            rest = layout.text()[utf16_to_code_points(layout.text(), line.textStart()) :]
            if number == most - 1 and line.textLength() < utf16_length(rest):
                self._elided(painter, layout, rest, at=QPointF(at.x(), y), width=width)
            else:
                line.draw(painter, QPointF(at.x(), y))
            y += step
        layout.endLayout()
        return y

    def _elided(
        self, painter: QPainter, whole: QTextLayout, rest: str, *, at: QPointF, width: float
    ) -> None:
        """Draw the rest of a layout as a last line that is cut, what is marked in it marked."""
        font = whole.font()
        cut = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        layout = QTextLayout(cut, font)
        skipped = utf16_length(whole.text()) - utf16_length(rest)
        formats = whole.formats()
        for marked in formats:
            end = marked.start + marked.length - skipped
            marked.start = max(marked.start - skipped, 0)
            marked.length = max(end - marked.start, 0)
        layout.setFormats([marked for marked in formats if marked.length])
        layout.beginLayout()
        line = layout.createLine()
        # The cut words fit, but for a fraction of a pixel that must not break the line again.
        line.setLineWidth(width + font.pixelSize())
        line.draw(painter, at)
        layout.endLayout()

    def _small(self, painter: QPainter, words: str, *, at: QPointF, width: float) -> None:
        metrics = QFontMetricsF(self._small_font)
        painter.setFont(self._small_font)
        painter.setPen(QColor(self.theme["muted"]))
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(at.x(), at.y() + metrics.ascent()), elided)


class ArticleDelegate(LineDelegate):
    """Paints an article of the list."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, ArticleRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self._ground(painter, option, index))
        unread = row.status == "unread"
        layout = QTextLayout(row.title, self._unread_font if unread else self._title_font)
        room = inner.width() - (16 if row.starred else 0)
        lines = 2 if QFontMetricsF(layout.font()).horizontalAdvance(row.title) > room else 1
        height = lines * self._title_line + self._small_line
        top = inner.top() + max(0.0, (inner.height() - height) / 2)
        if unread:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme["unread"]))
            painter.drawEllipse(QPointF(inner.left() - 10, top + self._title_line / 2), 3, 3)
        if row.starred:
            painter.setFont(self._small_font)
            painter.setPen(QColor(self.theme["accent"]))
            painter.drawText(QPointF(inner.right() - 12, top + self._title_line * 0.75), "★")
        bottom = self._lines(
            painter,
            layout,
            at=QPointF(inner.left(), top),
            width=room,
            most=lines,
            step=self._title_line,
            colour="text",
        )
        caption = self._caption(row, inner.width())
        self._small(painter, caption, at=QPointF(inner.left(), bottom + 2), width=inner.width())
        painter.restore()

    def _caption(self, row: ArticleRow, width: float) -> str:
        """Return the line below the title; where there is no room the source is cut."""
        source, rest = row_caption(row, self._messages)
        metrics = QFontMetricsF(self._small_font)
        tail = SEPARATOR + rest if source and rest else rest
        room = width - metrics.horizontalAdvance(tail)
        if room < _LEAST_SOURCE and metrics.horizontalAdvance(source) > room:
            return rest
        return metrics.elidedText(source, Qt.TextElideMode.ElideRight, room) + tail


class HitDelegate(LineDelegate):
    """Paints a hit of a search: where it is, and the words around with the hit marked."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit: Hit | None = index.data(ROW_ROLE)
        if hit is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self._ground(painter, option, index))
        kind = self._messages(f"window.hit.{hit.kind}")
        title = f"{kind} ・ {hit.title}" if hit.title else kind
        self._small(painter, title, at=inner.topLeft(), width=inner.width())
        layout = QTextLayout(hit.snippet.replace("\n", " "), self._title_font)
        layout.setFormats([self._found(hit, start, end) for start, end in hit.marks])
        self._lines(
            painter,
            layout,
            at=QPointF(inner.left(), inner.top() + self._small_line),
            width=inner.width(),
            most=2,
            step=self._title_line,
            colour="text",
        )
        painter.restore()

    def _found(self, hit: Hit, start: int, end: int) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        looks = QTextCharFormat()
        looks.setBackground(QColor(self.theme["found"]))
        found.format = looks
        found.start = utf16_length(hit.snippet[:start])
        found.length = utf16_length(hit.snippet[start:end])
        return found
