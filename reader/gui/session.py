"""The window's way to the library: one thread that reads, one that writes, and what came of it.

Every view asks here and is told here; nothing in the GUI thread touches the library.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.gui.runner import DeskThread, is_there
from reader.gui.saving import Saver
from reader.model.changes import Changes
from reader.model.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reader.model.article import ArticleRow
    from reader.model.errors import ReaderError
    from reader.model.known import KnownArticle
    from reader.model.searching import Found
    from reader.services.desk import Desk

T = TypeVar("T")
PAGE = 200
_LOOK_EVERY = 1000
_REMEMBERED = 8


class ListPage(NamedTuple):
    """A page of the list: of which view, behind which row, and whether it is the last."""

    view: str
    after: ArticleRow | None
    rows: Sequence[ArticleRow]
    complete: bool


class Start(NamedTuple):
    """What the first paint needs, and the version of the library that it was read from."""

    page: ListPage
    known: KnownArticle | None
    created: bool
    version: int = -1
    read_only: bool = False


class Session(QObject):
    """Asks the library off the GUI thread and tells the window what came.

    ``article_ready(KnownArticle)``, ``article_gone(id)``, ``page_ready(ListPage)``,
    ``found(query, Found)``, ``row_ready(ArticleRow)``, ``changed(Changes)`` after our own
    writes, ``changed_elsewhere()`` after anybody's, ``failed(ReaderError)``,
    ``crashed(Exception)``; ``computing_wanted(function, arguments, then)`` is for whoever has the
    worker processes.
    """

    started = Signal(object)
    article_ready = Signal(object)
    article_gone = Signal(str)
    page_ready = Signal(object)
    row_ready = Signal(object)
    found = Signal(str, object)
    changed = Signal(object)
    changed_elsewhere = Signal()
    failed = Signal(object)
    crashed = Signal(object)
    computing_wanted = Signal(str, object, object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.read_only = False
        self._reader = DeskThread(folder, "chumoku-reading", self)
        self._writer = DeskThread(folder, "chumoku-writing", self)
        self.saver = Saver(self._writer, self)
        self.saver.changed.connect(self.changed)
        for thread in (self._reader, self._writer):
            thread.world_failed.connect(self.failed)
            thread.crashed.connect(self.crashed)
        self._wanted = ""
        self._query = ""
        self._version = -1
        self._remembered: dict[str, KnownArticle] = {}
        self.changed.connect(self._on_changed)
        self._look_timer = QTimer(self)
        self._look_timer.setInterval(_LOOK_EVERY)
        self._look_timer.timeout.connect(self._on_look_due)

    @property
    def busy(self) -> bool:
        """Say whether anything that was asked for is still on its way."""
        return bool(self._reader.waiting or self._writer.waiting)

    def start(self, article_id: str) -> None:
        """Read what the first paint needs, the article with this id open if it is there."""
        self._reader.start()
        self._reader.submit(partial(_read_start, article_id), self._on_started)

    def start_writing(self) -> None:
        """Get ready for everything that the first paint did not need."""
        self._writer.start()
        self._look_timer.start()

    def close(self, seconds: float = 15.0, *, last: Callable[[Desk], object] | None = None) -> bool:
        """Commit what is on its way and let go of the library; say whether all of it ended.

        ``seconds`` is how long words that cannot be committed are tried again; ``last`` is done
        when all of them are.
        """
        self._look_timer.stop()
        saved = self.saver.finish(seconds)
        if saved and last is not None:
            self._writer.submit(last)
        ended = self._writer.close() and self._reader.close()
        return saved and ended

    def open(self, article_id: str) -> None:
        """Ask for an article; only the last one asked for is told."""
        self._wanted = article_id
        known = self._remembered.get(article_id)
        if known is not None:
            self.article_ready.emit(known)
            return
        self._reader.submit(
            partial(_open, article_id), self._on_opened, failed=partial(self._on_gone, article_id)
        )

    def expect(self, article_ids: Sequence[str]) -> None:
        """Read articles that are likely to be opened next."""
        for article_id in article_ids:
            if article_id and article_id not in self._remembered:
                self._reader.submit(partial(_open, article_id), self._remember, failed=_ignore)

    def reload(self, article_id: str) -> None:
        """Read an article anew, if it is the one that is open."""
        self._remembered.pop(article_id, None)
        if article_id == self._wanted:
            self.open(article_id)

    def page(self, view: str, after: ArticleRow | None = None, limit: int = PAGE) -> None:
        """Ask for a page of a view of the list."""
        self._reader.submit(partial(_page, view, after, limit), self.page_ready.emit)

    def row(self, article_id: str) -> None:
        """Ask for a line of the list anew."""
        self._reader.submit(partial(_row, article_id), self.row_ready.emit, failed=_ignore)

    def find(self, query: str) -> None:
        """Search; only what was found for the last query is told."""
        self._query = query
        self._reader.submit(partial(_find, query), partial(self._on_found, query))

    def read(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], None],
        *,
        failed: Callable[[ReaderError], None] | None = None,
    ) -> None:
        """Do something on the library that changes nothing."""
        self._reader.submit(work, then, failed=failed)

    def write(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[ReaderError], None] | None = None,
    ) -> None:
        """Do something that changes the library; Changes that come of it are told to all."""
        self._writer.submit(work, partial(self._on_written, then), failed=failed)

    def compute(self, function: str, *arguments: object, then: Callable[[Any], None]) -> None:
        """Have a worker process call a function that needs no library, named with its module.

        What fails there is in the log, and nothing is told: ask for what one can do without.
        """
        self.computing_wanted.emit(function, arguments, then)

    def _on_written(self, then: Callable[[T], None] | None, result: T) -> None:
        changes = _changes_in(result)
        if changes:
            self.changed.emit(changes)
        if then is not None and is_there(then):
            then(result)

    def _on_started(self, start: Start) -> None:
        self.read_only = start.read_only
        self._version = start.version
        if start.known is not None and not self._wanted:
            # The article of the first paint is the open one, as if it had been asked for.
            self._wanted = start.known.article.id
        self.started.emit(start)

    def _on_opened(self, known: KnownArticle) -> None:
        self._remember(known)
        if known.article.id == self._wanted:
            self.article_ready.emit(known)

    def _on_gone(self, article_id: str, error: ReaderError) -> None:
        if error.code == "no_such_id":
            self.article_gone.emit(article_id)
        else:
            self.failed.emit(error)

    def _on_found(self, query: str, found: Found) -> None:
        if query == self._query:
            self.found.emit(query, found)

    def _remember(self, known: KnownArticle) -> None:
        while len(self._remembered) >= _REMEMBERED:
            self._remembered.pop(next(iter(self._remembered)))
        self._remembered[known.article.id] = known

    def _on_version(self, version: int) -> None:
        if self._version not in (-1, version):
            self._remembered.clear()
            self.changed_elsewhere.emit()
        self._version = version

    @Slot(object)
    def _on_changed(self, _changes: Changes) -> None:
        self._remembered.clear()

    @Slot()
    def _on_look_due(self) -> None:
        if not self._reader.waiting:
            self._reader.submit(_version, self._on_version)


def _changes_in(result: object) -> Changes | None:
    """Return the Changes that a write gave, alone or as the last of several values."""
    if isinstance(result, Changes):
        return result
    if isinstance(result, tuple) and result and isinstance(result[-1], Changes):
        return result[-1]
    changes = getattr(result, "changes", None)
    return changes if isinstance(changes, Changes) else None


def _ignore(_error: ReaderError) -> None:
    """Let go of something that was only to be looked at in advance."""


def _read_start(article_id: str, desk: Desk) -> Start:
    # Before all else: what is written meanwhile is then seen as a change.
    version = desk.data_version()
    page = _page("all", None, PAGE, desk)
    wanted = article_id or (page.rows[0].id if page.rows else "")
    known = None
    if wanted:
        try:
            known = desk.reading.open(wanted)
        except NotFoundError:
            known = None
        if known is not None and known.article.deleted:
            known = None
        if known is None and page.rows:
            known = desk.reading.open(page.rows[0].id)
    return Start(page, known, desk.created, version, desk.read_only)


def _page(view: str, after: ArticleRow | None, limit: int, desk: Desk) -> ListPage:
    rows = desk.reading.page(
        after=after,
        limit=limit,
        status="unread" if view == "unread" else None,
        starred=view == "starred",
        deleted=view == "trash",
    )
    return ListPage(view, after, rows, len(rows) < limit)


def _open(article_id: str, desk: Desk) -> KnownArticle:
    return desk.reading.open(article_id)


def _row(article_id: str, desk: Desk) -> ArticleRow:
    return desk.reading.row(article_id)


def _find(query: str, desk: Desk) -> Found:
    return desk.searching.find(query, limit=100)


def _version(desk: Desk) -> int:
    return desk.data_version()
