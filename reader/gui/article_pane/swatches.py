"""The bar beside a selection: eight colours to highlight it in, and a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from reader.gui.article_pane.lines import LINE_STYLES, draw_line
from reader.model.annotations import HIGHLIGHT_COLORS

if TYPE_CHECKING:
    from reader.model.annotations import HighlightColor
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme

_SIDE = 20


def swatch_icon(color: HighlightColor, theme: Theme) -> QIcon:
    """Draw a patch in a highlight colour over the line that goes with it."""
    picture = QPixmap(_SIDE * 2, _SIDE * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = QColor(theme[f"line.{color}"])
    painter.setBrush(QColor(theme[f"mark.{color}"]))
    painter.setPen(QPen(line, 1))
    painter.drawRoundedRect(QRectF(2.5, 1.5, _SIDE - 5, _SIDE - 9), 3, 3)
    draw_line(painter, LINE_STYLES[color], line, left=0.5, right=_SIDE - 0.5, top=_SIDE - 5.0)
    painter.end()
    return QIcon(picture)


class Swatches(QFrame):
    """Tells what is to be made of the selected words.

    ``color_chosen(name)`` and ``note_wanted()``, ``term_wanted()``, ``watch_wanted()``.
    """

    color_chosen = Signal(str)
    note_wanted = Signal()
    term_wanted = Signal()
    watch_wanted = Signal()

    def __init__(self, theme: Theme, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("swatches")
        self._buttons = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(1)
        for number, color in enumerate(HIGHLIGHT_COLORS):
            button = QToolButton()
            button.setAutoRaise(True)
            button.setIconSize(QSize(_SIDE, _SIDE))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            name = messages(f"window.color.{color}")
            button.setToolTip(f"{name} ({number + 1})")
            button.setAccessibleName(name)
            self._buttons.addButton(button, number)
            layout.addWidget(button)
        made = (
            ("window.hit.note", "window.note.add", "N", self.note_wanted),
            ("window.hit.term", "terms.make", "T", self.term_wanted),
            ("window.hit.watch_point", "terms.watch.make", "W", self.watch_wanted),
        )
        for short, tip, key, told in made:
            button = QToolButton()
            button.setObjectName("tab")
            button.setText(messages(short))
            button.setToolTip(f"{messages(tip)} ({key})")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(told)
            layout.addWidget(button)
        self._buttons.idClicked.connect(self._on_color_clicked)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw the dots in the colours of another theme."""
        for number, color in enumerate(HIGHLIGHT_COLORS):
            self._buttons.button(number).setIcon(swatch_icon(color, theme))

    def show_beside(self, selection: QRect) -> None:
        """Show the bar above a selection, or below where there is no room."""
        self.adjustSize()
        room = self._over.rect()
        left = max(8, min(selection.left(), room.width() - self.width() - 8))
        above = selection.top() - self.height() - 6
        self.move(left, above if above >= 4 else selection.bottom() + 8)
        self.show()
        self.raise_()

    @Slot(int)
    def _on_color_clicked(self, number: int) -> None:
        self.color_chosen.emit(HIGHLIGHT_COLORS[number])
