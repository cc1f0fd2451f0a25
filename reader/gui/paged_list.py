"""A list of many lines with filters above: it keeps what is chosen and in view as lines come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reader.gui.list_pane.rows_view import Rows
from reader.gui.paged_model import Identified, PagedModel
from reader.gui.side_pane.panels import words_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QStyledItemDelegate

T = TypeVar("T", bound=Identified)


class PagedRows(Rows):
    """Lines of which none is chosen by the keyboard coming to them alone."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt makes the first line the current one, and another page would be opened.
        selection, none = self.selectionModel(), not self.currentIndex().isValid()
        selection.blockSignals(none)
        super().focusInEvent(event)
        if none:
            selection.clearCurrentIndex()
        selection.blockSignals(False)


class PagedList(QWidget, Generic[T]):
    """Shows the lines that it is given and tells what the reader chose.

    ``rows_wanted(after, limit)``, ``line_chosen(id)``, ``page_wanted()`` when the reader goes on
    into the page of the line, ``menu_wanted(position)``.
    """

    rows_wanted = Signal(object, int)
    line_chosen = Signal(str)
    page_wanted = Signal()
    menu_wanted = Signal(object)

    # While a window is taken down its last events come after what the list was made of has gone.
    _watched: tuple[QObject | None, QObject | None] = (None, None)

    def __init__(self, model: PagedModel[T], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sought = ""
        self.model = model
        model.setParent(self)

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

    def show_rows(self, rows: Sequence[T], *, count: int, current: str) -> None:
        """Show the lines of a query anew; what is chosen and in view stays where it is."""
        top = self.rows.indexAt(self.rows.viewport().rect().topLeft())
        entry = self.model.entry_at(top.row()) if top.isValid() else None
        shift = self.rows.visualRect(top).top() if entry else 0
        chosen = self.selected_ids()
        self.model.show(rows, count=count)
        self._before_showing()
        self._mark(current)
        self._select(chosen)
        self._return_to(entry.id if entry else "", shift)
        self._tell(count)
        self.ask_for_visible()

    def show_query(
        self, rows: Sequence[T], *, count: int, current: str, seek: bool = False
    ) -> None:
        """Show the lines of another query from their beginning, or ``seek`` the current one."""
        self.model.show(rows, count=count)
        self._before_showing()
        self._mark(current)
        self.rows.scrollToTop()
        if seek:
            self._seek(current)
        self._tell(count)
        self.ask_for_visible()

    def append(self, rows: Sequence[T], *, complete: bool) -> None:
        """Add the lines that come next."""
        self.model.append(rows, complete=complete)
        if self._sought:
            self.mark_current(self._sought)

    def mark_current(self, line_id: str) -> None:
        """Choose a line without telling; one that is further down is looked for."""
        self._sought = ""
        if self.current_id() == line_id:
            return
        self._mark(line_id)
        self._seek(line_id)

    def current_id(self) -> str:
        """Return the id of the line that is chosen, or nothing."""
        entry = self.model.entry_at(self.rows.currentIndex().row())
        return entry.id if entry else ""

    def selected_ids(self) -> list[str]:
        """Return the ids of all the lines that are chosen, from the top."""
        places = sorted(index.row() for index in self.rows.selectionModel().selectedIndexes())
        found = (self.model.entry_at(place) for place in places)
        return [entry.id for entry in found if entry is not None]

    def neighbour_of(self, line_id: str) -> str:
        """Return the line to show when one leaves the list: the next, else the one before."""
        place = self.model.place_of(line_id)
        near = (self.model.entry_at(place + by) for by in (1, -1)) if place >= 0 else ()
        return next((entry.id for entry in near if entry is not None), "")

    def step(self, by: int) -> None:
        """Choose the line ``by`` further down (or up)."""
        last = self.model.rowCount() - 1
        place = max(0, min(self.rows.currentIndex().row() + by, last))
        self.rows.setCurrentIndex(self.model.index(place))

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to the box where there is none."""
        (self.search_box if self.empty_words else self.rows).setFocus()

    @property
    def search_box(self) -> QLineEdit:
        """Return the box above the list."""
        raise NotImplementedError

    @Slot()
    def ask_for_visible(self) -> None:
        """Ask for the lines that are in view and not there yet."""
        last = self.rows.indexAt(self.rows.viewport().rect().bottomLeft())
        self.model.want(last.row() if last.isValid() else self.model.rowCount())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        box, rows = self._watched
        if watched is box and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Escape:
                self.search_box.clear()
                self._hurry()
                self.focus_list()
                return True
            if pressed and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._hurry()
                self._into_list()
                return True
        if watched is rows and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress and bool(self.current_id())
            if pressed and self._pressed(event):
                return True
        return super().eventFilter(watched, event)

    def _lay_out(
        self, filters: QWidget, delegate: QStyledItemDelegate, *, name: str, clear: str
    ) -> None:
        """Place the filters, and below them the lines or what is said where there are none."""
        self.rows = PagedRows(name)
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(delegate)
        self._empty = words_label(name="empty")
        self.all_button = QPushButton(clear)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(20, 30, 20, 20)
        column.setSpacing(14)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._empty)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(filters)
        layout.addWidget(self._stack, 1)
        self._connect_rows()

    def _connect_rows(self) -> None:
        rows = self.rows
        self._watched = (self.search_box, rows)
        rows.installEventFilter(self)
        self.search_box.installEventFilter(self)
        self.model.rows_wanted.connect(self.rows_wanted)
        rows.selectionModel().currentChanged.connect(self._on_current_changed)
        rows.chosen.connect(self._on_returned)
        rows.menu_wanted.connect(self.menu_wanted)
        rows.verticalScrollBar().valueChanged.connect(self.ask_for_visible)

    def _show_empty(self, words: str, *, narrowed: bool) -> None:
        """Say why there is nothing; ``narrowed`` offers to show all."""
        self._empty.setText(words)
        self.all_button.setVisible(narrowed)
        self._stack.setCurrentIndex(1)

    def _before_showing(self) -> None:
        """Get ready for other lines."""

    def _tell(self, count: int) -> None:
        """Say how many there are, or why there is nothing."""
        raise NotImplementedError

    def _pressed(self, _event: QKeyEvent) -> bool:
        """Do what a key means on a line; say whether it means anything."""
        return False

    def _hurry(self) -> None:
        """Tell of typed words now."""
        raise NotImplementedError

    def _seek(self, line_id: str) -> None:
        """Bring the line that is chosen into view; read on where it is not there yet."""
        if self.rows.currentIndex().isValid():
            self.rows.scrollTo(self.rows.currentIndex())
        elif line_id and not self.model.complete:
            self._sought = line_id
            self.model.want(self.model.loaded + 1)

    def _into_list(self) -> None:
        self.focus_list()
        if not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.model.index(0))

    def _mark(self, line_id: str) -> None:
        place = self.model.place_of(line_id)
        index = self.model.index(place) if place >= 0 else QModelIndex()
        selection = self.rows.selectionModel()
        selection.blockSignals(True)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self.rows.viewport().update()

    def _select(self, line_ids: Sequence[str]) -> None:
        """Choose several lines again, without telling."""
        if len(line_ids) < 2:
            return
        selection = self.rows.selectionModel()
        selection.blockSignals(True)
        for place in map(self.model.place_of, line_ids):
            if place >= 0:
                selection.select(self.model.index(place), QItemSelectionModel.SelectionFlag.Select)
        selection.blockSignals(False)

    def _return_to(self, anchor: str, shift: int) -> None:
        """Bring the line that was the first in view back to where it was."""
        place = self.model.place_of(anchor)
        if place >= 0:
            self.rows.doItemsLayout()
            bar = self.rows.verticalScrollBar()
            bar.setValue(bar.value() + self.rows.visualRect(self.model.index(place)).top() - shift)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._sought = ""
        entry = self.model.entry_at(current.row()) if current.isValid() else None
        if entry is not None:
            self.line_chosen.emit(entry.id)

    @Slot(QModelIndex)
    def _on_returned(self, _index: QModelIndex) -> None:
        self.page_wanted.emit()
