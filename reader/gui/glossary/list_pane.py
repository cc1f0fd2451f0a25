"""The left pane of the glossary: filters above, below them the list of terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from reader.gui.glossary.filters import Filters
from reader.gui.glossary.models import GlossaryListModel
from reader.gui.glossary.painting import EntryDelegate
from reader.gui.glossary.style import list_sheet
from reader.gui.paged_list import PagedList
from reader.model.glossary import GlossaryEntry, GlossaryQuery

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLineEdit, QWidget

    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme


class GlossaryList(PagedList[GlossaryEntry]):
    """Shows the terms that it is given and tells what the reader chose.

    ``query_changed(GlossaryQuery)``, ``edit_wanted()`` and ``hide_wanted()`` for the term that
    is chosen.
    """

    query_changed = Signal(object)
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
        super().__init__(GlossaryListModel(messages), parent)
        self._messages = messages
        self._delegate = EntryDelegate(theme, messages, pixels=pixels, parent=self)
        self.filters = Filters(theme, messages)
        self._lay_out(
            self.filters,
            self._delegate,
            name=messages("glossary.list"),
            clear=messages("glossary.filter.clear"),
        )
        self.filters.changed.connect(self.query_changed)
        self.all_button.clicked.connect(self.filters.clear)
        self.set_look(theme, pixels)

    @property
    def search_box(self) -> QLineEdit:
        """Return the box above the list."""
        return self.filters.box

    def set_look(self, theme: Theme, pixels: float) -> None:
        """Take other colours, or another size of the interface text."""
        self.setStyleSheet(list_sheet(theme, pixels))
        self._delegate.set_look(theme, pixels)
        self.filters.set_theme(theme)
        self.rows.doItemsLayout()
        self.rows.viewport().update()

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Delete:
            self.hide_wanted.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_wanted.emit()
        else:
            return False
        return True

    def _hurry(self) -> None:
        self.filters.hurry()

    def _before_showing(self) -> None:
        self._delegate.letters = self.filters.query.sort == "reading"

    def _tell(self, count: int) -> None:
        say = self._messages
        self.filters.show_count(say("glossary.count", count=f"{count:,}") if count else "")
        if count:
            self._stack.setCurrentWidget(self.rows)
            return
        narrowed, query = self.filters.narrowed, self.filters.query
        only_hidden = query == GlossaryQuery(hidden=True, sort=query.sort)
        key = "glossary.nothing" if narrowed else "glossary.empty"
        self._show_empty(say("glossary.nothing.hidden" if only_hidden else key), narrowed=narrowed)
