"""Choose the term that another one is the same as, found as its name is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from reader.gui.dialogs.buttons import button_row
from reader.gui.glossary.models import ENTRY_ROLE, GlossaryListModel
from reader.gui.glossary.painting import EntryDelegate
from reader.gui.list_pane.rows_view import Rows
from reader.gui.side_pane.panels import words_label
from reader.model.glossary import GlossaryEntry, GlossaryQuery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.looks import Looks
    from reader.gui.session import Session
    from reader.presentation.messages import Messages
    from reader.services.desk import Desk

_AFTER = 120
_MOST = 60


class MergeDialog(QDialog):
    """``chosen(into, form)`` gives the term that the one of ``term_id`` is to be merged into."""

    chosen = Signal(str, str)

    def __init__(
        self,
        term_id: str,
        form: str,
        *,
        session: Session,
        messages: Messages,
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(messages("glossary.merge.title"))
        self.resize(480, 460)
        self._term = term_id
        self._session = session
        self._messages = messages
        self._query = GlossaryQuery()
        self._over = False
        self.box = QLineEdit()
        self.box.setPlaceholderText(messages("glossary.merge.search"))
        self.box.setAccessibleName(messages("glossary.merge.search"))
        self.box.installEventFilter(self)
        self.model = GlossaryListModel(messages, self)
        self.rows = Rows(messages("glossary.list"))
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(
            EntryDelegate(looks.theme, messages, pixels=looks.pixels, parent=self)
        )
        self._told = words_label(name="muted")
        self.buttons = button_row(
            {
                QDialogButtonBox.StandardButton.Ok: messages("glossary.merge.do"),
                QDialogButtonBox.StandardButton.Cancel: messages("window.cancel"),
            }
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._lay_out(form)
        self._connect()
        self._on_due()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self.box and down and event.type() == QEvent.Type.KeyPress:
            self.rows.setFocus()
            if not self.rows.currentIndex().isValid():
                self.rows.setCurrentIndex(self.model.index(0))
            return True
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        # What was asked for may still come when the widgets are gone.
        self._over = True
        super().done(result)

    def _lay_out(self, form: str) -> None:
        about = self._messages("glossary.merge.about", form=form)
        layout = QVBoxLayout(self)
        layout.setSpacing(9)
        layout.addWidget(words_label(about))
        layout.addWidget(self.box)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self._told)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.box.textChanged.connect(self._on_edited)
        self._timer.timeout.connect(self._on_due)
        self.rows.selectionModel().currentChanged.connect(self._on_current_changed)
        self.rows.doubleClicked.connect(self._on_accepted)
        self.rows.chosen.connect(self._on_accepted)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)

    def _on_found(self, query: GlossaryQuery, found: Sequence[GlossaryEntry]) -> None:
        """Show what was found, but for the term itself."""
        if self._over or query != self._query:
            return
        others = [one for one in found if one.id != self._term]
        self.model.show(others, count=len(others))
        say = self._messages
        self._told.setText("" if others else say("glossary.nothing"))
        if others and query.text:
            self.rows.setCurrentIndex(self.model.index(0))
        self._on_current_changed()

    @Slot()
    def _on_edited(self) -> None:
        self._timer.start()

    @Slot()
    def _on_due(self) -> None:
        words = self.box.text().strip()
        # Before anything is typed: the terms that most articles use.
        self._query = GlossaryQuery(text=words, sort="use")
        self._session.read(partial(_find, self._query), partial(self._on_found, self._query))

    @Slot()
    def _on_current_changed(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(self.rows.currentIndex().isValid())

    @Slot()
    @Slot(QModelIndex)
    def _on_accepted(self, _index: QModelIndex | None = None) -> None:
        entry = self.rows.currentIndex().data(ENTRY_ROLE)
        if isinstance(entry, GlossaryEntry):
            self.accept()
            self.chosen.emit(entry.id, entry.text)


def _find(query: GlossaryQuery, desk: Desk) -> Sequence[GlossaryEntry]:
    return desk.glossary.entries(query, limit=_MOST)
