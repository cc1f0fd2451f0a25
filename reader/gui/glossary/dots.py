"""The coloured dot that stands for a category."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

if TYPE_CHECKING:
    from reader.model.understanding import Category
    from reader.presentation.theme import Theme

_SIDE = 12
_SCALE = 3


def category_icon(category: Category, theme: Theme) -> QIcon:
    """Return a dot in the colour of a category."""
    # Drawn three times as large: sharp on every screen that there is.
    pixmap = QPixmap(_SIDE * _SCALE, _SIDE * _SCALE)
    pixmap.setDevicePixelRatio(_SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme[f"term.{category}"]))
    painter.drawEllipse(QPointF(_SIDE / 2, _SIDE / 2), 3.6, 3.6)
    painter.end()
    return QIcon(pixmap)
