"""The dialogs of a card: correct the form and the reading, add another form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.gui.dialogs.buttons import button_row
from reader.gui.side_pane.panels import words_label

if TYPE_CHECKING:
    from reader.model.glossary import GlossaryEntry
    from reader.presentation.messages import Messages


class TermDialog(QDialog):
    """A few lines to fill in and what that means; ``accepted`` closes it."""

    def __init__(self, title: str, about: str, messages: Messages, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._last: QLineEdit | None = None
        self.form = QFormLayout()
        self.form.setSpacing(9)
        self.buttons = button_row(
            {
                QDialogButtonBox.StandardButton.Save: messages("window.save"),
                QDialogButtonBox.StandardButton.Cancel: messages("window.cancel"),
            }
        )
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(words_label(about, "muted"))
        layout.addLayout(self.form)
        layout.addWidget(self.buttons)

    def add_line(self, label: str, words: str = "") -> QLineEdit:
        """Add a line to fill in; the first one has the keyboard."""
        box = QLineEdit(words)
        box.setAccessibleName(label)
        self.form.addRow(label, box)
        if self._last is None:
            box.setFocus()
        else:
            self.setTabOrder(self._last, box)
        self.setTabOrder(box, self.buttons)
        self._last = box
        return box

    def finish(self) -> bool:
        """Tell what was filled in; say whether it can be taken."""
        raise NotImplementedError

    @Slot()
    def _on_accepted(self) -> None:
        if self.finish():
            self.accept()


class CorrectTermDialog(TermDialog):
    """``corrected(form, reading)`` gives the form and the reading as they should be."""

    corrected = Signal(str, str)

    def __init__(
        self, entry: GlossaryEntry, messages: Messages, parent: QWidget | None = None
    ) -> None:
        title = messages("glossary.correct.title")
        super().__init__(title, messages("glossary.correct.about"), messages, parent)
        self.form_box = self.add_line(messages("glossary.field.form"), entry.text)
        self.reading_box = self.add_line(messages("glossary.field.reading"), entry.reading)
        self.form_box.setCursorPosition(0)

    def finish(self) -> bool:
        form = self.form_box.text().strip()
        if not form:
            self.form_box.setFocus()
            return False
        self.corrected.emit(form, self.reading_box.text().strip())
        return True


class AliasDialog(TermDialog):
    """``added(form)`` gives another form of the same thing."""

    added = Signal(str)

    def __init__(
        self, entry: GlossaryEntry, messages: Messages, parent: QWidget | None = None
    ) -> None:
        about = messages("glossary.alias.about", form=entry.text)
        super().__init__(messages("glossary.alias.title"), about, messages, parent)
        self.form_box = self.add_line(messages("glossary.field.alias"))

    def finish(self) -> bool:
        form = self.form_box.text().strip()
        if form:
            self.added.emit(form)
        return bool(form)
