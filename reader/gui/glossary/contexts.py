"""Every place of a term in its sentence, the newest article first; the page scrolls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from reader.gui.glossary.models import ENTRY_ROLE, ContextModel
from reader.gui.glossary.painting import ContextDelegate
from reader.gui.list_pane.rows_view import Rows
from reader.presentation.term_page import ContextRow, context_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.glossary import Occurrence
    from reader.model.understanding import Category
    from reader.presentation.messages import Messages
    from reader.presentation.theme import Theme


class Contexts(Rows):
    """The lines of a term's places; it is as high as they are.

    ``passage_wanted(article, start, end)``, ``line_reached(index)`` when the keyboard goes to
    a line.
    """

    passage_wanted = Signal(str, int, int)
    line_reached = Signal(QModelIndex)

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        *,
        pixels: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(messages("glossary.contexts"), parent)
        self._messages = messages
        self._occurrences: list[Occurrence] = []
        self.complete = True
        self._model = ContextModel(self)
        self._delegate = ContextDelegate(theme, pixels=pixels, parent=self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoScroll(False)
        self.clicked.connect(self._on_chosen)
        self.chosen.connect(self._on_chosen)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def last(self) -> Occurrence | None:
        """Return the last place that is shown, or None."""
        return self._occurrences[-1] if self._occurrences else None

    @property
    def many(self) -> int:
        """Return how many places are shown."""
        return len(self._occurrences)

    def show_places(
        self, occurrences: Sequence[Occurrence], *, complete: bool, category: Category
    ) -> None:
        """Show the first places of a term; the line that was chosen stays so if it is there."""
        self._delegate.category = category
        self.complete = complete
        self.viewport().update()
        if list(occurrences) == self._occurrences:
            return
        chosen = self.currentIndex().data(ENTRY_ROLE)
        self._occurrences = list(occurrences)
        rows = context_rows(self._occurrences, self._messages)
        self._model.show(rows)
        if isinstance(chosen, ContextRow) and chosen in rows:
            self._choose(rows.index(chosen))
        self._fit()

    def append(self, occurrences: Sequence[Occurrence], *, complete: bool) -> None:
        """Add the places that come next."""
        self.complete = complete
        self._occurrences.extend(occurrences)
        under = self._model.last_article
        self._model.append(context_rows(occurrences, self._messages, under=under))
        self._fit()

    def set_look(self, theme: Theme, pixels: float) -> None:
        """Take other colours, or another size of the interface text."""
        self._delegate.set_look(theme, pixels)
        self.doItemsLayout()
        self._fit()
        self.viewport().update()

    def scrollTo(
        self,
        index: QModelIndex,  # type: ignore[override]
        hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible,
    ) -> None:
        """Leave scrolling to the page: all lines are laid out."""

    def _choose(self, place: int) -> None:
        """Choose a line without telling."""
        selection = self.selectionModel()
        selection.blockSignals(True)
        clear_and_select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        selection.setCurrentIndex(self._model.index(place), clear_and_select)
        selection.blockSignals(False)

    def _fit(self) -> None:
        self.setFixedHeight(max(1, self._model.rowCount() * self._delegate.height))

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(ENTRY_ROLE)
        if isinstance(row, ContextRow):
            self.passage_wanted.emit(row.article_id, row.start, row.end)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.line_reached.emit(current)
