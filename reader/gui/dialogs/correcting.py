"""Correct what an article says of itself; the article's own words stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.dialogs.buttons import button_row
from reader.gui.side_pane.panels import words_label
from reader.model.article import CORRECTABLE_FIELDS, Article
from reader.model.dates import is_date

if TYPE_CHECKING:
    from reader.presentation.messages import Messages


class CorrectDialog(QDialog):
    """``corrected(dict)`` gives the fields that changed; None takes a correction back."""

    corrected = Signal(object)

    def __init__(self, article: Article, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._before: dict[str, str] = {
            name: str(getattr(article, name)) for name in CORRECTABLE_FIELDS
        }
        self._taken_back: set[str] = set()
        self.setWindowTitle(messages("window.correct.title"))
        self.setMinimumWidth(520)
        form = QFormLayout()
        form.setSpacing(9)
        self.boxes: dict[str, QLineEdit] = {}
        for name in CORRECTABLE_FIELDS:
            box = QLineEdit(self._before[name])
            box.setCursorPosition(0)
            self.boxes[name] = box
            label = messages(f"window.field.{name}")
            box.setAccessibleName(label)
            form.addRow(label, self._row(name, box, corrected=name in article.corrected))
        self.boxes["published"].setPlaceholderText(messages("window.correct.date_form"))
        self._problem = words_label(name="status_open")
        self._buttons = button_row(
            {
                QDialogButtonBox.StandardButton.Save: messages("window.save"),
                QDialogButtonBox.StandardButton.Cancel: messages("window.cancel"),
            }
        )
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words_label(messages("window.correct.about"), "muted"))
        layout.addLayout(form)
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons)

    def _row(self, name: str, box: QLineEdit, *, corrected: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(box, 1)
        if corrected:
            back = QPushButton(self._messages("window.correct.take_back"))
            back.setObjectName(name)
            back.setAutoDefault(False)
            back.clicked.connect(self._on_taken_back)
            row.addWidget(back)
        return row

    @Slot()
    def _on_taken_back(self) -> None:
        name = self.sender().objectName()
        self._taken_back.add(name)
        self.boxes[name].clear()
        self.boxes[name].setEnabled(False)

    @Slot()
    def _on_accepted(self) -> None:
        date = self.boxes["published"].text().strip()
        if date and not is_date(date):
            self._problem.setText(self._messages("window.correct.bad_date"))
            self.boxes["published"].setFocus()
            return
        wanted: dict[str, str | None] = {}
        for name, box in self.boxes.items():
            words = box.text().strip()
            if name in self._taken_back:
                wanted[name] = None
            elif words != self._before[name]:
                wanted[name] = words or None
        self.accept()
        if wanted:
            self.corrected.emit(wanted)
