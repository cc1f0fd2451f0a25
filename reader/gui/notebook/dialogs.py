"""The dialogs of the notebook: from which day to which, a tag, and a last question."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCompleter,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QVBoxLayout,
    QWidget,
)

from reader.gui.dialogs.buttons import button_row
from reader.gui.glossary.dialogs import TermDialog
from reader.gui.side_pane.panels import words_label
from reader.presentation.periods import Days

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reader.presentation.messages import Messages


class PeriodDialog(TermDialog):
    """``chosen(Days)`` gives the first and the last day."""

    chosen = Signal(object)

    def __init__(
        self, days: Days | None, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(messages("notebook.period.title"), "", messages, parent)
        today = QDate.currentDate()
        first, last = days or (None, None)
        self.first = self._add_day(messages("notebook.period.from"), first, today.addMonths(-1))
        self.last = self._add_day(messages("notebook.period.to"), last, today)

    def finish(self) -> bool:
        days = sorted(cast("date", box.date().toPython()) for box in (self.first, self.last))
        self.chosen.emit(Days(*days))
        return True

    def _add_day(self, label: str, day: date | None, otherwise: QDate) -> QDateEdit:
        box = QDateEdit(otherwise if day is None else QDate(day.year, day.month, day.day))
        box.setDisplayFormat("yyyy-MM-dd")
        box.setCalendarPopup(True)
        box.setAccessibleName(label)
        self.form.addRow(label, box)
        return box


class TagDialog(TermDialog):
    """``named(tag)`` gives the name of a tag, completed from those in use."""

    named = Signal(str)

    def __init__(
        self,
        title: str,
        tag: str,
        tags: Sequence[str],
        *,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, "", messages, parent)
        self.box = self.add_line(messages("notebook.tag.name"), tag)
        self.box.selectAll()
        completer = QCompleter(list(tags), self.box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.box.setCompleter(completer)

    def finish(self) -> bool:
        tag = self.box.text().strip()
        if tag:
            self.named.emit(tag)
        return bool(tag)


class ForgetDialog(QDialog):
    """Asks once before something goes for good; the safe answer has the keyboard."""

    def __init__(self, about: str, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(messages("notebook.forget.title"))
        self.setMinimumWidth(420)
        kinds = QDialogButtonBox.StandardButton
        buttons = button_row({kinds.Cancel: messages("window.cancel")})
        self.forget = buttons.addButton(
            messages("notebook.forget.do"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.forget.clicked.connect(self._on_forget)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addWidget(words_label(about))
        layout.addWidget(buttons)
        cancel = buttons.button(kinds.Cancel)
        cancel.setDefault(True)
        cancel.setFocus()

    @Slot()
    def _on_forget(self) -> None:
        self.accept()
