"""What the panels of the side pane share: a scrolled column, quiet labels, a menu button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.reading_only import is_read_only

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent


class Column(QScrollArea):
    """A scrolled column of cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self.cards = QVBoxLayout(inside)
        self.cards.setContentsMargins(14, 4, 12, 14)
        self.cards.setSpacing(9)
        self.cards.addStretch(1)
        self._shown: list[QWidget] = []
        self.setWidget(inside)

    def set_order(self, widgets: list[QWidget]) -> None:
        """Show just these widgets, in this order; others are taken out and deleted."""
        if self._shown == widgets:
            return
        for old in self._shown:
            if old not in widgets:
                self.cards.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._shown = list(widgets)
        for place, widget in enumerate(widgets):
            self.cards.insertWidget(place, widget)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to a card."""
        self.cards.activate()
        self.ensureWidgetVisible(widget, 0, 24)


class Card(QFrame):
    """A card that can be clicked, or chosen by Return and Space."""

    chosen = Signal(str)

    def __init__(self, id_: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = id_
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 7, 8, 11)
        self.body.setSpacing(3)

    def set_current(self, current: bool) -> None:
        """Show the card as the one that is meant now."""
        if bool(self.property("current")) != current:
            self.setProperty("current", current)
            self.style().unpolish(self)
            self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.chosen.emit(self.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.id)
            return
        super().keyPressEvent(event)


def words_label(words: str = "", name: str = "") -> QLabel:
    """Make a wrapped label of plain text; nothing in it is read as markup."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if name:
        label.setObjectName(name)
    return label


class _MoreButton(QToolButton):
    """Opens a menu of acts that write: it is off where nothing can be written."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if is_read_only(self):
            self.setEnabled(False)


def more_button(name: str) -> QToolButton:
    """Make the quiet button that opens a card's menu."""
    button = _MoreButton()
    button.setObjectName("menu")
    button.setText("⋯")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
