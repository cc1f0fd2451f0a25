"""The models of the glossary: its lines, page by page, and the contexts of one term."""

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

from reader.presentation.term_page import entry_spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.glossary import GlossaryEntry
    from reader.presentation.messages import Messages
    from reader.presentation.term_page import ContextRow

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PAGE = 200
_MOST = 2000
_AHEAD = 60
Index = QModelIndex | QPersistentModelIndex


class GlossaryListModel(QAbstractListModel):
    """Terms in the library's order. It is as long as the glossary; lines come when wanted.

    ``rows_wanted(after, limit)`` asks for the lines behind one; the answer comes by ``append``.
    A line that is not there yet is blank, so that the scroll bar tells the true length.
    """

    rows_wanted = Signal(object, int)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._rows: list[GlossaryEntry] = []
        self._places: dict[str, int] = {}
        self._count = 0
        self._asked = False
        self._wanted = 0

    @property
    def loaded(self) -> int:
        """Return how many lines are there."""
        return len(self._rows)

    @property
    def complete(self) -> bool:
        """Say whether all lines are there."""
        return len(self._rows) >= self._count

    def show(self, rows: Sequence[GlossaryEntry], *, count: int) -> None:
        """Show other lines, ``count`` in all. Where only words changed they change in place.

        Lines behind ``rows`` that were there before come anew when they are wanted.
        """
        self._asked = False
        count = max(count, len(rows))
        known = [row.id for row in self._rows[: len(rows)]]
        if count == self._count and [row.id for row in rows] == known:
            self._change_in_place(rows)
            return
        self.beginResetModel()
        self._rows, self._count, self._wanted = list(rows), count, 0
        self._places = {row.id: place for place, row in enumerate(self._rows)}
        self.endResetModel()

    def append(self, rows: Sequence[GlossaryEntry], *, complete: bool) -> None:
        """Add the lines that come next; ``complete`` says that none is behind them."""
        self._asked = False
        fresh = [row for row in rows if row.id not in self._places]
        first, total = len(self._rows), len(self._rows) + len(fresh)
        expected = fresh[: self._count - first]
        self._take(expected)
        if expected:
            self.dataChanged.emit(self.index(first), self.index(len(self._rows) - 1))
        if total > self._count:
            self.beginInsertRows(QModelIndex(), self._count, total - 1)
            self._count = total
            self._take(fresh[len(expected) :])
            self.endInsertRows()
        if (complete or not fresh) and self._count > total:
            self.beginRemoveRows(QModelIndex(), total, self._count - 1)
            self._count = total
            self.endRemoveRows()
        self.want(self._wanted)

    def want(self, place: int) -> None:
        """Make sure that the lines up to a place, and some behind it, come."""
        self._wanted = max(self._wanted, place)
        missing = min(self._wanted + _AHEAD, self._count) - len(self._rows)
        if missing > 0 and not self._asked and self._rows:
            self._asked = True
            self.rows_wanted.emit(self._rows[-1], min(max(missing, PAGE), _MOST))

    def entry_at(self, place: int) -> GlossaryEntry | None:
        """Return the term at a place, or None where none is (yet)."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, term_id: str) -> int:
        """Return where a term stands, or -1."""
        return self._places.get(term_id, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry_at(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.text
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry_spoken(entry, self._messages)
        return None

    def _take(self, fresh: list[GlossaryEntry]) -> None:
        for place, row in enumerate(fresh, start=len(self._rows)):
            self._places[row.id] = place
        self._rows.extend(fresh)

    def _change_in_place(self, rows: Sequence[GlossaryEntry]) -> None:
        for row in self._rows[len(rows) :]:
            del self._places[row.id]
        del self._rows[len(rows) :]
        self._wanted = 0
        for place, row in enumerate(rows):
            if self._rows[place] != row:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))


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
