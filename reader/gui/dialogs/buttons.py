"""The row of buttons at the foot of a dialog, in our words and without a style's icons."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox


def button_row(words: dict[QDialogButtonBox.StandardButton, str]) -> QDialogButtonBox:
    """Make a row of buttons that say these words."""
    row = QDialogButtonBox()
    for kind, text in words.items():
        button = row.addButton(kind)
        button.setText(text)
        button.setIcon(QIcon())
    return row
