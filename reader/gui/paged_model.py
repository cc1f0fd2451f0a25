"""A model over pages of a long list: as long as the whole, with lines that come when wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PAGE = 200
_MOST = 2000
_AHEAD = 60
Index = QModelIndex | QPersistentModelIndex


class Identified(Protocol):
    """A line with an id of its own."""

    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=Identified)


class PagedModel(QAbstractListModel, Generic[T]):
    """Lines in the library's order.

    ``rows_wanted(after, limit)`` asks for the lines behind one; the answer comes by ``append``.
    A line that is not there yet is blank, so that the scroll bar tells the true length.
    """

    rows_wanted = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[T] = []
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

    def show(self, rows: Sequence[T], *, count: int) -> None:
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

    def append(self, rows: Sequence[T], *, complete: bool) -> None:
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

    def entry_at(self, place: int) -> T | None:
        """Return the line at a place, or None where none is (yet)."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, line_id: str) -> int:
        """Return where a line stands, or -1."""
        return self._places.get(line_id, -1)

    def words(self, entry: T) -> str:
        """Return what a line says in short."""
        return entry.id

    def spoken(self, entry: T) -> str:
        """Return what a screen reader says of a line."""
        return self.words(entry)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry_at(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.words(entry)
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(entry)
        return None

    def _take(self, fresh: list[T]) -> None:
        for place, row in enumerate(fresh, start=len(self._rows)):
            self._places[row.id] = place
        self._rows.extend(fresh)

    def _change_in_place(self, rows: Sequence[T]) -> None:
        for row in self._rows[len(rows) :]:
            del self._places[row.id]
        del self._rows[len(rows) :]
        self._wanted = 0
        for place, row in enumerate(rows):
            if self._rows[place] != row:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))
