"""The models of the glossary: its lines, page by page, and the contexts of one term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    Qt,
)

from reader.gui.paged_model import ENTRY_ROLE, Index, PagedModel
from reader.model.glossary import GlossaryEntry
from reader.presentation.term_page import entry_spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.presentation.messages import Messages
    from reader.presentation.term_page import ContextRow

__all__ = ["ENTRY_ROLE", "ContextModel", "GlossaryListModel"]


class GlossaryListModel(PagedModel[GlossaryEntry]):
    """Terms in the library's order."""

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages

    def words(self, entry: GlossaryEntry) -> str:
        return entry.text

    def spoken(self, entry: GlossaryEntry) -> str:
        return entry_spoken(entry, self._messages)


class ContextModel(QAbstractListModel):
    """Where a term stands: headings of articles, and below each the form in its sentences."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ContextRow] = []

    @property
    def rows(self) -> list[ContextRow]:
        """Return the lines."""
        return list(self._rows)

    @property
    def last_article(self) -> str:
        """Return the id of the article that the last line stands under, or nothing."""
        return self._rows[-1].article_id if self._rows else ""

    def show(self, rows: Sequence[ContextRow]) -> None:
        """Show other lines; the same ones stay as they are."""
        if list(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def append(self, rows: Sequence[ContextRow]) -> None:
        """Add lines at the end."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ENTRY_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return None
