"""What the notebook asks of the library, off the GUI thread; only the last answer counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.gui.notebook.models import RemovedLine
from reader.gui.paged_model import PAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.notebook.models import Line
    from reader.gui.session import Session
    from reader.model.errors import ReaderError
    from reader.model.notebook import NotebookCounts, NotebookPage, NotebookQuery
    from reader.services.desk import Desk


class Wanted(NamedTuple):
    """What a list shows: the entries of a query, or the trash."""

    query: NotebookQuery
    trash: bool = False


class Listing(NamedTuple):
    """The first lines of what is wanted, how many there are in all, and the counts of everything.

    ``fresh`` says that something else is wanted than before.
    """

    wanted: Wanted
    rows: Sequence[Line]
    many: int
    counts: NotebookCounts
    fresh: bool


class NotebookReading(QObject):
    """Asks for lists and pages.

    ``listed(Listing)``, ``more_listed(rows, complete)``, ``page_read(NotebookPage)``,
    ``page_gone(id)``.
    """

    listed = Signal(object)
    more_listed = Signal(object, bool)
    page_read = Signal(object)
    page_gone = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._listing = 0
        self._page = 0

    def read_list(self, wanted: Wanted, *, limit: int = PAGE, fresh: bool = True) -> None:
        """Ask for the lines from the first on."""
        self._listing += 1
        work = partial(_list, wanted, max(limit, PAGE), fresh)
        self._session.read(work, partial(self._on_listed, self._listing))

    def read_more(self, wanted: Wanted, after: Line, limit: int) -> None:
        """Ask for the lines behind one."""
        work = partial(_lines, wanted, limit, after)
        self._session.read(work, partial(self._on_more_listed, self._listing, limit))

    def read_page(self, entry_id: str) -> None:
        """Ask for all of one entry."""
        self._page += 1
        self._session.read(
            partial(_page, entry_id),
            partial(self._on_page, self._page),
            failed=partial(self._on_page_failed, self._page, entry_id),
        )

    def drop_page(self) -> None:
        """Let go of a page that was asked for: another one is wanted by now."""
        self._page += 1

    def _on_listed(self, number: int, listing: Listing) -> None:
        if number == self._listing:
            self.listed.emit(listing)

    def _on_more_listed(self, number: int, limit: int, rows: Sequence[Line]) -> None:
        if number == self._listing:
            self.more_listed.emit(rows, len(rows) < limit)

    def _on_page(self, number: int, page: NotebookPage) -> None:
        if number == self._page:
            self.page_read.emit(page)

    def _on_page_failed(self, number: int, entry_id: str, error: ReaderError) -> None:
        if number != self._page:
            return
        if error.code == "no_such_id":
            self.page_gone.emit(entry_id)
        else:
            self._session.failed.emit(error)


def _list(wanted: Wanted, limit: int, fresh: bool, desk: Desk) -> Listing:
    rows = _lines(wanted, limit, None, desk)
    counts = desk.notebook.counts()
    many = len(rows)
    if many == limit:
        many = counts.removed if wanted.trash else desk.notebook.count(wanted.query)
    return Listing(wanted, rows, many, counts, fresh)


def _lines(wanted: Wanted, limit: int, after: Line | None, desk: Desk) -> Sequence[Line]:
    if wanted.trash:
        behind = after.removed if isinstance(after, RemovedLine) else None
        return [
            RemovedLine(removed, desk.notebook.days_left(removed.removed))
            for removed in desk.notebook.removed(limit=limit, after=behind)
        ]
    before = None if after is None or isinstance(after, RemovedLine) else after
    return desk.notebook.entries(wanted.query, limit=limit, after=before)


def _page(entry_id: str, desk: Desk) -> NotebookPage:
    return desk.notebook.page(entry_id)
