"""The left pane of the notebook: filters above, below them the notes and highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView

from reader.gui.notebook.filters import Filters
from reader.gui.notebook.models import Line, NotebookModel, RemovedLine
from reader.gui.notebook.painting import NotebookDelegate
from reader.gui.notebook.style import rows_sheet
from reader.gui.paged_list import PagedList
from reader.model.annotations import HIGHLIGHT_COLORS

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLineEdit, QWidget

    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme


class NotebookList(PagedList[Line]):
    """Shows the entries that it is given and tells what the reader chose.

    ``query_changed(NotebookQuery)``; ``go_wanted(id)`` for the passage of an entry, by the return
    key or two clicks; ``write_wanted()``, ``remove_wanted()`` and ``color_wanted(name)`` for all
    that are chosen.
    """

    query_changed = Signal(object)
    go_wanted = Signal(str)
    write_wanted = Signal()
    remove_wanted = Signal()
    color_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        *,
        pixels: float = 13,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(NotebookModel(messages), parent)
        self._messages = messages
        self._delegate = NotebookDelegate(theme, messages, pixels=pixels, parent=self)
        self.filters = Filters(theme, messages)
        self._lay_out(
            self.filters,
            self._delegate,
            name=messages("notebook.list"),
            clear=messages("notebook.clear"),
        )
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rows.selectionModel().selectionChanged.connect(self.rows.viewport().update)
        self.rows.doubleClicked.connect(self._on_double_clicked)
        self.page_wanted.connect(self._on_page_wanted)
        self.filters.changed.connect(self.query_changed)
        self.all_button.clicked.connect(self.filters.clear)
        self.set_look(theme, pixels)

    @property
    def search_box(self) -> QLineEdit:
        """Return the box above the list."""
        return self.filters.box

    def current(self) -> Line | None:
        """Return the line that is chosen."""
        return self.model.entry_at(self.rows.currentIndex().row())

    def set_look(self, theme: Theme, pixels: float) -> None:
        """Take other colours, or another size of the interface text."""
        self.setStyleSheet(rows_sheet(theme, pixels))
        self._delegate.set_look(theme, pixels)
        self.filters.set_theme(theme)
        self.rows.doItemsLayout()
        self.rows.viewport().update()

    def _pressed(self, event: QKeyEvent) -> bool:
        """Do what a key means on the lines that are chosen."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        digit = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.write_wanted.emit()
        elif plain and 0 <= digit < len(HIGHLIGHT_COLORS):
            self.color_wanted.emit(HIGHLIGHT_COLORS[digit])
        else:
            return False
        return True

    def _hurry(self) -> None:
        self.filters.hurry()

    def _before_showing(self) -> None:
        self._delegate.query = "" if self.filters.trash else self.filters.box.text()

    def _tell(self, count: int) -> None:
        say = self._messages
        self.filters.show_count(say("notebook.count", count=f"{count:,}") if count else "")
        if count:
            self._stack.setCurrentWidget(self.rows)
            return
        narrowed = self.filters.narrowed
        key = "notebook.nothing" if narrowed else "notebook.empty"
        self._show_empty(
            say("notebook.nothing.trash" if self.filters.trash else key), narrowed=narrowed
        )

    @Slot()
    def _on_page_wanted(self) -> None:
        line = self.current()
        if line is not None:
            self.go_wanted.emit(line.id)

    @Slot("QModelIndex")
    def _on_double_clicked(self, index: QModelIndex) -> None:
        line = self.model.entry_at(index.row())
        if line is not None and not isinstance(line, RemovedLine):
            self.go_wanted.emit(line.id)
