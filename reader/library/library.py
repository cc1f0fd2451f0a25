"""The public face of the library: one open library with its repositories."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Self

from reader.library.notebook_words import fold_waiting
from reader.library.opening import open_connection

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType

    from reader.library.articles import Articles
    from reader.library.blocks import Blocks
    from reader.library.checking import Problem
    from reader.library.connection import Connection
    from reader.library.corrections import Corrections
    from reader.library.counting import Statistics
    from reader.library.forms import ReaderForms
    from reader.library.highlights import Highlights
    from reader.library.journal import Acts
    from reader.library.meta import Meta
    from reader.library.notebook import Notebook
    from reader.library.notes import Notes
    from reader.library.plain_copies import PlainCopies
    from reader.library.removed import RemovedThings
    from reader.library.search import Search
    from reader.library.summaries import Summaries
    from reader.library.terms import Terms
    from reader.library.understandings import Understandings
    from reader.library.watch_points import WatchPoints
    from reader.model.known import KnownArticle
    from reader.model.safekeeping import Backup


class Library:
    """One open library; it belongs to the thread that opened it.

    Every mutation is one transaction, on disk when it returns; several together are one
    inside ``writing()``. What the world does wrong comes out as LibraryError, what is not
    there as NotFoundError. Times and new ids are arguments.
    """

    def __init__(self, connection: Connection, *, created: bool) -> None:
        self._db = connection
        connection.before_commit(partial(fold_waiting, connection))
        self.created = created
        self.folder = connection.folder

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        create: bool = True,
        read_only: bool = False,
        busy_timeout: float = 5.0,
    ) -> Self:
        """Open the library in ``folder``, or make it there unless ``create`` is false.

        A library of an older version is brought up to date after a backup; one of a newer
        version is refused untouched. ``busy_timeout`` is how many seconds a write waits for
        another one to end. LibraryError: ``no_library``, ``not_a_library``, ``library_gone``,
        ``newer`` (details found, known, needs), ``older`` (read-only), ``read_only``,
        ``unreachable``, ``locked``, ``disk_full``, ``damaged``, ``old_sqlite``.
        """
        connection, created = open_connection(
            folder, create=create, read_only=read_only, busy_timeout=busy_timeout
        )
        return cls(connection, created=created)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def version(self) -> int:
        """Return the version of the schema."""
        return int(self._db.value("PRAGMA user_version"))

    @property
    def read_only(self) -> bool:
        """Say whether nothing can be written through this opening."""
        return self._db.read_only

    @cached_property
    def articles(self) -> Articles:
        """Return articles, their revisions, and what the reader did with them."""
        from reader.library.articles import Articles

        return Articles(self._db)

    @cached_property
    def understandings(self) -> Understandings:
        """Return what was understood of each article."""
        from reader.library.understandings import Understandings

        return Understandings(self._db)

    @cached_property
    def terms(self) -> Terms:
        """Return the terms of articles and of the whole library."""
        from reader.library.terms import Terms

        return Terms(self._db)

    @cached_property
    def corrections(self) -> Corrections:
        """Return what the reader says of terms."""
        from reader.library.corrections import Corrections

        return Corrections(self._db)

    @cached_property
    def forms(self) -> ReaderForms:
        """Return the forms that the reader gave to terms."""
        from reader.library.forms import ReaderForms

        return ReaderForms(self._db)

    @cached_property
    def blocks(self) -> Blocks:
        """Return what the reader says of the lines of texts."""
        from reader.library.blocks import Blocks

        return Blocks(self._db)

    @cached_property
    def acts(self) -> Acts:
        """Return the last acts of the reader."""
        from reader.library.journal import Acts

        return Acts(self._db)

    @cached_property
    def watch_points(self) -> WatchPoints:
        """Return the watch points."""
        from reader.library.watch_points import WatchPoints

        return WatchPoints(self._db)

    @cached_property
    def highlights(self) -> Highlights:
        """Return the highlights."""
        from reader.library.highlights import Highlights

        return Highlights(self._db)

    @cached_property
    def notes(self) -> Notes:
        """Return the notes."""
        from reader.library.notes import Notes

        return Notes(self._db)

    @cached_property
    def notebook(self) -> Notebook:
        """Return what the reader marked and wrote anywhere, page by page."""
        from reader.library.notebook import Notebook

        return Notebook(self._db)

    @cached_property
    def summaries(self) -> Summaries:
        """Return the reader's own summaries."""
        from reader.library.summaries import Summaries

        return Summaries(self._db)

    @cached_property
    def removed(self) -> RemovedThings:
        """Return the notes and highlights that were taken away and can come back."""
        from reader.library.removed import RemovedThings

        return RemovedThings(self._db)

    @cached_property
    def plain_copies(self) -> PlainCopies:
        """Return the plain copies of the reader's words."""
        from reader.library.plain_copies import PlainCopies

        return PlainCopies(self._db)

    @cached_property
    def search(self) -> Search:
        """Return the search."""
        from reader.library.search import Search

        return Search(self._db)

    @cached_property
    def meta(self) -> Meta:
        """Return small values that the services keep with the library."""
        from reader.library.meta import Meta

        return Meta(self._db)

    def writing(self) -> AbstractContextManager[None]:
        """Change several things in one transaction, wholly or not at all."""
        return self._db.writing()

    def data_version(self) -> int:
        """Return a number that changes when another connection has written."""
        return int(self._db.value("PRAGMA data_version"))

    def known(self, article_id: str) -> KnownArticle:
        """Return an article with all that is known of it."""
        from reader.library.knowing import known

        return known(self._db, article_id)

    def quick_check(self) -> bool:
        """Say whether the file is sound as far as SQLite sees quickly; not in the first paint."""
        from reader.library.checking import quick_check

        return quick_check(self._db)

    def check(self) -> list[Problem]:
        """Return everything that is wrong with the library, and which row or file it is in."""
        from reader.library.checking import check

        return check(self._db)

    def statistics(self) -> Statistics:
        """Count what is in the library."""
        from reader.library.counting import count

        return count(self._db)

    def backup(self, reason: str, *, now: str, keep_damaged: bool = False) -> Backup:
        """Write a whole, verified copy of the library file into ``backups``; see ``backups.py``."""
        from reader.library.backups import write_backup

        return write_backup(self.folder, reason, now=now, keep_damaged=keep_damaged)

    def close(self) -> None:
        """Close the library."""
        self._db.close()
