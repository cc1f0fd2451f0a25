"""Words that the window says by itself: a short notice below, a banner that stays above."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from reader.gui.side_pane.panels import words_label

if TYPE_CHECKING:
    from collections.abc import Callable

_SHOWN_FOR = 8000
_ABOVE_FOOT = 44
# What stands beside the words: margins within, and room on both sides.
_AROUND = 26 + 24


class Notice(QFrame):
    """A notice at the foot of its parent, with at most one thing to do; it goes by itself.

    Its widgets are made with its first words: most starts have nothing to say.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._act: Callable[[], None] | None = None
        self._said = ""
        self.setObjectName("notice")
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said, or nothing while it is hidden."""
        return "" if self.isHidden() else self._said

    def say(self, words: str, *, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Say something for a few seconds, with a button that does ``act``."""
        self._said = words
        self._words.setText(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._act = act
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def act(self) -> None:
        """Do what the button offers."""
        self._on_clicked()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    @cached_property
    def _words(self) -> QLabel:
        words = QLabel()
        words.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 10, 8)
        layout.setSpacing(14)
        layout.addWidget(words)
        layout.addWidget(self._button)
        self._over.installEventFilter(self)
        return words

    @cached_property
    def _button(self) -> QPushButton:
        button = QPushButton()
        button.clicked.connect(self._on_clicked)
        return button

    @cached_property
    def _timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(_SHOWN_FOR)
        timer.timeout.connect(self.hide)
        return timer

    def _place(self) -> None:
        """Stand at the foot of the parent, the words cut in their middle where it is narrow."""
        room = self._over.rect()
        button = self._button.sizeHint().width() + 14 if self._button.text() else 0
        wide = max(room.width() - button - _AROUND, 60)
        cut = self._words.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideMiddle, wide)
        self._words.setText(cut)
        self.setToolTip(self._said if cut != self._said else "")
        self.adjustSize()
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - _ABOVE_FOOT)

    @Slot()
    def _on_clicked(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()


class Banner(QFrame):
    """A line above the article for what stays true until something is done about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said, or nothing."""
        return "" if self.isHidden() else self._words.text()

    def say(self, words: str) -> None:
        """Say something until it is replaced; nothing hides the banner."""
        if words or not self.isHidden():
            self._words.setText(words)
            self.setAccessibleName(words)
            self.setVisible(bool(words))

    @cached_property
    def _words(self) -> QLabel:
        words = words_label()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 8, 18, 8)
        layout.addWidget(words)
        return words
