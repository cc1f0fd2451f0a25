"""The list of terms itself: how a row is painted, and what pointer and keys do on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.gui.fonts import sans_font
from reader.gui.side_pane.term_model import LIT_ROLE, TERM_ROLE, Index, TermListModel
from reader.model.terms import ArticleTerm
from reader.presentation.readings import shown_reading

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from reader.presentation.theme import Theme

_CARD_WIDTH = 34
"""Pixels at the right end of a row that lead to the term's card."""


class TermDelegate(QStyledItemDelegate):
    """Paints a term in its category's colour, its reading, and what it means.

    One that is not highlighted in the article has the quiet colour here, too.
    """

    def __init__(self, theme: Theme, model: TermListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.set_look(theme, 13)

    def set_look(self, theme: Theme, pixels: float) -> None:
        """Take other colours, or another size of the text."""
        self.theme = theme
        self._form = sans_font(pixels + 0.5)
        self._form.setWeight(QFont.Weight.DemiBold)
        self._small = sans_font(pixels - 1.5)
        self._height = round(pixels * 3.9)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        term = index.data(TERM_ROLE)
        if not isinstance(term, ArticleTerm):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        state = option.state
        met = bool(state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        if met:
            chosen = "chosen" if state & QStyle.StateFlag.State_Selected else "hover"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme[chosen]))
            painter.drawRoundedRect(rect.adjusted(6, 1, -6, -1), 7, 7)
            self._paint_arrow(painter, rect)
        inner = rect.adjusted(16, 6, -_CARD_WIDTH if met else -14, -6)
        role = f"term.{term.category}" if index.data(LIT_ROLE) else "muted"
        self._paint_words(painter, term, inner, role)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the sign of the way to the card."""
        middle = QPointF(rect.right() - 20, rect.center().y())
        painter.setPen(QPen(QColor(self.theme["muted"]), 1.4))
        painter.drawPolyline(
            [middle + QPointF(-2, -4), middle + QPointF(2, 0), middle + QPointF(-2, 4)]
        )

    def _paint_words(self, painter: QPainter, term: ArticleTerm, inner: QRectF, role: str) -> None:
        form, small = QFontMetricsF(self._form), QFontMetricsF(self._small)
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(self._form)
        painter.setPen(QColor(self.theme[role]))
        words = form.elidedText(term.text, elide, inner.width())
        base = inner.top() + form.ascent()
        painter.drawText(QPointF(inner.left(), base), words)
        painter.setFont(self._small)
        painter.setPen(QColor(self.theme["muted"]))
        taken = form.horizontalAdvance(words) + 9
        reading = shown_reading(term.text, term.reading)
        if reading and taken < inner.width() - 30:
            reading = small.elidedText(reading, elide, inner.width() - taken)
            painter.drawText(QPointF(inner.left() + taken, base), reading)
        second = small.elidedText(self._model.second_line(term), elide, inner.width())
        painter.drawText(QPointF(inner.left(), inner.bottom() - small.descent()), second)


class TermList(QListView):
    """``chosen(term)`` for its passages, ``card_asked(term)``, ``menu_asked(term, point)``."""

    chosen = Signal(object)
    card_asked = Signal(object)
    menu_asked = Signal(object, object)

    def __init__(self, model: TermListModel, theme: Theme, pixels: float) -> None:
        super().__init__()
        self.setObjectName("rows")
        self.delegate = TermDelegate(theme, model, self)
        self.delegate.set_look(theme, pixels)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def current_id(self) -> str:
        """Return the id of the term that is chosen, or nothing."""
        term = self._term(self.currentIndex())
        return term.id if term is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        term = self._term(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and term:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            (self.card_asked if alt else self.chosen).emit(term)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        term = self._term(index)
        # The press chose the row: a release elsewhere is no click.
        if event.button() != Qt.MouseButton.LeftButton or term is None:
            return
        if index == self.currentIndex():
            (self.card_asked if self._on_arrow(point, index) else self.chosen).emit(term)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        term = self._term(index)
        if term is not None:
            at = self.visualRect(index).bottomLeft() if keyboard else event.pos()
            self.menu_asked.emit(term, self.viewport().mapToGlobal(at))

    def _on_arrow(self, point: QPoint, index: QModelIndex) -> bool:
        return point.x() > self.visualRect(index).right() - _CARD_WIDTH

    def _term(self, index: QModelIndex) -> ArticleTerm | None:
        term = index.data(TERM_ROLE)
        return term if isinstance(term, ArticleTerm) else None
