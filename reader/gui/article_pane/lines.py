"""The lines under highlights: one style a colour, for eyes that do not tell the colours apart.

They are the styles of the exported page, so that a colour is known by the same line everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from reader.model.annotations import HighlightColor

_THIN, _THICK = 1.3, 3.0
_WAVE = 5.0


class LineStyle(NamedTuple):
    """How a line is drawn: ``solid``, ``double``, ``dashed``, ``dotted`` or ``wavy``."""

    kind: str
    width: float = _THIN


LINE_STYLES: dict[HighlightColor, LineStyle] = {
    "yellow": LineStyle("solid"),
    "red": LineStyle("double"),
    "green": LineStyle("dashed"),
    "blue": LineStyle("dotted", 1.8),
    "purple": LineStyle("wavy"),
    "magenta": LineStyle("solid", _THICK),
    "orange": LineStyle("dashed", _THICK),
    "gray": LineStyle("dotted", _THICK),
}


def draw_line(
    painter: QPainter, style: LineStyle, colour: QColor, *, left: float, right: float, top: float
) -> None:
    """Draw a line from ``left`` to ``right``, its upper edge at ``top``."""
    pen = QPen(colour, style.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    middle = top + style.width / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if style.kind == "wavy":
        painter.setPen(pen)
        painter.drawPath(_wave(left, right, middle))
    elif style.kind == "dotted":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        step = style.width * (2.6 if style.width < _THICK else 1.9)
        for number in range(max(int((right - left) / step), 1)):
            at = QPointF(left + step * (number + 0.5), middle)
            painter.drawEllipse(at, style.width / 2, style.width / 2)
    else:
        if style.kind == "dashed":
            pen.setDashPattern([6.5 / style.width, 3.5 / style.width])
        painter.setPen(pen)
        for below in (0.0, 2.6) if style.kind == "double" else (0.0,):
            painter.drawLine(QPointF(left, middle + below), QPointF(right, middle + below))


def draw_box(painter: QPainter, colour: QColor, box: QRectF) -> None:
    """Draw the dashed box around words whose place is doubtful."""
    pen = QPen(colour, 1.1)
    pen.setDashPattern([3, 2.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _wave(left: float, right: float, middle: float) -> QPainterPath:
    path = QPointF(left, middle)
    wave = QPainterPath(path)
    up = -1.0
    while path.x() < right - 0.5:
        ahead = QPointF(min(path.x() + _WAVE / 2, right), middle)
        wave.quadTo(QPointF((path.x() + ahead.x()) / 2, middle + up * 2.6), ahead)
        path, up = ahead, -up
    return wave
