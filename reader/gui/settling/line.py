"""The quiet line above an article that has highlights to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from reader.gui.side_pane.panels import words_label

if TYPE_CHECKING:
    from reader.presentation.messages import Messages


class SettleLine(QFrame):
    """``check_wanted()`` and ``later_wanted()`` from its two buttons."""

    check_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = messages
        self.setObjectName("banner")
        self._words = words_label()
        self.check = QPushButton(messages("settling.check"))
        self.check.setToolTip(messages("settling.check.about"))
        self.later = QPushButton(messages("settling.later"))
        self.check.clicked.connect(self.check_wanted)
        self.later.clicked.connect(self.later_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 5, 12, 5)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.check)
        layout.addWidget(self.later)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said, or nothing while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_count(self, count: int) -> None:
        """Say how many highlights are to be checked; nothing of none."""
        words = self._say("settling.line", count=count) if count else ""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(count))
