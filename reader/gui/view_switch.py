"""The switch between the views of the window, and the button of its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from reader.system.settings import VIEW_CHOICES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from reader.presentation.messages import Messages


class ViewSwitch(QWidget):
    """A button for each view; ``chosen(name)`` when one is pressed."""

    chosen = Signal(str)

    def __init__(self, messages: Messages, menu_button: QToolButton) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 9, 8, 0)
        row.setSpacing(2)
        self._buttons = QButtonGroup(self)
        for number, name in enumerate(VIEW_CHOICES):
            button = QToolButton()
            button.setObjectName("view")
            button.setText(messages(f"window.switch.{name}"))
            button.setCheckable(True)
            button.setChecked(number == 0)
            self._buttons.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(menu_button)
        self._buttons.idClicked.connect(self._on_clicked)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """Return the buttons, in order."""
        return self._buttons.buttons()

    def mark(self, name: str) -> None:
        """Show which view is shown."""
        self._buttons.button(VIEW_CHOICES.index(name)).setChecked(True)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(VIEW_CHOICES[number])
