"""The caret of the article: where the keyboard is, in the accent of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Slot
from PySide6.QtGui import QColor, QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from reader.gui.article_pane.marked import MarkedColumn

_WIDTH = 2


class Caret(QObject):
    """Paints the caret while the article has the keyboard, and lets it blink as elsewhere.

    Qt's own, a thin line that never blinks, is not drawn.
    """

    def __init__(self, view: MarkedColumn) -> None:
        super().__init__(view)
        self._view = view
        self._lit = False
        self._place = QRect()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_blink)
        view.cursorPositionChanged.connect(self.show)

    @property
    def lit(self) -> bool:
        """Say whether the caret is to be seen just now."""
        return self._lit

    @Slot()
    def show(self) -> None:
        """Show the caret where it is, and begin to blink from there."""
        if not self._view.hasFocus():
            return
        self._lit = True
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if flash > 0:
            self._timer.start(flash // 2)
        else:
            self._timer.stop()
        self._refresh()

    def hide(self) -> None:
        """Show none: the keyboard is elsewhere."""
        self._lit = False
        self._timer.stop()
        self._refresh()

    def paint(self, painter: QPainter, colour: QColor) -> None:
        """Paint the caret, if it is to be seen."""
        if self._lit:
            self._place = self._rectangle()
            painter.fillRect(self._place, colour)

    def _rectangle(self) -> QRect:
        place = self._view.cursorRect()
        return QRect(max(place.left() - 1, 0), place.top(), _WIDTH, place.height())

    def _refresh(self) -> None:
        port = self._view.viewport()
        port.update(self._place.adjusted(-1, -1, 1, 1))
        port.update(self._rectangle().adjusted(-1, -1, 1, 1))

    @Slot()
    def _on_blink(self) -> None:
        self._lit = not self._lit
        self._refresh()
