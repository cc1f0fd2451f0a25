"""A line above the article about the library itself, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from reader.gui.side_pane.panels import words_label

if TYPE_CHECKING:
    from collections.abc import Callable


class SafetyBanner(QFrame):
    """Says one thing that stays true, with a button for each thing that can be done."""

    def __init__(
        self,
        words: str,
        acts: dict[str, Callable[[], None]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName(words)
        self._words = words_label(words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._words, 1)
        self.buttons: list[QPushButton] = []
        for label, act in acts.items():
            button = QPushButton(label)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            layout.addWidget(button)
            self.buttons.append(button)

    @property
    def words(self) -> str:
        """Return what is said."""
        return self._words.text()
