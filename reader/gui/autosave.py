"""An editor for the reader's own words, that asks for a save by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from reader.gui.saving import SaveKey

SAVE_AFTER = 900
"""Milliseconds from the first unsaved key to the save; with the commit well under two seconds."""


class AutosaveEdit(QPlainTextEdit):
    """A text box whose words are handed to the saver soon after a key and when it is left.

    ``save_wanted(key, text, expected)``: ``expected`` is the text last known to be stored. What
    the box holds is never replaced while it differs from that.
    """

    save_wanted = Signal(object, str, str)

    def __init__(self, key: SaveKey, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._stored = text
        self._handed = text
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER)
        self._timer.timeout.connect(self.hand_over)
        self.setPlainText(text)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_text_changed)

    @property
    def unsaved(self) -> bool:
        """Say whether the box holds words that are not known to be stored."""
        return self.toPlainText() != self._stored

    def take_stored(self, text: str) -> None:
        """Learn what the library holds; show it unless the reader has other words here."""
        keep = self.unsaved and self.toPlainText() != text
        self._stored = text
        if not keep and self.toPlainText() != text:
            self._handed = text
            self.setPlainText(text)

    def confirm(self, text: str, asked: str) -> None:
        """Learn that ``asked`` was committed as ``text``, which may hold another version too."""
        if self.toPlainText() == asked and text != asked:
            self._stored = self._handed = text
            self.setPlainText(text)
        self._stored = text

    @Slot()
    def hand_over(self) -> None:
        """Hand what is new to the saver."""
        self._timer.stop()
        words = self.toPlainText()
        if words != self._handed:
            self._handed = words
            self.save_wanted.emit(self.key, words, self._stored)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hand_over()

    def sizeHint(self) -> QSize:
        """Return a height that fits the words, between two lines and ten."""
        lines = min(max(round(self.document().size().height()), 2), 10)
        return QSize(200, round(self.fontMetrics().lineSpacing() * lines) + 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    @Slot()
    def _on_text_changed(self) -> None:
        self.updateGeometry()
        if self.toPlainText() != self._handed and not self._timer.isActive():
            self._timer.start()


def grown(editor: AutosaveEdit, placeholder: str) -> AutosaveEdit:
    """Set up an editor that grows with its words inside a scrolled panel."""
    editor.setPlaceholderText(placeholder)
    editor.setAccessibleName(placeholder)
    editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    policy = editor.sizePolicy()
    policy.setVerticalPolicy(policy.Policy.Fixed)
    editor.setSizePolicy(policy)
    return editor
