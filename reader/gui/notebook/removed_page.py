"""The page of something that was taken away: what it said, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reader.gui.side_pane.panels import words_label
from reader.presentation.notebook_rows import day_for_people, removed_row
from reader.presentation.rows import SEPARATOR

if TYPE_CHECKING:
    from reader.gui.notebook.models import RemovedLine
    from reader.presentation.messages import Messages


class RemovedPage(QWidget):
    """``restore_wanted()`` and ``forget_wanted()``, ``empty_wanted()`` for all of them."""

    restore_wanted = Signal()
    forget_wanted = Signal()
    empty_wanted = Signal()

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._about = words_label(name="label")
        self._title = words_label(name="title")
        self._quotation = words_label(name="quotation")
        self._note = words_label()
        self._note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note.setAccessibleName(messages("notebook.about.note"))
        self._when = words_label(name="muted")
        self.restore = self._button("notebook.restore", "chip")
        self.forget = self._button("notebook.forget", "quiet")
        self.empty = self._button("notebook.trash.empty", "quiet")
        self.restore.clicked.connect(self._on_restore)
        self.forget.clicked.connect(self._on_forget)
        self.empty.clicked.connect(self._on_empty)
        self._lay_out()

    def show_line(self, line: RemovedLine) -> None:
        """Show what was taken away."""
        say = self._messages
        row = removed_row(line.removed, line.days, say)
        self._about.setText(row.about or say("notebook.about.highlight"))
        self._title.setText(row.title)
        self._quotation.setText(line.removed.text if row.quotation else "")
        self._quotation.setVisible(bool(row.quotation))
        self._note.setText(line.removed.note if row.quotation else line.removed.text)
        self._note.setVisible(bool(row.note))
        date = day_for_people(line.removed.removed, say)
        self._when.setText(SEPARATOR.join((say("notebook.removed_on", date=date), row.date)))

    def _button(self, key: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(self._messages(key))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.restore, self.forget):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self._about, self._title, self._when, self._quotation, self._note):
            layout.addWidget(widget)
        layout.addSpacing(6)
        layout.addLayout(buttons)
        layout.addStretch(1)

    @Slot()
    def _on_restore(self) -> None:
        self.restore_wanted.emit()

    @Slot()
    def _on_forget(self) -> None:
        self.forget_wanted.emit()

    @Slot()
    def _on_empty(self) -> None:
        self.empty_wanted.emit()
