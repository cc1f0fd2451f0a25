"""The list's models: pages of rows as the library hands them, and the hits of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from reader.presentation.rows import row_spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.article import ArticleRow
    from reader.model.searching import Hit
    from reader.presentation.messages import Messages

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class ArticleListModel(QAbstractListModel):
    """Rows of the list in the library's order, taken page by page.

    ``page_wanted(after)`` asks for the page after a row (None: the first); the answer comes
    through ``show_first`` or ``append``.
    """

    page_wanted = Signal(object)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._rows: list[ArticleRow] = []
        self._places: dict[str, int] = {}
        self._complete = True
        self._asked = False

    def show_first(self, rows: Sequence[ArticleRow], *, complete: bool) -> None:
        """Show the first page of a view. A row that only changed is changed in place."""
        self._complete, self._asked = complete, False
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._change_in_place(rows)
            return
        self.beginResetModel()
        self._rows = list(rows)
        self._index_from(0)
        self.endResetModel()

    def append(self, rows: Sequence[ArticleRow], *, complete: bool) -> None:
        """Add the next page at the end."""
        self._complete, self._asked = complete, False
        fresh = [row for row in rows if row.id not in self._places]
        if not fresh:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._rows.extend(fresh)
        self._index_from(first)
        self.endInsertRows()

    def change(self, row: ArticleRow) -> None:
        """Show what a row says now, where it stands."""
        place = self._places.get(row.id)
        if place is not None and self._rows[place] != row:
            self._rows[place] = row
            index = self.index(place)
            self.dataChanged.emit(index, index)

    def row_at(self, place: int) -> ArticleRow | None:
        """Return the row at a place of the list, or None outside it."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, article_id: str) -> int:
        """Return where an article stands in the list, or -1."""
        return self._places.get(article_id, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_spoken(row, self._messages)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._complete and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.page_wanted.emit(self._rows[-1] if self._rows else None)

    def _change_in_place(self, rows: Sequence[ArticleRow]) -> None:
        for row in rows:
            self.change(row)

    def _index_from(self, first: int) -> None:
        if first == 0:
            self._places = {}
        for place in range(first, len(self._rows)):
            self._places[self._rows[place].id] = place


class HitListModel(QAbstractListModel):
    """What a search found, best first."""

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._hits: tuple[Hit, ...] = ()

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._hits):
            return None
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == ROW_ROLE:
            return hit
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._messages(f'window.hit.{hit.kind}')}: {hit.title}、{hit.snippet}"
        return None
