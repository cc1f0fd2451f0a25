"""Dialogs that tell something long: a report of adding, a fault of ours, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from reader.gui.dialogs.buttons import button_row
from reader.gui.side_pane.panels import words_label

if TYPE_CHECKING:
    from reader.presentation.messages import Messages


_COLUMN = 26


class TextDialog(QDialog):
    """A few words, then a longer text that can be read and copied."""

    def __init__(
        self,
        title: str,
        words: str,
        text: str,
        *,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(620, 420)
        self.box = QPlainTextEdit(text)
        self.box.setReadOnly(True)
        # What is set in two columns stands in two columns, whatever the font.
        self.box.setTabStopDistance(self.box.fontMetrics().horizontalAdvance("0") * _COLUMN)
        self.box.setAccessibleName(title)
        buttons = button_row({QDialogButtonBox.StandardButton.Close: messages("window.close")})
        copy = buttons.addButton(messages("window.copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(words_label(words))
        layout.addWidget(self.box, 1)
        layout.addWidget(buttons)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.box.toPlainText())
