"""The model of the notebook: entries, or what was taken away, page by page."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.gui.paged_model import ENTRY_ROLE, Index, PagedModel
from reader.model.notebook import NotebookEntry, RemovedEntry
from reader.presentation.notebook_rows import NotebookRow, entry_row, removed_row

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from reader.presentation.messages import Messages

ROW_ROLE = ENTRY_ROLE + 1


class RemovedLine(NamedTuple):
    """Something that was taken away, and for how many days it is still kept."""

    removed: RemovedEntry
    days: int

    @property
    def id(self) -> str:
        """Return the id of the note or the highlight."""
        return self.removed.id


Line = NotebookEntry | RemovedLine


class NotebookModel(PagedModel[Line]):
    """Lines of the notebook or of its trash."""

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages

    def words(self, entry: Line) -> str:
        row = self.row(entry)
        return row.quotation or row.note

    def spoken(self, entry: Line) -> str:
        return self.row(entry).spoken

    def row(self, entry: Line) -> NotebookRow:
        """Return what a line says."""
        if isinstance(entry, RemovedLine):
            return removed_row(entry.removed, entry.days, self._messages)
        now = datetime.now().astimezone()
        return entry_row(entry, self._messages, zone=now.tzinfo, year=now.year)

    def data(self, index: Index, role: int = 0) -> object:
        if role == ROW_ROLE:
            entry = self.entry_at(index.row()) if index.isValid() else None
            return None if entry is None else _Row(self.row(entry))
        return super().data(index, role)


class _Row:
    """Carries the words of a line through Qt, which would make a list of a tuple."""

    __slots__ = ("words",)

    def __init__(self, words: NotebookRow) -> None:
        self.words = words


def row_of(index: Index) -> NotebookRow | None:
    """Return the words of a line, or None where it is not there yet."""
    row = index.data(ROW_ROLE)
    return row.words if isinstance(row, _Row) else None
