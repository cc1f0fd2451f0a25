"""How a line of a list is painted: what the lists of the window share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.gui.fonts import sans_font
from reader.gui.list_pane.rows_view import Rows

if TYPE_CHECKING:
    from reader.presentation.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class Line(QStyledItemDelegate):
    """What kinds of line share: sizes, and the ground of one that is chosen."""

    height_in_sizes = 2.0
    _round = 7

    def __init__(self, theme: Theme, *, pixels: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_look(theme, pixels)

    def set_look(self, theme: Theme, pixels: float) -> None:
        """Take other colours, or another size of the interface text in pixels."""
        self.theme = theme
        self.font = sans_font(pixels + 0.5)
        self.strong = QFont(self.font)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.small = sans_font(pixels - 1.5)
        self.height = round(pixels * self.height_in_sizes)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, self.height)

    def ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, margin: int
    ) -> None:
        """Paint the ground of a line that is chosen or under the pointer."""
        rows = option.widget if isinstance(option.widget, Rows) else None
        if rows is None:
            return
        current = rows.currentIndex() == index
        chosen = current or rows.selectionModel().isSelected(index)
        place = QRectF(option.rect).adjusted(margin, 1, -margin, -1)
        if chosen or rows.hovered == index:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme["chosen" if chosen else "hover"]))
            painter.drawRoundedRect(place, self._round, self._round)
        if current and rows.hasFocus():
            painter.setPen(QColor(self.theme["focus"]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), self._round, self._round)

    def write(
        self,
        painter: QPainter,
        words: str,
        *,
        at: QPointF,
        font: QFont,
        role: str,
    ) -> None:
        """Write words from a point of the base line on."""
        painter.setFont(font)
        painter.setPen(QColor(self.theme[role]))
        painter.drawText(at, words)
