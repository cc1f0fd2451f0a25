"""The left pane of the glossary: filters above, below them the list of terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reader.gui.glossary.filters import Filters
from reader.gui.glossary.models import ENTRY_ROLE, GlossaryListModel
from reader.gui.glossary.painting import EntryDelegate
from reader.gui.glossary.style import list_sheet
from reader.gui.list_pane.rows_view import Rows
from reader.gui.side_pane.panels import words_label
from reader.model.glossary import GlossaryEntry, GlossaryQuery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme


class TermRows(Rows):
    """Lines of which none is chosen by the keyboard coming to them alone."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt makes the first line the current one, and another card would be opened.
        selection, none = self.selectionModel(), not self.currentIndex().isValid()
        selection.blockSignals(none)
        super().focusInEvent(event)
        if none:
            selection.clearCurrentIndex()
        selection.blockSignals(False)


class GlossaryList(QWidget):
    """Shows the terms that it is given and tells what the reader chose.

    ``query_changed(GlossaryQuery)``, ``rows_wanted(after, limit)``, ``term_chosen(id)``,
    ``card_wanted()`` when the reader goes on into the card, ``menu_wanted(position)``,
    ``edit_wanted()`` and ``hide_wanted()`` for the term that is chosen.
    """

    query_changed = Signal(object)
    rows_wanted = Signal(object, int)
    term_chosen = Signal(str)
    card_wanted = Signal()
    menu_wanted = Signal(object)
    edit_wanted = Signal()
    hide_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        *,
        pixels: float = 13,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._messages = messages
        self._sought = ""
        self.model = GlossaryListModel(messages, self)
        self._delegate = EntryDelegate(theme, messages, pixels=pixels, parent=self)
        self.filters = Filters(theme, messages)
        self.rows = self._make_rows()
        self._empty = words_label(name="empty")
        self.all_button = QPushButton(messages("glossary.filter.clear"))
        self._stack = self._lay_out()
        self._connect()
        self.set_look(theme, pixels)

    @property
    def empty_words(self) -> str:
        """Return what is said instead of a list, or nothing."""
        return "" if self._stack.currentWidget() is self.rows else self._empty.text()

    @property
    def reach(self) -> int:
        """Return how many lines it takes from the first to those in view and the chosen one."""
        last = self.rows.indexAt(self.rows.viewport().rect().bottomLeft())
        seen = last.row() if last.isValid() else self.model.rowCount() - 1
        return max(seen, self.rows.currentIndex().row()) + 1

    def show_rows(self, rows: Sequence[GlossaryEntry], *, count: int, current: str) -> None:
        """Show the terms of a query anew; what is chosen and in view stays where it is."""
        top = self.rows.indexAt(self.rows.viewport().rect().topLeft())
        entry = top.data(ENTRY_ROLE)
        anchor = entry.id if isinstance(entry, GlossaryEntry) else ""
        shift = self.rows.visualRect(top).top() if anchor else 0
        self.model.show(rows, count=count)
        self._delegate.letters = self.filters.query.sort == "reading"
        self._mark(current)
        self._return_to(anchor, shift)
        self._tell(count)
        self.ask_for_visible()

    def show_query(
        self, rows: Sequence[GlossaryEntry], *, count: int, current: str, seek: bool = False
    ) -> None:
        """Show the terms of another query from their beginning, or ``seek`` the current one."""
        self.model.show(rows, count=count)
        self._delegate.letters = self.filters.query.sort == "reading"
        self._mark(current)
        self.rows.scrollToTop()
        if seek:
            self._seek(current)
        self._tell(count)
        self.ask_for_visible()

    def append(self, rows: Sequence[GlossaryEntry], *, complete: bool) -> None:
        """Add the terms that come next."""
        self.model.append(rows, complete=complete)
        if self._sought:
            self.mark_current(self._sought)

    def mark_current(self, term_id: str) -> None:
        """Choose a term without telling; one that is further down is looked for."""
        self._sought = ""
        if self.current_id() == term_id:
            return
        self._mark(term_id)
        self._seek(term_id)

    def current_id(self) -> str:
        """Return the id of the term that is chosen, or nothing."""
        entry = self.model.entry_at(self.rows.currentIndex().row())
        return entry.id if entry else ""

    def neighbour_of(self, term_id: str) -> str:
        """Return the term to show when one leaves the list: the next, else the one before."""
        place = self.model.place_of(term_id)
        near = (self.model.entry_at(place + by) for by in (1, -1)) if place >= 0 else ()
        return next((entry.id for entry in near if entry is not None), "")

    def step(self, by: int) -> None:
        """Choose the term ``by`` lines further down (or up)."""
        last = self.model.rowCount() - 1
        place = max(0, min(self.rows.currentIndex().row() + by, last))
        self.rows.setCurrentIndex(self.model.index(place))

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to the box where there is none."""
        (self._empty if self.empty_words else self.rows).setFocus()
        if self.empty_words:
            self.filters.box.setFocus()

    def set_look(self, theme: Theme, pixels: float) -> None:
        """Take other colours, or another size of the interface text."""
        self.setStyleSheet(list_sheet(theme, pixels))
        self._delegate.set_look(theme, pixels)
        self.filters.set_theme(theme)
        self.rows.doItemsLayout()
        self.rows.viewport().update()

    def ask_for_visible(self) -> None:
        """Ask for the lines that are in view and not there yet."""
        last = self.rows.indexAt(self.rows.viewport().rect().bottomLeft())
        self.model.want(last.row() if last.isValid() else self.model.rowCount())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filters.box and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Escape:
                self.filters.box.clear()
                self.filters.hurry()
                self.focus_list()
                return True
            if pressed and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.filters.hurry()
                self._into_list()
                return True
        if watched is self.rows and isinstance(event, QKeyEvent) and self._pressed(event):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        """Do what a key means on a line; say whether it means anything."""
        if event.type() != QEvent.Type.KeyPress or not self.current_id():
            return False
        if event.key() == Qt.Key.Key_Delete:
            self.hide_wanted.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_wanted.emit()
        else:
            return False
        return True

    def _seek(self, term_id: str) -> None:
        """Bring the term that is chosen into view; read on where it is not there yet."""
        if self.rows.currentIndex().isValid():
            self.rows.scrollTo(self.rows.currentIndex())
        elif term_id and not self.model.complete:
            self._sought = term_id
            self.model.want(self.model.loaded + 1)

    def _into_list(self) -> None:
        self.focus_list()
        if not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.model.index(0))

    def _mark(self, term_id: str) -> None:
        place = self.model.place_of(term_id)
        index = self.model.index(place) if place >= 0 else QModelIndex()
        selection = self.rows.selectionModel()
        selection.blockSignals(True)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self.rows.viewport().update()

    def _return_to(self, anchor: str, shift: int) -> None:
        """Bring the line that was the first in view back to where it was."""
        place = self.model.place_of(anchor)
        if place >= 0:
            self.rows.doItemsLayout()
            bar = self.rows.verticalScrollBar()
            bar.setValue(bar.value() + self.rows.visualRect(self.model.index(place)).top() - shift)

    def _tell(self, count: int) -> None:
        """Say how many there are, or why there is nothing."""
        say = self._messages
        self.filters.show_count(say("glossary.count", count=f"{count:,}") if count else "")
        if count:
            self._stack.setCurrentWidget(self.rows)
            return
        narrowed, query = self.filters.narrowed, self.filters.query
        only_hidden = query == GlossaryQuery(hidden=True, sort=query.sort)
        key = "glossary.nothing" if narrowed else "glossary.empty"
        self._empty.setText(say("glossary.nothing.hidden" if only_hidden else key))
        self.all_button.setVisible(narrowed)
        self._stack.setCurrentIndex(1)

    def _make_rows(self) -> Rows:
        rows = TermRows(self._messages("glossary.list"))
        rows.setModel(self.model)
        rows.setItemDelegate(self._delegate)
        rows.installEventFilter(self)
        return rows

    def _lay_out(self) -> QStackedWidget:
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(20, 30, 20, 20)
        column.setSpacing(14)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._empty)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        stack = QStackedWidget()
        stack.addWidget(self.rows)
        stack.addWidget(nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.filters)
        layout.addWidget(stack, 1)
        return stack

    def _connect(self) -> None:
        rows = self.rows
        self.filters.changed.connect(self.query_changed)
        self.filters.box.installEventFilter(self)
        self.all_button.clicked.connect(self.filters.clear)
        self.model.rows_wanted.connect(self.rows_wanted)
        rows.selectionModel().currentChanged.connect(self._on_current_changed)
        rows.chosen.connect(self._on_returned)
        rows.menu_wanted.connect(self.menu_wanted)
        rows.verticalScrollBar().valueChanged.connect(self.ask_for_visible)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._sought = ""
        entry = current.data(ENTRY_ROLE)
        if isinstance(entry, GlossaryEntry):
            self.term_chosen.emit(entry.id)

    @Slot(QModelIndex)
    def _on_returned(self, _index: QModelIndex) -> None:
        self.card_wanted.emit()
